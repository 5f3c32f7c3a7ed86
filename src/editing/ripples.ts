import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { countArticles, pageOfArticles } from '../articles/article.repository.js';
import { Database } from '../database/database.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import { Jobs, type JobOwner, type JobRun } from '../jobs/jobs.js';
import { countArticlesCiting, pageOfArticlesCiting } from '../sources/source.repository.js';
import type { Actor, EditHappening } from './change-article.js';
import { changeHeld, type Edit } from './change-article.js';
import { holdArticle, type Scope } from './load-article.js';

/** What goes on after a change that many articles rest on: each is judged again, in a transaction of its own. */
export type Ripple =
  /** Something became known of sources: a retraction, another title, a rating. */
  | { readonly of: 'sources'; readonly sourceIds: readonly string[]; readonly happening: RippleHappening }
  /** The rules were configured otherwise, or what all of them go by: everything is judged. */
  | { readonly of: 'rules'; readonly happening: RippleHappening };

/** What happened, as it goes to the history of each article that it touched. */
export type RippleHappening = Pick<EditHappening, 'kind' | 'subjectType' | 'subjectId' | 'before' | 'after'>;

const KIND = 'judge-again';
/** Articles that are looked up at a time. */
const PAGE = 200;
/** How many jobs of the kind one process works on at once. */
const AT_ONCE = 2;

/** Judges articles again after a change outside of them. */
@Injectable()
export class Ripples implements OnModuleInit {
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

  /** Article by article in the order of their ids; what was done before a crash is done again, to no effect. */
  private async run(owner: JobOwner, ripple: Ripple, run: JobRun): Promise<void> {
    let done = 0;
    let after: string | null = null;
    for (;;) {
      const page: string[] = await this.database.readWorkspace(owner, (connection) =>
        this.page(connection, owner.workspaceId, ripple, after),
      );
      for (const articleId of page) {
        run.signal.throwIfAborted();
        await this.database.withWorkspace(owner, (connection) => judgeOne(connection, owner, articleId, ripple));
        done++;
      }
      await run.progress(done);
      after = page.at(-1) ?? null;
      if (page.length < PAGE) return;
    }
  }

  private count(connection: WorkspaceConnection, workspaceId: string, ripple: Ripple): Promise<number> {
    return ripple.of === 'rules'
      ? countArticles(connection, workspaceId)
      : countArticlesCiting(connection, workspaceId, ripple.sourceIds);
  }

  private page(
    connection: WorkspaceConnection,
    workspaceId: string,
    ripple: Ripple,
    after: string | null,
  ): Promise<string[]> {
    return ripple.of === 'rules'
      ? pageOfArticles(connection, workspaceId, after, PAGE)
      : pageOfArticlesCiting(connection, workspaceId, ripple.sourceIds, after, PAGE);
  }
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
  const scope: Scope = ripple.of === 'rules' ? 'all' : { around: [], citingSources: ripple.sourceIds };
  await changeHeld(connection, actor, article, { scope, silent: true }, (edit) => {
    if (ripple.of === 'rules') edit.touchAll();
    else edit.touch('sources', citing(edit, new Set(ripple.sourceIds)));
    edit.happen(ripple.happening);
  });
}

function citing(edit: Edit, sourceIds: ReadonlySet<string>): string[] {
  const references = new Set(
    edit.state.references.filter(({ source }) => source && sourceIds.has(source.id)).map(({ id }) => id),
  );
  return edit.state.citations.filter(({ referenceId }) => references.has(referenceId)).map(({ claimId }) => claimId);
}
