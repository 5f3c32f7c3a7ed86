import { jest } from '@jest/globals';
import { lasting, type Sink } from './lasting.js';

let begun: Sink<string>[];
let ended: number;
let end: () => void;
const told = { next: jest.fn(), error: jest.fn(), complete: jest.fn() };
const onAgain = jest.fn();
const waitMs = jest.fn((attempts: number) => 100 * (attempts + 1));

beforeEach(() => {
  jest.useFakeTimers();
  for (const each of [...Object.values(told), onAgain, waitMs]) each.mockClear();
  [begun, ended] = [[], 0];
  end = lasting<string>(
    (sink) => {
      begun.push(sink);
      return () => ended++;
    },
    told,
    { isPassing: (error) => error === 'passing', onAgain, waitMs },
  );
});
afterEach(() => jest.useRealTimers());

it('begins anew after what passes, later each time until something comes, and says so', () => {
  begun[0]!.error('passing');
  jest.advanceTimersByTime(100);
  expect(begun).toHaveLength(2);
  expect(onAgain).toHaveBeenCalledTimes(1);
  begun[1]!.error('passing');
  jest.advanceTimersByTime(199);
  expect(begun).toHaveLength(2);
  jest.advanceTimersByTime(1);
  begun[2]!.next('news');
  begun[2]!.error('passing');
  expect(waitMs.mock.calls).toEqual([[0], [1], [0]]);
  expect(told.next.mock.calls).toEqual([['news']]);
  expect(told.error).not.toHaveBeenCalled();
});

it('tells what does not pass, and the end', () => {
  begun[0]!.error('forbidden');
  begun[0]!.complete();
  jest.runAllTimers();
  expect(begun).toHaveLength(1);
  expect(told.error.mock.calls).toEqual([['forbidden']]);
  expect(told.complete).toHaveBeenCalledTimes(1);
});

it('does not begin anew once it was ended', () => {
  begun[0]!.error('passing');
  end();
  jest.runAllTimers();
  expect(begun).toHaveLength(1);
  expect(ended).toBe(1);
});
