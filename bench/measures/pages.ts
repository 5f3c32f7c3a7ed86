import { CLAIM_ORDERS } from '../../src/claims/claim.rows.js';
import { PRIORITY, SEVERITY, STANCE, STANDING } from '../../src/database/codes.js';
import { encodeCursor } from '../../src/graphql/cursor.js';
import { toGlobalId } from '../../src/graphql/global-id.js';
import type { DataSet } from '../data/data-set.js';
import { POSTGRAPHILE_QUERIES, QUERIES } from './queries.js';
import { diceOf } from '../../test/support/random.js';

/** The place after which a page begins; null: the first page. */
export type Place = { readonly rank: number; readonly claim: string } | null;

/** Rows of a page. */
export const PAGE = 50;

/** The set's large workspace, its unsupported claims, and places among them. */
export interface Pages {
  readonly workspaceId: string;
  readonly unsupported: number;
  readonly random: readonly Place[];
  /** Whose page is the last full one. */
  readonly last: Place;
}

/** @param count how many random places */
export async function findPages(set: DataSet, count: number): Promise<Pages> {
  const [{ id: workspaceId }] = (await set.rows<{ id: string }>(
    'SELECT id FROM workspace ORDER BY created_at LIMIT 1',
  )) as [{ id: string }];
  const places = await set.rows<{ rank: number; claim: string }>(
    `SELECT rank, id AS claim FROM claim WHERE workspace_id = $1 AND gone_in IS NULL AND standing BETWEEN 1 AND 4
     ORDER BY rank, id`,
    [workspaceId],
  );
  const draw = diceOf(set.size.claims);
  const random = Array.from({ length: count }, () => places[draw(Math.max(1, places.length - PAGE))]!);
  return { workspaceId, unsupported: places.length, random, last: places.at(-PAGE - 1) ?? null };
}

/** The API's cursor of a place; null: the first page. */
export const cursorOf = (place: Place): string | null =>
  place && encodeCursor(CLAIM_ORDERS.RANK.name, [place.rank, place.claim]);

/** Bodies of requests for these pages, of each query text in turn. */
export function bodiesOf(places: readonly Place[], kind: 'obelus' | 'postgraphile', texts = QUERIES.length): string[] {
  const queries = (kind === 'postgraphile' ? POSTGRAPHILE_QUERIES : QUERIES).slice(0, texts);
  return places.map((place, i) => {
    const { name, query } = queries[i % queries.length]!;
    const where =
      kind === 'postgraphile'
        ? { rank: place?.rank ?? -1, claim: place?.claim ?? '00000000-0000-0000-0000-000000000000' }
        : { after: cursorOf(place) };
    return JSON.stringify({ operationName: name, query, variables: { first: PAGE, ...where } });
  });
}

interface PostgraphileNode {
  readonly rowId: string;
  readonly standing: number;
  readonly priority: number;
  readonly claimTexts: readonly { readonly text: string; readonly section: string | null }[];
  readonly article: { readonly rowId: string; readonly title: string; readonly slug: string };
  readonly citations?: readonly {
    readonly rowId: string;
    readonly stance: number;
    readonly reference: {
      readonly number: number;
      readonly source: { readonly rowId: string; readonly title: string | null; readonly url: string | null } | null;
    };
  }[];
  readonly findings?: readonly {
    readonly rowId: string;
    readonly severity: number;
    readonly message: string;
    readonly rule: string;
  }[];
}

interface PostgraphileAnswer {
  readonly data: {
    readonly unsupportedClaims: {
      readonly nodes: readonly PostgraphileNode[];
      readonly pageInfo: { readonly hasNextPage: boolean };
    };
  };
}

/** PostGraphile's answer in the program's words, so that the two can be compared; cursors are left out. */
export function translated(answer: string): unknown {
  const { nodes, pageInfo } = (JSON.parse(answer) as PostgraphileAnswer).data.unsupportedClaims;
  const edges = nodes.map(({ rowId, standing, priority, claimTexts: [words], article, citations, findings }) => ({
    node: {
      id: toGlobalId('Claim', rowId),
      text: words!.text,
      standing: STANDING.fromCode(standing),
      priority: PRIORITY.fromCode(priority),
      section: words!.section,
      article: { id: toGlobalId('Article', article.rowId), title: article.title, slug: article.slug },
      ...(citations && {
        citations: citations.map(({ rowId: id, stance, reference: { number, source } }) => ({
          id: toGlobalId('Citation', id),
          number,
          stance: STANCE.fromCode(stance),
          source: source && { id: toGlobalId('Source', source.rowId), title: source.title, url: source.url },
        })),
      }),
      ...(findings && {
        findings: findings.map(({ rowId: id, severity, message, rule }) => ({
          id: toGlobalId('Finding', id),
          severity: SEVERITY.fromCode(severity),
          message,
          rule: { id: rule },
        })),
      }),
    },
  }));
  return { edges, hasNextPage: pageInfo.hasNextPage };
}

/** The program's answer without its cursor, for comparison with PostGraphile's. */
export function withoutCursor(answer: string): unknown {
  const { edges, pageInfo } = (
    JSON.parse(answer) as { data: { unsupportedClaims: { edges: unknown; pageInfo: { hasNextPage: boolean } } } }
  ).data.unsupportedClaims;
  return { edges, hasNextPage: pageInfo.hasNextPage };
}
