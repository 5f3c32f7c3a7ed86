import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Jobs } from '../jobs/jobs.js';
import { nextAfter, type Next } from '../jobs/rounds.js';
import { events } from '../telemetry/instruments.js';
import { traceApart } from '../telemetry/tracing.js';

/** Events a transaction: some tens of milliseconds. */
const BATCH = 2_000;
/** Between rounds, in milliseconds: while there are events, and while there are none. */
const PAUSES = { soonMs: 50, laterMs: 300 };

/**
 * Gives committed events their place in the order of their workspace. Numbers that writers took would become visible
 * out of order, and a reader who goes by the last one that it saw would miss some. One process at a time does it, the
 * database sees to that; the others try in vain, and go on when it dies.
 *
 * Who does jobs looks in rounds, so that nothing is left. Whoever has committed events looks at once, so that nobody waits
 * for a round; a server that leaves the jobs to others, too.
 */
@Injectable()
export class Sequencer implements OnModuleInit, OnModuleDestroy {
  private unlisten: (() => void) | null = null;
  private timer: NodeJS.Timeout | undefined;
  private current: Promise<void> | null = null;
  /** Committed meanwhile: the round under way may not have seen it. */
  private isMore = false;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Jobs) private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.repeat('ordering events', () => this.round(), PAUSES);
    this.unlisten = this.database.onCommitted('events', () => this.wake());
  }

  async onModuleDestroy(): Promise<void> {
    this.unlisten?.();
    this.unlisten = null;
    clearTimeout(this.timer);
    await this.current;
  }

  async round(): Promise<Next> {
    return nextAfter((await this.order()) ?? 0, BATCH);
  }

  /** A round at once, but never sooner after another one than `soonMs`: many writers make no more rounds than one. */
  private wake(): void {
    this.isMore = true;
    if (this.timer !== undefined || this.current) return;
    this.isMore = false;
    this.current = traceApart(() => this.order())
      // Another one was at it, and may have begun too early to see what was committed here.
      .then((ordered) => ordered === null || ordered === BATCH)
      // Whoever does jobs says what is wrong, and makes up for it.
      .catch(() => false)
      .then((isLeft) => {
        this.current = null;
        if (this.unlisten === null) return;
        this.timer = setTimeout(() => {
          this.timer = undefined;
          if (isLeft || this.isMore) this.wake();
        }, PAUSES.soonMs).unref();
      });
  }

  /** @returns how many events have their place now; null: another process is at it, and knows */
  private async order(): Promise<number | null> {
    const beginning = Date.now() / 1000;
    const [row] = await this.database.outsideWorkspaces<{ ordered: number | null }>(
      'SELECT order_events($1) AS ordered',
      [BATCH],
    );
    const ordered = row?.ordered ?? null;
    events.ordered.inc(ordered ?? 0);
    // Fewer than there could have been: they were all.
    if (ordered !== null && ordered < BATCH) events.orderedUntil.set(beginning);
    return ordered;
  }
}
