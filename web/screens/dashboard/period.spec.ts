import { isPeriod, PERIOD_NAMES, periodOf } from './period.js';

it('a period ends with the hour, and begins so many days before', () => {
  const now = Date.parse('2031-05-08T10:20:30Z');
  expect(periodOf('week', now)).toEqual({
    from: '2031-05-01T11:00:00.000Z',
    to: '2031-05-08T11:00:00.000Z',
    interval: 'DAY',
  });
  expect(periodOf('year', now).interval).toBe('WEEK');
});

it('all through an hour the same is asked for', () => {
  const [early, late] = ['2031-05-08T10:00:01Z', '2031-05-08T10:59:59Z'].map((time) => Date.parse(time));
  expect(periodOf('month', early!)).toEqual(periodOf('month', late!));
});

it('the API gives as many points at once', () => {
  const now = Date.parse('2031-05-08T10:00:00Z');
  const lengths = { HOUR: 1, DAY: 24, WEEK: 168, MONTH: 720 };
  for (const name of PERIOD_NAMES) {
    const { from, to, interval } = periodOf(name, now);
    expect((Date.parse(to) - Date.parse(from)) / 3_600_000 / lengths[interval]).toBeLessThan(1_000);
  }
});

it.each([null, '', 'decade', 'toString'])('%p is no period', (text) => expect(isPeriod(text)).toBe(false));
