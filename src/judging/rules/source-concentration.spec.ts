import { testRule } from '../rule-tester.js';
import { article, citation, source } from '../testing/builders.js';
import { sourceConcentration } from './source-concentration.js';

/** An article in which `counts[n]` claims cite number n + 1. */
const citing = (...counts: number[]) =>
  article(counts.flatMap((count, i) => Array.from({ length: count }, () => ({ cites: [i + 1] }))));

testRule(sourceConcentration, {
  fires: [
    {
      name: 'one number has more than three tenths',
      article: citing(4, 3, 3),
      findings: [
        { claim: null, severity: 'NOTE', bearing: null, message: /^\[1\] carries 4 of 10 citations \(40 %\)/ },
      ],
    },
    {
      name: 'several numbers are one source',
      article: article(
        [1, 2, 3, 4, 5, 6].map((n) => ({ citations: [citation(n, { source: source(n < 3 ? 'a' : `s${n}`) })] })),
      ),
      findings: [{ message: /^“Report a” \[1, 2\] carries 2 of 6/ }],
    },
    {
      name: 'several numbers are one source, told in the order of the references however they are cited',
      article: article(
        [2, 1, 3, 4, 5, 6].map((n) => ({ citations: [citation(n, { source: source(n < 3 ? 'a' : `s${n}`) })] })),
      ),
      findings: [{ message: /^“Report a” \[1, 2\] carries 2 of 6/ }],
    },
    {
      name: 'the threshold is lower',
      article: citing(3, 3, 3, 3),
      config: { thresholds: { share: 0.2 } },
      findings: [{}, {}, {}, {}],
    },
  ],
  quiet: [
    { name: 'no number has more than three tenths', article: citing(3, 3, 2, 2) },
    { name: 'the article cites little', article: citing(4) },
    {
      name: 'a claim cites a number twice: that is one citation',
      article: article([{ cites: [1, 1, 1] }, { cites: [1] }, ...[2, 3, 4, 5, 6].map((n) => ({ cites: [n] }))]),
    },
    {
      name: 'rejected citations are left out',
      article: article([
        ...Array.from({ length: 6 }, () => ({ citations: [citation(1, { state: 'REJECTED' })] })),
        { cites: [2] },
      ]),
    },
  ],
});
