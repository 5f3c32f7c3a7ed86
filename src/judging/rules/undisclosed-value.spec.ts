import type { ValueState } from '../evidence.js';
import { testRule } from '../rule-tester.js';
import { article } from '../testing/builders.js';
import { undisclosedValue } from './undisclosed-value.js';

const cell = (text: string, valueState: ValueState) =>
  ({ text, block: 'CELL', attribute: 'Toll', column: 'South bridge', value: text, valueState }) as const;

testRule(undisclosedValue, {
  fires: [
    {
      name: 'the whole value says that there is none',
      article: article([cell('Not yet disclosed', 'UNDISCLOSED')]),
      findings: [
        {
          claim: 1,
          bearing: 'WEAK',
          severity: 'WARNING',
          message: /“Toll” under “South bridge” is only “Not yet disclosed”/,
        },
      ],
    },
  ],
  quiet: [
    { name: 'there is a value', article: article([cell('2 euros', 'PRESENT')]) },
    {
      name: 'it is not applicable',
      article: article([{ ...cell('None needed', 'NOT_APPLICABLE'), checkable: false }]),
    },
    { name: 'it is blank, which has a rule of its own', article: article([cell('', 'BLANK')]) },
    { name: 'a sentence reports a silence', article: article(['The port has not disclosed the toll.']) },
  ],
});
