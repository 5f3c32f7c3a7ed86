import { countCleared } from '../../src/findings/cleared-findings.js';
import { startApi, type TestApi } from './support/api.js';
import { generateArticle } from './support/generate.js';
import type { TestViewer } from '../support/test-database.js';

let api: TestApi;
let viewer: TestViewer;
let token: string;

const SIZES = [60, 5, 24, 24, 3, 3, 90, 12, 12, 33, 6, 6, 48, 9, 15, 21, 27, 36, 3, 24];

beforeAll(async () => {
  api = await startApi();
  viewer = await api.db.workspace();
  token = await api.token(viewer);
  for (const [i, size] of SIZES.entries()) await generateArticle(api.db, viewer, `article-${i}`, size);
  await api.db.owner(
    `UPDATE reference r SET citation_count = (SELECT count(*) FROM citation c WHERE c.workspace_id = r.workspace_id AND c.reference_id = r.id)`,
  );
});
afterAll(() => api.close());

interface Missing {
  readonly citationCount: number;
  readonly findingsCleared: number;
  readonly article: { readonly slug: string };
}
interface Edge {
  readonly cursor: string;
  readonly node: Missing;
}

async function page(range: string, variables: Record<string, unknown> = {}): Promise<Edge[]> {
  const { data, errors } = await api.ask<{ missingReferences: { edges: Edge[] } }>(
    token,
    `query ($after: String, $before: String) { missingReferences(${range}, after: $after, before: $before) {
      edges { cursor node { citationCount findingsCleared article { slug } } } } }`,
    variables,
  );
  expect(errors).toBeUndefined();
  return data!.missingReferences.edges;
}

async function forwards(size: number): Promise<Edge[]> {
  const found: Edge[] = [];
  for (let rows = await page(`first: ${size}`); rows.length > 0;) {
    found.push(...rows);
    rows = await page(`first: ${size}`, { after: rows.at(-1)!.cursor });
  }
  return found;
}

/** Closes the findings of some claims, so that references clear less than they are cited. */
async function close(which: string): Promise<void> {
  await api.db
    .owner(`UPDATE finding f SET state = 2 FROM claim c JOIN article a ON a.workspace_id = c.workspace_id AND a.id = c.article_id
    WHERE c.workspace_id = f.workspace_id AND c.id = f.claim_id AND f.rule = 'dangling-citation' AND ${which}`);
  await api.db.database.withWorkspace(viewer, (connection) => countCleared(connection, viewer.workspaceId, null));
}

/** What mending each would clear, counted from what was found. */
const counted = (): Promise<{ slug: string; cleared: number }[]> =>
  api.db.owner(
    `SELECT a.slug, (SELECT count(*)::integer FROM citation ci
        JOIN finding f ON f.claim_id = ci.claim_id AND f.state = 1 AND f.rule = 'dangling-citation'
        WHERE ci.reference_id = r.id) AS cleared
     FROM reference r JOIN article a ON a.id = r.article_id WHERE r.source_id IS NULL AND a.archived_at IS NULL
     ORDER BY cleared DESC, r.id`,
  );
const shown = (rows: readonly Edge[]): { slug: string; cleared: number }[] =>
  rows.map(({ node }) => ({ slug: node.article.slug, cleared: node.findingsCleared }));

const all = (): Promise<Edge[]> => page('last: 100');

describe('missing references', () => {
  const whichever: readonly (readonly [string, string])[] = [
    ['all findings are open', 'false'],
    ['the most cited clear nothing', `a.slug IN ('article-6', 'article-0')`],
    ['most clear some', 'c.ordinal % 4 = 1'],
    ['nothing is open', 'true'],
  ];
  it.each(whichever)(
    'come once each, those that clear the most first, whatever the size of pages, when %s',
    async (_, which) => {
      await close(which);
      const rows = await all();
      expect(new Set(rows.map(({ node }) => node.article.slug)).size).toBe(SIZES.length);
      expect(shown(rows)).toEqual(await counted());
      for (const size of [1, 2, 3, 7, 50]) expect([size, await forwards(size)]).toEqual([size, rows]);
      expect(await page('first: 5', { after: rows[2]!.cursor, before: rows[6]!.cursor })).toEqual(rows.slice(3, 6));
    },
  );

  it('of archived articles are left out', async () => {
    await api.db.owner(`UPDATE article SET archived_at = now() WHERE slug = 'article-12'`);
    const rows = await all();
    expect(rows).toHaveLength(SIZES.length - 1);
    expect(await forwards(2)).toEqual(rows);
  });
});
