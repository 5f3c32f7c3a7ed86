import { ENGLISH } from '../../languages/en.js';
import { nearest } from './nearest.js';
import { counted, listed, normalise, quoted } from './normalise.js';
import { polarityOf } from './polarity.js';
import { cutQualifier } from './qualifiers.js';
import { contentStems, words } from './words.js';

describe('normalise', () => {
  it.each([
    ['“Orsa’s  Pier”', '"orsa\'s pier"'],
    ['1998–2004 — so', '1998-2004 - so'],
    ['ﬁve\u00adty\u200b', 'fivety'],
    ['Å', 'å'],
  ])('%s', (text, expected) => expect(normalise(text)).toBe(expected));
});

describe('quoted', () => {
  it('keeps a short text and cuts a long one at a word', () => {
    expect(quoted('The  pier\nleans.')).toBe('“The pier leans.”');
    expect(quoted('The pier leans to the south, and so on', 20)).toBe('“The pier leans to…”');
  });

  it('never cuts a character in half', () => {
    expect(() => encodeURIComponent(quoted('🚢'.repeat(30), 20))).not.toThrow();
  });
});

it('lists and counts', () => {
  expect([listed([]), listed(['1']), listed(['1', '2', '3'])]).toEqual(['', '1', '1, 2 and 3']);
  expect([counted(1, 'claim'), counted(0, 'claim')]).toEqual(['1 claim', '0 claims']);
});

describe('words', () => {
  it('drops possessives, parts hyphens but for "non-", and keeps decimals whole', () => {
    expect(words("Orsa’s multi-year, non-exclusive 1,234.5 t don't").map(({ text }) => text)).toEqual([
      'orsa',
      'multi',
      'year',
      'nonexclusive',
      '1,234.5',
      't',
      "don't",
    ]);
  });

  it('reads other scripts', () => {
    expect(words('Паром идёт — フェリー').map(({ text }) => text)).toEqual(['паром', 'идёт', 'フェリー']);
  });

  it('stems what carries meaning', () => {
    expect(contentStems('The ferries were simplifying what they had simplified', ENGLISH)).toEqual([
      'ferri',
      'simplifi',
      'simplifi',
    ]);
  });
});

describe('cutQualifier', () => {
  it.each([
    ['Boats sail unless it storms.', 'Boats sail', 'unless it storms'],
    ['Boats sail, except on Sundays', 'Boats sail', 'except on Sundays'],
    ['Only if it is calm, boats sail', 'boats sail', 'Only if it is calm'],
    ['Boats sail, provided it is calm', 'Boats sail', 'provided it is calm'],
    ['Boats provided food', 'Boats provided food', null],
    ['Unless', 'Unless', null],
  ])('%s', (text, core, qualifier) => expect(cutQualifier(text, ENGLISH)).toEqual({ core, qualifier }));
});

describe('polarityOf', () => {
  it.each([
    ['Boats sail', 'AFFIRMS'],
    ['Boats do not sail', 'DENIES'],
    ["Boats don't sail without fuel", 'AFFIRMS'],
    ['Boats not only sail', 'AFFIRMS'],
    ['Boats no longer sail', 'ENDED'],
    ['The service was discontinued', 'ENDED'],
  ])('%s: %s', (text, polarity) => expect(polarityOf(words(text), ENGLISH)).toBe(polarity));
});

describe('nearest', () => {
  const known = ['blank-value', 'elided-value', 'share'];
  it.each([
    ['blnak-value', 'blank-value'],
    ['ELIDED-VALUE', 'elided-value'],
    ['shar', 'share'],
    ['orphan', null],
    ['x'.repeat(10_000), null],
  ])('%s', (given, expected) => expect(nearest(given, known)).toBe(expected));
});
