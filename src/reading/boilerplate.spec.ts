import { readArticle } from './read-article.js';

const read = (...lines: string[]) =>
  readArticle(['The Ferry of Sallow', '', 'The ferry carries 400 people a day [1, 2].', '', ...lines].join('\n'), {
    format: 'TEXT',
  });

const TITLES = ['Harbour Board yearbook', 'Sallow tables of traffic'];
const titles = (...lines: string[]) =>
  read(...lines).references.map((reference) => TITLES.findIndex((title) => reference.text?.includes(title)));

describe('promotion behind a list of references', () => {
  const numbered = TITLES.map((title, i) => `[${i + 1}] ${title}, 2031`);
  const plain = TITLES.map((title) => `${title}, 2031`);

  it.each(['© 2031 The Harbour Post. All rights reserved.', 'Subscribe now', 'Get the next issue in your inbox.'])(
    'leaves the list alone: %s',
    (last) => {
      expect(titles('References', '', ...numbered, '', last)).toEqual([0, 1]);
      expect(titles('References', '', ...plain, '', last)).toEqual([0, 1]);
      expect(titles(...numbered, '', last)).toEqual([0, 1]);
    },
  );

  it('is left out where it lists other articles', () => {
    const article = read(
      'References',
      '',
      ...numbered,
      '',
      'Keep reading',
      'The Old Pier Explained',
      'Tolls for Riders',
    );
    expect(article.claims.map((claim) => claim.line)).toEqual([3]);
    expect(article.references.map((reference) => reference.text === null)).toEqual([false, false]);
  });

  it('is left out with the lines that lead up to it', () => {
    const article = read(
      'The Weekly Tide',
      '',
      'All of the harbour at a glance.',
      '',
      'Straight to your inbox, no spam.',
    );
    expect(article.claims.map((claim) => claim.text)).toEqual(['The ferry carries 400 people a day.']);
  });
});
