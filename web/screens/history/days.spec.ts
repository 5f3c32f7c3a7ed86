import { dayOf, endOfDay } from './days.js';

it('a day ends at its last moment, where the browser is', () => {
  const end = new Date(endOfDay('2031-04-30')!);
  expect(dayOf(end)).toBe('2031-04-30');
  expect(dayOf(new Date(end.getTime() + 1))).toBe('2031-05-01');
});

it.each([null, '', '2031-04-31', '2031-13-01', '2031-4-1', 'yesterday', '2031-02-29'])('%j is no day', (day) =>
  expect(endOfDay(day)).toBeNull(),
);

it('a leap day is one', () => expect(endOfDay('2032-02-29')).not.toBeNull());
