import { ATTEMPTS_REFUSED, judgeAnswer, PATIENCE_MS, type Answer } from './retry.js';

const NOW = new Date('2031-04-02T09:00:00Z');
const answered = (status: number | null, retryAfter: string | null = null): Answer => ({
  status,
  retryAfter,
  error: status === null ? 'nobody answers' : `answered ${status}`,
});
const since = (ms: number): Date => new Date(NOW.getTime() - ms);

/** The wait after an attempt, in seconds; null when there is no other attempt. */
function wait(answer: Answer, attempt: number, random = 0.5): number | null {
  const verdict = judgeAnswer(answer, attempt, null, NOW, random);
  return verdict.kind === 'RETRY' ? (verdict.at.getTime() - NOW.getTime()) / 1_000 : null;
}

describe('what follows from an answer', () => {
  it.each([200, 201, 204, 299])('%i: it was delivered', (status) => {
    expect(judgeAnswer(answered(status), 3, since(1), NOW, 0)).toEqual({ kind: 'DELIVERED' });
  });

  it.each([null, 100, 301, 307, 401, 404, 408, 429, 500, 502, 503])('%s: it is tried again', (status) => {
    expect(judgeAnswer(answered(status), 20, since(PATIENCE_MS - 1), NOW, 0)).toMatchObject({ kind: 'RETRY' });
  });

  it('waits longer each time, within a quarter more or less, up to four hours', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 1_000].map((attempt) => wait(answered(500), attempt))).toEqual([
      5, 20, 80, 320, 1_280, 5_120, 14_400, 14_400, 14_400,
    ]);
    expect([0, 1].map((random) => wait(answered(500), 2, random))).toEqual([15, 25]);
  });

  it.each([
    ['120', 120],
    [' 7 ', 7],
    ['Wed, 02 Apr 2031 10:00:00 GMT', 3_600],
    // Less than one would wait anyway, past, more than a day, or nothing that says a time.
    ['1', 5],
    ['Wed, 02 Apr 2031 08:00:00 GMT', 5],
    ['999999999', 86_400],
    ['-1', 5],
    ['soon', 5],
    ['2031-04-02', 5],
    ['99999999999999999999', 5],
  ])('waits as Retry-After asks: %s', (header, seconds) => expect(wait(answered(503, header), 1)).toBe(seconds));

  it('gives a message up that the receiver says several times is wrong', () => {
    for (const status of [400, 413, 422]) {
      expect(wait(answered(status), ATTEMPTS_REFUSED - 1)).toBeGreaterThan(0);
      expect(judgeAnswer(answered(status), ATTEMPTS_REFUSED, null, NOW, 0)).toEqual({ kind: 'GIVE_UP' });
    }
  });

  it('stops when nothing came through for three days, or the receiver is gone', () => {
    for (const status of [null, 400, 500]) {
      expect(judgeAnswer(answered(status), 30, since(PATIENCE_MS), NOW, 0)).toEqual({
        kind: 'DISABLE',
        reason: `nothing could be delivered since 2031-03-30T09:00:00.000Z; the last time: ${answered(status).error}`,
      });
    }
    expect(judgeAnswer(answered(410), 1, null, NOW, 0)).toMatchObject({ kind: 'DISABLE' });
  });
});
