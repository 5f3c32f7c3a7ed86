import type { Exchange, OperationResult } from 'urql';
import { filter, map, pipe } from 'wonka';
import { versionedIn, Versions, withoutOlder } from './versions.js';

/**
 * Lets nothing into the cache that is older than what is there. Answers pass each other: an event may come behind the
 * answer to a mutation, and the answer to a query behind an event, as the server read for it before. Stands between the
 * cache and the network, where all answers pass.
 *
 * An event that tells of an older version is held back. A query was asked and is answered, but without what is older in
 * it: the cache has that already. A mutation passes, for who asked wants to know what became of it. Whatever else they
 * tell may be new or old, so all that is shown is asked for anew.
 *
 * Objects without a version cannot be told apart: of those, the last answer is taken.
 *
 * @param readAnew called for each answer that has something older in it
 */
export const newerOnly =
  (readAnew: () => void, versions = new Versions()): Exchange =>
  ({ forward }) =>
  (operations$) =>
    pipe(
      forward(operations$),
      map((result) => {
        const { passing, isOlder } = checked(result, versions);
        if (isOlder) readAnew();
        return passing;
      }),
      filter((result) => result !== null),
    );

type Answer = Pick<OperationResult, 'operation' | 'data'>;

/** @returns what may go on of an answer, null: nothing; whether something in it is older than what was seen */
export function checked<Each extends Answer>(
  answer: Each,
  versions: Versions,
): { readonly passing: Each | null; readonly isOlder: boolean } {
  const { kind } = answer.operation;
  const data = answer.data as unknown;
  const objects = [...versionedIn(data)];
  if (kind === 'subscription' && objects.some((each) => versions.isOlder(each))) {
    return { passing: null, isOlder: true };
  }
  const older = new Set<object>();
  for (const each of objects) {
    if (versions.isOlder(each)) older.add(each);
    else versions.see(each);
  }
  if (older.size === 0) return { passing: answer, isOlder: false };
  if (kind === 'mutation') return { passing: answer, isOlder: true };
  return { passing: { ...answer, data: withoutOlder(data, older, versions) }, isOlder: true };
}
