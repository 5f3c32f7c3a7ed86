import { testRule } from '../rule-tester.js';
import { article } from '../testing/builders.js';
import { elidedValue } from './elided-value.js';

const hole = (word: string, start = 100) => ({ word, span: { start, end: start + word.length } });

testRule(elidedValue, {
  fires: [
    {
      name: 'a word lacks its object',
      article: article([{ text: 'The pier opened on.', valueState: 'ELIDED', holes: [hole('on')], cites: [1] }]),
      findings: [{ claim: 1, bearing: 'MISSING', severity: 'ERROR', message: /after “on” in “The pier opened on.”/ }],
    },
    {
      name: 'there are several holes: one finding that names them',
      article: article([
        {
          text: 'Letters from , by the port.',
          valueState: 'ELIDED',
          holes: [hole('from'), hole('by', 120), hole('from', 140)],
        },
      ]),
      findings: [{ message: /after “from” and “by” in/ }],
    },
  ],
  quiet: [
    { name: 'nothing is missing', article: article(['The pier opened on 3 May.']) },
    { name: 'it is not checkable', article: article([{ holes: [hole('on')], checkable: false }]) },
  ],
});
