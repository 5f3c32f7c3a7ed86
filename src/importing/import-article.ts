import { Inject, Injectable } from '@nestjs/common';
import { mayDo } from '../auth/roles.js';
import type { Viewer } from '../auth/viewer.js';
import { StatementTimeoutError, WriteConflictError } from '../database/errors.js';
import { applyCuts } from '../editing/claim-cuts.js';
import type { FormerArticle } from '../editing/former-article.js';
import { claimSaid } from '../editing/match-claims.js';
import type { Continues } from '../editing/plan-revision.js';
import { OutdatedJudgementError, storeRevision, type StoreResult } from '../editing/store-revision.js';
import type { UserErrorData } from '../graphql/user-error.js';
import { JobError, Jobs, type Progress } from '../jobs/jobs.js';
import type { Article } from '../judging/evidence.js';
import { checkImport, type ImportArticleData, type ValidImport } from './import-input.js';
import { ReadingError, ReadingPool } from './reading-pool.js';
import { ReviseArticle } from './revise-article.js';

/** What became of an import: an article's new revision, or a job that will make one, or what was wrong. UUIDs. */
export interface ImportResult {
  readonly articleId: string | null;
  readonly revisionId: string | null;
  readonly jobId: string | null;
  /** What editors of the article should know, in sentences. */
  readonly notices: readonly string[];
  readonly userErrors: UserErrorData[];
}

/** More characters than this are read after the answer, in a job. */
const LONG = 1_000_000;
/** Read, judged, stored. */
const STEPS = 3;
/** Longer labels of references are no labels, and would not fit PostgreSQL's index. In characters. */
const LONGEST_LABEL = 500;

/** Who imports. */
type Importer = Pick<Viewer, 'workspaceId' | 'memberId' | 'role'>;

const NOTHING: ImportResult = { articleId: null, revisionId: null, jobId: null, notices: [], userErrors: [] };

/** Reads an article, judges it, and stores it as the next revision of its slug. */
@Injectable()
export class ImportArticle {
  constructor(
    @Inject(ReviseArticle) private readonly revise: ReviseArticle,
    @Inject(ReadingPool) private readonly pool: ReadingPool,
    @Inject(Jobs) private readonly jobs: Jobs,
  ) {}

  /**
   * A short article is done when this returns; a long one answers with a job. What the caller did wrong is in
   * `userErrors`, and then nothing is stored.
   */
  async run(viewer: Importer, data: ImportArticleData): Promise<ImportResult> {
    if (!mayDo(viewer, 'importArticle')) {
      const message = `a token of role EDITOR is needed to import an article, and yours is ${viewer.role}`;
      return refuse({ code: 'FORBIDDEN', message, field: null });
    }
    const input = checkImport(data);
    if (Array.isArray(input)) return refuse(...input);
    if (input.content.length <= LONG) return await this.import(viewer, input, () => Promise.resolve());
    const jobId = await this.jobs.start(viewer, 'import', STEPS, async (progress) => {
      const { userErrors } = await this.import(viewer, input, progress);
      if (userErrors.length > 0) throw new JobError(userErrors.map(({ message }) => message).join('; '));
    });
    return { ...NOTHING, jobId };
  }

  private async import(viewer: Importer, input: ValidImport, progress: Progress): Promise<ImportResult> {
    try {
      const article = await this.pool.read(input);
      const problem = labelProblem(article);
      if (problem) return refuse(problem);
      await progress(1);
      const stored = await this.judgeAndStore(viewer, input, article, progress);
      if (stored.kind === 'conflict') return refuse(conflict(input, stored.version));
      await progress(STEPS);
      const { articleId, revisionId, notices } = stored;
      return { ...NOTHING, articleId, revisionId, notices };
    } catch (error) {
      const told = userErrorOf(error);
      if (told) return refuse(told);
      throw error;
    }
  }

  private judgeAndStore(viewer: Importer, input: ValidImport, read: Article, progress: Progress): Promise<StoreResult> {
    return this.revise.run(viewer, {
      locator: { slug: input.slug },
      propose: async (former) => {
        const article = applyCuts(read, former?.cuts ?? [], input);
        const continues = await this.continues(former, article);
        return { article, continues, content: input.content };
      },
      judged: () => progress(2),
      store: (connection, judged) => storeRevision(connection, viewer, input, judged),
    });
  }

  private async continues(former: FormerArticle | null, { claims }: Article): Promise<Continues[]> {
    const held = former?.state.claims ?? [];
    const before = held.map(({ evidence, read: { block } }) => ({ ...claimSaid(evidence), block }));
    const matches = await this.pool.match({ before, after: claims.map(claimSaid) });
    return matches.map(({ from, change }) => ({ held: from === null ? null : held[from]!, change }));
  }
}

const refuse = (...userErrors: UserErrorData[]): ImportResult => ({ ...NOTHING, userErrors });

function conflict({ slug, expectedVersion }: ValidImport, version: number | null): UserErrorData {
  const is = version === null ? `there is no article "${slug}"` : `the article "${slug}" is at version ${version}`;
  const message = `${is}, not at version ${expectedVersion}; look at it again, then import with its version`;
  return { code: 'CONFLICT', message, field: ['expectedVersion'] };
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
