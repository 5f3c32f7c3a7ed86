import { testRule } from '../rule-tester.js';
import { article, reference, source, unknownSource } from '../testing/builders.js';
import { duplicateReference } from './duplicate-reference.js';

const listed = (...sources: ReturnType<typeof source>[]) =>
  article([{}], { references: sources.map((each, i) => reference(i + 1, { source: each, line: 30 + i })) });
const at = (url: string, parts = {}) => source(url, { url, ...parts });

testRule(duplicateReference, {
  fires: [
    {
      name: 'two entries have one address, written in two ways',
      article: listed(
        at('https://www.Press.example/a/?utm_source=mail#top'),
        at('http://press.example/b'),
        at('http://press.example/a'),
      ),
      findings: [
        {
          claim: null,
          severity: 'WARNING',
          bearing: null,
          line: 32,
          message: /1 and 3 are one source: press\.example\/a/,
          remedy: /\[3\] to \[1\]/,
        },
      ],
    },
    {
      name: 'a bare address leads to a source that has a title by now',
      article: article([{}], {
        references: ['Report https://press.example/a. Harbour Press, 2031.', 'https://press.example/a'].map((text, i) =>
          reference(i + 1, { source: at('https://press.example/a'), text }),
        ),
      }),
      findings: [{ message: /1 and 2 are one source/ }],
    },
    {
      name: 'a short note stands there twice',
      article: article([{}], {
        references: [1, 2].map((n) => reference(n, { source: at('https://press.example/a'), text: 'Okoro 1998.' })),
      }),
      findings: [{}],
    },
    {
      name: 'a DOI stands as such and as an address, in other case',
      article: listed(at('https://press.example/x', { doi: '10.5555/ABC.1' }), at('https://doi.org/10.5555/abc.1')),
      findings: [{ message: /10\.5555\/abc\.1/ }],
    },
  ],
  quiet: [
    {
      name: 'the addresses differ',
      article: listed(at('https://press.example/a'), at('https://press.example/a?page=2')),
    },
    {
      name: 'the locators differ: two chapters of one book',
      article: listed(
        at('https://press.example/a', { locator: 'ch. 1' }),
        at('https://press.example/a', { locator: 'ch. 2' }),
      ),
    },
    {
      name: 'one is a short note that names the other',
      article: article([{}], {
        references: [
          reference(1, { source: at('https://press.example/a'), text: 'Okoro 1998.' }),
          reference(2, { source: at('https://press.example/a') }),
        ],
      }),
    },
    { name: 'there is one entry', article: listed(source('a')) },
    { name: 'nothing is listed', article: article([{ cites: [1, 2] }]) },
  ],
  notAssessed: [
    {
      name: 'no entry has anything to compare by',
      article: listed(unknownSource('a', { title: 'Pier' }), unknownSource('b', { title: 'Pier' })),
      reason: /no reference names a DOI or URL/,
    },
  ],
});
