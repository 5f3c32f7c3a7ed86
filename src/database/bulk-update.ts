import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { chunks, columnArrays, writersOf } from './bulk-insert.js';
import type { WorkspaceConnection } from './workspace-connection.js';

/**
 * Updates rows by arrays, a statement for some thousand rows.
 *
 * @param keys the properties that name a row within the workspace; the others of `rows` are set
 * @param rows all with the same properties
 * @param also further assignments, to the table `t`: `version = t.version + 1`
 */
export async function bulkUpdate<T extends ObjectLiteral>(
  connection: WorkspaceConnection,
  entity: EntityTarget<T>,
  workspaceId: string,
  keys: readonly (keyof T & string)[],
  rows: readonly Partial<T>[],
  also: readonly string[] = [],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const { tableName, used } = writersOf(connection, entity, first);
  const [named, set] = [true, false].map((isKey) => used.filter(({ property }) => keys.includes(property) === isKey));
  const names = used.map(({ name }) => `"${name}"`).join(', ');
  const arrays = used.map(({ type }, i) => `$${i + 2}::${type}[]`).join(', ');
  const assigned = [...set!.map(({ name, read }) => `"${name}" = ${read}`), ...also].join(', ');
  const where = named!.map(({ name }) => `t."${name}" = u."${name}"`).join(' AND ');
  const sql = `UPDATE "${tableName}" t SET ${assigned} FROM unnest(${arrays}) AS u (${names})
    WHERE t.workspace_id = $1 AND ${where}`;
  for (const chunk of chunks(rows)) {
    await connection.write(sql, [workspaceId, ...columnArrays(used, chunk)]);
  }
}
