import { judgeBy, testRule } from '../rule-tester.js';
import { article, citation, source } from '../testing/builders.js';
import { danglingCitation } from './dangling-citation.js';

testRule(danglingCitation, {
  fires: [
    {
      name: 'numbers lead nowhere: one finding each, missing',
      article: article([{ text: 'The pier is 90 m long.', cites: [3, 7] }]),
      findings: [
        {
          claim: 1,
          bearing: 'MISSING',
          severity: 'ERROR',
          message: /^\[3\] leads to no source.*90 m long/,
          remedy: /no list of references/,
        },
        { claim: 1, bearing: 'MISSING', message: /^\[7\]/ },
      ],
    },
    {
      name: 'another citation still carries the claim: weak',
      article: article([{ citations: [citation(1, { source: source('a') }), citation(8)] }]),
      findings: [{ bearing: 'WEAK', message: /^\[8\]/, remedy: /Add an entry 8/ }],
    },
    {
      name: 'two markers of one claim name the same number: once',
      article: article([{ citations: [citation(2), citation(2)] }]),
      findings: [{ message: /^\[2\]/ }],
    },
    {
      name: 'the claim is not checkable: the number dangles all the same',
      article: article([{ checkable: false, cites: [2] }]),
      findings: [{ bearing: 'MISSING' }],
    },
  ],
  quiet: [
    { name: 'every number resolves', article: article([{ citations: [citation(1, { source: source('a') })] }]) },
    { name: 'nothing is cited', article: article([{}]) },
    {
      name: 'a reviewer rejected the citation',
      article: article([{ citations: [citation(1, { state: 'REJECTED' })] }]),
    },
  ],
});

it('points at the marker', () => {
  const spans = [{ start: 120, end: 123 }];
  const { findings } = judgeBy(danglingCitation, article([{ citations: [citation(1, { spans })] }]));
  expect(findings.map(({ span }) => span)).toEqual(spans);
});
