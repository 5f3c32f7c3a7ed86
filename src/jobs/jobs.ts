import { Inject, Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { insertJob, updateJob } from './job.repository.js';

/** Whose job it is. A `Viewer` is one. */
export interface JobOwner {
  readonly workspaceId: string;
  readonly memberId: string;
}

/** Says how many steps are done. */
export type Progress = (done: number) => Promise<void>;

/** How long the end of the program waits for jobs that are under way, in milliseconds. */
const FAREWELL_MS = 10_000;

/** How often a job says that it is alive, in milliseconds. */
const HEARTBEAT_MS = 10_000;
/** A job that is silent for longer has lost its process. In seconds. */
const SILENT_S = 45;

const ABANDONED = 'the server ended before this was done, and nothing of it was stored; ask for it again';

/** Work that goes on in this process after the call that asked for it. What it does is the caller's. */
@Injectable()
export class Jobs implements OnModuleInit, OnModuleDestroy {
  private readonly log = new Logger(Jobs.name);
  private readonly underWay = new Set<Promise<void>>();
  private sweeper: NodeJS.Timeout | undefined;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Config) private readonly config: Pick<Config, 'databaseUrl'>,
  ) {}

  /** Jobs that a former process left unfinished are said to have failed: at once where only one process can be. */
  async onModuleInit(): Promise<void> {
    await this.failAbandoned(this.config.databaseUrl === null ? 0 : SILENT_S);
    this.sweeper = setInterval(() => {
      this.failAbandoned(SILENT_S).catch((error: unknown) => this.log.warn(error));
    }, SILENT_S * 1000).unref();
  }

  /**
   * Records a job and begins it. Its progress and its end are recorded too.
   *
   * @param work its steps; what it throws is the job's error, the message for people
   * @param total how many steps it has
   * @returns the job's id, once it is recorded
   */
  async start(
    owner: JobOwner,
    kind: string,
    total: number,
    work: (progress: Progress) => Promise<void>,
  ): Promise<string> {
    const id = uuid();
    const { workspaceId, memberId: createdBy } = owner;
    await this.database.withWorkspace(owner, (connection) =>
      insertJob(connection, { workspaceId, id, kind, state: 'RUNNING', total, createdBy }),
    );
    const running = this.run(owner, id, work);
    this.underWay.add(running);
    void running.finally(() => this.underWay.delete(running));
    return id;
  }

  /** Waits until nothing is under way. */
  async idle(): Promise<void> {
    while (this.underWay.size > 0) await Promise.all(this.underWay);
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.sweeper);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((done) => (timer = setTimeout(done, FAREWELL_MS)));
    await Promise.race([this.idle(), late]);
    clearTimeout(timer);
  }

  private async run(owner: JobOwner, id: string, work: (progress: Progress) => Promise<void>): Promise<void> {
    const record = (change: Parameters<typeof updateJob>[3]): Promise<void> =>
      this.database.withWorkspace(owner, (connection) => updateJob(connection, owner.workspaceId, id, change));
    const heart = setInterval(() => {
      record({}).catch((error: unknown) => this.log.warn(error));
    }, HEARTBEAT_MS).unref();
    try {
      await work((done) => record({ done }));
      await record({ state: 'DONE' });
    } catch (error) {
      const message = error instanceof JobError ? error.message : 'it failed by a fault of the server; see its log';
      if (!(error instanceof JobError))
        this.log.error(`job ${id} failed`, error instanceof Error ? error.stack : error);
      await record({ state: 'FAILED', error: message }).catch((cause: unknown) => {
        this.log.error(`the failure of job ${id} could not be recorded`, cause);
      });
    } finally {
      clearInterval(heart);
    }
  }

  private async failAbandoned(silentSeconds: number): Promise<void> {
    const sql = 'SELECT fail_abandoned_jobs(make_interval(secs => $1), $2) AS failed';
    const [row] = await this.database.outsideWorkspaces<{ failed: number }>(sql, [silentSeconds, ABANDONED]);
    if (row && row.failed > 0) this.log.warn(`${row.failed} unfinished jobs of a former process were given up`);
  }
}

/** Thrown by a job's work when it cannot be done; the message is for who asked for it. */
export class JobError extends Error {
  override readonly name = 'JobError';
}
