import { causeOf, GONE, KEY_LOST } from './disabled-cause.js';
import { judgeAnswer, PATIENCE_MS } from './retry.js';

const reasonOf = (status: number | null, failingSince: Date | null): string | null => {
  const answer = { status, error: 'nobody answers', retryAfter: null };
  const verdict = judgeAnswer(answer, 9, failingSince, new Date(PATIENCE_MS), 0.5);
  return verdict.kind === 'DISABLE' ? verdict.reason : null;
};

it.each([
  ['a receiver that is gone', reasonOf(410, null), 'GONE'],
  ['three days of failures', reasonOf(503, new Date(0)), 'FAILING'],
  ['a key that is another', KEY_LOST, 'SECRET_LOST'],
  ['what is enabled, or was disabled by somebody', null, null],
])('%s', (_, reason, cause) => expect(causeOf(reason)).toBe(cause));

it('a receiver that is gone is told as such', () => expect(reasonOf(410, null)).toBe(GONE));
