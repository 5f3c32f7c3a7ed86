import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Jobs } from './jobs.js';
import type { Next } from './rounds.js';

/** Between rounds, in milliseconds: the second when all tables are as they should be. */
const PAUSES = { soonMs: 1_000, laterMs: 300_000 };

/**
 * Has PostgreSQL plan statements for large workspaces where it does not know for which one it plans. Sizes change as
 * workspaces grow and PostgreSQL counts them, so it is looked at again and again.
 */
@Injectable()
export class LargeWorkspaces implements OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Jobs) private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.repeat('expecting large workspaces', () => this.round(), PAUSES);
  }

  /** A table at most: it is locked for others that change it, such as VACUUM, though not for who reads or writes. */
  async round(): Promise<Next> {
    const [row] = await this.database.outsideWorkspaces<{ table: string | null }>(
      'SELECT expect_large_workspaces() AS "table"',
    );
    return row?.table == null ? 'later' : 'now';
  }
}
