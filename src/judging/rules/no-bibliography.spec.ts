import { testRule } from '../rule-tester.js';
import { article, citation, reference, source } from '../testing/builders.js';
import { noBibliography } from './no-bibliography.js';

testRule(noBibliography, {
  fires: [
    {
      name: 'claims cite and no list follows: once',
      article: article([{ cites: [1, 2] }, { cites: [2] }]),
      findings: [{ claim: null, bearing: null, severity: 'ERROR', line: 1, message: /\[1, 2\], 3 citations in all,/ }],
    },
    {
      name: 'a claim has two markers of one number: one citation',
      article: article([{ cites: [1, 1] }]),
      findings: [{ message: /\[1\], 1 citation in all,/ }],
    },
    {
      name: 'only a heading cites',
      article: article([{}], { references: [reference(1, { markerCount: 1 })] }),
      findings: [{ message: /cites \[1\] outside its claims and has/ }],
    },
    {
      name: 'there are many numbers: the message stays short',
      article: article(Array.from({ length: 60 }, (_, i) => ({ cites: [i + 1] }))),
      findings: [{ message: /^.{1,140}$/ }],
    },
  ],
  quiet: [
    { name: 'the article cites nothing', article: article(['The pier is long.']) },
    { name: 'there is a list, even an empty one', article: article([{ cites: [1] }], { hasReferenceList: true }) },
    {
      name: 'the sources were given by hand',
      article: article([{ citations: [citation(1, { source: source('a') })] }], { hasReferenceList: false }),
    },
    {
      name: 'one entry is listed',
      article: article([{ cites: [1] }], { references: [reference(1, { text: 'A book', citationCount: 1 })] }),
    },
  ],
});
