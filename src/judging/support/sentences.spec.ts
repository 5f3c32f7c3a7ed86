import fc from 'fast-check';
import { sentencesOf } from './sentences.js';

const split = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

describe('the sentences of a source', () => {
  it.each([
    ['It opened. Then it shut.', ['It opened.', 'Then it shut.']],
    ['Dr. Okoro of St. Brennick paid 3.5 million. Why?', ['Dr. Okoro of St. Brennick paid 3.5 million.', 'Why?']],
    ['The U.S. Navy left. J. Okoro stayed.', ['The U.S. Navy left.', 'J. Okoro stayed.']],
    ['# Ferries\n\nThey run “daily.” Nobody pays', ['# Ferries', 'They run “daily.”', 'Nobody pays']],
    ['It runs e.g. on Sundays. 12 boats do', ['It runs e.g. on Sundays.', '12 boats do']],
    ['', []],
    [' \n ', []],
  ])('of %j', (text, expected) => expect(split(text)).toEqual(expected));

  it('are no longer than some hundred characters, whatever the text', () => {
    expect(Math.max(...sentencesOf('ferry '.repeat(1000)).map(({ start, end }) => end - start))).toBeLessThanOrEqual(
      600,
    );
    expect(sentencesOf('x'.repeat(1500))).toHaveLength(3);
  });

  it('hold all that is no white space, in order', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'B', '.', ' ', '\n', '!', '”', '1', '…'), maxLength: 80 }),
        (text) => {
          expect(split(text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        },
      ),
    );
  });

  it.each([
    '.'.repeat(2_000_000),
    'x'.repeat(2_000_000),
    '. '.repeat(1_000_000),
    '\n'.repeat(2_000_000),
    '“'.repeat(2_000_000),
  ])('are found in linear time', (text) => {
    const started = process.cpuUsage();
    sentencesOf(text);
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(4000);
  });
});
