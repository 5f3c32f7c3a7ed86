import { toGlobalId } from '../../src/graphql/global-id.js';
import type { DataSet } from '../data/data-set.js';

/** Claims of an article, at least and at most. */
const LENGTHS = [35, 65];
const ARTICLES = 60;

/** A claim that is asked for or changed. Ids are those of the API. */
export interface PlaceOfClaim {
  readonly id: string;
  readonly text: string;
  readonly citationId: string;
  readonly findingId: string;
  /** A source that its article does not cite. */
  readonly other: { readonly id: string; readonly url: string };
}

/** An article that is asked for. */
export interface PlaceOfArticle {
  readonly id: string;
  /** Its UUID. */
  readonly uuid: string;
  readonly slug: string;
  readonly title: string;
}

/** A source that articles cite. */
export interface PlaceOfSource {
  readonly id: string;
  readonly title: string;
  readonly articles: number;
}

/** Where operations are done: in articles of about the same length, however large the set is. */
export interface Places {
  readonly articles: readonly PlaceOfArticle[];
  /** Of many citations and of few. */
  readonly sources: readonly PlaceOfSource[];
  /** The source that most articles cite. */
  readonly mostCited: PlaceOfSource;
  /** The rule with the most open findings. */
  readonly rule: string;
  /** @returns claims that nobody was given before. @throws Error when there are too few */
  claims(count: number): PlaceOfClaim[];
  /** @returns sources that are not retracted, the number of whose articles is nearest to the one that is asked for */
  sourcesCitedBy(articles: number, count: number): PlaceOfSource[];
}

type Row = Readonly<Record<'id' | 'text' | 'citation' | 'finding' | 'other' | 'url', string>>;

/** @param workspaceId whose */
export async function findPlaces(set: DataSet, workspaceId: string): Promise<Places> {
  const articles = await set.rows<{ uuid: string; slug: string; title: string }>(
    `SELECT a.id AS uuid, a.slug, a.title FROM article a
     JOIN article_tally t ON t.workspace_id = $1 AND t.article_id = a.id
     WHERE a.workspace_id = $1 AND t.claims BETWEEN $2 AND $3 ORDER BY md5(a.id::text) LIMIT $4`,
    [workspaceId, ...LENGTHS, ARTICLES],
  );
  const claims = await set.rows<Row>(
    `SELECT DISTINCT ON (md5(c.id::text)) c.id, ct.text, ci.id AS citation, f.id AS finding, s.id AS other, s.url
     FROM claim c
     JOIN claim_text ct ON ct.workspace_id = $1 AND ct.claim_id = c.id AND ct.last_revision IS NULL
     JOIN citation ci ON ci.workspace_id = $1 AND ci.claim_id = c.id
     JOIN finding f ON f.workspace_id = $1 AND f.claim_id = c.id AND f.state = 1
     JOIN LATERAL (SELECT s.id, s.url FROM source s
       WHERE s.workspace_id = $1 AND s.retracted_at IS NULL AND s.url IS NOT NULL AND NOT EXISTS (
         SELECT FROM reference r WHERE r.workspace_id = $1 AND r.article_id = c.article_id AND r.source_id = s.id)
       ORDER BY s.id LIMIT 1) s ON true
     WHERE c.workspace_id = $1 AND c.article_id = ANY ($2) AND c.gone_in IS NULL AND ct.text ~ '^[A-Z]' `,
    [workspaceId, articles.map(({ uuid }) => uuid)],
  );
  const sources = await findSources(set, workspaceId);
  const [{ rule }] = (await set.rows<{ rule: string }>(
    'SELECT rule FROM finding WHERE workspace_id = $1 AND state = 1 GROUP BY 1 ORDER BY count(*) DESC LIMIT 1',
    [workspaceId],
  )) as [{ rule: string }];
  const free = claims.map(placeOf);
  return {
    articles: articles.map((each) => ({ ...each, id: toGlobalId('Article', each.uuid) })),
    sources: Array.from({ length: ARTICLES }, (_, i) => sources[Math.floor((i / ARTICLES) * sources.length)]!),
    mostCited: sources[0]!,
    rule,
    claims(count) {
      const given = free.splice(0, count);
      if (given.length < count) throw new Error('the set has too few claims to change; give larger sizes to --growth');
      return given;
    },
    sourcesCitedBy: (articles, count) => nearestTo(sources, articles, count),
  };
}

/** Sources that are cited and not retracted, those of most articles first. */
export async function findSources(set: DataSet, workspaceId: string): Promise<PlaceOfSource[]> {
  const rows = await set.rows<{ id: string; title: string; articles: number }>(
    `SELECT s.id, s.title, count(DISTINCT r.article_id)::integer AS articles FROM source s
     JOIN reference r ON r.workspace_id = $1 AND r.source_id = s.id
     WHERE s.workspace_id = $1 AND s.retracted_at IS NULL GROUP BY s.workspace_id, s.id ORDER BY 3 DESC, 1`,
    [workspaceId],
  );
  return rows.map((each) => ({ ...each, id: toGlobalId('Source', each.id) }));
}

/** Those whose number of articles is nearest to the one that is asked for. */
export const nearestTo = (sources: readonly PlaceOfSource[], articles: number, count: number): PlaceOfSource[] =>
  sources.toSorted((a, b) => Math.abs(a.articles - articles) - Math.abs(b.articles - articles)).slice(0, count);

const placeOf = ({ id, text, citation, finding, other, url }: Row): PlaceOfClaim => ({
  id: toGlobalId('Claim', id),
  text,
  citationId: toGlobalId('Citation', citation),
  findingId: toGlobalId('Finding', finding),
  other: { id: toGlobalId('Source', other), url },
});
