import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import { ColumnArray } from './column-array.js';
import type { WorkspaceConnection } from './workspace-connection.js';

/** Rows a statement at most. */
const ROWS = 2_000;
/** Characters of text a statement, about: arrays are built in memory on both sides. */
const CHARACTERS = 4_000_000;

export interface BulkOptions {
  /** What follows VALUES: `ON CONFLICT … DO NOTHING`. */
  readonly onConflict?: string;
  /** Columns to answer with. */
  readonly returning?: string;
}

/**
 * Inserts rows by arrays, a statement for some thousand rows: row-level security refuses COPY, and this comes closest. A
 * single row goes as it is: Citus passes that on to its shard, and takes arrays apart first.
 *
 * @param rows all with the same properties; what they leave out takes the table's default
 * @returns what `returning` names, of the rows that were inserted
 */
export async function bulkInsert<T extends ObjectLiteral, R = unknown>(
  connection: WorkspaceConnection,
  entity: EntityTarget<T>,
  rows: readonly Partial<T>[],
  options: BulkOptions = {},
): Promise<R[]> {
  const [first] = rows;
  if (!first) return [];
  const { tableName, used } = writersOf(connection, entity, first);
  const into = used.map(({ name }) => `"${name}"`).join(', ');
  if (rows.length === 1) {
    const values = used.map(({ single }, i) => `$${i + 1}::${single}`).join(', ');
    return await connection.queryPrepared<R>(
      `INSERT INTO "${tableName}" (${into}) VALUES (${values}) ${ending(options)}`,
      used.map(({ property, single, write }) => (single.endsWith('[]') ? first[property] : write(first[property]))),
    );
  }
  const values = used.map(({ read }) => read).join(', ');
  const arrays = used.map(({ type }, i) => `$${i + 1}::${type}[]`).join(', ');
  const select = `SELECT ${values} FROM unnest(${arrays}) AS u (${into})`;
  const insert = `INSERT INTO "${tableName}" (${into}) ${select} ${ending({ returning: '1', ...options })}`;
  // Citus makes a COPY of an INSERT … SELECT that returns nothing, and row-level security refuses that.
  const sql = options.returning ? insert : `WITH stored AS (${insert}) SELECT FROM stored LIMIT 0`;
  const answers: R[] = [];
  for (const chunk of chunks(rows)) {
    const params = columnArrays(used, chunk);
    if (!options.returning) await connection.write(sql, params);
    else for (const answer of await connection.queryPrepared<R>(sql, params)) answers.push(answer);
  }
  return answers;
}

const ending = ({ onConflict = '', returning }: BulkOptions): string =>
  returning ? `${onConflict} RETURNING ${returning}` : onConflict;

interface Writer {
  readonly property: string;
  readonly name: string;
  /** Of a value that is sent alone. */
  readonly single: string;
  /** Of the elements that are sent. */
  readonly type: string;
  /** From the unnested column to the table's. */
  readonly read: string;
  write(value: unknown): unknown;
}

/** The table of an entity, and the columns that a row has values for. @throws Error where there is no such column */
export function writersOf<T extends ObjectLiteral>(
  connection: WorkspaceConnection,
  entity: EntityTarget<T>,
  row: Partial<T>,
): { readonly tableName: string; readonly used: readonly Writer[] } {
  const { tableName, columns } = connection.manager.connection.getMetadata(entity);
  const used = Object.keys(row).map((property) => {
    const column = columns.find(({ propertyName }) => propertyName === property);
    if (!column) throw new Error(`${tableName} has no column for ${property}`);
    return writerOf(column);
  });
  return { tableName, used };
}

/** What is sent of rows: an array for each column. */
export function columnArrays<T extends ObjectLiteral>(
  used: readonly Writer[],
  rows: readonly Partial<T>[],
): ColumnArray[] {
  return used.map(
    ({ property, type, write }) =>
      new ColumnArray(
        type,
        rows.map((row) => write(row[property])),
      ),
  );
}

/** How the values of a column are sent in an array. */
function writerOf(column: ColumnMetadata): Writer {
  const { propertyName: property, databaseName: name } = column;
  const { transformer } = column;
  const single = `${String(column.type)}${column.isArray ? '[]' : ''}`;
  if (column.type === 'jsonb') return { property, name, single, type: 'jsonb', read: `u."${name}"`, write: toJson };
  if (column.isArray) {
    // unnest would flatten arrays of arrays.
    const read = `ARRAY(SELECT jsonb_array_elements_text(u."${name}"))::${String(column.type)}[]`;
    return { property, name, single, type: 'jsonb', read, write: toJson };
  }
  const to = transformer && !Array.isArray(transformer) ? (value: unknown): unknown => transformer.to(value) : null;
  const write = to ?? ((value: unknown): unknown => value);
  return { property, name, single, type: single, read: `u."${name}"`, write };
}

/** PostgreSQL's JSON takes no half of a surrogate pair, which a cut text can leave. */
function toJson(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'string' ? each.replace(/\p{Surrogate}/gu, '\ufffd') : each,
  );
}

/** Rows that go into one statement. */
export function* chunks<T extends ObjectLiteral>(rows: readonly Partial<T>[]): Generator<readonly Partial<T>[]> {
  let start = 0;
  let size = 0;
  for (const [i, row] of rows.entries()) {
    for (const value of Object.values(row) as unknown[]) size += typeof value === 'string' ? value.length : 8;
    if (i + 1 - start >= ROWS || size >= CHARACTERS) {
      yield rows.slice(start, i + 1);
      [start, size] = [i + 1, 0];
    }
  }
  if (start < rows.length) yield rows.slice(start);
}
