import { testRule } from '../rule-tester.js';
import { article, citation, reference, source, unknownSource } from '../testing/builders.js';
import { singleSource } from './single-source.js';

const a = source('a');
const b = source('b');

testRule(singleSource, {
  fires: [
    {
      name: 'one source carries the claim: a note that bears nothing',
      article: article([{ text: 'The pier leans.', citations: [citation(1, { source: a })] }]),
      findings: [
        { claim: 1, bearing: null, severity: 'NOTE', message: /Only “Report a” \[1\] carries “The pier leans.”/ },
      ],
    },
    {
      name: 'a cell is the claim: its row and column are named',
      article: article([
        {
          block: 'CELL',
          attribute: 'Night freight',
          column: 'Orsa',
          text: 'Yes',
          citations: [citation(1, { source: a })],
        },
      ]),
      findings: [{ message: /carries “Night freight, Orsa: Yes”$/ }],
    },
    {
      name: 'the source has no title: its entry is named',
      article: article([{ citations: [citation(1, { source: unknownSource('text:talk with the keeper') })] }], {
        references: [reference(1, { text: 'Talk with the Keeper.' })],
      }),
      findings: [{ message: /^Only “Talk with the Keeper.” \[1\] carries/ }],
    },
    {
      name: 'the source has no title and no entry',
      article: article([{ citations: [citation(1, { source: unknownSource('text:talk') })] }], { references: [] }),
      findings: [{ message: /^Only an untitled source \[1\] carries/ }],
    },
    {
      name: 'the claim is of high priority: a warning that bears weak',
      article: article([{ priority: 'HIGH', citations: [citation(1, { source: a })] }]),
      findings: [{ bearing: 'WEAK', severity: 'WARNING' }],
    },
    {
      name: 'two numbers are one source',
      article: article([{ citations: [citation(1, { source: a }), citation(2, { source: { ...a } })] }]),
      findings: [{ message: /\[1, 2\]/ }],
    },
    {
      name: 'the second source is rejected or dangles',
      article: article([
        { citations: [citation(1, { source: a }), citation(2, { source: b, state: 'REJECTED' }), citation(3)] },
      ]),
      findings: [{ message: /\[1\] carries/ }],
    },
  ],
  quiet: [
    {
      name: 'two sources carry it',
      article: article([{ citations: [citation(1, { source: a }), citation(2, { source: b })] }]),
    },
    { name: 'nothing usable is cited', article: article([{ cites: [1] }, {}]) },
    ...(['BLANK', 'ELIDED', 'UNDISCLOSED'] as const).map((valueState) => ({
      name: `the claim states nothing yet: ${valueState}`,
      article: article([{ valueState, citations: [citation(1, { source: a })] }]),
    })),
    { name: 'it is not checkable', article: article([{ checkable: false, citations: [citation(1, { source: a })] }]) },
  ],
  notAssessed: [
    {
      name: 'an entry could not be read, so the two may be one',
      article: article([{ citations: [citation(1, { source: a }), citation(2, { source: unknownSource('?') })] }]),
      reason: /entry of \[2\] could not be read/,
    },
  ],
});
