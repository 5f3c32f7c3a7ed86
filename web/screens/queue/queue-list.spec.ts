import { QueueList, type ListPage } from './queue-list.js';

interface Row {
  readonly id: string;
  readonly standing: string;
}

const row = (id: string, standing = 'MISSING'): Row => ({ id, standing });
const page = (ids: string, next: string | null = null): ListPage<Row> => ({
  rows: [...ids].map((id) => row(id)),
  next,
});

function listOf(...pages: ListPage<Row>[]): QueueList<Row> {
  const list = new QueueList<Row>();
  pages.forEach((each, at) => list.answered(at, each));
  return list;
}

it('pages follow each other by their cursors until the last', () => {
  const list = listOf(page('abc', 'c1'));
  expect([list.cursors, list.pages, list.isWhole]).toEqual([[null, 'c1'], 1, false]);
  list.answered(1, page('de'));
  expect([list.ids.join(''), list.pages, list.isWhole]).toEqual(['abcde', 2, true]);
  expect([0, 2, 3, 4].map((place) => list.pageAt(place))).toEqual([0, 0, 1, 1]);
});

it('a row that moved between two pages stands once', () => {
  expect(listOf(page('abc', 'c1'), page('cde')).ids.join('')).toBe('abcde');
});

it('a page that is answered anew moves nothing: rows change in place, new ones wait', () => {
  const list = listOf(page('abc', 'c1'));
  list.answered(0, { rows: [row('x'), row('b', 'WEAK'), row('a')], next: 'other' });
  expect(list.ids.join('')).toBe('abc');
  expect(list.row('b')).toEqual(row('b', 'WEAK'));
  expect(list.row('c')).toEqual(row('c'));
  expect(list.waiting).toBe(1);
  expect(list.cursors).toEqual([null, 'c1']);
});

it('a row that no longer belongs stays, and shows how it is by now', () => {
  const list = listOf(page('abc'));
  list.changed(row('b', 'ADEQUATE'), false);
  expect([list.ids.join(''), list.row('b')?.standing, list.waiting]).toEqual(['abc', 'ADEQUATE', 0]);
});

it('what comes in waits, each once, until it belongs no more or is loaded', () => {
  const list = listOf(page('ab', 'c1'));
  for (const id of ['x', 'x', 'y', 'c']) list.changed(row(id), true);
  expect(list.waiting).toBe(3);
  list.changed(row('x', 'CITED'), false);
  list.answered(1, page('c'));
  expect([list.waiting, list.ids.join('')]).toEqual([1, 'abc']);
});

it('an empty list is whole', () => {
  const list = listOf(page(''));
  expect([list.ids, list.isWhole, list.pageAt(0)]).toEqual([[], true, 0]);
});

it('tells once of all that happens in a moment', async () => {
  const list = listOf(page('ab'));
  await Promise.resolve();
  let told = 0;
  list.subscribe(() => told++);
  for (let at = 0; at < 1000; at++) list.changed(row('a', String(at)), true);
  await Promise.resolve();
  expect(told).toBe(1);
});
