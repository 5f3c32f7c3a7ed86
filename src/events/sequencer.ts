import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Jobs } from '../jobs/jobs.js';
import { nextAfter, type Next } from '../jobs/rounds.js';
import { events } from '../telemetry/instruments.js';

/** Events a transaction: some tens of milliseconds. */
const BATCH = 2_000;
/** Between rounds, in milliseconds: while there are events, and while there are none. */
const PAUSES = { soonMs: 50, laterMs: 300 };

/**
 * Gives committed events their place in the order of their workspace. Numbers that writers took would become visible
 * out of order, and a reader who goes by the last one that it saw would miss some. One process at a time does it, the
 * database sees to that; the others try in vain, and go on when it dies.
 */
@Injectable()
export class Sequencer implements OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Jobs) private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.repeat('ordering events', () => this.round(), PAUSES);
  }

  async round(): Promise<Next> {
    const beginning = Date.now() / 1000;
    const [row] = await this.database.outsideWorkspaces<{ ordered: number | null }>(
      'SELECT order_events($1) AS ordered',
      [BATCH],
    );
    // Null: another process is at it, and knows.
    const ordered = row?.ordered ?? null;
    events.ordered.inc(ordered ?? 0);
    // Fewer than there could have been: they were all.
    if (ordered !== null && ordered < BATCH) events.orderedUntil.set(beginning);
    return nextAfter(ordered ?? 0, BATCH);
  }
}
