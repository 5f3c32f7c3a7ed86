import type { Exchange, OperationResult } from 'urql';
import { filter, pipe } from 'wonka';

/** The newest version seen of each object, by its id. */
export type Versions = Map<string, number>;

/**
 * Lets no event through that is older than what was answered before: it may come late, behind the answer to a mutation,
 * and would roll that back. What else it tells may be new all the same, so that is asked for. Stands between the cache
 * and the network, where all answers pass.
 *
 * @param readAnew called for each event that is held back
 */
export const newerOnly =
  (readAnew: () => void, versions: Versions = new Map()): Exchange =>
  ({ forward }) =>
  (operations$) =>
    pipe(
      forward(operations$),
      filter((result) => {
        const passes = isCurrent(result, versions);
        if (!passes) readAnew();
        return passes;
      }),
    );

/** @returns false for an event that tells of an older version of something */
export function isCurrent(
  { operation, data }: Pick<OperationResult, 'operation' | 'data'>,
  versions: Versions,
): boolean {
  const seen = versionsIn(data);
  if (operation.kind === 'subscription' && seen.some(([id, version]) => version < (versions.get(id) ?? 0)))
    return false;
  for (const [id, version] of seen) if (version > (versions.get(id) ?? 0)) versions.set(id, version);
  return true;
}

/** Every object in an answer that has an id and a version. */
function versionsIn(data: unknown): [string, number][] {
  const found: [string, number][] = [];
  const rest: unknown[] = [data];
  for (let each = rest.pop(); each !== undefined || rest.length > 0; each = rest.pop()) {
    if (typeof each !== 'object' || each === null) continue;
    const { id, version } = each as { id?: unknown; version?: unknown };
    if (typeof id === 'string' && typeof version === 'number') found.push([id, version]);
    for (const value of Object.values(each)) if (typeof value === 'object') rest.push(value);
  }
  return found;
}
