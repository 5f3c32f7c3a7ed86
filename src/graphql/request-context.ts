import DataLoader from 'dataloader';
import type { FastifyRequest } from 'fastify';
import type { GraphQLResolveInfo } from 'graphql';
import type { Viewer } from '../auth/viewer.js';

/** What resolvers share while one request is answered. */
export interface RequestContext {
  /** Who asks. Before an operation is run, it is decided where it reads: see `reading-place.ts`. */
  viewer: Viewer;
  /** Where this server is reached, without a slash at the end: for addresses of its own pages. */
  readonly baseUrl: string;
  /** Texts of the answer that are shown this once and kept nowhere. */
  readonly secrets: Set<string>;
  readonly batches: Map<string, DataLoader<unknown, unknown, string>>;
}

/** Errors before a request is known by its token are formatted with a context as well, and then nobody is known. */
export function contextOf(request: FastifyRequest): RequestContext | Record<string, never> {
  return request.viewer ? contextFor(baseUrlOf(request), request.viewer) : {};
}

export const contextFor = (baseUrl: string, viewer: Viewer, secrets: Set<string> = new Set()): RequestContext => ({
  viewer,
  baseUrl,
  secrets,
  batches: new Map(),
});

export const baseUrlOf = ({ protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>): string =>
  `${protocol}://${host}`;

/**
 * Collects the keys that resolvers ask for at one time and loads them together. Within one request, one `name` is one
 * batch: the same function, and answers are remembered.
 *
 * @param load answers in the order of the keys, one each
 */
export function batched<K, V>(
  context: RequestContext,
  name: string,
  load: (keys: readonly K[]) => Promise<readonly V[]>,
  nameOf: (key: K) => string = String,
): DataLoader<K, V, string> {
  const found = context.batches.get(name);
  if (found) return found as DataLoader<K, V, string>;
  const made = new DataLoader<K, V, string>(load, { cacheKeyFn: nameOf });
  context.batches.set(name, made as DataLoader<unknown, unknown, string>);
  return made;
}

/** Rows in the order of the keys that asked for them; null where there is none. */
export function inOrder<K, R>(keys: readonly K[], rows: readonly R[], keyOf: (row: R) => K): (R | null)[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => byKey.get(key) ?? null);
}

/** All rows of each key, in the rows' own order. */
export function grouped<K, R>(keys: readonly K[], rows: readonly R[], keyOf: (row: R) => K): R[][] {
  const byKey = new Map<K, R[]>(keys.map((key) => [key, []]));
  for (const row of rows) byKey.get(keyOf(row))?.push(row);
  return keys.map((key) => byKey.get(key) ?? []);
}

/** The place in the query where a resolver runs, the same for all rows of a list: names a batch. */
export function placeOf(info: GraphQLResolveInfo): string {
  const names: string[] = [];
  for (let at: GraphQLResolveInfo['path'] | undefined = info.path; at; at = at.prev) {
    if (typeof at.key === 'string') names.push(at.key);
  }
  return `${info.parentType.name} ${names.reverse().join('.')}`;
}
