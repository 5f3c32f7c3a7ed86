import type { Texts } from '../database/workspace-connection.js';
import type { Connection, Edge, Order, Page } from './connection.js';
import { MAX_PAGE, toConnection } from './connection.js';
import { encodeCursor, type KeyKind, type KeyValue } from './cursor.js';

/** The values of a statement, in the order of their placeholders. */
export class Parameters {
  readonly values: unknown[] = [];

  /** The placeholder of a value: `$1`, `$2` … */
  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** Whether a column has one of some values. One alone is an equality: behind it, an index keeps its order. */
export function isOneOf(
  column: string,
  values: readonly unknown[],
  type: 'smallint' | 'text',
  parameters: Parameters,
): string {
  return values.length === 1
    ? `${column} = ${parameters.add(values[0])}::${type}`
    : `${column} = ANY(${parameters.add(values)}::${type}[])`;
}

/** One column of an order. `sql` must be an expression of the program's own, never of a caller's. */
export interface KeyColumn {
  readonly kind: KeyKind;
  /** What rows are ordered by. */
  readonly sql: string;
  /** What a cursor holds of it, where that is not the column itself. */
  readonly selected?: string;
  /** How a cursor's value becomes one that the column is compared with. */
  readonly compared: (placeholder: string) => string;
}

export const smallintKey = (sql: string): KeyColumn => ({ kind: 'integer', sql, compared: (at) => `${at}::smallint` });
export const integerKey = (sql: string): KeyColumn => ({ kind: 'integer', sql, compared: (at) => `${at}::integer` });
export const uuidKey = (sql: string): KeyColumn => ({ kind: 'uuid', sql, compared: (at) => `${at}::uuid` });
export const textKey = (sql: string): KeyColumn => ({ kind: 'text', sql, compared: (at) => `${at}::text` });
export const bigintKey = (sql: string): KeyColumn => ({
  kind: 'bigint',
  sql,
  selected: `(${sql})::text`,
  compared: (at) => `${at}::bigint`,
});
/** Cursors hold microseconds, as PostgreSQL does; a JavaScript date would lose rows. */
export const timeKey = (sql: string): KeyColumn => ({
  kind: 'bigint',
  sql,
  selected: `(extract(epoch FROM ${sql}) * 1000000)::bigint::text`,
  compared: (at) => `(timestamptz 'epoch' + ${at}::bigint * interval '1 microsecond')`,
});

/** A total order that a statement can follow: its last column tells any two rows apart. */
export interface SqlOrder extends Order {
  readonly columns: readonly KeyColumn[];
  readonly descending: boolean;
}

export function sqlOrder(name: string, columns: readonly KeyColumn[], descending = false): SqlOrder {
  return { name, columns, descending, kinds: columns.map(({ kind }) => kind) };
}

/** What a statement reads a page of. All SQL in it must be the program's own. */
export interface PageSource {
  /** Tables that `from` names, as they stand behind WITH. */
  readonly tables?: string;
  /** The alias of the table in `from`, and of the page's rows in `joins` and `select`. */
  readonly alias: string;
  readonly from: string;
  /** Conditions beside those of the page, joined by AND. */
  readonly where: readonly string[];
  /** What the rows consist of before `joins` are added; all columns of the table when left out. */
  readonly columns?: readonly string[];
  /** Tables that hang on the page's rows. They are joined after the page is cut, to its few rows. */
  readonly joins?: readonly string[];
  /** Columns of `joins` and of the alias; all of the alias when left out. */
  readonly select?: readonly string[];
  /** For a page of each of several parents: a table `p` with a column `parent`, and how its rows are found. */
  readonly parents?: { readonly from: string; readonly condition: string };
  /** Further conditions, of which nobody knows beforehand whether many rows have them or few. Not with `parents`. */
  readonly frequent?: FrequentOrRare;
}

/** The same conditions in two ways, joined by AND each. See `eitherWay`. */
export interface FrequentOrRare {
  /** As tests of one row, each of which is true or false: what is looked up in them must not be read for all rows at once. */
  readonly tested: readonly string[];
  /** As what indexes find. */
  readonly found: readonly string[];
  /** Rows that are tested before it is told whether the conditions are frequent: fewer where testing costs more. */
  readonly tried: number;
}

/** A statement that reads a page and one row more, each row with the keys of its order, in the order that is read. */
export function pageStatement(source: PageSource, order: SqlOrder, page: Page, parameters: Parameters): string {
  const { alias, parents } = source;
  const wanted = parameters.add(page.size + 1);
  const rows = pageRows(source, order, page, parameters, { wanted: `${wanted}::integer`, atMost: wanted });
  const select = [
    ...(parents ? ['p.parent'] : []),
    ...(source.select ? [...source.select, ...order.columns.map((_, i) => `${alias}.${keyName(i)}`)] : [`${alias}.*`]),
  ];
  const sort = [...(parents ? ['p.parent'] : []), sorting(alias, order, page)];
  return `${source.tables === undefined ? '' : `WITH ${source.tables} `}SELECT ${select.join(', ')}
    FROM ${parents ? `${parents.from} CROSS JOIN LATERAL ` : ''}(${rows}) ${alias} ${(source.joins ?? []).join(' ')}
    ORDER BY ${sort.join(', ')}`;
}

/**
 * The rows of a page and one more, as a table whose columns are those of the source, and `n`: where the row stands among
 * them, from 1, in the order that is read. Its text is the same for pages of all sizes.
 */
export function numberedRows(source: PageSource, order: SqlOrder, page: Page, parameters: Parameters): string {
  const { alias } = source;
  const wanted = `${parameters.add(page.size + 1)}::integer`;
  // PostgreSQL stops at the last number that is wanted; the limit tells it beforehand that these are few.
  const rows = pageRows(source, order, page, parameters, { wanted, atMost: String(MAX_PAGE + 1) });
  return `SELECT * FROM (
      SELECT ${alias}.*, row_number() OVER (ORDER BY ${sorting(alias, order, page)}) AS n FROM (${rows}) ${alias}
    ) ${alias} WHERE ${alias}.n <= ${wanted}`;
}

/** How many rows: SQL of the program's own. */
interface Limits {
  /** The page's, and one more. */
  readonly wanted: string;
  /** No fewer. */
  readonly atMost: string;
}

function pageRows(source: PageSource, order: SqlOrder, page: Page, parameters: Parameters, limits: Limits): string {
  const { alias, parents, frequent } = source;
  const where = [...(parents ? [parents.condition] : []), ...source.where, ...between(order, page, parameters)];
  const columns = [
    ...(source.columns ?? [`${alias}.*`]),
    ...order.columns.map(({ sql, selected }, i) => `${selected ?? sql} AS ${keyName(i)}`),
    ...order.columns.map(({ sql }, i) => `${sql} AS sort_${i}`),
  ];
  const direction = directionOf(order, page);
  const rows: Rows = (more, conditions, limit) =>
    `SELECT ${[...columns, ...more].join(', ')} FROM ${source.from} WHERE ${[...where, ...conditions].join(' AND ')}
    ORDER BY ${order.columns.map(({ sql }) => `${sql} ${direction}`).join(', ')} LIMIT ${limit}`;
  return frequent ? eitherWay(frequent, rows, limits) : rows([], [], limits.atMost);
}

/** Rows in the page's order. @param more columns */
type Rows = (more: readonly string[], conditions: readonly string[], limit: string) => string;

/** Rows that are looked at in the page's order before those that have the conditions are found by indexes. */
const MOST_LOOKED_AT = 3_000;

/**
 * The rows of a page, whether its conditions are frequent or rare. What many rows have is soon met in the page's order, however
 * many there are; what few have is soon found by an index, and sorted. So rows are looked at in order, as long as a page may be full
 * before `MOST_LOOKED_AT` of them, as the first ones let expect, and ten times as many again. PostgreSQL reads them only as far as is asked for. Where they
 * do not make a page, nothing of them is used.
 */
function eitherWay({ tested, found, tried }: FrequentOrRare, rows: Rows, { wanted, atMost }: Limits): string {
  const likelyAfter = (some: number): string => {
    const first = `(SELECT fits FROM looked_at LIMIT ${some}) t`;
    return `(SELECT count(*) >= ${wanted} OR (
        SELECT count(*) < ${some} OR count(*) FILTER (WHERE t.fits) * ${MOST_LOOKED_AT} >= ${some} * ${wanted} FROM ${first}
      ) FROM (SELECT FROM ${first} WHERE t.fits LIMIT ${wanted}) f)`;
  };
  return `WITH looked_at AS MATERIALIZED (${rows([`(${tested.join(' AND ')}) AS fits`], [], String(MOST_LOOKED_AT))}),
    likely AS MATERIALIZED (SELECT ${likelyAfter(tried)} AND ${likelyAfter(10 * tried)} AS yes),
    met AS MATERIALIZED (SELECT * FROM looked_at WHERE fits AND (SELECT yes FROM likely) LIMIT ${wanted}),
    enough AS MATERIALIZED (
      SELECT (SELECT yes FROM likely) AND ((SELECT count(*) FROM met) >= ${wanted}
        OR (SELECT count(*) FROM looked_at) < ${MOST_LOOKED_AT}) AS yes)
    SELECT * FROM met WHERE (SELECT yes FROM enough)
    UNION ALL (${rows(['true AS fits'], [...found, 'NOT (SELECT yes FROM enough)'], atMost)})`;
}

const directionOf = (order: SqlOrder, page: Page): string => (order.descending === page.forward ? 'DESC' : 'ASC');

const sorting = (alias: string, order: SqlOrder, page: Page): string =>
  order.columns.map((_, i) => `${alias}.sort_${i} ${directionOf(order, page)}`).join(', ');

/** Row comparison: an index that leads with the order's columns starts at the cursor, however deep the page. */
function between(order: SqlOrder, page: Page, parameters: Parameters): string[] {
  const columns = `(${order.columns.map(({ sql }) => sql).join(', ')})`;
  const beyond = (key: readonly KeyValue[], sign: string) =>
    `${columns} ${sign} (${order.columns.map(({ compared }, i) => compared(parameters.add(key[i]))).join(', ')})`;
  const [later, earlier] = order.descending ? ['<', '>'] : ['>', '<'];
  return [...(page.after ? [beyond(page.after, later)] : []), ...(page.before ? [beyond(page.before, earlier)] : [])];
}

export const keyName = (i: number): string => `key_${i}`;

/** A row that was selected with the keys of its order. */
export type KeyedRow = Readonly<Record<string, unknown>>;

/** The connection that rows of a page's statement make. */
export function connectRows<R extends KeyedRow, T>(
  order: SqlOrder,
  page: Page,
  rows: readonly R[],
  toNode: (row: R) => T,
): Connection<T> {
  const edges = rows.map((row): Edge<T> => ({ cursor: cursorOf(order, row), node: toNode(row) }));
  return toConnection(page, page.forward ? edges : edges.reverse());
}

function cursorOf(order: SqlOrder, row: KeyedRow): string {
  return encodeCursor(
    order.name,
    order.columns.map((_column, i) => row[keyName(i)] as KeyValue),
  );
}

/** The same for a row that came as texts. @param first where the first key stands */
export function cursorOfTexts(order: SqlOrder, row: Texts, first: number): string {
  return encodeCursor(
    order.name,
    order.columns.map(({ kind }, i) => {
      const text = row[first + i] ?? '';
      return kind === 'integer' ? Number(text) : text;
    }),
  );
}
