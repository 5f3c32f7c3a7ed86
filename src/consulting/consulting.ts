import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Config } from '../config/config.js';
import type { JudgeSettings } from '../config/judge-settings.js';
import { Database } from '../database/database.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import { Slots } from '../fetching/slots.js';
import { toGlobalId } from '../graphql/global-id.js';
import { JobError } from '../jobs/job-error.js';
import { Jobs, type JobOwner, type JobRun } from '../jobs/jobs.js';
import { nextAfter, type Next } from '../jobs/rounds.js';
import { askAbout, questionMs, type Desk, type Outcome } from './ask-about.js';
import { postponeDoubt, putBack, takeDoubtful, type Doubtful } from './doubtful.repository.js';
import { JudgeError } from './judge-error.js';
import { SecondJudge } from './second-judge.js';

/** Citations that a person wants a second opinion on. UUIDs. */
interface Wish {
  readonly citationIds: readonly string[];
  /** As ISO 8601. */
  readonly wishedAt: string;
}

const KIND = 'ask-second-judge';
/** Of citations that have no opinion in the end, so many are named. */
const NAMED = 5;
/** After a round with a failure, nothing is asked by itself for so long, in milliseconds; after each further one twice as long. */
const FIRST_PAUSE_MS = 30_000;
/** Whoever asks for more patience than this is asked anyway. */
const LONGEST_PAUSE_MS = 30 * 60_000;
/** How often it is looked whether a new day has begun, in milliseconds. */
const LIMITED_MS = 5 * 60_000;

