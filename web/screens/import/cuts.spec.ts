import { cutsOf, likelyCut } from './cuts.js';

it.each([
  ['One two  three', [4, 9]],
  ['One', []],
  [' One two', [1, 5]],
  ['', []],
])('%j can be cut at %j', (text, cuts) => expect(cutsOf(text)).toEqual(cuts));

it.each([
  ['The ferry sank in May and the port closed in June', 'and the port closed in June'],
  ['It sank; the port closed', 'the port closed'],
  ['One two three four', 'three four'],
  ['Word', 'Word'],
])('%j is cut before %j', (text, rest) => expect(text.slice(likelyCut(text, cutsOf(text)))).toBe(rest));
