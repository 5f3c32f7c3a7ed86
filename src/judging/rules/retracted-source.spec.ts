import { testRule } from '../rule-tester.js';
import { article, citation, source } from '../testing/builders.js';
import { retractedSource } from './retracted-source.js';

const retracted = source('r', { title: 'Piers and tides', retraction: { reason: 'made-up data', at: '2031-06-01' } });

testRule(retractedSource, {
  fires: [
    {
      name: 'the only source is retracted: missing',
      article: article([{ text: 'Tides wear piers.', citations: [citation(2, { source: retracted })] }]),
      findings: [
        {
          claim: 1,
          bearing: 'MISSING',
          severity: 'ERROR',
          message: /\[2\], “Piers and tides”, was retracted on 2031-06-01 \(made-up data\)/,
        },
      ],
    },
    {
      name: 'another source still carries the claim: weak',
      article: article([{ citations: [citation(1, { source: source('a') }), citation(2, { source: retracted })] }]),
      findings: [{ bearing: 'WEAK' }],
    },
    {
      name: 'each claim that cites it has a finding',
      article: article([1, 2].map(() => ({ citations: [citation(2, { source: retracted })] }))),
      findings: [{ claim: 1 }, { claim: 2 }],
    },
  ],
  quiet: [
    { name: 'the source stands', article: article([{ citations: [citation(1, { source: source('a') })] }]) },
    {
      name: 'a reviewer rejected the citation',
      article: article([{ citations: [citation(2, { source: retracted, state: 'REJECTED' })] }]),
    },
    { name: 'the number dangles', article: article([{ cites: [2] }]) },
  ],
});
