import {
  Inject,
  Injectable,
  Logger,
  Optional,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { PgBoss, type JobWithMetadata } from 'pg-boss';
import { v7 as uuid } from 'uuid';
import { Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { QUEUE_SCHEMA } from '../database/queue-schema.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import { jobs as instruments } from '../telemetry/instruments.js';
import { onScrape, secondsSince } from '../telemetry/registry.js';
import { traceJob, traceparent } from '../telemetry/tracing.js';
import { JobError, JobLostError } from './job-error.js';
import {
  abandonJob,
  awaitRetry,
  beginJob,
  endJob,
  insertJob,
  recordProgress,
  recordStep,
  recordTotal,
  type Attempt,
} from './job.repository.js';
import { measureQueue } from './queue-metrics.js';
import { Rounds, type Next, type Pauses } from './rounds.js';

/** Whose job it is. A `Viewer` is one; without a member it is the system's. */
export interface JobOwner {
  readonly workspaceId: string;
  readonly memberId: string | null;
}

/** What a handler can do with the job that it works on. */
export interface JobRun {
  /** The job's UUID: what the work stores beside it is found by it. */
  readonly id: string;
  /** Aborted when the process ends, or another one has taken the job. */
  readonly signal: AbortSignal;
  /** What former attempts did for good, as `passed` or `stepped` said; at first nothing. */
  readonly from: { readonly done: number; readonly position: string | null };
  /** Says how many steps there are in all, where that was not known before. @throws JobLostError */
  expect(total: number): Promise<void>;
  /** Says how many steps are done. @throws JobLostError */
  progress(done: number): Promise<void>;
  /**
   * The same in the transaction of `connection`: the step and that it is done are one. Another attempt goes on from
   * `position`, which is the job's own affair; null: from the start.
   *
   * @throws JobLostError: let it pass, so that the transaction is undone
   */
  passed(connection: WorkspaceConnection, done: number, position: string | null): Promise<void>;
  /**
   * The same where several steps are done at once and end in any order: one more is done. Which ones were is written by the
   * job itself, in the same transaction. Let it be the last thing there: until it ends, others wait here.
   *
   * @throws JobLostError: let it pass, so that the transaction is undone
   */
  stepped(connection: WorkspaceConnection): Promise<void>;
  /**
   * Ends the job in the transaction of `connection`: what it did there and its end are one, so it is never done twice.
   * Without this call, the job ends when its handler returns.
   *
   * @throws JobLostError: let it pass, so that the transaction is undone
   */
  finish(connection: WorkspaceConnection): Promise<void>;
}

/**
 * The work of one kind of job. It can be begun again at any time, in another process, and must be safe to run twice.
 * What it throws is tried again later, but for a `JobError` that says otherwise.
 */
export type JobHandler<P> = (owner: JobOwner, payload: P, run: JobRun) => Promise<void>;

export interface HandlerOptions {
  /** How many of the kind are under way at once in one process; 1 when left out. */
  readonly atOnce?: number;
  /** How often it is tried again before it has failed. */
  readonly retries?: number;
  /** The first wait before it is tried again, in seconds; it doubles each time, up to `LONGEST_RETRY_S`. */
  readonly retryAfterSeconds?: number;
}

export interface EnqueueOptions {
  /** How many steps it has, where that is known. */
  readonly total?: number;
  /**
   * Jobs of one kind with the same key are asked for again and again and wait once: while one has not begun, another is
   * not added, and its payload stands. Transactions that ask for the same key wait for each other.
   */
  readonly key?: string;
  /** Not before this; at once when left out. */
  readonly runAt?: Date;
}

/** What the queue's own tables hold of a job. */
interface Ticket {
  readonly workspaceId: string;
  readonly jobId: string;
  /** Of what asked for it, where that was traced. */
  readonly traceparent?: string;
}

/** How an attempt at a job ended. */
const ENDINGS = ['done', 'retry', 'failed', 'lost'] as const;
type Ending = (typeof ENDINGS)[number];

/** How often things are looked after. Tests are in more of a hurry. */
export interface Pace {
  /** How often waiting jobs are looked for, in seconds. */
  readonly pollSeconds: number;
  /** How often jobs of dead processes are looked for, in seconds. */
  readonly superviseSeconds: number;
  /** How long the end of the program waits for jobs that are under way before it hands them back, in milliseconds. */
  readonly farewellMs: number;
}

const PACE: Pace = { pollSeconds: 1, superviseSeconds: 10, farewellMs: 8_000 };

/** A process is taken for dead when it does not say for this long that it is at work, in seconds. */
const SILENT_S = 20;
/** How often a process at work says so, in seconds. */
const HEARTBEAT_S = 5;
/** How long one attempt may take, in seconds: a limit for what hangs, not for what is slow. */
const ATTEMPT_LIMIT_S = 6 * 3600;
const RETRIES = 6;
const RETRY_AFTER_S = 2;
const LONGEST_RETRY_S = 300;
/** How long the queue remembers a job that has ended, in seconds. */
const REMEMBERED_S = 3600;
/** How long a job may wait to begin, in seconds: longer than any worker is away. */
const WAITS_S = 300 * 24 * 3600;
/** How long one statement of the queue may run, in milliseconds. */
const STATEMENT_LIMIT_MS = 60_000;
/** Connections of the queue: heartbeats must not wait behind requests. */
const CONNECTIONS = 2;
/** Jobs whose every attempt ended with its process come here. */
const GIVEN_UP = 'given-up';

const FAULT = 'it failed by a fault of the server; see its log';
const ABANDONED = 'it was begun several times, and each time the process ended or took too long; see the log';

interface Registration {
  readonly handler: JobHandler<unknown>;
  readonly options: HandlerOptions;
}

/**
 * Work that goes on after the call that asked for it, in whichever process has time: the queue, not the work. A job
 * exists when the transaction that asked for it is committed, is begun at least once, and is taken over when its
 * process dies.
 */
@Injectable()
export class Jobs implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger(Jobs.name);
  private readonly boss: PgBoss;
  private readonly handlers = new Map<string, Registration>();
  private readonly periodic = new Map<string, { readonly cron: string; readonly work: () => Promise<void> }>();
  private readonly rounds: Rounds[] = [];
  private endMeasuring: (() => void) | null = null;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Config) private readonly config: Pick<Config, 'jobs'>,
    @Optional() private readonly pace: Pace = PACE,
  ) {
    const here = config.jobs !== 'off';
    this.boss = new PgBoss({
      ...database.ownConnection('obelus jobs', STATEMENT_LIMIT_MS),
      schema: QUEUE_SCHEMA,
      max: CONNECTIONS,
      // The tables are the owner's, who brings them up to date at the start.
      migrate: false,
      reindex: false,
      monitorVacuum: false,
      registerInstance: false,
      supervise: here,
      schedule: here,
      superviseIntervalSeconds: pace.superviseSeconds,
      monitorIntervalSeconds: pace.superviseSeconds,
      flowIntervalSeconds: 3600,
    });
    this.boss.on('error', (error) => this.log.warn(error.message));
    this.boss.on('warning', ({ message }) => this.log.warn(message));
  }

  /** Says who does jobs of a kind. Call it before the application has started, in every process that asks for them. */
  handle<P>(kind: string, handler: JobHandler<P>, options: HandlerOptions = {}): void {
    if (this.handlers.has(kind)) throw new Error(`jobs of kind ${kind} have a handler`);
    this.handlers.set(kind, { handler: handler as JobHandler<unknown>, options });
  }

  /**
   * Work for all workspaces at set times, one process at a time. Call it before the application has started.
   *
   * @param cron minute, hour, day, month, weekday, in UTC
   */
  every(cron: string, name: string, work: () => Promise<void>): void {
    this.periodic.set(name, { cron, work });
  }

  /**
   * Work that every process does in short rounds. Call it before the application has started.
   *
   * @param round one that may take long ends early when its signal is aborted: the process ends
   */
  repeat(name: string, round: (signal: AbortSignal) => Promise<Next>, pauses: Pauses): void {
    this.rounds.push(new Rounds(name, round, pauses));
  }

  /**
   * Asks for a job in the transaction of `connection`: it exists when that is committed, and not otherwise.
   *
   * @param payload what its handler is given, as JSON; deleted when the job has ended
   * @returns the job's id, or that of the waiting one with the same key
   */
  async enqueue(
    connection: WorkspaceConnection,
    owner: JobOwner,
    kind: string,
    payload: unknown,
    options: EnqueueOptions = {},
  ): Promise<string> {
    if (!this.handlers.has(kind)) throw new Error(`nobody handles jobs of kind ${kind}`);
    const { workspaceId, memberId: createdBy } = owner;
    const { total = null, key = null, runAt = new Date() } = options;
    const job = { workspaceId, id: uuid(), kind, total, key, runAt, createdBy, payload };
    const { id, fresh, earlier } = await insertJob(connection, job);
    const db = {
      executeSql: async (sql: string, values?: unknown[]) => ({ rows: await connection.query(sql, values) }),
    };
    const startAfter = options.runAt;
    const origin = traceparent();
    const ticket: Ticket = { workspaceId, jobId: id, ...(origin === undefined ? {} : { traceparent: origin }) };
    if (fresh) await this.boss.send(kind, ticket, { id, startAfter, db });
    else if (earlier) await this.boss.update(kind, undefined, { id, startAfter: runAt, db });
    return id;
  }

  /** Begins to look for jobs, where this process does them. */
  async onApplicationBootstrap(): Promise<void> {
    await this.boss.start();
    await this.openQueues();
    this.endMeasuring = onScrape(() => measureQueue(this.database, [...this.handlers.keys(), GIVEN_UP]));
    if (this.config.jobs === 'off') return;
    const { pollSeconds, superviseSeconds } = this.pace;
    for (const [kind, registration] of this.handlers) {
      for (const outcome of ENDINGS) instruments.attempts.inc({ kind, outcome }, 0);
      const options = {
        includeMetadata: true,
        pollingIntervalSeconds: pollSeconds,
        localConcurrency: registration.options.atOnce ?? 1,
        heartbeatRefreshSeconds: HEARTBEAT_S,
      } as const;
      await this.boss.work(kind, options, async ([job]: JobWithMetadata<Ticket>[]) => {
        if (job) await traceJob(kind, job.data.traceparent, () => this.attempt(job, registration));
      });
    }
    await this.boss.work<Ticket>(GIVEN_UP, { pollingIntervalSeconds: superviseSeconds }, async ([job]) => {
      if (job) await this.giveUp(job.data);
    });
    for (const [name, { cron, work }] of this.periodic) {
      await this.boss.schedule(name, cron);
      const options = { pollingIntervalSeconds: superviseSeconds, heartbeatRefreshSeconds: HEARTBEAT_S };
      await this.boss.work(name, options, () =>
        work().catch((error: unknown) =>
          this.log.error(`${name} failed`, error instanceof Error ? error.stack : error),
        ),
      );
    }
    for (const each of this.rounds) each.start();
  }

  /** Finishes what is under way, or hands it back. */
  async onModuleDestroy(): Promise<void> {
    this.endMeasuring?.();
    await Promise.all(this.rounds.map((each) => each.stop()));
    await this.boss.stop({ graceful: true, timeout: this.pace.farewellMs });
  }

  /** Every process brings the queues to what it knows of them: an upgrade may have changed it. */
  private async openQueues(): Promise<void> {
    const lasting = { expireInSeconds: ATTEMPT_LIMIT_S, deleteAfterSeconds: REMEMBERED_S, heartbeatSeconds: SILENT_S };
    const open = async (name: string, settings: Parameters<PgBoss['createQueue']>[1]): Promise<void> => {
      await this.boss.createQueue(name, settings);
      const { policy: _fixed, ...changeable } = settings ?? {};
      await this.boss.updateQueue(name, changeable);
    };
    await open(GIVEN_UP, { ...lasting, retentionSeconds: WAITS_S });
    for (const [kind, { options }] of this.handlers) {
      await open(kind, {
        ...lasting,
        retentionSeconds: WAITS_S,
        retryLimit: options.retries ?? RETRIES,
        retryDelay: options.retryAfterSeconds ?? RETRY_AFTER_S,
        retryBackoff: true,
        retryDelayMax: LONGEST_RETRY_S,
        deadLetter: GIVEN_UP,
      });
    }
    for (const name of this.periodic.keys()) {
      // One that is missed is not made up for: the next one does its work too.
      await open(name, { ...lasting, policy: 'exclusive', retentionSeconds: REMEMBERED_S, retryLimit: 0 });
    }
  }

  /** @throws Error when the job is to be tried again */
  private async attempt(job: JobWithMetadata<Ticket>, registration: Registration): Promise<void> {
    const start = performance.now();
    const kind = job.name;
    let outcome: Ending = 'retry';
    try {
      outcome = await this.run(job, registration);
    } finally {
      instruments.attempts.inc({ kind, outcome });
      instruments.duration.observe({ kind }, secondsSince(start));
    }
  }

  private async run(job: JobWithMetadata<Ticket>, { handler }: Registration): Promise<Ending> {
    const { workspaceId, jobId: id } = job.data;
    const scope = { workspaceId };
    const begun = await this.database.withWorkspace(scope, (connection) => beginJob(connection, workspaceId, id));
    if (!begun) return 'lost';
    const at: Attempt = { workspaceId, id, attempt: begun.attempt };
    const record = async (connection: WorkspaceConnection, done: number, position: string | null): Promise<void> => {
      if (!(await recordProgress(connection, at, done, position))) throw new JobLostError(id);
    };
    const run: JobRun = {
      id,
      signal: job.signal,
      from: { done: begun.done, position: begun.position },
      expect: (total) =>
        this.database.withWorkspace(scope, async (connection) => {
          if (!(await recordTotal(connection, at, total))) throw new JobLostError(id);
        }),
      progress: (done) => this.database.withWorkspace(scope, (connection) => record(connection, done, null)),
      passed: record,
      stepped: async (connection) => {
        if (!(await recordStep(connection, at))) throw new JobLostError(id);
      },
      finish: async (connection) => {
        if (!(await endJob(connection, at, null))) throw new JobLostError(id);
      },
    };
    try {
      await handler({ workspaceId, memberId: begun.createdBy }, begun.payload, run);
      await this.database.withWorkspace(scope, (connection) => endJob(connection, at, null));
      return 'done';
    } catch (error) {
      if (error instanceof JobLostError || job.signal.aborted) return 'lost';
      await this.fail(at, job, error);
      return 'failed';
    }
  }

  /** @throws Error when the job is to be tried again: the queue sees to that, and keeps the message for all to see */
  private async fail(at: Attempt, job: JobWithMetadata<Ticket>, error: unknown): Promise<void> {
    const told = error instanceof JobError;
    if (!told) this.log.error(`job ${at.id} (${job.name}) failed`, error instanceof Error ? error.stack : error);
    const again = (!told || error.retry) && job.retryCount < job.retryLimit;
    await this.database.withWorkspace({ workspaceId: at.workspaceId }, async (connection) => {
      if (again) await awaitRetry(connection, at);
      else await endJob(connection, at, told ? error.message : FAULT);
    });
    if (again) throw new Error('to be tried again');
  }

  private async giveUp({ workspaceId, jobId }: Ticket): Promise<void> {
    this.log.error(`job ${jobId} was given up: ${ABANDONED}`);
    await this.database.withWorkspace({ workspaceId }, (connection) =>
      abandonJob(connection, workspaceId, jobId, ABANDONED),
    );
  }
}
