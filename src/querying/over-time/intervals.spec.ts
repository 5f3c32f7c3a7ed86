import { intervalsBetween, intervalStart, MAX_POINTS, nextStart, type Interval } from './intervals.js';

const at = (text: string): Date => new Date(`${text}Z`);
const later = at('2099-01-01T00:00');

describe('boundaries', () => {
  it.each<[Interval, string, string, string]>([
    ['HOUR', '2031-03-30T01:59:59.999', '2031-03-30T01:00', '2031-03-30T02:00'],
    ['HOUR', '2031-03-30T02:00', '2031-03-30T02:00', '2031-03-30T03:00'],
    ['DAY', '2031-12-31T23:59', '2031-12-31T00:00', '2032-01-01T00:00'],
    ['WEEK', '2031-01-01T12:00', '2030-12-30T00:00', '2031-01-06T00:00'],
    ['WEEK', '2031-01-05T23:59', '2030-12-30T00:00', '2031-01-06T00:00'],
    ['WEEK', '2031-01-06T00:00', '2031-01-06T00:00', '2031-01-13T00:00'],
    ['MONTH', '2032-02-29T12:00', '2032-02-01T00:00', '2032-03-01T00:00'],
    ['MONTH', '2031-12-01T00:00', '2031-12-01T00:00', '2032-01-01T00:00'],
  ])('of %s around %s', (interval, moment, from, to) => {
    const start = intervalStart(interval, at(moment));
    expect([start, nextStart(interval, start)]).toEqual([at(from), at(to)]);
  });
});

describe('intervals', () => {
  const between = (interval: Interval, from: string, to: string, now = later): string[] =>
    intervalsBetween(interval, { from: at(from), to: at(to) }, now).map(({ from: start }) => start.toISOString());

  it('are whole ones, those at the ends too, and follow one another', () => {
    expect(between('DAY', '2031-03-01T12:00', '2031-03-03T00:00:00.001')).toEqual([
      '2031-03-01T00:00:00.000Z',
      '2031-03-02T00:00:00.000Z',
      '2031-03-03T00:00:00.000Z',
    ]);
    const spans = intervalsBetween('MONTH', { from: at('2031-01-31T10:00'), to: at('2032-04-01T00:00') }, later);
    expect(spans).toHaveLength(15);
    for (const [i, { from }] of spans.entries()) if (i > 0) expect(from).toEqual(spans[i - 1]!.to);
  });

  it('end with the one that it is now', () => {
    expect(between('HOUR', '2031-03-01T10:30', '2031-03-02T00:00', at('2031-03-01T11:00'))).toEqual([
      '2031-03-01T10:00:00.000Z',
      '2031-03-01T11:00:00.000Z',
    ]);
    expect(between('DAY', '2031-03-02T00:00', '2031-03-03T00:00', at('2031-03-01T11:00'))).toEqual([]);
  });

  it('are refused where there are too many, or the times are the wrong way round', () => {
    const hours = (count: number): Date => new Date(at('2031-01-01T00:00').getTime() + count * 3_600_000);
    const range = (count: number) => ({ from: at('2031-01-01T00:00'), to: hours(count) });
    expect(intervalsBetween('HOUR', range(MAX_POINTS), later)).toHaveLength(MAX_POINTS);
    expect(() => intervalsBetween('HOUR', range(MAX_POINTS + 1), later)).toThrow(/^interval: .*take longer ones/);
    expect(() => between('DAY', '2031-03-01T00:00', '2031-03-01T00:00')).toThrow(/^from: is not before `to`/);
    expect(() => between('DAY', '2031-03-02T00:00', '2031-03-01T00:00')).toThrow(/^from: /);
    expect(() => between('MONTH', '0001-01-01T00:00', '9999-01-01T00:00')).toThrow(/^interval: /);
  });
});
