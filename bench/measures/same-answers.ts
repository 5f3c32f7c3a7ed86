import { isDeepStrictEqual } from 'node:util';
import type { Asked } from '../load/rounds.js';
import { Connection, requestBytes } from '../load/client.js';
import type { Contestant } from '../servers/contestants.js';
import { translated, withoutCursor } from './pages.js';

/** What one server answers to each body. @throws Error for another status than 200 */
export async function answersOf(url: string, token: string, bodies: readonly string[]): Promise<string[]> {
  const connection = await Connection.open(url);
  try {
    const answers: string[] = [];
    for (const each of bodies) {
      const { status, body } = await connection.ask(requestBytes(url, token, each));
      if (status !== 200) throw new Error(`${url} answered ${status}: ${body.toString('utf8').slice(0, 500)}`);
      answers.push(body.toString('utf8'));
    }
    return answers;
  } finally {
    connection.close();
  }
}

/**
 * Asks each server everything once and compares: all must say the same as the first, byte by byte but for white space at the end, PostGraphile in its
 * own words. What each said is what it must say while it is timed.
 *
 * @throws Error naming the first difference
 */
export async function checked(
  contestants: readonly Contestant[],
  token: string,
  bodiesFor: (kind: Contestant['kind']) => readonly string[],
): Promise<Asked[]> {
  let first: readonly string[] | null = null;
  const asked: Asked[] = [];
  for (const { name, kind, url } of contestants) {
    const bodies = bodiesFor(kind);
    const expected = await answersOf(url, token, bodies);
    first ??= expected;
    for (const [i, answer] of expected.entries()) {
      const same =
        kind === 'postgraphile'
          ? isDeepStrictEqual(translated(answer), withoutCursor(first[i]!))
          : // Apollo ends with a line break.
            answer.trimEnd() === first[i];
      if (!same) throw new Error(`${name} answers otherwise to ${bodies[i]}: ${difference(answer, first[i]!)}`);
    }
    asked.push({ name, url, token, bodies, expected });
  }
  return asked;
}

/** Where two texts part. */
function difference(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const around = (text: string): string => JSON.stringify(text.slice(Math.max(0, at - 100), at + 100));
  return `from character ${at} on ${around(a)}, not ${around(b)}`;
}
