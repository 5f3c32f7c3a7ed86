import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { Collected, CollectedArticle } from '../collections/collected.js';
import type { TablePreview } from '../collections/table-collection.js';
import { mayDo } from '../auth/roles.js';
import type { Viewer } from '../auth/viewer.js';
import { bulkInsert } from '../database/bulk-insert.js';
import type { CollectionOutcome } from '../database/codes.js';
import { Database, type WorkspaceConnection } from '../database/database.js';
import type { UserErrorCode, UserErrorData } from '../graphql/user-error.js';
import { JobError, JobLostError } from '../jobs/job-error.js';
import { Jobs, type JobOwner, type JobRun } from '../jobs/jobs.js';
import type { Editor } from '../revising/store-revision.js';
import { CollectionItemEntity } from './collection-item.entity.js';
import { sentenceOf } from './file-content.js';
import { checkCollection, type ImportCollectionData, type ValidCollection } from './collection-input.js';
import { ImportArticle } from './import-article.js';
import { ReadingError, ReadingPool } from './reading-pool.js';
import type { Unconvertible } from './reading.worker.js';

const KIND = 'import-collection';
/** How long the statement may run that keeps a collection for its job, in milliseconds. */
const STATEMENT_LIMIT_MS = 120_000;
/** Parts that are imported at once: while one is stored, another is read. */
const AT_ONCE = 4;
/** Sentences about one article that are kept. */
const MOST_MESSAGES = 60;

/** What a job of this kind works on. */
interface Payload extends Omit<ImportCollectionData, 'content'> {
  readonly contentBase64: string;
}

/** What became of one part of a collection. */
interface Became {
  readonly outcome: CollectionOutcome;
  readonly messages: readonly string[];
  readonly articleId: string | null;
}

