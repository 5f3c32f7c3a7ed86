import { indexSource } from '../support/source-index.js';
import { isImplied, isYearOfWork } from './implied-dates.js';

describe('a date that a source does not state', () => {
  it.each<[boolean, string, string, string | null]>([
    // No year anywhere: the page's own date is not part of its text.
    [true, '2031', 'The pier opened on 4 May.', null],
    [false, '2031', 'The pier opened in 2030.', null],
    // The year, or the month, of issue.
    [true, '2031', 'The pier of 1998 opens at last.', '2031-05-02'],
    [true, 'May 2031', 'The pier of 1998 opens at last.', '2031-05-02'],
    [true, 'May 2031', 'The pier of 1998 opens at last.', '2031'],
    [false, 'June 2031', 'The pier of 1998 opens at last.', '2031-05-02'],
    // A month without a year, in a page that has years.
    [true, 'June 2031', 'A pier of 1998 is to open in June.', null],
    [false, 'June 2031', 'A pier of 1998 opened in June 2030.', null],
    [false, 'June 2031', 'A pier of 1998 opened on June 4.', null],
    // 4 June 2031 is a Wednesday.
    [true, '4 June 2031', 'By Ilse Okoro, 6 June 2031. The pier opened on Wednesday.', null],
    [false, '4 June 2031', 'By Ilse Okoro, 6 June 2031. The pier opened on Tuesday.', null],
    [false, '4 June 2031', 'By Ilse Okoro, 6 July 2031. The pier opened on Wednesday.', null],
  ])('may be said all the same (%s): %s in “%s”, issued %s', (implied, words, text, issued) => {
    expect(isImplied({ words, issued }, indexSource({ text }))).toBe(implied);
  });

  it.each([
    [true, 'She had a part in the 2031 film “The Pier”.'],
    [true, 'She had a part in the 2031 short film “The Pier”.'],
    [false, 'She had a part in 2031, when the film came out.'],
    [false, 'The 2031 election was hers.'],
  ])('is the year of a work (%s): %s', (isWork, claim) => {
    expect(isYearOfWork('2031', claim)).toBe(isWork);
  });
});
