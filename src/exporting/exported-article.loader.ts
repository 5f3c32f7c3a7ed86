import { Injectable } from '@nestjs/common';
import { ArticleLoader } from '../articles/article.loader.js';
import type { Article } from '../articles/article.type.js';
import { BASIS, FORMAT, REVIEW_STATE, STANCE } from '../database/codes.js';
import { Database, type WorkspaceConnection } from '../database/database.js';
import { storedKey, toEvidence } from '../editing/settle-sources.js';
import { uuidArgument } from '../graphql/ids.js';
import { RequestError } from '../graphql/request-error.js';
import type { RequestContext } from '../graphql/request-context.js';
import { ReadingError, ReadingPool } from '../importing/reading-pool.js';
import { parseReference } from '../reading/parse-reference.js';
import { leadingSource } from '../sources/leading-source.js';
import { isListed } from '../sources/source.rows.js';
import { KNOWN_SOURCE, type KnownSource } from '../sources/source.repository.js';
import type { WrittenFormat } from '../writing/markup.js';
import { entriesOf, type ListedReference } from '../writing/reference-entry.js';
import type { Pay } from './paying.js';
import type { CitingClaim, WrittenArticle } from '../writing/write-article.js';

type ReferenceRow = KnownSource & { number: number; text: string | null; locator: string | null };

/** Articles with the markers and the list of references that they ought to have. */
@Injectable()
export class ExportedArticles {
  constructor(
    private readonly database: Database,
    private readonly articles: ArticleLoader,
    private readonly pool: ReadingPool,
  ) {}

  /** @throws RequestError NOT_FOUND for an article that is not there, or archived */
  async find(context: RequestContext, named: { readonly id: string } | { readonly slug: string }): Promise<Article> {
    const article = await ('id' in named
      ? this.articles.byId(context, uuidArgument('Article', named.id, ['id']))
      : this.articles.bySlug(context, named.slug));
    if (!article || article.archivedAt !== null) throw new RequestError('NOT_FOUND', 'there is no such article');
    return article;
  }

  /** The text of its newest revision, written anew; it costs its claims and references. @throws RequestError where reading it takes too much */
  async write({ viewer }: RequestContext, article: Article, to: WrittenFormat, pay: Pay): Promise<string> {
    const written = await this.database.readWorkspace(viewer, (connection) =>
      load(connection, viewer.workspaceId, article),
    );
    await pay(1 + written.claims.length + written.references.length);
    try {
      return await this.pool.write({ article: written, to });
    } catch (error) {
      if (!(error instanceof ReadingError)) throw error;
      throw new RequestError(error.code === 'TIMEOUT' ? 'UNAVAILABLE' : 'PAYLOAD_TOO_LARGE', error.message);
    }
  }
}

async function load(connection: WorkspaceConnection, workspaceId: string, article: Article): Promise<WrittenArticle> {
  const { uuid, title, revisionNumber } = article;
  const [revisions, claims, references] = await Promise.all([
    connection.query<{ content: string; format: number }>(
      'SELECT content, format FROM revision WHERE workspace_id = $1 AND article_id = $2 AND number = $3',
      [workspaceId, uuid, revisionNumber],
    ),
    // A marker says that the source supports the claim: what refutes it, was rejected or is only proposed gets none.
    connection.query<CitingClaim>(
      `SELECT ct.start_offset AS start, array_agg(r.number ORDER BY ci.ordinal, ci.id) AS numbers
       FROM claim c
       JOIN claim_text ct ON ct.workspace_id = $1 AND ct.claim_id = c.id AND ct.first_revision = c.text_revision
       JOIN citation ci ON ci.workspace_id = $1 AND ci.claim_id = c.id AND ci.stance = $3 AND ci.state <> $4
         AND ci.basis <> $5
       JOIN reference r ON r.workspace_id = $1 AND r.id = ci.reference_id
       WHERE c.workspace_id = $1 AND c.article_id = $2 AND c.gone_in IS NULL
       GROUP BY c.id, ct.start_offset`,
      [workspaceId, uuid, STANCE.toCode.SUPPORTS, REVIEW_STATE.toCode.REJECTED, BASIS.toCode.SUGGESTED],
    ),
    connection.query<ReferenceRow>(
      `SELECT r.number, r.text, r.locator, ${KNOWN_SOURCE}
       FROM reference r ${leadingSource('r.source_id')}
       LEFT JOIN publisher p ON p.workspace_id = $1 AND p.id = s.publisher_id
       WHERE r.workspace_id = $1 AND r.article_id = $2 AND ${isListed('r')}
       ORDER BY r.number, r.label`,
      [workspaceId, uuid],
    ),
  ]);
  const [revision] = revisions;
  if (!revision) throw new Error(`the article ${uuid} has no revision ${revisionNumber}`);
  const format = FORMAT.fromCode(revision.format);
  return { content: revision.content, format, title, claims, references: entriesOf(references.map(toListed)) };
}

/** A long entry of nothing but words is known by its hash: the entry's own key says what is meant. */
function toListed({ number, text, locator, ...known }: ReferenceRow): ListedReference {
  const source = toEvidence(known);
  const read = text === null ? null : parseReference(text, { links: [], italics: [] }).key;
  const key = read !== null && storedKey(read) === source.key ? read : source.key;
  return { number, source: { ...source, key }, printed: text, locator };
}
