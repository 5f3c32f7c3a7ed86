import { Logger } from '@nestjs/common';
import { jest } from '@jest/globals';
import { SignInFailures } from './sign-in-failures.js';

const lines: string[] = [];
beforeEach(() => {
  lines.length = 0;
  jest.spyOn(Logger.prototype, 'warn').mockImplementation((line: unknown) => void lines.push(String(line)));
});
afterEach(() => jest.restoreAllMocks());

/** Whether nothing is waited for. */
const isAtOnce = (work: Promise<void>): Promise<boolean> =>
  Promise.race([work.then(() => true), new Promise<boolean>((resolve) => setImmediate(() => resolve(false)))]);
const timed = async (work: Promise<void>): Promise<number> => {
  const before = performance.now();
  await work;
  return performance.now() - before;
};

describe('failed sign-ins', () => {
  it('are answered more slowly the more of them come from one address, and at once again after a minute', async () => {
    let now = 0;
    const failures = new SignInFailures(true, () => now);
    for (let i = 0; i < 20; i++) expect(await isAtOnce(failures.record('a', 'no token'))).toBe(true);
    expect(await timed(failures.record('a', 'no token'))).toBeGreaterThan(90);
    expect(await timed(failures.record('a', 'no token'))).toBeGreaterThan(190);
    expect(await isAtOnce(failures.record('b', 'no token'))).toBe(true);
    now = 60_001;
    expect(await isAtOnce(failures.record('a', 'no token'))).toBe(true);
  });

  it('are told one by one, then by the hundred', async () => {
    const failures = new SignInFailures(false);
    for (let i = 0; i < 220; i++) await failures.record('192.0.2.1', 'no token');
    expect(lines).toHaveLength(22);
    expect(lines[0]).toBe('sign-in from 192.0.2.1 failed: no token');
    expect(lines.at(-1)).toBe('sign-in from 192.0.2.1 failed: no token (and 99 more)');
  });
});
