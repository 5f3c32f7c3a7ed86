import { CitationEdits } from '../../../src/editing/citation.edits.js';
import { Editing } from '../../../src/editing/editing.js';
import { recountArticle, type Drift } from '../../../src/editing/recount.js';
import { ENTITIES } from '../../../src/entities.js';
import { toGlobalId } from '../../../src/graphql/global-id.js';
import type { ImportArticle } from '../../../src/importing/import-article.js';
import type { ImportArticleData } from '../../../src/importing/import-input.js';
import type { ReadingPool } from '../../../src/importing/reading-pool.js';
import type { Notice } from '../../../src/reading/notice.js';
import { ReviseArticle } from '../../../src/importing/revise-article.js';
import { Jobs } from '../../../src/jobs/jobs.js';
import { importerOf } from '../../support/importer.js';
import { sourceReadingPool } from '../../support/reading-pool.js';
import { createTestDatabase, type TestDatabase, type TestViewer } from '../../support/test-database.js';

export interface ClaimRow {
  readonly id: string;
  readonly text: string;
  readonly standing: number;
  readonly version: number;
  readonly ordinal: number;
  readonly line: number;
  readonly start_offset: number;
  readonly end_offset: number;
}

/** A workspace with all that changes articles, on a database of a test file's own. */
export class Desk {
  viewer!: TestViewer;

  private constructor(
    readonly db: TestDatabase,
    readonly pool: ReadingPool,
    readonly revise: ReviseArticle,
    readonly importer: ImportArticle,
    readonly edits: CitationEdits,
    private readonly isShared: boolean,
  ) {}

  /** @param shared the database of a server that is asked as well; it is not dropped */
  static async open(shared?: TestDatabase): Promise<Desk> {
    const db = shared ?? (await createTestDatabase({ entities: ENTITIES, poolSize: 20 }));
    const pool = sourceReadingPool();
    const revise = new ReviseArticle(db.database, pool);
    const importer = importerOf(db.database, pool, new Jobs(db.database, { jobs: 'off' }));
    return new Desk(db, pool, revise, importer, new CitationEdits(new Editing(db.database)), shared !== undefined);
  }

  async close(): Promise<void> {
    await this.pool.onApplicationShutdown();
    if (!this.isShared) await this.db.drop();
  }

  /** Begins in a workspace of its own. */
  async begin(): Promise<void> {
    this.viewer = await this.db.workspace();
  }

  rows<R = Record<string, unknown>>(sql: string, params: unknown[] = []): Promise<R[]> {
    return this.db.database.readWorkspace(this.viewer, (c) => c.query<R>(sql, params));
  }

  write(sql: string, params: unknown[] = []): Promise<unknown> {
    return this.db.database.withWorkspace(this.viewer, (c) => c.query(sql, params));
  }

  /** @returns the article's id */
  async import(content: string, data: Partial<ImportArticleData> = {}): Promise<string> {
    const result = await this.importer.run(this.viewer, { slug: 'ferry', content, format: 'TEXT', ...data });
    expect(result.userErrors).toEqual([]);
    return result.articleId!;
  }

  /** Brings another text. @returns what editors are told of it */
  async notices(content: string): Promise<readonly Notice[]> {
    const { notices, userErrors } = await this.importer.run(this.viewer, { slug: 'ferry', content, format: 'TEXT' });
    expect(userErrors).toEqual([]);
    return notices;
  }

  claims(): Promise<ClaimRow[]> {
    return this.rows(
      `SELECT c.id, t.text, c.standing, c.version, c.ordinal, t.line, t.start_offset, t.end_offset FROM claim c
       JOIN claim_text t ON t.workspace_id = c.workspace_id AND t.claim_id = c.id AND t.last_revision IS NULL WHERE c.gone_in IS NULL ORDER BY c.ordinal`,
    );
  }

  async claim(words: string): Promise<ClaimRow> {
    const found = (await this.claims()).filter(({ text }) => text.includes(words));
    if (found.length !== 1) throw new Error(`${found.length} claims have “${words}”`);
    return found[0]!;
  }

  /** Cites a source of this title for a claim. @returns the citation's UUID */
  async attach(words: string, title: string, more: { number?: number; quote?: string } = {}): Promise<string> {
    const { id } = await this.claim(words);
    const source = { title, publisher: 'Coast Guard', publishedAt: '2031', url: `https://coast.example/${title}` };
    const { done, userErrors } = await this.edits.attach(this.viewer, {
      claimId: toGlobalId('Claim', id),
      source,
      ...more,
    });
    expect(userErrors).toEqual([]);
    return done!.result.citationId;
  }

  async accept(citationId: string): Promise<void> {
    const { userErrors } = await this.edits.review(this.viewer, {
      citationId: toGlobalId('Citation', citationId),
      state: 'ACCEPTED',
    });
    expect(userErrors).toEqual([]);
  }

  /** The author's or an editor's citation of a number. */
  async citation(
    words: string,
    number: number,
  ): Promise<{ id: string; state: number; basis: number; version: number }> {
    const { id } = await this.claim(words);
    const [row] = await this.rows<{ id: string; state: number; basis: number; version: number }>(
      `SELECT z.id, z.state, z.basis, z.version FROM citation z JOIN reference r ON r.workspace_id = z.workspace_id AND r.id = z.reference_id
       WHERE z.claim_id = $1 AND r.number = $2`,
      [id, number],
    );
    return row!;
  }

  async events(kind?: string): Promise<{ kind: string; subject_id: string; before: unknown; after: unknown }[]> {
    const all = await this.rows<{ kind: string; subject_id: string; before: unknown; after: unknown }>(
      'SELECT kind, subject_id, before, after FROM event ORDER BY seq',
    );
    return all.filter((each) => kind === undefined || each.kind === kind);
  }

  drift(articleId: string): Promise<Drift[] | null> {
    return this.db.database.withWorkspace(this.viewer, (c) =>
      recountArticle(c, this.viewer, articleId, new Date(), false),
    );
  }
}
