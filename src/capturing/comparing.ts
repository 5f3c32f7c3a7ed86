import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { comparedArticle, postponeComparison, type AskedArticle } from '../claims/comparison.repository.js';
import { Database } from '../database/database.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import { compareArticle } from '../editing/compare-article.js';
import { ReadingPool } from '../importing/reading-pool.js';
import { articleByArticle } from '../jobs/article-by-article.js';
import { Jobs, type JobOwner, type JobRun } from '../jobs/jobs.js';
import { nextAfter, type Next } from '../jobs/rounds.js';
import { countArticlesCiting, pageOfArticlesCiting } from '../sources/reference.repository.js';

/** A source that got a text: the claims that cite it are compared with it. UUIDs. */
export interface SourceToCompare {
  readonly sourceId: string;
  readonly snapshotId: string;
}

const KIND = 'compare';
/** Articles of one round. */
const ROUND = 20;

/** Compares claims with the texts of their sources: after a capture, and where a change left something to compare. */
@Injectable()
export class Comparing implements OnModuleInit {
  private readonly log = new Logger(Comparing.name);

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(ReadingPool) private readonly pool: Pick<ReadingPool, 'compare'>,
  ) {}

  onModuleInit(): void {
    this.jobs.handle<SourceToCompare>(KIND, (owner, source, run) => this.run(owner, source, run));
    this.jobs.repeat('compare', () => this.round(new Date()), { soonMs: 200, laterMs: 2_000 });
  }

  /** Asks for it in the transaction of a capture. @returns the job's id */
  async start(connection: WorkspaceConnection, owner: JobOwner, source: SourceToCompare): Promise<string> {
    const total = await countArticlesCiting(connection, owner.workspaceId, [source.sourceId]);
    return this.jobs.enqueue(connection, owner, KIND, source, { total });
  }

  /** @throws JobError when some articles could not be compared */
  private async run(owner: JobOwner, { sourceId, snapshotId }: SourceToCompare, run: JobRun): Promise<void> {
    const subject = { subjectType: 'Source', subjectId: sourceId };
    await articleByArticle(run, this.log, {
      what: 'compared',
      page: (after, size) =>
        this.database.readWorkspace(owner, (connection) =>
          pageOfArticlesCiting(connection, owner.workspaceId, [sourceId], after, size),
        ),
      article: async (articleId, passed) => {
        await compareArticle(this.database, owner, (given) => this.pool.compare(given), {
          articleId,
          capturedOf: sourceId,
          happening: { kind: 'source.compared', ...subject, before: null, after: { snapshotId } },
          also: passed,
        });
      },
    });
  }

  /** Compares what changes of articles left, as of a time. */
  async round(at: Date): Promise<Next> {
    const due = await this.database.outsideWorkspaces<AskedArticle>(
      `SELECT workspace_id AS "workspaceId", article_id AS "articleId", asked FROM due_comparisons($1, ${ROUND})`,
      [at],
    );
    for (const asked of due) await this.compareDue(asked);
    return nextAfter(due.length, ROUND);
  }

  private async compareDue(asked: AskedArticle): Promise<void> {
    const { workspaceId, articleId } = asked;
    const system: JobOwner = { workspaceId, memberId: null };
    const subject = { subjectType: 'Article', subjectId: articleId };
    try {
      await compareArticle(this.database, system, (given) => this.pool.compare(given), {
        articleId,
        capturedOf: null,
        happening: { kind: 'article.compared', ...subject, before: null, after: {} },
        also: (connection) => comparedArticle(connection, asked),
      });
    } catch (error) {
      this.log.error(`article ${articleId} could not be compared`, error instanceof Error ? error.stack : error);
      await this.database.withWorkspace(system, (connection) => postponeComparison(connection, asked));
    }
  }
}
