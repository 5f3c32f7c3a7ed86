import { findPassage } from './find-passage.js';

const text = 'Forty buses run.\nForty\nBUSES (new) cost $4.5 million.';

it.each([
  ['forty buses', 0, 'Forty buses'],
  ['forty buses', 1, 'Forty\nBUSES'],
  ['  Forty \n buses  ', 20, 'Forty buses'],
  ['(new) cost $4.5', 0, '(new) cost $4.5'],
])('%j from %i on', (words, behind, expected) => {
  const found = findPassage(text, words, behind);
  expect(found && text.slice(found.start, found.end)).toBe(expected);
});

it.each(['trams', '', '   ', '.*', '[a-z]+', 'run.Forty'])('%j stands nowhere', (words) => {
  expect(findPassage(text, words)).toBeNull();
});

it('places are those of the text, also behind letters that have no small form of their length', () => {
  expect(findPassage('İİİ buses', 'BUSES')).toEqual({ start: 4, end: 9 });
});
