import { testRule } from '../rule-tester.js';
import { article, citation, source } from '../testing/builders.js';
import { noUsableEvidence } from './no-usable-evidence.js';

const a = source('a');
const retracted = source('r', { retraction: { reason: null, at: null } });

testRule(noUsableEvidence, {
  fires: [
    {
      name: 'every citation was rejected',
      article: article([
        { citations: [citation(1, { source: a, state: 'REJECTED' }), citation(2, { state: 'REJECTED' })] },
      ]),
      findings: [{ claim: 1, bearing: 'MISSING', severity: 'ERROR', message: /\[1, 2\].*2 citations rejected/ }],
    },
    {
      name: 'the sources are neutral, or against it and nobody has settled that',
      article: article([
        { citations: [citation(1, { source: a, stance: 'NEUTRAL' })] },
        { citations: [citation(1, { source: a, stance: 'REFUTES', state: 'PROPOSED' })] },
      ]),
      findings: [
        { claim: 1, message: /1 neutral/ },
        { claim: 2, message: /1 against it/ },
      ],
    },
  ],
  quiet: [
    {
      name: 'one citation is usable',
      article: article([{ citations: [citation(1, { source: a, state: 'REJECTED' }), citation(2, { source: a })] }]),
    },
    { name: 'a number dangles: dangling-citation says so', article: article([{ cites: [4] }]) },
    {
      name: 'a source is retracted: retracted-source says so',
      article: article([{ citations: [citation(1, { source: retracted })] }]),
    },
    {
      name: 'a refutation was accepted: contradicted says so',
      article: article([
        { citations: [citation(1, { source: a, stance: 'REFUTES', state: 'ACCEPTED', directness: 'DIRECT' })] },
      ]),
    },
    { name: 'nothing is cited', article: article([{}]) },
    {
      name: 'it is not checkable',
      article: article([{ checkable: false, citations: [citation(1, { state: 'REJECTED' })] }]),
    },
  ],
});
