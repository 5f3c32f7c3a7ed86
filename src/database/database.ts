import type pg from 'pg';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { database as instruments, replication } from '../telemetry/instruments.js';
import { onScrape, secondsSince } from '../telemetry/registry.js';
import { urlsOfHosts } from '../config/database-urls.js';
import { ask } from './ask.js';
import { asFollower, DatabaseUnavailableError, isServerGone, isWorkerGone, translate } from './errors.js';
import { leavesTogether } from './leaves-together.js';
import { measured } from './measured.js';
import { LONGEST_PART_MS, OpenTransaction } from './open-transaction.js';
import { programConnection } from './program-connection.js';
import { POSITION, readPosition, type Position } from './replication/position.js';
import { Primary } from './replication/primary.js';
import type { Replica } from './replication/replica.js';
import { Replicas, type Placement, type ReadNeed } from './replication/replicas.js';
import { cutWhenSilent } from './replication/silence.js';
import { Turns } from './turns.js';
import { Transaction, type StatementListener, type Topic, type WorkspaceConnection } from './workspace-connection.js';

export type { WorkspaceConnection } from './workspace-connection.js';

/** Whose rows are visible. A `Viewer` is one. */
export interface WorkspaceScope {
  readonly workspaceId: string;
  /** What is done for it is done in this transaction; left out, in transactions of its own. See `Database.together`. */
  readonly within?: OpenTransaction | undefined;
  /** Where what is read for it is read; left out: on the primary. See `Database.placed`. */
  readonly placement?: Placement | undefined;
  /** Told how far the log of changes was when a transaction had ended: all that it wrote, or saw, is before that. */
  readonly seen?: ((position: Position) => void) | undefined;
}

export interface DatabaseOptions {
  /** May name several hosts: the one that can be written to is looked for. */
  readonly url: string;
  /** Of servers that follow it, to be read from. */
  readonly readUrls?: readonly string[];
  /** How far they may be behind, in milliseconds. */
  readonly lagLimitMs?: number;
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
  /** What connects: to where the primary is by then. */
  readonly Client: typeof pg.Client;
}

export interface TransactionOptions {
  /** How long each statement may run, in milliseconds; the configured limit when left out. */
  readonly statementTimeoutMs?: number;
  /** How long a statement of a part of it may run at most, where that can be more. */
  readonly longestPartMs?: number;
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
const LAG_LIMIT_MS = 5_000;
/**
 * How long after a statement's time the primary may say nothing at all before its connection is cut, in milliseconds. It ends
 * statements by itself when their time is over, but COMMIT has no limit there, and may wait for disks.
 */
const SILENCE_MS = 5_000;
const BEGIN_WRITING = 'BEGIN';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * The program's way to the database. All work is done inside one workspace: a statement that forgets to name it sees no
 * other one's rows, for the program's role is under row-level security.
 */
export class Database {
  private readonly listeners = new Set<StatementListener>();
  private readonly waiting = new Map<Topic, Set<() => void>>();
  /** Long transactions take turns, so that short ones find connections. */
  private readonly turns: Turns;
  private readonly endMeasuring: () => void;

  private constructor(
    /** For its entities' metadata; its own connections see no workspace. */
    readonly dataSource: DataSource,
    private readonly primary: Primary,
    private readonly replicas: Replicas | null,
    private readonly statementTimeoutMs: number,
    poolSize: number,
    /** Citus routes a statement by its parameters, and has no plan that leaves them open. */
    private readonly hasGenericPlans: boolean,
  ) {
    this.turns = new Turns(Math.max(1, Math.floor(poolSize / 2)));
    this.endMeasuring = onScrape(() => this.measurePool());
  }

