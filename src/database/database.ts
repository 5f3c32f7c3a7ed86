import pg, { type PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { database as instruments } from '../telemetry/instruments.js';
import { onScrape, secondsSince } from '../telemetry/registry.js';
import { translate } from './errors.js';
import { measured } from './measured.js';
import { OpenTransaction } from './open-transaction.js';
import { APP_ROLE } from './role-names.js';
import { Turns } from './turns.js';
import { Transaction, type StatementListener, type WorkspaceConnection } from './workspace-connection.js';

export type { WorkspaceConnection } from './workspace-connection.js';

/** Whose rows are visible. A `Viewer` is one. */
export interface WorkspaceScope {
  readonly workspaceId: string;
  /** What is done for it is done in this transaction; left out, in transactions of its own. See `Database.together`. */
  readonly within?: OpenTransaction | undefined;
}

export interface DatabaseOptions {
  readonly url: string;
  readonly entities: readonly (new () => object)[];
  readonly poolSize: number;
  readonly statementTimeoutMs: number;
}

/** Settings for `pg`. */
export interface OwnConnection {
  readonly connectionString: string;
  readonly options: string;
  readonly application_name: string;
  readonly keepAlive: boolean;
}

export interface TransactionOptions {
  /** How long each statement may run, in milliseconds; the configured limit when left out. */
  readonly statementTimeoutMs?: number;
}

export interface ReadOptions extends TransactionOptions {
  /** The work is one statement, sent at once: COMMIT travels with it, and another one is refused. */
  readonly single?: boolean;
  /**
   * Statements that are prepared are planned once for whatever values they are given. PostgreSQL itself plans them for
   * each one's values as long as it takes that to be cheaper, and does not count the time that it takes.
   */
  readonly generic?: boolean;
}

/** How long to wait for a free connection, in milliseconds. */
const ACQUIRE_LIMIT_MS = 10_000;
/** A transaction that sleeps longer holds locks for nothing: its connection is closed. In milliseconds. */
const IDLE_LIMIT_MS = 120_000;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * The program's way to the database. All work is done inside one workspace: a statement that forgets to name it sees no
 * other one's rows, for the program's role is under row-level security.
 */
export class Database {
  private readonly listeners = new Set<StatementListener>();
  /** Long transactions take turns, so that short ones find connections. */
  private readonly turns: Turns;
  private readonly endMeasuring: () => void;

  private constructor(
    /** For its entities' metadata; its own connections see no workspace. */
    readonly dataSource: DataSource,
    private readonly url: string,
    private readonly statementTimeoutMs: number,
    poolSize: number,
  ) {
    this.turns = new Turns(Math.max(1, Math.floor(poolSize / 2)));
    this.endMeasuring = onScrape(() => this.measurePool());
  }

  /** @throws as PostgreSQL's driver does when nobody answers or the user is refused */
  static async connect(options: DatabaseOptions): Promise<Database> {
    const dataSource = new DataSource({
      type: 'postgres',
      ...programConnection(options.url, options.statementTimeoutMs),
      entities: [...options.entities],
      poolSize: options.poolSize,
      connectTimeoutMS: ACQUIRE_LIMIT_MS,
      applicationName: 'obelus',
      installExtensions: false,
      // An idle connection that breaks is replaced by the next use; whoever uses a broken one gets the error.
      poolErrorHandler: () => undefined,
    });
    await dataSource.initialize();
    return new Database(dataSource, options.url, options.statementTimeoutMs, options.poolSize);
  }

  /**
   * Does `work` in one transaction that sees the viewer's workspace only, and commits it. BEGIN, the workspace and the
   * first statement travel together when `work` sends its first statement without waiting for anything else.
   *
   * @throws whatever `work` throws, after a rollback; database errors as the classes of `errors.ts`
   */
  async withWorkspace<T>(
    viewer: WorkspaceScope,
    work: (connection: WorkspaceConnection) => Promise<T>,
    options: TransactionOptions = {},
  ): Promise<T> {
    if (viewer.within) return await viewer.within.part(work, options.statementTimeoutMs);
    return await this.transact('BEGIN', viewer, options, work, async (client) => {
      // PostgreSQL answers COMMIT of a transaction in which a statement failed with ROLLBACK, and no error.
      const { command } = await client.query('COMMIT');
      if (command !== 'COMMIT')
        throw new Error('nothing was stored: a statement failed, and its error was not passed on');
    });
  }

  /** As `withWorkspace`, all statements on one snapshot, and none may write. */
  async readWorkspace<T>(
    viewer: WorkspaceScope,
    work: (connection: WorkspaceConnection) => Promise<T>,
    options: ReadOptions = {},
  ): Promise<T> {
    if (viewer.within) return await viewer.within.read(work);
    const begin = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';
    return await this.transact(begin, viewer, options, work, (client) => {
      // Nothing hangs on its answer: the next user's BEGIN queues behind it.
      client.query('COMMIT').catch(() => undefined);
      return Promise.resolve();
    });
  }

  /**
   * Does `work` in one transaction, whatever it asks of the database for the scope that it is given: either all of that
   * is stored or nothing, though a `withWorkspace` that fails within is undone alone. At most half of the connections
   * serve this at once; more callers wait.
   *
   * @throws as `withWorkspace`
   */
  async together<S extends WorkspaceScope, T>(
    scope: S,
    work: (scope: S, connection: WorkspaceConnection) => Promise<T>,
  ): Promise<T> {
    return await this.turns.take(() =>
      this.withWorkspace(scope, (connection) =>
        work({ ...scope, within: new OpenTransaction(connection, this.statementTimeoutMs) }, connection),
      ),
    );
  }

  /** One statement that sees no workspace at all: for what comes before a workspace is known. */
  async outsideWorkspaces<R>(sql: string, params: readonly unknown[] = []): Promise<R[]> {
    const { client, release } = await this.acquire();
    try {
      const { rows } = await measured(sql, () => client.query(sql, [...params]));
      release();
      return rows as R[];
    } catch (error) {
      release(true);
      throw translate(error);
    }
  }

  /**
   * How to connect beside the pool, in the same role: for what must not wait for a free connection, or keeps one.
   *
   * @param statementTimeoutMs how long each statement may run, in milliseconds; 0: as long as it takes
   */
  ownConnection(applicationName: string, statementTimeoutMs: number): OwnConnection {
    const { url, extra } = programConnection(this.url, statementTimeoutMs);
    return { connectionString: url, options: extra.options, application_name: applicationName, keepAlive: true };
  }

  /** @throws DatabaseUnavailableError when the database does not answer */
  async ping(): Promise<void> {
    await this.outsideWorkspaces('SELECT 1');
  }

  /** Calls the listener with each statement of any workspace, BEGIN and COMMIT left out. @returns ends that */
  onStatement(listener: StatementListener): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.endMeasuring();
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }

  private measurePool(): void {
    const { totalCount, idleCount, waitingCount, options } = (this.dataSource.driver as PostgresDriver)
      .master as pg.Pool;
    instruments.connections.set({ state: 'busy' }, totalCount - idleCount);
    instruments.connections.set({ state: 'idle' }, idleCount);
    instruments.poolSize.set(options.max);
    instruments.waiting.set(waitingCount);
  }

  private async transact<T>(
    begin: string,
    { workspaceId }: WorkspaceScope,
    options: ReadOptions,
    work: (connection: WorkspaceConnection) => Promise<T>,
    commit: (client: PoolClient) => Promise<void>,
  ): Promise<T> {
    if (!UUID.test(workspaceId)) throw new RangeError('a workspace is named by a UUID');
    const timeout = Math.ceil(options.statementTimeoutMs ?? this.statementTimeoutMs);
    const { client, release } = await this.acquire();
    const uncork = corked(client);
    const transaction = new Transaction(client, this.dataSource, (sql) => {
      for (const listener of this.listeners) listener(sql);
    });
    const planning = options.generic ? '; SET LOCAL plan_cache_mode = force_generic_plan' : '';
    const begun = client.query(
      `${begin}; SET LOCAL obelus.workspace = '${workspaceId}'; SET LOCAL statement_timeout = ${timeout}${planning}`,
    );
    // When this fails, so does what comes after; it is looked at below.
    begun.catch(() => undefined);
    let result: T;
    try {
      const working = work(transaction);
      const committed = options.single ? commit(client) : null;
      if (committed) transaction.close();
      uncork();
      result = await working;
      await begun;
      transaction.close();
      await (committed ?? commit(client));
    } catch (error) {
      uncork();
      transaction.close();
      // Waits for statements still under way, and leaves no transaction open; a connection that cannot is given up.
      await client.query('ROLLBACK').then(
        () => release(),
        () => release(true),
      );
      throw translate(error);
    }
    release();
    return result;
  }

  private async acquire(): Promise<{ client: PoolClient; release: (broken?: boolean) => void }> {
    const start = performance.now();
    try {
      const driver = this.dataSource.driver as PostgresDriver;
      const [client, giveBack] = (await driver.obtainMasterConnection()) as [PoolClient, (broken?: boolean) => void];
      instruments.wait.observe(secondsSince(start));
      // Without a listener, a connection that breaks between two statements would end the process.
      const ignore = (): void => undefined;
      client.on('error', ignore);
      return {
        client,
        release(broken) {
          client.removeListener('error', ignore);
          giveBack(broken);
        },
      };
    } catch (error) {
      throw translate(error);
    }
  }
}

