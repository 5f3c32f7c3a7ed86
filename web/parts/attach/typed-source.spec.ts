import { readTyped, shownAddress } from './typed-source.js';

describe('what was typed is an address', () => {
  it.each([
    ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
    ['  http://example.org  ', 'http://example.org/'],
    ['example.org/report', 'https://example.org/report'],
    ['<https://example.org/a>', 'https://example.org/a'],
    ['https://example.org/a).', 'https://example.org/a'],
    ['https://en.wikipedia.org/wiki/Mercury_(planet)', 'https://en.wikipedia.org/wiki/Mercury_(planet)'],
    ['https://en.wikipedia.org/wiki/Mercury_(planet),', 'https://en.wikipedia.org/wiki/Mercury_(planet)'],
    ['bücher.example', 'https://xn--bcher-kva.example/'],
  ])('%s', (typed, url) => expect(readTyped(typed)).toMatchObject({ kind: 'source', source: { url } }));
});

describe('what was typed is a DOI', () => {
  it.each([
    ['10.1000/182', '10.1000/182'],
    ['doi:10.1000/182', '10.1000/182'],
    ['https://doi.org/10.1000/182.', '10.1000/182'],
    ['https://dx.doi.org/10.1002/(SICI)1097-4571', '10.1002/(SICI)1097-4571'],
    ['https://doi.org/10.1000%2F182', undefined],
  ])('%s', (typed, doi) => {
    const read = readTyped(typed);
    expect(read.kind === 'source' ? (read.source.doi ?? undefined) : null).toBe(doi);
  });
});

it.each([
  '',
  'annual report',
  'Calder Evening Post',
  'javascript:alert(1)',
  'http://',
  'localhost',
  'e.g.',
  'a . b',
  'https://[bad',
])('words stay words: %j', (typed) => expect(readTyped(typed)).toEqual({ kind: 'words', words: typed }));

it('an address that the API would refuse for its length is none', () => {
  expect(readTyped(`https://example.org/${'a'.repeat(2048)}`).kind).toBe('words');
});

it('known sources are looked for by the address as people read it', () => {
  expect(readTyped('https://www.example.org/a/')).toMatchObject({ words: 'example.org/a' });
  expect(shownAddress('http://example.org')).toBe('example.org');
});
