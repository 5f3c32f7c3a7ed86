import { compareWords, type Stretch } from './words.js';

const marked = (stretches: readonly Stretch[]): string =>
  stretches.map(({ text, isChanged }) => (isChanged ? `[${text}]` : text)).join('');

it('marks the words that only one of the two has', () => {
  const { before, after } = compareWords('The ferry carries 300 cars.', 'The ferry carries 280 cars and vans.');
  expect(marked(before)).toBe('The ferry carries [300] cars.');
  expect(marked(after)).toBe('The ferry carries [280] cars[ and vans].');
});

it.each([
  ['', 'New', '', '[New]'],
  ['Same', 'Same', 'Same', 'Same'],
  ['', '', '', ''],
])('%j and %j', (first, second, before, after) => {
  const compared = compareWords(first, second);
  expect(marked(compared.before)).toBe(before);
  expect(marked(compared.after)).toBe(after);
});

it('loses no letter of either', () => {
  const [first, second] = ['Öre  und\u00a0Kronen, 5 %', 'Öre und Kronen – 6 %'];
  const { before, after } = compareWords(first, second);
  expect(before.map(({ text }) => text).join('')).toBe(first);
  expect(after.map(({ text }) => text).join('')).toBe(second);
});

it('marks a very long text as a whole', () => {
  const long = 'word '.repeat(5_000);
  expect(compareWords(long, 'word')).toEqual({
    before: [{ text: long, isChanged: true }],
    after: [{ text: 'word', isChanged: true }],
  });
});