  /**
   * @throws as PostgreSQL's driver does when nobody answers or the user is refused; StartError when a server to read from
   *   holds other data
   */
  static async connect(options: DatabaseOptions): Promise<Database> {
    const { poolSize, statementTimeoutMs, readUrls = [], lagLimitMs = LAG_LIMIT_MS } = options;
    const primary = new Primary(urlsOfHosts(options.url));
    if (primary.hasOthers) await primary.find();
    const { url, extra } = programConnection(primary.url, statementTimeoutMs);
    const dataSource = new DataSource({
      type: 'postgres',
      url,
      extra: { ...extra, Client: primary.Client },
      entities: [...options.entities],
      poolSize: options.poolSize,
      connectTimeoutMS: ACQUIRE_LIMIT_MS,
      applicationName: 'obelus',
      installExtensions: false,
      // An idle connection that breaks is replaced by the next use; whoever uses a broken one gets the error.
      poolErrorHandler: () => undefined,
    });
    await dataSource.initialize();
    if (readUrls.length > 0 || primary.hasOthers) await primary.watch();
    const limits = { poolSize, statementTimeoutMs, acquireLimitMs: ACQUIRE_LIMIT_MS, lagLimitMs };
    const replicas = readUrls.length > 0 ? new Replicas(primary, { urls: readUrls, ...limits }) : null;
    const [citus] = await dataSource.query<unknown[]>(`SELECT FROM pg_extension WHERE extname = 'citus'`);
    const database = new Database(dataSource, primary, replicas, statementTimeoutMs, poolSize, citus === undefined);
    try {
      await replicas?.start();
    } catch (error) {
      await database.close();
      throw error;
    }
    return database;
  }

  /** Whether there are servers to read from beside the primary. */
  get hasReplicas(): boolean {
    return this.replicas !== null;
  }

  /** What can be done just now, for those who run the program. */
  get servers(): {
    readonly canWrite: boolean;
    readonly replicas: { readonly inUse: number; readonly of: number } | null;
  } {
    const { replicas } = this;
    return {
      canWrite: !this.primary.isAway,
      replicas: replicas && { inUse: replicas.inUse, of: replicas.all.length },
    };
  }

  /**
   * Decides where the reads of one request go: to a server that has what it needs to see. This is the one place that
   * does. What is written for the scope, and what is read in a transaction that may write, goes to the primary all the
   * same.
   */
  placed<S extends WorkspaceScope>(scope: S, need: ReadNeed): S {
    if (!this.replicas || scope.within) return scope;
    const placement = this.replicas.placement(need);
    replication.reads.inc({ server: placement.replica ? 'replica' : 'primary' });
    return { ...scope, placement };
  }

  /**
   * Does `work` in one transaction that sees the viewer's workspace only, and commits it. BEGIN, the workspace and the
   * first statement travel together when `work` sends its first statement without waiting for anything else.
   *
   * @param work may call `sent` when it has sent its last statement, and nothing but a statement can fail it any more: then
   *   COMMIT does not wait for their answers. PostgreSQL makes it a ROLLBACK when one of them fails.
   * @throws whatever `work` throws, after a rollback; database errors as the classes of `errors.ts`
   */
  async withWorkspace<T>(
    viewer: WorkspaceScope,
    work: (connection: WorkspaceConnection, sent: () => void) => Promise<T>,
    options: TransactionOptions = {},
  ): Promise<T> {
    if (viewer.within) {
      return await viewer.within.part((connection) => work(connection, () => undefined), options.statementTimeoutMs);
    }
    return await this.transact(BEGIN_WRITING, viewer, options, work, null, async (client) => {
      // PostgreSQL answers COMMIT of a transaction in which a statement failed with ROLLBACK, and no error.
      if ((await this.commit(client, viewer)) !== 'COMMIT')
        throw new Error('nothing was stored: a statement failed, and its error was not passed on');
    });
  }

