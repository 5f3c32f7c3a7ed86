import pg from 'pg';
import type { ClientBase, QueryArrayConfig, QueryConfig, QueryResult } from 'pg';

/**
 * Sends a statement on a connection, before it returns. A text of several statements has several results, which come as
 * a list.
 *
 * The promises that `client.query` makes by itself hold the query, and so its rows, in a circle that outlives every
 * collection of the young generation: all rows ever read would become old, and wait for a collection of the whole heap.
 * One that a callback settles is gone with its request.
 *
 * @throws the error of pg, its stack that of the caller: where the answer was read tells nothing
 */
export async function ask(
  client: ClientBase,
  statement: string | QueryConfig | QueryArrayConfig,
): Promise<QueryResult> {
  try {
    return await new Promise((resolve, reject) => {
      client.query(statement as QueryConfig, (error: Error | null, result) =>
        error ? reject(error) : resolve(result),
      );
    });
  } catch (error) {
    if (error instanceof Error) Error.captureStackTrace(error, ask);
    throw error;
  }
}

/**
 * Sends a statement as `ask` does, and gives its rows out one by one as they come: of an answer of many, none has to be
 * held until the last is there.
 *
 * @param take is given each row; when it throws, it is given no more
 * @throws what `take` threw, once PostgreSQL is done; the error of pg
 */
export async function askForRows<Row extends unknown[]>(
  client: ClientBase,
  statement: QueryArrayConfig,
  take: (row: Row) => void,
): Promise<void> {
  let failed: { readonly error: unknown } | null = null;
  try {
    await new Promise<void>((resolve, reject) => {
      // One that has no callback keeps no rows.
      const query = new pg.Query<Row>(statement);
      query.on('row', (row) => {
        if (failed) return;
        try {
          take(row as unknown as Row);
        } catch (error) {
          failed = { error };
        }
      });
      query.on('end', () => resolve());
      query.on('error', reject);
      client.query(query);
    });
  } catch (error) {
    if (error instanceof Error) Error.captureStackTrace(error, askForRows);
    throw error;
  }
  const { error } = (failed ?? {}) as { readonly error?: unknown };
  if (failed) throw error;
}
