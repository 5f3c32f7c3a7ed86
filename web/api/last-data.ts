import type { Exchange } from 'urql';
import { map, pipe, tap } from 'wonka';

/**
 * Keeps what a query had beside the error of asking anew, or where the cache lacks a part of what is asked: else a lost
 * answer would take from the page what is on it, and what somebody types there. Stands before the cache, which has
 * nothing to say where an answer failed as a whole, or where a part was held back as older than what is known.
 */
export const lastData =
  (): Exchange =>
  ({ forward }) =>
  (operations$) => {
    const known = new Map<number, unknown>();
    return pipe(
      operations$,
      tap(({ kind, key }) => {
        if (kind === 'teardown') known.delete(key);
      }),
      forward,
      map((result) => {
        const { kind, key } = result.operation;
        if (kind !== 'query') return result;
        if (result.data != null) known.set(key, result.data);
        else if (known.has(key)) return { ...result, data: known.get(key) };
        return result;
      }),
    );
  };
