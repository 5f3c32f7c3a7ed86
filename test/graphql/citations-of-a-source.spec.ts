import { startApi, type TestApi } from './support/api.js';
import { generateArticle } from './support/generate.js';
import { toGlobalId } from '../../src/graphql/global-id.js';
import type { TestViewer } from '../support/test-database.js';

let api: TestApi;
let viewer: TestViewer;
let token: string;
/** By the article that it was made for. */
const sources = new Map<string, string>();

/** Claims of each article: two in three cite its own source. Of "rare" there are few among many. */
const SIZES = { often: 150, seldom: 90, merged: 12, other: 300, rare: 5 };
const COMMON = ['often', 'seldom', 'other'];

beforeAll(async () => {
  api = await startApi();
  viewer = await api.db.workspace();
  token = await api.token(viewer);
  for (const [slug, size] of Object.entries(SIZES)) await generateArticle(api.db, viewer, slug, size);
  for (const { id, key } of await api.db.owner<{ id: string; key: string }>('SELECT id, key FROM source')) {
    sources.set(key.replace('url:', ''), id);
  }
  await api.db.owner(`UPDATE source SET merged_into = $1 WHERE key = 'url:merged'`, [sources.get('often')]);
  // One in five is gone.
  await api.db.owner('UPDATE claim SET gone_in = 1 WHERE ordinal % 5 = 0');
  await api.db.owner('ANALYZE');
});
afterAll(() => api.close());

interface Edge {
  readonly cursor: string;
  readonly node: { readonly id: string };
}
interface Shown {
  readonly nodes: readonly { readonly citations: { readonly edges: readonly Edge[] } }[];
}

async function pages(slugs: readonly string[], range: string, variables: object = {}): Promise<Edge[][]> {
  const { data, errors } = await api.ask<Shown>(
    token,
    `query ($ids: [ID!]!, $after: String, $before: String) {
      nodes(ids: $ids) { ... on Source { citations(${range}, after: $after, before: $before) { edges { cursor node { id } } } } } }`,
    { ids: slugs.map((slug) => toGlobalId('Source', sources.get(slug)!)), ...variables },
  );
  expect(errors).toBeUndefined();
  return data!.nodes.map(({ citations }) => [...citations.edges]);
}

const page = async (slug: string, range: string, variables: object = {}): Promise<Edge[]> =>
  (await pages([slug], range, variables))[0]!;

async function expected(...slugs: string[]): Promise<string[]> {
  const rows = await api.db.owner<{ id: string }>(
    `SELECT ci.id FROM citation ci JOIN reference r ON r.id = ci.reference_id
     JOIN claim c ON c.id = ci.claim_id AND c.gone_in IS NULL WHERE r.source_id = ANY ($1) ORDER BY ci.id`,
    [slugs.map((slug) => sources.get(slug))],
  );
  return rows.map(({ id }) => toGlobalId('Citation', id));
}

const ids = (edges: readonly Edge[]): string[] => edges.map(({ node }) => node.id);

describe('who cites a source', () => {
  it.each([
    ['that many cite, and what was merged into it', 'often', ['often', 'merged']],
    ['that was merged: what it leads to', 'merged', ['often', 'merged']],
    ['that some cite', 'seldom', ['seldom']],
    ['that few cite', 'rare', ['rare']],
  ])('%s, in order from both ends', async (_, slug, named) => {
    const all = await expected(...named);
    expect(all.length).toBeGreaterThan(1);
    for (const size of [1, 7, 50]) {
      if (all.length / size > 40) continue;
      const [forwards, backwards]: [string[], string[]] = [[], []];
      for (let rows = await page(slug, `first: ${size}`); rows.length > 0;) {
        forwards.push(...ids(rows));
        rows = await page(slug, `first: ${size}`, { after: rows.at(-1)!.cursor });
      }
      for (let rows = await page(slug, `last: ${size}`); rows.length > 0;) {
        backwards.unshift(...ids(rows));
        rows = await page(slug, `last: ${size}`, { before: rows[0]!.cursor });
      }
      expect([size, forwards]).toEqual([size, all]);
      expect([size, backwards]).toEqual([size, all]);
    }
  });

  it('between two cursors', async () => {
    const all = await page('seldom', 'first: 20');
    expect(await page('seldom', 'first: 9', { after: all[3]!.cursor, before: all[8]!.cursor })).toEqual(
      all.slice(4, 8),
    );
  });

  it('of each of several, in one statement', async () => {
    const slugs = [...COMMON, 'rare'];
    const seen = await api.statements(async () => {
      const found = await pages(slugs, 'first: 10');
      for (const [i, slug] of slugs.entries()) {
        const own = await expected(...(slug === 'often' ? ['often', 'merged'] : [slug]));
        expect([slug, ids(found[i]!)]).toEqual([slug, own.slice(0, 10)]);
      }
    });
    expect(seen.filter((sql) => sql.includes('citation ci'))).toHaveLength(1);
  });
});
