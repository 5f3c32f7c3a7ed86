import { jest } from '@jest/globals';
import { Connection } from './connection.js';
import { whileLost } from './while-lost.js';

let connection: Connection;
let answers: boolean[];
let tried: number;
const onBack = jest.fn();
let end: () => void;

beforeEach(() => {
  jest.useFakeTimers();
  connection = new Connection();
  answers = [];
  tried = 0;
  onBack.mockClear();
  end = whileLost(connection, {
    tryIt: () => {
      tried++;
      if (answers.shift()) connection.found();
      return Promise.resolve();
    },
    onBack,
    waitMs: (attempts) => 100 * (attempts + 1),
  });
});
afterEach(() => {
  end();
  jest.useRealTimers();
});

it('tries until there is an answer, and tells once that it is back', async () => {
  answers = [false, false, true];
  connection.lost();
  await jest.advanceTimersByTimeAsync(100 + 200 + 300 + 10_000);
  expect(tried).toBe(3);
  expect(onBack).toHaveBeenCalledTimes(1);
});

it('tries nothing while it is there, nor after somebody else found it', async () => {
  await jest.advanceTimersByTimeAsync(1_000);
  connection.lost();
  connection.found();
  await jest.advanceTimersByTimeAsync(1_000);
  expect(tried).toBe(0);
  expect(onBack).toHaveBeenCalledTimes(1);
});

it('tries no more when it is ended', async () => {
  connection.lost();
  end();
  await jest.advanceTimersByTimeAsync(1_000);
  expect(tried).toBe(0);
});