  /**
   * As `withWorkspace`, all statements on one snapshot, and none may write. Where the scope has been `placed`, it may be
   * begun again on another server when one fails.
   */
  async readWorkspace<T>(
    viewer: WorkspaceScope,
    work: (connection: WorkspaceConnection) => Promise<T>,
    options: ReadOptions = {},
  ): Promise<T> {
    if (viewer.within) return await viewer.within.read(work);
    const begin = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';
    return await this.whereItCan(viewer.placement, (replica) =>
      this.transact(begin, viewer, options, work, replica, async (client) => {
        if (viewer.seen) await this.commit(client, viewer);
        // Nothing hangs on its answer: the next user's BEGIN queues behind it.
        else ask(client, 'COMMIT').catch(() => undefined);
      }),
    );
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
      this.withWorkspace(
        scope,
        (connection) =>
          work({ ...scope, within: new OpenTransaction(connection, this.statementTimeoutMs) }, connection),
        { longestPartMs: LONGEST_PART_MS },
      ),
    );
  }

  /**
   * One statement that sees no workspace at all: for what comes before a workspace is known.
   *
   * @param options.isRead while the primary is away, a replica may answer
   */
  async outsideWorkspaces<R>(
    sql: string,
    params: readonly unknown[] = [],
    options: { readonly isRead?: boolean } = {},
  ): Promise<R[]> {
    const placement = options.isRead ? this.replicas?.placement({ position: null, isFresh: true }) : undefined;
    const look = (): Promise<R[]> => this.whereItCan(placement, (replica) => this.alone<R>(sql, params, replica));
    try {
      return await look();
    } catch (error) {
      if (!(error instanceof DatabaseUnavailableError && isWorkerGone(error.cause))) throw error;
      // Whatever it asks of all workspaces, it asks of those that are there, once that is known.
      await this.alone('SELECT look_at_workers()', [], null);
      return await look();
    }
  }

  /**
   * How to connect beside the pool, in the same role: for what must not wait for a free connection, or keeps one.
   *
   * @param statementTimeoutMs how long each statement may run, in milliseconds; 0: as long as it takes
   */
  ownConnection(applicationName: string, statementTimeoutMs: number): OwnConnection {
    const { url, extra } = programConnection(this.primary.url, statementTimeoutMs);
    return {
      connectionString: url,
      options: extra.options,
      application_name: applicationName,
      keepAlive: true,
      Client: this.primary.Client,
    };
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

  /** Calls the listener after each commit in this process that announced the topic. @returns ends that */
  onCommitted(topic: Topic, listener: () => void): () => void {
    const own = this.waiting.get(topic) ?? new Set();
    this.waiting.set(topic, own.add(listener));
    return () => void own.delete(listener);
  }

  async close(): Promise<void> {
    this.endMeasuring();
    await Promise.all([this.primary.close(), this.replicas?.close()]);
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

  /** A statement without a transaction around it. */
  private async alone<R>(sql: string, params: readonly unknown[], replica: Replica | null): Promise<R[]> {
    const { client, release } = await this.acquire(replica, this.statementTimeoutMs);
    try {
      const { rows } = await measured(sql, () => ask(client, { text: sql, values: [...params] }));
      release();
      return rows as R[];
    } catch (error) {
      release(true);
      throw translate(asFollower(error));
    }
  }

  private async transact<T>(
    begin: string,
    { workspaceId }: WorkspaceScope,
    options: ReadOptions,
    work: (connection: WorkspaceConnection, sent: () => void) => Promise<T>,
    replica: Replica | null,
    commit: (client: PoolClient) => Promise<void>,
  ): Promise<T> {
    if (!UUID.test(workspaceId)) throw new RangeError('a workspace is named by a UUID');
    const timeout = Math.ceil(options.statementTimeoutMs ?? this.statementTimeoutMs);
    const { client, release } = await this.acquire(
      replica,
      timeout === 0 ? 0 : Math.max(timeout, options.longestPartMs ?? 0),
    );
    leavesTogether(client);
    const transaction = new Transaction(client, this.dataSource, (sql) => {
      for (const listener of this.listeners) listener(sql);
    });
    const isGeneric = options.generic && this.hasGenericPlans;
    const planning = isGeneric ? '; SET LOCAL plan_cache_mode = force_generic_plan' : '';
    const begun = ask(
      client,
      `${begin}; SET LOCAL obelus.workspace = '${workspaceId}'; SET LOCAL statement_timeout = ${timeout}${planning}`,
    );
    // When this fails, so does what comes after; it is looked at below.
    begun.catch(() => undefined);
    let result: T;
    let committed: Promise<void> | null = null;
    const end = (): Promise<void> => {
      if (transaction.hasUnsent) return Promise.reject(new Error('a statement could not be sent'));
      transaction.close();
      leavesTogether(client);
      return (committed ??= commit(client));
    };
    // Where a statement fails, that is told.
    const sent = (): void => void end().catch(() => undefined);
    try {
      const working = work(transaction, sent);
      if (options.single) sent();
      result = await working;
      await begun;
      await end();
    } catch (thrown) {
      transaction.close();
      const error = begin === BEGIN_WRITING ? asFollower(thrown) : thrown;
      // Waits for statements still under way, and leaves no transaction open; a connection that cannot is given up, and
      // so is one to a server that has become a follower.
      await ask(client, 'ROLLBACK').then(
        () => release(error instanceof DatabaseUnavailableError),
        () => release(true),
      );
      throw translate(error);
    }
    release();
    for (const topic of transaction.announced) for (const listener of this.waiting.get(topic) ?? []) listener();
    return result;
  }

  /** Does a read where it is placed, and somewhere else when the server fails. */
  private async whereItCan<T>(
    placement: Placement | undefined,
    read: (replica: Replica | null) => Promise<T>,
  ): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      const replica = placement?.replica ?? null;
      try {
        return await read(replica);
      } catch (error) {
        if (!placement) throw error;
        if (!replica && error instanceof DatabaseUnavailableError) await this.primary.lookAgain();
        if (!placement.movesAfter(error, replica, attempt)) throw error;
      }
    }
  }

