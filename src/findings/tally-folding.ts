import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Jobs } from '../jobs/jobs.js';
import { nextAfter, type Next } from '../jobs/rounds.js';

/** Differences a transaction. */
const BATCH = 5_000;
/** Between rounds, in milliseconds: while there are differences, and while there are none. */
const PAUSES = { soonMs: 1_000, laterMs: 5_000 };

/** Folds what changes left behind into the totals of desks, so that adding up what is left stays quick. */
@Injectable()
export class TallyFolding implements OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Jobs) private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.repeat('folding totals', () => this.round(), PAUSES);
  }

  async round(): Promise<Next> {
    const [row] = await this.database.outsideWorkspaces<{ folded: number | null }>(
      'SELECT fold_tallies($1) AS folded',
      [BATCH],
    );
    return nextAfter(row?.folded ?? 0, BATCH);
  }
}