/** Imports all articles of a file that holds several, in a job: one that cannot be imported stops no other. */
@Injectable()
export class ImportCollection implements OnModuleInit {
  private readonly log = new Logger(ImportCollection.name);

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ImportArticle) private readonly articles: ImportArticle,
    @Inject(ReadingPool) private readonly pool: ReadingPool,
    @Inject(Jobs) private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.handle<Payload>(KIND, (owner, payload, run) => this.importInJob(owner, payload, run));
  }

  /** @returns the job's UUID, or what is wrong with the input; then nothing is imported */
  async run(
    viewer: Viewer,
    given: ImportCollectionData,
  ): Promise<{ jobId: string | null; userErrors: UserErrorData[] }> {
    if (!mayDo(viewer, 'importCollection')) {
      const message = `a token of role EDITOR is needed to import articles, and yours is ${viewer.role}`;
      return { jobId: null, userErrors: [{ code: 'FORBIDDEN', message, field: null }] };
    }
    const input = checkCollection(given);
    if (Array.isArray(input)) return { jobId: null, userErrors: input };
    // A table is read so soon that what is wrong with it can be told at once.
    if (input.format === 'CSV') {
      const looked = await this.look(input, given);
      if (!looked.preview) return { jobId: null, userErrors: looked.userErrors };
      if (looked.preview.articleCount === 0) {
        const message = looked.preview.warnings.at(-1) ?? 'holds no claims';
        return { jobId: null, userErrors: [{ code: 'INVALID_INPUT', message, field: ['columns'] }] };
      }
    }
    const { content: _text, ...rest } = given;
    const payload = { ...rest, contentBase64: input.bytes.toString('base64') } satisfies Payload;
    const jobId = await this.database.withWorkspace(
      viewer,
      (connection) => this.jobs.enqueue(connection, viewer, KIND, payload),
      { statementTimeoutMs: STATEMENT_LIMIT_MS },
    );
    return { jobId, userErrors: [] };
  }

  /** What a table would become. Nothing is stored. */
  async preview(
    given: Omit<ImportCollectionData, 'format'>,
  ): Promise<{ preview: TablePreview | null; userErrors: UserErrorData[] }> {
    const input = checkCollection({ ...given, name: given.name ?? 'table', format: 'CSV' });
    return Array.isArray(input) ? { preview: null, userErrors: input } : await this.look(input, given);
  }

  private async look(
    input: ValidCollection,
    given: Pick<ImportCollectionData, 'content'>,
  ): Promise<{ preview: TablePreview | null; userErrors: UserErrorData[] }> {
    const field = typeof given.content === 'string' ? 'content' : 'contentBase64';
    const refused = (code: UserErrorCode, message: string, at = field) => ({
      preview: null,
      userErrors: [{ code, message, field: [at] }],
    });
    try {
      const { bytes, name, columns, slugPrefix } = input;
      const result = await this.pool.preview({ bytes, name, columns, slugPrefix });
      if ('preview' in result) return { preview: result.preview, userErrors: [] };
      // What is not known is the columns that the caller named.
      return result.reason === 'UNKNOWN'
        ? refused('INVALID_INPUT', result.message, 'columns')
        : refused(codeOf(result), result.message);
    } catch (error) {
      if (error instanceof ReadingError) return refused(error.code, error.message);
      throw error;
    }
  }

  /** @throws JobError when nothing of the collection can be read */
  private async importInJob({ workspaceId, memberId }: JobOwner, payload: Payload, run: JobRun): Promise<void> {
    const input = checkCollection(payload);
    if (memberId === null || Array.isArray(input)) throw new Error('this was checked before it was asked for');
    const editor = { workspaceId, memberId };
    const collected = await this.collect(input);
    await run.expect(collected.length);
    const left = partsLeft(collected, await this.recorded(editor, run));
    const importLeft = async (): Promise<void> => {
      // All share one generator: each takes the next part that none has, and an error in one ends it for all.
      for (const part of left) {
        run.signal.throwIfAborted();
        await this.importPart(editor, part, input, run);
      }
    };
    const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, importLeft));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  }

  /** The places of those parts that former attempts have done. */
  private async recorded({ workspaceId }: Editor, run: JobRun): Promise<ReadonlySet<number>> {
    if (run.from.position === null) return new Set();
    const rows = await this.database.readWorkspace({ workspaceId }, (connection) =>
      connection.query<{ ordinal: number }>(
        'SELECT ordinal FROM collection_item WHERE workspace_id = $1 AND job_id = $2',
        [workspaceId, run.id],
      ),
    );
    return new Set(rows.map(({ ordinal }) => ordinal));
  }

  private async collect(input: ValidCollection): Promise<readonly Collected[]> {
    let result;
    try {
      result = await this.pool.collect(input);
    } catch (error) {
      if (error instanceof ReadingError) throw new JobError(error.message, error.code === 'TIMEOUT', { cause: error });
      throw error;
    }
    if ('reason' in result) throw new JobError(`the collection ${result.message}`);
    if (result.collected.length === 0) throw new JobError('the collection holds no article');
    return result.collected;
  }

  /** What became of a part and that it is done are one; so is the article, where one is stored. */
  private async importPart(editor: Editor, part: Part, input: ValidCollection, run: JobRun): Promise<void> {
    const { each } = part;
    const became = each.kind === 'article' ? await this.import(editor, each.article, input, part, run) : leftOut(each);
    if (became === null) return;
    await this.database.withWorkspace(editor, (connection) => record(connection, editor, part, became, run));
  }

  /** @returns null when it was imported, and that is recorded */
  private async import(
    editor: Editor,
    article: CollectedArticle,
    { desk }: ValidCollection,
    part: Part,
    run: JobRun,
  ): Promise<Became | null> {
    const { name: _name, notices: known, ...data } = article;
    const told = known.map(sentenceOf);
    try {
      const { articleId, revisionId, userErrors } = await this.articles.runWithin(
        editor,
        { ...data, desk: desk ?? data.desk, onlyIfChanged: true },
        (connection, stored) => {
          const messages = [...told, ...stored.notices.map(({ message }) => message)];
          return record(connection, editor, part, { outcome: 'IMPORTED', messages, articleId: stored.articleId }, run);
        },
      );
      if (userErrors.length > 0) {
        return {
          outcome: 'REFUSED',
          messages: userErrors.map(({ message, field }) => [field?.join('.'), message].filter(Boolean).join(': ')),
          articleId: null,
        };
      }
      return revisionId === null ? { outcome: 'UNCHANGED', messages: told, articleId } : null;
    } catch (error) {
      if (error instanceof JobLostError || run.signal.aborted) throw error;
      this.log.error(`${article.slug} of a collection`, error instanceof Error ? error.stack : error);
      return { outcome: 'REFUSED', messages: ['importing it failed; the log of the server says why'], articleId: null };
    }
  }
}

/** A part of a collection, with its place in it, from 1. */
interface Part {
  readonly each: Collected;
  readonly ordinal: number;
}

function* partsLeft(collected: readonly Collected[], done: ReadonlySet<number>): Generator<Part> {
  for (const [i, each] of collected.entries()) {
    if (!done.has(i + 1)) yield { each, ordinal: i + 1 };
  }
}

async function record(
  connection: WorkspaceConnection,
  { workspaceId }: Editor,
  { each, ordinal }: Part,
  became: Became,
  run: JobRun,
): Promise<void> {
  const name = each.kind === 'article' ? each.article.name : each.entry.name;
  const slug = each.kind === 'article' ? each.article.slug : null;
  const { outcome, articleId } = became;
  const messages = became.messages.slice(0, MOST_MESSAGES).map((message) => message.replaceAll('\0', ''));
  await bulkInsert(connection, CollectionItemEntity, [
    { workspaceId, jobId: run.id, ordinal, name, slug, outcome, messages, articleId },
  ]);
  await run.stepped(connection);
}

const leftOut = ({ kind, entry }: Exclude<Collected, { kind: 'article' }>): Became => ({
  outcome: kind === 'unreadable' ? 'REFUSED' : 'SKIPPED',
  messages: [entry.why],
  articleId: null,
});

const codeOf = ({ reason }: Unconvertible): UserErrorCode =>
  reason === 'TOO_LARGE' ? 'TOO_LARGE' : reason === 'NO_TEXT' ? 'EMPTY' : 'INVALID_INPUT';
