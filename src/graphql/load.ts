import type { Viewer } from '../auth/viewer.js';
import type { Database } from '../database/database.js';
import type { Connection, Page } from './connection.js';
import { connectRows, pageStatement, Parameters, type KeyedRow, type PageSource, type SqlOrder } from './keyset.js';
import { grouped, inOrder } from './request-context.js';
import { rowsTogether } from './rows-together.js';
import type { Columns } from './rows.js';

/** The rows with these ids, in the order of the ids; null where the workspace has none. See `rowsTogether`. */
export async function rowsByIds<R extends { id: string }>(
  database: Database,
  viewer: Viewer,
  columns: Columns<R>,
  from: string,
  alias: string,
  ids: readonly string[],
): Promise<(R | null)[]> {
  const sql = `SELECT ${columns.list().join(', ')} FROM ${from}
    WHERE ${alias}.workspace_id = $1 AND ${alias}.id = ANY($2::uuid[])`;
  const rows = await rowsTogether(database, viewer, sql, ids);
  return inOrder(ids, rows, (row) => row[`${columns.prefix}id`] as string).map((row) => row && columns.read(row));
}

/**
 * One page of a table. One statement.
 *
 * @param source given the parameters of the statement, of which the first is the workspace's id
 */
export async function readPageOf<T>(
  database: Database,
  viewer: Viewer,
  source: (parameters: Parameters) => PageSource,
  order: SqlOrder,
  page: Page,
  toNode: (row: KeyedRow) => T,
): Promise<Connection<T>> {
  const parameters = new Parameters();
  parameters.add(viewer.workspaceId);
  const statement = pageStatement(source(parameters), order, page, parameters);
  const rows = await database.readWorkspace(viewer, (client) => client.query<KeyedRow>(statement, parameters.values));
  return connectRows(order, page, rows, toNode);
}

/**
 * The same page of the rows of each of several parents. One statement.
 *
 * @param ofParent the column that holds the parent's UUID; or, given the array of parents, a table `p` and the condition that makes a
 *   row one of its `parent`'s
 */
export async function readPagesOf<T>(
  database: Database,
  viewer: Viewer,
  parents: readonly string[],
  ofParent: string | ((parents: string) => NonNullable<PageSource['parents']>),
  source: (parameters: Parameters) => PageSource,
  order: SqlOrder,
  page: Page,
  toNode: (row: KeyedRow) => T,
): Promise<Connection<T>[]> {
  const parameters = new Parameters();
  parameters.add(viewer.workspaceId);
  const all = `${parameters.add(parents)}::uuid[]`;
  const whole: PageSource = {
    ...source(parameters),
    parents:
      typeof ofParent === 'string'
        ? { from: `unnest(${all}) p(parent)`, condition: `${ofParent} = p.parent` }
        : ofParent(all),
  };
  const statement = pageStatement(whole, order, page, parameters);
  const rows = await database.readWorkspace(viewer, (client) => client.query<KeyedRow>(statement, parameters.values));
  return grouped(parents, rows, ({ parent }) => parent as string).map((own) => connectRows(order, page, own, toNode));
}
