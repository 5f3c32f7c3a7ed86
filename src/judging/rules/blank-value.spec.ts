import type { ValueState } from '../evidence.js';
import { testRule } from '../rule-tester.js';
import { article } from '../testing/builders.js';
import { blankValue } from './blank-value.js';

const field = (value: string, valueState: ValueState) =>
  ({ text: `Opening date ${value}`.trim(), block: 'FIELD', attribute: 'Opening date', value, valueState }) as const;

testRule(blankValue, {
  fires: [
    {
      name: 'a field has a label and no value',
      article: article([field('', 'BLANK')]),
      findings: [{ claim: 1, bearing: 'MISSING', severity: 'ERROR', message: /“Opening date” has no value$/ }],
    },
    {
      name: 'a cell is empty',
      article: article([
        { text: '', block: 'CELL', attribute: 'Length', column: 'South pier', value: '', valueState: 'BLANK' },
      ]),
      findings: [{ severity: 'NOTE', bearing: 'MISSING', message: /“Length” has no value in the column “South pier”/ }],
    },
  ],
  quiet: [
    { name: 'there is a value', article: article([field('3 May 2031', 'PRESENT')]) },
    { name: 'it is not applicable', article: article([{ ...field('n/a', 'NOT_APPLICABLE'), checkable: false }]) },
    { name: 'it is undisclosed', article: article([field('TBD', 'UNDISCLOSED')]) },
    { name: 'a person ruled that it is no claim', article: article([{ ...field('', 'BLANK'), checkable: false }]) },
    { name: 'it is a sentence', article: article(['The pier opened.']) },
  ],
});
