import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { countArticles, pageOfArticles } from '../articles/article.repository.js';
import { Database } from '../database/database.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import { articleByArticle } from '../jobs/article-by-article.js';
import { Jobs, type JobOwner, type JobRun } from '../jobs/jobs.js';
import { countArticlesCiting, pageOfArticlesCiting } from '../sources/reference.repository.js';
import type { Actor, EditHappening } from './change-article.js';
import { changeHeld } from './change-article.js';
import { citingSources } from './citing.js';
import { holdArticle, type Scope } from './load-article.js';
import { mergeInArticle, type Merge } from './merge-article.js';

/** What goes on after a change that many articles rest on: each is judged again, in a transaction of its own. */
export type Ripple =
  /** Something became known of sources: a retraction, another title, a rating. */
  | { readonly of: 'sources'; readonly sourceIds: readonly string[]; readonly happening: RippleHappening }
  /** Several sources became one. */
  | ({ readonly of: 'merge'; readonly happening: RippleHappening } & Merge)
  /** The rules were configured otherwise, or what all of them go by: everything is judged. */
  | { readonly of: 'rules'; readonly happening: RippleHappening };

/** What happened, as it goes to the history of each article that it touched. */
export type RippleHappening = Pick<EditHappening, 'kind' | 'subjectType' | 'subjectId' | 'before' | 'after'>;

const KIND = 'judge-again';
/** How long a statement of one article may run, in milliseconds: it writes thousands of rows, or waits for an import. */
const STATEMENT_LIMIT_MS = 120_000;
/** How many jobs of the kind one process works on at once. */
const AT_ONCE = 2;

/** Judges articles again after a change outside of them. */
@Injectable()
export class Ripples implements OnModuleInit {
  private readonly log = new Logger(Ripples.name);

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Jobs) private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.handle<Ripple>(KIND, (owner, ripple, run) => this.run(owner, ripple, run), { atOnce: AT_ONCE });
  }

  /** Asks for it in the transaction that makes the change. @returns the job's id */
  async start(connection: WorkspaceConnection, owner: JobOwner, ripple: Ripple): Promise<string> {
    const total = await this.count(connection, owner.workspaceId, ripple);
    return this.jobs.enqueue(connection, owner, KIND, ripple, { total });
  }

  /** @throws JobError when some articles could not be judged */
  private async run(owner: JobOwner, ripple: Ripple, run: JobRun): Promise<void> {
    await articleByArticle(run, this.log, {
      what: 'judged again',
      page: (after, size) =>
        this.database.readWorkspace(owner, (connection) =>
          this.page(connection, owner.workspaceId, ripple, { after, size }),
        ),
      // How far it is travels with the first statement, and shares the article's transaction.
      article: async (id, passed) => {
        await this.database.withWorkspace(
          owner,
          (connection) => Promise.all([judgeOne(connection, owner, id, ripple), passed(connection)]),
          { statementTimeoutMs: STATEMENT_LIMIT_MS },
        );
      },
    });
  }

  private count(connection: WorkspaceConnection, workspaceId: string, ripple: Ripple): Promise<number> {
    return ripple.of === 'rules'
      ? countArticles(connection, workspaceId)
      : countArticlesCiting(connection, workspaceId, sourcesOf(ripple));
  }

  private page(
    connection: WorkspaceConnection,
    workspaceId: string,
    ripple: Ripple,
    { after, size }: { readonly after: string | null; readonly size: number },
  ): Promise<string[]> {
    return ripple.of === 'rules'
      ? pageOfArticles(connection, workspaceId, after, size)
      : pageOfArticlesCiting(connection, workspaceId, sourcesOf(ripple), after, size);
  }
}

/** Whose articles are gone through; those that cite the kept one alone are touched only by what it learnt. */
function sourcesOf(ripple: Exclude<Ripple, { readonly of: 'rules' }>): readonly string[] {
  if (ripple.of === 'sources') return ripple.sourceIds;
  return ripple.completed ? [ripple.keptId, ...ripple.formerIds] : ripple.formerIds;
}

/** Only an article on which it has an effect has it in its history, and so has it once. */
async function judgeOne(
  connection: WorkspaceConnection,
  actor: Actor,
  articleId: string,
  ripple: Ripple,
): Promise<void> {
  const article = await holdArticle(connection, actor.workspaceId, { article: articleId });
  if (!article) return;
  if (ripple.of === 'merge') return mergeInArticle(connection, actor, article, ripple, ripple.happening);
  const scope: Scope = ripple.of === 'rules' ? 'all' : { around: [], citingSources: ripple.sourceIds };
  await changeHeld(connection, actor, article, { scope, silent: true }, (edit) => {
    if (ripple.of === 'rules') edit.touchAll();
    else edit.touch('sources', citingSources(edit, new Set(ripple.sourceIds)));
    edit.happen(ripple.happening);
  });
}
