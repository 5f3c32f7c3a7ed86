import { Inject, Injectable } from '@nestjs/common';
import { mayDo } from '../auth/roles.js';
import type { Viewer } from '../auth/viewer.js';
import { Database } from '../database/database.js';
import { StatementTimeoutError, WriteConflictError } from '../database/errors.js';
import { settleSources, sourceKeysOf } from '../editing/settle-sources.js';
import {
  OutdatedJudgementError,
  storeRevision,
  type JudgedArticle,
  type JudgedOn,
  type StoreResult,
} from '../editing/store-revision.js';
import { waivedFingerprints } from '../findings/finding.repository.js';
import type { UserErrorData } from '../graphql/user-error.js';
import { JobError, Jobs, type Progress } from '../jobs/jobs.js';
import type { Article } from '../judging/evidence.js';
import { findSources, type KnownSource } from '../sources/source.repository.js';
import { rulesetOf } from '../workspaces/workspace.repository.js';
import { checkImport, type ImportArticleData, type ValidImport } from './import-input.js';
import { ReadingError, ReadingPool } from './reading-pool.js';

/** What became of an import: an article's new revision, or a job that will make one, or what was wrong. UUIDs. */
export interface ImportResult {
  readonly articleId: string | null;
  readonly revisionId: string | null;
  readonly jobId: string | null;
  readonly userErrors: UserErrorData[];
}

/** More characters than this are read after the answer, in a job. */
const LONG = 1_000_000;
/** Read, judged, stored. */
const STEPS = 3;
/** How long a statement of an import may run, in milliseconds: it inserts thousands of rows. */
const STATEMENT_LIMIT_MS = 120_000;
/** How often an import is judged again when what it was judged on changes under it. */
const ATTEMPTS = 10;
/** Longer labels of references are no labels, and would not fit PostgreSQL's index. In characters. */
const LONGEST_LABEL = 500;

/** Who imports. */
type Importer = Pick<Viewer, 'workspaceId' | 'memberId' | 'role'>;

const NOTHING: ImportResult = { articleId: null, revisionId: null, jobId: null, userErrors: [] };

/** Reads an article, judges it, and stores it as the next revision of its slug. */
@Injectable()
export class ImportArticle {
  constructor(
    @Inject(Database) private readonly database: Database,
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
      return { ...NOTHING, articleId: stored.articleId, revisionId: stored.revisionId };
    } catch (error) {
      const told = userErrorOf(error);
      if (told) return refuse(told);
      throw error;
    }
  }

  private async judgeAndStore(
    viewer: Importer,
    input: ValidImport,
    article: Article,
    progress: Progress,
  ): Promise<StoreResult> {
    for (let attempt = 1; ; attempt++) {
      const judged = await this.judge(viewer, input, article);
      await progress(2);
      try {
        return await this.database.withWorkspace(
          viewer,
          (connection) => storeRevision(connection, viewer, input, judged),
          { statementTimeoutMs: STATEMENT_LIMIT_MS },
        );
      } catch (error) {
        if (!(error instanceof OutdatedJudgementError) || attempt === ATTEMPTS) throw error;
      }
    }
  }

  /** Judges the article with the workspace's rules, its waivers, and its own records of the sources. */
  private async judge(viewer: Importer, { slug }: ValidImport, article: Article): Promise<JudgedArticle> {
    const at = new Date();
    const { workspaceId } = viewer;
    const { on, known } = await this.database.readWorkspace(viewer, async (connection) => {
      const [[former], ruleset, sources] = await Promise.all([
        connection.query<{ id: string }>('SELECT id FROM article WHERE workspace_id = $1 AND slug = $2', [
          workspaceId,
          slug,
        ]),
        rulesetOf(connection, workspaceId),
        findSources(connection, workspaceId, sourceKeysOf(article)),
      ]);
      const waived = former ? await waivedFingerprints(connection, workspaceId, former.id, at) : [];
      return { on: { ruleset, waived, sources } satisfies JudgedOn, known: sources as readonly KnownSource[] };
    });
    const settled = settleSources(article, known, at);
    const judgement = await this.pool.judge({ article: settled, ruleset: on.ruleset, waived: on.waived, now: at });
    return { article: settled, judgement, on, at };
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

function userErrorOf(error: unknown): UserErrorData | null {
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
