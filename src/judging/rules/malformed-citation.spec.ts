import { testRule } from '../rule-tester.js';
import { article, marker } from '../testing/builders.js';
import { malformedCitation } from './malformed-citation.js';

testRule(malformedCitation, {
  fires: [
    {
      name: 'a marker names 0, lacks a number, runs backwards or too far',
      article: article([{}], {
        markers: [
          marker('[0]', { problem: 'zero', line: 4 }),
          marker('[1,,2]', { problem: 'empty item', labels: ['1', '2'], line: 5 }),
          marker('[5–3]', { problem: 'reversed range', line: 6 }),
          marker('[1–900]', { problem: 'range too long', line: 7 }),
        ],
      }),
      findings: [
        { claim: null, line: 4, severity: 'ERROR', bearing: null, message: /“\[0\]”.*no 0/ },
        { line: 5, message: /missing between its commas/ },
        { line: 6, message: /runs backwards/ },
        { line: 7, message: /more sources than an article has/ },
      ],
    },
    {
      name: 'a marker stands in the second of three claims',
      article: article(
        [{ span: { start: 0, end: 20 } }, { span: { start: 20, end: 40 } }, { span: { start: 40, end: 60 } }],
        { markers: [marker('[0]', { problem: 'zero', span: { start: 36, end: 39 } })] },
      ),
      findings: [{ claim: 2 }],
    },
  ],
  quiet: [
    { name: 'every marker can be read', article: article([{}], { markers: [marker('[1]', { labels: ['1'] })] }) },
    { name: 'there is no marker', article: article([{}]) },
  ],
});
