import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Jobs } from '../jobs/jobs.js';
import { nextAfter, type Next } from '../jobs/rounds.js';
import { foldBreakdowns } from './breakdown.repository.js';

/** Changes among which workspaces are looked for. */
const LOOKED_AT = 10_000;
/** Changes of articles a transaction. */
const BATCH = 100;
/** Between rounds, in milliseconds: while something is due, and while nothing is. */
const PAUSES = { soonMs: 1_000, laterMs: 5_000 };

/** Counts what changed into the totals of publishers, rules and headings, so that whoever reads them need not. */
@Injectable()
export class BreakdownFolding implements OnModuleInit {
  private readonly log = new Logger(BreakdownFolding.name);

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Jobs) private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.repeat('folding breakdowns', () => this.round(), PAUSES);
  }

  /** A batch of each workspace in which something is due. What fails in one is logged, and tried again in the next round. */
  async round(): Promise<Next> {
    const due = await this.database.outsideWorkspaces<{ id: string }>(
      'SELECT workspaces_with_due_breakdowns($1) AS id',
      [LOOKED_AT],
    );
    let most = 0;
    for (const { id: workspaceId } of due) {
      try {
        const done = await this.database.withWorkspace({ workspaceId }, (connection) =>
          foldBreakdowns(connection, workspaceId, BATCH),
        );
        most = Math.max(most, done);
      } catch (error) {
        this.log.error(`breakdowns of workspace ${workspaceId} failed`, error instanceof Error ? error.stack : error);
      }
    }
    return nextAfter(most, BATCH);
  }
}
