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