/** Asks the second judge, where there is one: about what comparisons leave in doubt, and what people want to know. */
@Injectable()
export class Consulting implements OnModuleInit {
  private readonly log = new Logger(Consulting.name);
  /** Null: there is no second judge. */
  readonly settings: JudgeSettings | null;
  private readonly desk: Desk | null;
  /** For what is asked by itself and by jobs alike. */
  private readonly slots: Slots;
  private pausedUntil = 0;
  private failures = 0;
  private isLimited = false;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Config) { judge: settings }: Pick<Config, 'judge'>,
  ) {
    this.settings = settings;
    this.desk = settings && { database, settings, judge: new SecondJudge(settings) };
    this.slots = new Slots(settings?.atOnce ?? 1);
  }

  onModuleInit(): void {
    // Also without a judge: what was asked for while there was one is told so.
    this.jobs.handle<Wish>(KIND, (owner, wish, run) => this.run(owner, wish, run), { retryAfterSeconds: 5 });
    if (this.settings?.isAutomatic) {
      this.jobs.repeat(KIND, (signal) => this.round(new Date(), signal), { soonMs: 200, laterMs: 5_000 });
    }
  }

  /** Asks for it in a transaction. @returns the job's id */
  start(connection: WorkspaceConnection, owner: JobOwner, citationIds: readonly string[]): Promise<string> {
    const wish: Wish = { citationIds, wishedAt: new Date().toISOString() };
    return this.jobs.enqueue(connection, owner, KIND, wish, { total: citationIds.length });
  }

  /** @throws JobError telling on what there is no opinion */
  private async run(owner: JobOwner, { citationIds, wishedAt }: Wish, run: JobRun): Promise<void> {
    const { desk, settings } = this;
    if (!desk || !settings) throw new JobError('there is no second judge any more');
    const waiting = [...citationIds];
    const without: string[] = [];
    const later: JobError[] = [];
    let [done, isOver] = [0, false];
    const lane = async (): Promise<void> => {
      for (let id = waiting.shift(); id !== undefined && !isOver; id = waiting.shift()) {
        try {
          const outcome = await this.ask(desk, owner, id, new Date(wishedAt), run.signal);
          // Those behind it need not wait.
          if (outcome.kind === 'HELD' || outcome.kind === 'PENDING') {
            later.push(laterError(outcome.kind));
            continue;
          }
          const why = whyNone(outcome, settings);
          if (why !== null) without.push(`${toGlobalId('Citation', id)}: ${why}`);
          await run.progress(++done);
        } catch (error) {
          isOver = true;
          throw this.told(error);
        }
      }
    };
    const lanes = await Promise.allSettled(Array.from({ length: settings.atOnce }, lane));
    const failed = lanes.find((each) => each.status === 'rejected');
    if (failed) throw failed.reason;
    if (later[0]) throw later[0];
    if (without.length === 0) return;
    const more = without.length > NAMED ? `; and ${without.length - NAMED} others` : '';
    const named = `${without.slice(0, NAMED).join('; ')}${more}`;
    throw new JobError(`on ${without.length} of ${citationIds.length} citations there is no opinion: ${named}`);
  }

  /** What of an error is for who asked. */
  private told(error: unknown): unknown {
    if (!(error instanceof JudgeError)) return error;
    this.log.warn(`${error.message} (${error.detail})`);
    return new JobError(error.message, error.isPassing, { cause: error });
  }

  /**
   * Asks about citations whose comparison leaves doubt, as of a time: as many as one process asks at once. After a failure
   * it does nothing for a while.
   */
  async round(at: Date, signal: AbortSignal): Promise<Next> {
    const { desk, settings } = this;
    if (!desk || !settings || at.getTime() < this.pausedUntil) return 'later';
    const leaseSeconds = Math.ceil(questionMs(settings) / 1000) + 30;
    const due = await takeDoubtful(this.database, { at, atMost: settings.atOnce, leaseSeconds });
    const failures = await Promise.all(due.map((each) => this.settle(desk, each, signal)));
    // Those of one round are one: they were asked at the same time.
    const [longest] = failures.filter((each) => each !== null).sort((a, b) => b.waitMs - a.waitMs);
    if (longest) this.pause(longest);
    return this.pausedUntil > Date.now() ? 'later' : nextAfter(due.length, settings.atOnce);
  }

  /** @returns what kept the second judge from answering; null: nothing, or the trouble was another */
  private async settle(desk: Desk, doubtful: Doubtful, signal: AbortSignal): Promise<JudgeError | null> {
    const { workspaceId, citationId } = doubtful;
    const owner = { workspaceId, memberId: null };
    const write = (work: (connection: WorkspaceConnection) => Promise<void>): Promise<void> =>
      this.database.withWorkspace(owner, work);
    try {
      const outcome = await this.ask(desk, owner, citationId, null, signal);
      if (outcome.kind === 'LIMITED') {
        await write((connection) => putBack(connection, doubtful, new Date()));
        this.limited(desk);
        return null;
      }
      this.isLimited = false;
      if (outcome.kind === 'ANSWERED' || outcome.kind === 'UNUSABLE') this.recovered();
    } catch (error) {
      if (signal.aborted) {
        await write((connection) => putBack(connection, doubtful, new Date()));
        return null;
      }
      await write((connection) => postponeDoubt(connection, doubtful));
      if (error instanceof JudgeError) return error;
      this.log.error(`citation ${citationId} could not be asked about`, error instanceof Error ? error.stack : error);
    }
    return null;
  }

  private ask(
    desk: Desk,
    owner: JobOwner,
    citationId: string,
    wishedAt: Date | null,
    signal: AbortSignal,
  ): Promise<Outcome> {
    return this.slots.take('', signal, () => askAbout(desk, owner, citationId, wishedAt, signal));
  }

  private pause({ message, detail, waitMs }: JudgeError): void {
    const pauseMs = Math.min(Math.max(waitMs, FIRST_PAUSE_MS * 2 ** this.failures), LONGEST_PAUSE_MS);
    this.pausedUntil = Date.now() + pauseMs;
    if (this.failures++ === 0) this.log.warn(`${message} (${detail}); it is asked again in ${pauseMs / 1000} s`);
  }

  private recovered(): void {
    if (this.failures > 0) this.log.log('the second judge answers again');
    this.failures = 0;
  }

  private limited({ settings }: Desk): void {
    this.pausedUntil = Date.now() + LIMITED_MS;
    if (!this.isLimited) this.log.warn(`${limitedMessage(settings)}; what is in doubt waits`);
    this.isLimited = true;
  }
}

/** What is said where the day has no more questions. */
export const limitedMessage = ({ dailyLimit }: Pick<JudgeSettings, 'dailyLimit'>): string =>
  `today's ${dailyLimit.toLocaleString('en')} questions to the second judge (OBELUS_JUDGE_DAILY_LIMIT) are asked; the next day begins at midnight UTC`;

/** Why it is not known yet whether there is an opinion. */
function laterError(kind: 'HELD' | 'PENDING'): JobError {
  const message =
    kind === 'HELD'
      ? 'the second judge is being asked the same already'
      : 'claims and sources are still to be compared; ask again in a minute';
  return new JobError(message, true);
}

/**
 * Why there is no opinion; null: there is one.
 *
 * @throws JobError when the day has no more questions
 */
function whyNone(
  outcome: Exclude<Outcome, { kind: 'HELD' } | { kind: 'PENDING' }>,
  settings: JudgeSettings,
): string | null {
  switch (outcome.kind) {
    case 'ANSWERED':
      return null;
    case 'UNUSABLE':
      return `its answer is not used, for ${outcome.why}`;
    case 'NOTHING':
      return outcome.why;
    case 'LIMITED':
      throw new JobError(limitedMessage(settings));
  }
}
