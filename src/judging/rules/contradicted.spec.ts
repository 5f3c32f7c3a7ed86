import type { Citation } from '../evidence.js';
import { testRule } from '../rule-tester.js';
import { article, citation, source } from '../testing/builders.js';
import { contradicted } from './contradicted.js';

const a = source('a');
const refuted = (parts: Partial<Citation>) =>
  article([
    {
      text: 'The toll is two euros.',
      citations: [citation(3, { source: a, stance: 'REFUTES', state: 'ACCEPTED', directness: 'DIRECT', ...parts })],
    },
  ]);

testRule(contradicted, {
  fires: [
    {
      name: 'a refutation is direct and accepted',
      article: refuted({}),
      findings: [
        { claim: 1, bearing: null, severity: 'ERROR', message: /\[3\], “Report a”, refutes “The toll is two euros.”/ },
      ],
    },
  ],
  quiet: [
    { name: 'a reviewer rejected the refutation', article: refuted({ state: 'REJECTED' }) },
    { name: 'the refutation is indirect', article: refuted({ directness: 'INDIRECT' }) },
    { name: 'the source supports it', article: refuted({ stance: 'SUPPORTS' }) },
    {
      name: 'the refuting source is retracted',
      article: refuted({ source: source('r', { retraction: { reason: null, at: null } }) }),
    },
    { name: 'nothing is cited', article: article([{}]) },
  ],
  notAssessed: [
    {
      name: 'the refutation waits for review',
      article: refuted({ state: 'PROPOSED' }),
      reason: /settled whether \[3\] refutes/,
    },
    { name: 'nobody has said whether it is direct', article: refuted({ directness: 'UNKNOWN' }), reason: /settled/ },
  ],
});