  /** Ends a transaction, and tells its scope how far the log is by then, where that is asked for. @returns what PostgreSQL did */
  private async commit(client: PoolClient, { seen }: WorkspaceScope): Promise<string> {
    if (!seen) return (await ask(client, 'COMMIT')).command;
    // Several statements in one text have several results.
    const [end, at] = (await ask(client, `COMMIT; ${POSITION}`)) as unknown as pg.QueryResult<{ position: string }>[];
    seen(readPosition(at!.rows[0]!.position)!);
    return end!.command;
  }

  /** @param limitMs how long its statements may run, in milliseconds; 0: as long as they take */
  private async acquire(
    replica: Replica | null,
    limitMs: number,
    mayLookAgain = true,
  ): Promise<{ client: PoolClient; release: (broken?: boolean) => void }> {
    const start = performance.now();
    if (!replica) this.primary.expect();
    try {
      const [client, giveBack] = await (replica ? connected(replica.pool) : this.fromPool());
      instruments.wait.observe(secondsSince(start));
      // Without a listener, a connection that breaks between two statements would end the process.
      const ignore = (): void => undefined;
      client.on('error', ignore);
      // Those of a replica have the limit of its own.
      if (!replica) cutWhenSilent(client, limitMs === 0 ? 0 : limitMs + SILENCE_MS);
      return {
        client,
        release(broken) {
          client.removeListener('error', ignore);
          giveBack(broken);
        },
      };
    } catch (error) {
      const canBeMended = mayLookAgain && !replica && isServerGone(error);
      if (canBeMended && (await this.primary.lookAgain())) return await this.acquire(null, limitMs, false);
      throw translate(error);
    }
  }

  private async fromPool(): Promise<Lent> {
    return (await (this.dataSource.driver as PostgresDriver).obtainMasterConnection()) as Lent;
  }
}

/** A connection, and what gives it back. */
type Lent = [PoolClient, (broken?: boolean) => void];

async function connected(pool: pg.Pool): Promise<Lent> {
  const client = await pool.connect();
  return [client, (broken) => client.release(broken)];
}
