import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Jobs, type JobOwner } from '../jobs/jobs.js';

/**
 * Judges articles again in which something is due, and takes that off the list: it sets each due claim's `due_at` to the
 * next moment or to null, and ends each waiver whose time is over. Safe to be called twice.
 *
 * @param system the workspace, and nobody of it
 * @param articleIds in order, some hundreds at most
 * @param at the moment at which they are due
 */
export type DueHandler = (system: JobOwner, articleIds: readonly string[], at: Date) => Promise<void>;

/** Articles that are handed on at once. */
const BATCH = 200;
const EACH_MINUTE = '* * * * *';

/** Finds, each minute, the articles whose standings time alone has changed: a waiver has ended, a claim is due. */
@Injectable()
export class DueArticles implements OnModuleInit {
  private readonly log = new Logger(DueArticles.name);
  private handler: DueHandler | null = null;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Jobs) private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every(EACH_MINUTE, 'due', () => this.handle(new Date()));
  }

  /** Says who judges them again: one alone. Call it before the application has started. */
  onDue(handler: DueHandler): void {
    if (this.handler) throw new Error('what is due has a handler');
    this.handler = handler;
  }

  /** Hands on what is due at `at`. What fails in one workspace is logged, and found again at the next time. */
  async handle(at: Date): Promise<void> {
    const { handler } = this;
    if (!handler) return;
    const workspaces = await this.database.outsideWorkspaces<{ id: string }>('SELECT due_workspaces($1) AS id', [at]);
    for (const { id: workspaceId } of workspaces) {
      try {
        await this.handleOne({ workspaceId, memberId: null }, handler, at);
      } catch (error) {
        this.log.error(`what is due in workspace ${workspaceId} failed`, error instanceof Error ? error.stack : error);
      }
    }
  }

  /** In the order of articles, each once: one that stays due is left to the next time, not tried for ever. */
  private async handleOne(system: JobOwner, handler: DueHandler, at: Date): Promise<void> {
    let after: string | null = null;
    for (;;) {
      const ids = await this.dueAfter(system, at, after);
      if (ids.length === 0) return;
      await handler(system, ids, at);
      after = ids.at(-1) ?? null;
    }
  }

  private async dueAfter(system: JobOwner, at: Date, after: string | null): Promise<string[]> {
    const rows = await this.database.readWorkspace(system, (connection) =>
      connection.query<{ id: string }>(
        `SELECT d.id FROM (
           SELECT c.article_id AS id FROM claim c
           WHERE c.workspace_id = $1 AND c.due_at <= $2 AND c.gone_in IS NULL
           UNION
           SELECT v.article_id FROM waiver v
           WHERE v.workspace_id = $1 AND v.expires_at <= $2
             AND v.expires_at IS NOT NULL AND v.lifted_at IS NULL
         ) d WHERE $3::uuid IS NULL OR d.id > $3::uuid ORDER BY d.id LIMIT ${BATCH}`,
        [system.workspaceId, at, after],
      ),
    );
    return rows.map(({ id }) => id);
  }
}
