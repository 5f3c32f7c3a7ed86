import { once } from 'node:events';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { DataSource, EntityManager } from 'typeorm';
import type { ColumnArray } from '../../src/database/column-array.js';
import type { Texts, WorkspaceConnection } from '../../src/database/workspace-connection.js';

/** What `bulkInsert` sends. */
const INSERT = /^(?:WITH stored AS \()?INSERT INTO "(\w+)" \((.+?)\) SELECT (.+?) FROM unnest\((.+?)\) AS u /;
/** What it sends of a single row. */
const INSERT_ONE = /^INSERT INTO "(\w+)" \((.+?)\) VALUES \((.+?)\) /;
/** Rows that are kept until they are sent, in characters. */
const KEPT = 8_000_000;

interface Table {
  readonly sql: string;
  readonly rows: string[];
  size: number;
}

/**
 * A connection whose inserts by arrays are sent by COPY, some megabytes at a time: so the program's own code, which makes
 * the rows and says where they go, can fill an empty database as fast as PostgreSQL takes them. Row-level security refuses
 * COPY, so the client must be the owner or above. In an empty database nothing is found, changed or deleted: other
 * statements answer with no rows.
 */
export class CopyingConnection implements WorkspaceConnection {
  readonly manager: EntityManager;
  private readonly tables = new Map<string, Table>();
  private kept = 0;
  private sending: Promise<void> = Promise.resolve();
  /** Rows that were taken, by table. */
  readonly counts = new Map<string, number>();

  constructor(
    private readonly client: pg.Client,
    dataSource: DataSource,
    private readonly limit = KEPT,
  ) {
    this.manager = dataSource.manager;
  }

  query<R>(sql: string, params: readonly unknown[] = []): Promise<R[]> {
    const insert = INSERT.exec(`${sql} `);
    const single = INSERT_ONE.exec(`${sql} `);
    if (single) {
      const [, table, columns, values] = single as unknown as [string, string, string, string];
      const arrays = values.split(', ').map((value) => value.endsWith('[]'));
      // An array is sent as it is here, and as JSON among several rows.
      const sent = params.map((value, i) => [arrays[i] && value !== null ? JSON.stringify(value) : value]);
      this.take(table, columns, sent, arrays);
      return Promise.resolve([]);
    }
    if (!insert) {
      if (/\bINSERT INTO\b/.test(sql)) return Promise.reject(new Error(`this cannot be copied: ${sql.slice(0, 200)}`));
      return Promise.resolve([]);
    }
    const [, table, columns, reads] = insert as unknown as [string, string, string, string];
    const arrays = reads.split(/, (?=u\."|ARRAY\()/).map((read) => read.startsWith('ARRAY('));
    this.take(
      table,
      columns,
      params.map((each) => (each as ColumnArray).values),
      arrays,
    );
    return Promise.resolve([]);
  }

  async write(sql: string, params: readonly unknown[]): Promise<void> {
    await this.query(sql, params);
  }

  queryPrepared<R>(sql: string, params: readonly unknown[] = []): Promise<R[]> {
    return this.query(sql, params);
  }

  async eachTexts(
    sql: string,
    params: readonly unknown[],
    _prepared: boolean,
    take: (row: Texts) => void,
  ): Promise<void> {
    (await this.query<Texts>(sql, params)).forEach(take);
  }

  announce(): void {
    // Nobody waits while a database is filled.
  }

  private take(
    table: string,
    columns: string,
    params: readonly (readonly unknown[])[],
    arrays: readonly boolean[],
  ): void {
    const sql = `COPY "${table}" (${columns}) FROM STDIN`;
    const place = this.tables.get(sql) ?? { sql, rows: [], size: 0 };
    this.tables.set(sql, place);
    const count = params[0]?.length ?? 0;
    for (let i = 0; i < count; i++) {
      let row = '';
      for (let c = 0; c < params.length; c++) row += `${c === 0 ? '' : '\t'}${encoded(params[c]![i], arrays[c]!)}`;
      place.rows.push(row);
      place.size += row.length;
      this.kept += row.length;
    }
    this.counts.set(table, (this.counts.get(table) ?? 0) + count);
  }

  /** Sends what is kept when it is much; the next rows can be made meanwhile. */
  async sendWhenMuch(): Promise<void> {
    if (this.kept < this.limit) return;
    await this.sending;
    this.sending = this.sendKept();
    // It is looked at before the next.
    this.sending.catch(() => undefined);
  }

  /** Sends all, and waits until PostgreSQL has it. */
  async send(): Promise<void> {
    await this.sending;
    await this.sendKept();
  }

  /** The tables in the order in which they were first written to. */
  private async sendKept(): Promise<void> {
    this.kept = 0;
    const full = [...this.tables.values()].map(({ sql, rows }) => ({ sql, text: `${rows.join('\n')}\n` }));
    this.tables.clear();
    for (const { sql, text } of full) {
      const stream = this.client.query(copyFrom(sql));
      stream.end(text);
      await once(stream, 'finish');
    }
  }
}

/** A value as COPY's text format has it. */
export function encoded(value: unknown, isArray: boolean): string {
  if (value === null || value === undefined) return '\\N';
  switch (typeof value) {
    case 'boolean':
      return value ? 't' : 'f';
    case 'number':
    case 'bigint':
      return String(value);
    case 'string':
      return escaped(isArray ? arrayLiteral(JSON.parse(value) as unknown[]) : value);
    default:
      if (value instanceof Date) return value.toISOString();
      if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
      throw new TypeError(`this cannot be copied: ${JSON.stringify(value)}`);
  }
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const escaped = (text: string): string => text.replace(/[\\\t\n\r]/g, (each) => ESCAPES[each]!);
const arrayLiteral = (items: readonly unknown[]): string =>
  `{${items.map((item) => `"${String(item).replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
