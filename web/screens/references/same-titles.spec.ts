import { sameTitles } from './same-titles.js';

const titled = (...titles: (string | null)[]): { id: number; title: string | null }[] =>
  titles.map((title, id) => ({ id, title }));
const ids = (groups: readonly (readonly { id: number }[])[]): number[][] =>
  groups.map((group) => group.map(({ id }) => id));

it('titles are the same whatever their case, spaces and signs', () => {
  const sources = titled('Series H', 'Rules for gas', 'series h.', '“Series  H”', 'Rules');
  expect(ids(sameTitles(sources))).toEqual([[0, 2, 3]]);
});

it('those without a title are no duplicates of each other', () =>
  expect(sameTitles(titled(null, null, '', '…', '—'))).toEqual([]));

it('other words are another title', () => expect(sameTitles(titled('Report 2030', 'Report 2031'))).toEqual([]));

it('titles of other scripts are compared as well', () =>
  expect(ids(sameTitles(titled('東京の報告', 'Отчёт', '東京の報告', 'отчёт')))).toEqual([
    [0, 2],
    [1, 3],
  ]));
