import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { mayDo } from '../auth/roles.js';
import type { Viewer } from '../auth/viewer.js';
import { Database, type WorkspaceConnection } from '../database/database.js';
import { StatementTimeoutError, WriteConflictError } from '../database/errors.js';
import { applyCuts } from '../revising/claim-cuts.js';
import {
  OutdatedJudgementError,
  storeRevision,
  type Editor,
  type StoredRevision,
  type StoreResult,
} from '../revising/store-revision.js';
import { currentOf } from '../editing/user-fault.js';
import type { UserErrorData } from '../graphql/user-error.js';
import { JobError } from '../jobs/job-error.js';
import { Jobs, type JobOwner, type JobRun } from '../jobs/jobs.js';
import type { Article } from '../judging/evidence.js';
import { Fetcher } from '../fetching/fetcher.js';
import type { Notice } from '../reading/notice.js';
import { withFetchedContent } from './fetched-content.js';
import { withFileContent, type ReadableImport } from './file-content.js';
import { continuedClaims } from './continued-claims.js';
import { importedBefore } from './imported-before.js';
import { checkBeforeContent, checkImport, type ImportArticleData, type ValidImport } from './import-input.js';
import { ReadingError, ReadingPool } from './reading-pool.js';
import { ReviseArticle } from './revise-article.js';

/** What became of an import: an article's new revision, or a job that will make one, or what was wrong. UUIDs. */
export interface ImportResult {
  readonly articleId: string | null;
  readonly revisionId: string | null;
  readonly jobId: string | null;
  /** What editors of the article should know. */
  readonly notices: readonly Notice[];
  readonly userErrors: UserErrorData[];
}

/** More characters than this are read after the answer, in a job. */
const LONG = 1_000_000;
/** Read, judged, stored. */
const STEPS = 3;
const KIND = 'import';
/** Long imports at once in one process: each has a thread that reads, and takes its memory. */
const AT_ONCE = 2;
/** How long the statement may run that keeps a long text for its job, in milliseconds. */
const STATEMENT_LIMIT_MS = 120_000;
/** Longer labels of references are no labels, and would not fit PostgreSQL's index. In characters. */
const LONGEST_LABEL = 500;

/** Who imports. */
type Importer = Pick<Viewer, 'workspaceId' | 'memberId' | 'role'>;

/** Who is told how far an import is, and ends with it. */
interface Watcher extends Pick<JobRun, 'progress'> {
  /** In the transaction that stores the article: both are stored, or neither. */
  finish(connection: WorkspaceConnection, stored: StoredRevision): Promise<void>;
}

/** Thrown out of an import that finds, once it has read its article, that another one has stored the same meanwhile. */
class ImportedMeanwhile extends Error {
  constructor(readonly articleId: string) {
    super('another import stored the same article meanwhile');
  }
}

const NOBODY: Watcher = { progress: () => Promise.resolve(), finish: () => Promise.resolve() };

const UNCHANGED: Notice = {
  code: 'UNCHANGED',
  values: {},
  message: 'The article was imported with this content before, so nothing was stored.',
};
const NOTHING: ImportResult = { articleId: null, revisionId: null, jobId: null, notices: [], userErrors: [] };

