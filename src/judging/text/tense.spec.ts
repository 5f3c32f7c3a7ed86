import { ENGLISH } from '../../languages/en.js';
import { periodOf } from './periods.js';
import { datedEvents, tenseOf } from './tense.js';

const day = (date: string): number => new Date(`${date}T00:00:00Z`).getTime();

it.each<[string, [string, string] | null]>([
  ['2031', ['2031-01-01', '2032-01-01']],
  ['2031-H2', ['2031-07-01', '2032-01-01']],
  ['2031-Q1', ['2031-01-01', '2031-04-01']],
  ['2031-12', ['2031-12-01', '2032-01-01']],
  ['2032-02-29', ['2032-02-29', '2032-03-01']],
  ['2031-02-29', null],
  ['2031-13', null],
  ['2031-00', null],
  ['--04-02', null],
  ['', null],
])('the time of %s', (date, span) => {
  expect(periodOf(date)).toEqual(span && { start: day(span[0]), end: day(span[1]) });
});

it.each<[string, 'PAST' | 'FUTURE' | 'SUPPOSED' | 'NEITHER']>([
  ['The pier opened in 2031.', 'PAST'],
  ['The pier was built in 2031.', 'PAST'],
  ['It has carried freight since 2031.', 'PAST'],
  ['The board sold it.', 'PAST'],
  ['The pier will open in 2031.', 'FUTURE'],
  ["It'll open in 2031.", 'FUTURE'],
  ['The pier is to open in 2031.', 'FUTURE'],
  ['The pier is now expected to open in 2031.', 'FUTURE'],
  ['A pier, due to open in 2031.', 'FUTURE'],
  ['The city plans to open it.', 'FUTURE'],
  ['The pier was due to open in 2031.', 'PAST'],
  ['The pier would open in 2031.', 'SUPPOSED'],
  ['It was said that it will open.', 'NEITHER'],
  ['The pier is closed in 2031.', 'NEITHER'],
  ['It meets in May 2031.', 'NEITHER'],
  ['Since May it was closed.', 'PAST'],
])('the tense of %s', (text, tense) => {
  expect(tenseOf(text, ENGLISH.tense!)).toBe(tense);
});

it('tells dates of one claim apart by their clauses', () => {
  const events = datedEvents(
    'The pier opened in 2030; a second one will open in May 2033, and it is paid until 2040.',
    ENGLISH,
  );
  expect(events.map(({ text, tense, aside }) => [text, tense, aside])).toEqual([
    ['2030', 'PAST', false],
    ['May 2033', 'FUTURE', false],
    ['2040', 'NEITHER', true],
  ]);
  expect(datedEvents('It opened on 3 May.', ENGLISH)).toEqual([]);
});