/** What is sent from now on leaves in one piece, when the function that this gives is called. Calling it again does nothing. */
function corked({ connection: { stream } }: PoolClient): () => void {
  stream.cork();
  let isCorked = true;
  return () => {
    if (isCorked) stream.uncork();
    isCorked = false;
  };
}

/** How the program connects: in its role, whoever the URL's user is, and with its limits. */
export function programConnection(
  url: string,
  statementTimeoutMs: number,
): { url: string; extra: { options: string; [more: string]: unknown } } {
  const address = new URL(url);
  const own = address.searchParams.get('options');
  // What stands in the URL would replace the options, not add to them.
  address.searchParams.delete('options');
  const settings = {
    role: APP_ROLE,
    search_path: 'public',
    statement_timeout: statementTimeoutMs,
    idle_in_transaction_session_timeout: IDLE_LIMIT_MS,
  };
  const flags = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  return {
    url: address.href,
    extra: { options: [...(own ? [own] : []), ...flags].join(' '), pipeline: true, keepAlive: true, types: TYPES },
  };
}

/** As pg reads values, but 64-bit integers as numbers: ours count, and stay far under 2^53. */
const TYPES = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
    if (oid === pg.types.builtins.INT8 && format !== 'binary') return Number;
    return pg.types.getTypeParser(oid, format as 'text') as (value: string) => unknown;
  },
};