/** Reads an article, judges it, and stores it as the next revision of its slug. */
@Injectable()
export class ImportArticle implements OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ReviseArticle) private readonly revise: ReviseArticle,
    @Inject(ReadingPool) private readonly pool: ReadingPool,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Fetcher) private readonly fetcher: Fetcher,
  ) {}

  onModuleInit(): void {
    this.jobs.handle<ImportArticleData>(KIND, (owner, data, run) => this.importInJob(owner, data, run), {
      atOnce: AT_ONCE,
    });
  }

  /**
   * A short article is done when this returns; a long one answers with a job. One that has an address and no content is
   * fetched before anything else. What the caller did wrong is in `userErrors`, and then nothing is stored.
   */
  async run(viewer: Importer, given: ImportArticleData): Promise<ImportResult> {
    if (!mayDo(viewer, 'importArticle')) {
      const message = `a token of role EDITOR is needed to import an article, and yours is ${viewer.role}`;
      return refuse({ code: 'FORBIDDEN', message, field: null });
    }
    const isFetched = isToBeFetched(given);
    const readable = await (isFetched ? this.fetched(given) : withFileContent(given, this.pool));
    if (Array.isArray(readable)) return refuse(...readable);
    if ('code' in readable) return refuse(readable);
    const input = checkImport(readable.data);
    // The caller gave an address: what is wrong with the text is about that.
    if (Array.isArray(input)) return refuse(...(isFetched ? input.map(aboutUrl) : input));
    const unchanged = await this.unchanged(viewer, input);
    if (unchanged) return unchanged;
    if (input.content.length <= LONG) {
      const result = await this.import(viewer, input, NOBODY);
      return { ...result, notices: [...readable.notices, ...result.notices] };
    }
    const payload = { ...input } satisfies ImportArticleData;
    const jobId = await this.database.withWorkspace(
      viewer,
      (connection) => this.jobs.enqueue(connection, viewer, KIND, payload, { total: STEPS }),
      { statementTimeoutMs: STATEMENT_LIMIT_MS },
    );
    return { ...NOTHING, jobId, notices: readable.notices };
  }

  /** What can be told wrong without asking the web is told first. */
  private async fetched(given: ImportArticleData): Promise<ReadableImport | UserErrorData | UserErrorData[]> {
    const wrong = checkBeforeContent(given);
    return wrong.length > 0 ? wrong : withFetchedContent(given, this.fetcher, this.pool);
  }

  /**
   * Imports an article of a collection within the work of a job, however long it is. Who may was asked before; what is
   * wrong with the article is in `userErrors`, and then nothing of it is stored.
   *
   * @param finish what the job stores with the article, where one is stored
   */
  async runWithin(editor: Editor, given: ImportArticleData, finish = NOBODY.finish): Promise<ImportResult> {
    const input = checkImport(given);
    if (Array.isArray(input)) return refuse(...input);
    return (await this.unchanged(editor, input)) ?? (await this.import(editor, input, { ...NOBODY, finish }));
  }

  /** The article that there is, where importing would say nothing new; null where it would, or where nobody asks. */
  private async unchanged(editor: Editor, input: ValidImport): Promise<ImportResult | null> {
    if (!input.onlyIfChanged) return null;
    const articleId = await this.database.readWorkspace(editor, (connection) =>
      importedBefore(connection, editor.workspaceId, input),
    );
    return articleId === null ? null : unchangedArticle(articleId);
  }

  /** @throws JobError with what the caller did wrong, or with what may go better another time */
  private async importInJob(owner: JobOwner, data: ImportArticleData, run: JobRun): Promise<void> {
    const { workspaceId, memberId } = owner;
    // JSON has made texts of its dates.
    const input = checkImport(data);
    if (memberId === null || Array.isArray(input)) throw new Error('this was checked before it was asked for');
    const { userErrors } = await this.import({ workspaceId, memberId }, input, run);
    if (userErrors.length === 0) return;
    // What is about no field is about others' work at the same time.
    const again = userErrors.every(({ field }) => field === null);
    throw new JobError(userErrors.map(({ message }) => message).join('; '), again);
  }

  private async import(editor: Editor, input: ValidImport, watcher: Watcher): Promise<ImportResult> {
    try {
      const article = await this.pool.read(input);
      const problem = labelProblem(article);
      if (problem) return refuse(problem);
      await watcher.progress(1);
      const stored = await this.judgeAndStore(editor, input, article, watcher);
      if (stored.kind === 'conflict') return refuse(conflict(input, stored.article));
      const { articleId, revisionId, notices } = stored;
      return { ...NOTHING, articleId, revisionId, notices };
    } catch (error) {
      if (error instanceof ImportedMeanwhile) return unchangedArticle(error.articleId);
      const told = userErrorOf(error);
      if (told) return refuse(told);
      throw error;
    }
  }

  private judgeAndStore(editor: Editor, input: ValidImport, read: Article, watcher: Watcher): Promise<StoreResult> {
    return this.revise.run(editor, {
      locator: { slug: input.slug },
      propose: async (former, ask) => {
        // An import that was broken off and begun again meets the articles that it had under way.
        if (former && input.onlyIfChanged) {
          const same = await ask((connection) => importedBefore(connection, editor.workspaceId, input));
          if (same !== null) throw new ImportedMeanwhile(same);
        }
        const article = applyCuts(read, former?.cuts ?? [], input);
        const continues = await continuedClaims(this.pool, former?.state.claims ?? [], article.claims);
        return { article, continues, content: input.content, isNew: true, publishedAt: input.publishedAt };
      },
      judged: () => watcher.progress(2),
      store: async (connection, judged) => {
        const result = await storeRevision(connection, editor, input, judged);
        if (result.kind === 'stored') await watcher.finish(connection, result);
        return result;
      },
    });
  }
}

/** Whether there is an address and no content: null and absent are the same. */
const isToBeFetched = ({ content, contentBase64, url }: ImportArticleData): boolean =>
  (content ?? contentBase64 ?? null) === null && (url ?? '').trim() !== '';

const aboutUrl = (error: UserErrorData): UserErrorData =>
  error.field?.[0] === 'content' ? { ...error, field: ['url'] } : error;

const unchangedArticle = (articleId: string): ImportResult => ({ ...NOTHING, articleId, notices: [UNCHANGED] });

const refuse = (...userErrors: UserErrorData[]): ImportResult => ({ ...NOTHING, userErrors });

function conflict(
  { slug, expectedVersion }: ValidImport,
  article: { readonly id: string; readonly version: number } | null,
): UserErrorData {
  const is = article ? `the article "${slug}" is at version ${article.version}` : `there is no article "${slug}"`;
  const message = `${is}, not at version ${expectedVersion}; look at it again, then import with its version`;
  const current = article && currentOf('Article', article);
  return { code: 'CONFLICT', message, field: ['expectedVersion'], ...(current ? { current } : {}) };
}

function labelProblem({ references }: Article): UserErrorData | null {
  const long = references.find(({ label }) => label.length > LONGEST_LABEL);
  if (!long) return null;
  const where = long.line === null ? '' : ` in line ${long.line}`;
  const message = `the label of a reference${where} has ${long.label.length} characters, at most ${LONGEST_LABEL} are allowed`;
  return { code: 'INVALID_INPUT', message, field: ['content'] };
}

/** What the caller is told of an error; null for a fault of the program. */
export function userErrorOf(error: unknown): UserErrorData | null {
  if (error instanceof ReadingError) return { code: error.code, message: error.message, field: ['content'] };
  if (error instanceof StatementTimeoutError) {
    return { code: 'TIMEOUT', message: 'storing the article took too long; try again, or split it', field: null };
  }
  if (error instanceof WriteConflictError || error instanceof OutdatedJudgementError) {
    const message = 'others changed the same article or sources at the same time; import it again';
    return { code: 'CONFLICT', message, field: null };
  }
  return null;
}
