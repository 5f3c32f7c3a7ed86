import { createHash } from 'node:crypto';
import type { PoolClient, QueryConfig, QueryResult } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner.js';
import { ask, askForRows } from './ask.js';
import { ColumnArray } from './column-array.js';
import { leavesTogether } from './leaves-together.js';
import { measured } from './measured.js';

/** A connection inside one transaction that sees one workspace, and ends with it. */
export interface WorkspaceConnection {
  /** @returns the rows of one statement; `$1`, `$2` … stand for the parameters */
  query<R>(sql: string, params?: readonly unknown[]): Promise<R[]>;
  /**
   * The same for a statement that comes again and again and takes longer to plan than to run: each connection of the
   * pool plans it once. It stays in the memory of all of them, so its text must be one of a few.
   */
  queryPrepared<R>(sql: string, params?: readonly unknown[]): Promise<R[]>;
  /**
   * A statement that writes, prepared as with `queryPrepared`, and has no rows to answer with. Within `pipelined`, this may
   * resolve before PostgreSQL is done with it.
   */
  write(sql: string, params: readonly unknown[]): Promise<void>;
  /**
   * Gives out the rows as PostgreSQL sends them, when they come: the text of each column in the order of the select list,
   * nothing read and nothing named. For who writes most of it on as it is.
   *
   * @param prepared as with `queryPrepared`
   * @throws what `take` throws
   */
  eachTexts(sql: string, params: readonly unknown[], prepared: boolean, take: (row: Texts) => void): Promise<void>;
  /** TypeORM on the same transaction. */
  readonly manager: EntityManager;
  /**
   * Once this is committed, whoever waits for it in this process is told: see `Database.onCommitted`. What is told so is
   * told sooner, no more: a process that dies after its COMMIT tells nobody.
   */
  announce(topic: Topic): void;
}

/** What is told of as soon as it is committed: new events. */
export type Topic = 'events';

/** A row as it came: the text of each column, null for NULL. */
export type Texts = readonly (string | null)[];

export type StatementListener = (sql: string) => void;

/** What PostgreSQL says to each statement after one that failed. */
const TRANSACTION_ABORTED = '25P02';
/** Of a prepared statement whose preparing was refused for the sake of another. */
const UNKNOWN_STATEMENT = '26000';

/** The transaction behind a `WorkspaceConnection`. Refuses statements once it is closed. */
export class Transaction implements WorkspaceConnection {
  private open = true;
  private runner: BoundQueryRunner | null = null;
  private lastError: unknown = null;
  /** Whether a statement was not sent: PostgreSQL does not know that what came to it is not all. */
  hasUnsent = false;
  /** What is to be told of once it is committed. */
  readonly announced = new Set<Topic>();

  constructor(
    private readonly client: PoolClient,
    private readonly dataSource: DataSource,
    private readonly listener: StatementListener,
  ) {}

  async query<R>(sql: string, params: readonly unknown[] = []): Promise<R[]> {
    return (await this.send(sql, params)).rows as R[];
  }

  async queryPrepared<R>(sql: string, params: readonly unknown[] = []): Promise<R[]> {
    return (await this.send(sql, params, nameOf(sql))).rows as R[];
  }

  async write(sql: string, params: readonly unknown[]): Promise<void> {
    await this.send(sql, params, nameOf(sql));
  }

  async eachTexts(
    sql: string,
    params: readonly unknown[],
    prepared: boolean,
    take: (row: Texts) => void,
  ): Promise<void> {
    await this.sendBy(
      (statement) => askForRows<(string | null)[]>(this.client, { ...statement, ...AS_TEXTS }, take),
      sql,
      params,
      prepared ? nameOf(sql) : undefined,
    );
  }

  get manager(): EntityManager {
    this.runner ??= new BoundQueryRunner(this.dataSource, {
      query: (sql, params) => this.send(sql, params ?? []),
    });
    return this.runner.manager;
  }

  announce(topic: Topic): void {
    this.announced.add(topic);
  }

  close(): void {
    this.open = false;
    if (this.runner) this.runner.isReleased = true;
  }

  private unsent(error: Error): Promise<never> {
    this.hasUnsent = true;
    return Promise.reject(error);
  }

  private send(sql: string, params: readonly unknown[], name?: string): Promise<QueryResult> {
    return this.sendBy((statement) => ask(this.client, statement), sql, params, name);
  }

  // Not async: the statement must be on its way before this returns, so that it shares BEGIN's round trip.
  private sendBy<T>(
    way: (statement: QueryConfig) => Promise<T>,
    sql: string,
    params: readonly unknown[],
    name?: string,
  ): Promise<T> {
    if (!this.open) return this.unsent(new Error('a statement after the end of its transaction'));
    let values: unknown[];
    try {
      // Here, for `pg` would have sent a part of the statement when it finds that a value is none of its type.
      values = params.map((each) => (each instanceof ColumnArray ? each.encoded() : each));
    } catch (error) {
      return this.unsent(error as Error);
    }
    this.listener(sql);
    leavesTogether(this.client);
    const statement: QueryConfig = { text: sql, values, ...(name === undefined ? {} : { name }) };
    return measured(sql, () => way(statement)).catch((error: unknown) => {
      // Statements that were on their way behind one that failed are refused for its sake: that is what to tell.
      const { code } = (error ?? {}) as { code?: unknown };
      const isOfAnother = code === TRANSACTION_ABORTED || (code === UNKNOWN_STATEMENT && this.lastError !== null);
      if (!isOfAnother) this.lastError = error;
      throw this.lastError ?? error;
    });
  }
}

const AS_TEXTS = { rowMode: 'array', types: { getTypeParser: () => (text: string) => text } } as const;

/** What a statement is called where it is kept: its text alone decides, and PostgreSQL takes 63 bytes. */
const nameOf = (sql: string): string => createHash('sha1').update(sql).digest('hex');

/** TypeORM's query runner on a connection that is in a transaction already: `save` then uses savepoints within it. */
class BoundQueryRunner extends PostgresQueryRunner {
  constructor(dataSource: DataSource, connection: { query(sql: string, params?: unknown[]): Promise<QueryResult> }) {
    super(dataSource.driver as PostgresDriver, 'master');
    this.databaseConnection = connection;
    this.isTransactionActive = true;
    this.transactionDepth = 1;
    this.manager = dataSource.createEntityManager(this);
  }

  /** The transaction's owner gives the connection back, not TypeORM. */
  override async release(): Promise<void> {
    await Promise.resolve();
  }
}
