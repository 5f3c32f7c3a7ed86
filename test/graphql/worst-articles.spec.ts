import { ENTITIES } from '../../src/entities.js';
import { startApi, type TestApi } from './support/api.js';
import { generateArticle } from './support/generate.js';
import type { TestViewer } from '../support/test-database.js';

let api: TestApi;
let viewer: TestViewer;
let token: string;

beforeAll(async () => {
  api = await startApi({}, { entities: ENTITIES });
  viewer = await api.db.workspace();
  token = await api.token(viewer);
  // Several have as many unsupported claims.
  const sizes = [3, 40, 12, 12, 12, 25, 3, 1];
  for (const [i, size] of sizes.entries()) await generateArticle(api.db, viewer, `article-${i}`, size);
  await generateArticle(api.db, await api.db.workspace(), 'elsewhere', 60);
});
afterAll(() => api.close());

interface Row {
  readonly cursor: string;
  readonly node: {
    readonly label: string;
    readonly unsupported: number;
    readonly article: { readonly title: string };
    readonly summary: object;
  };
}

const SUMMARY =
  'claims checkable notAssessed byStanding { standing count } byRule { rule { id } count } bySeverity { severity count }';

async function page(range: string, variables: Record<string, unknown> = {}): Promise<Row[]> {
  const { data, errors } = await api.ask<{ evidenceBreakdown: { edges: Row[] } }>(
    token,
    `query ($after: String, $before: String) { evidenceBreakdown(by: ARTICLE, ${range}, after: $after, before: $before) {
      edges { cursor node { label unsupported article { title } summary { ${SUMMARY} } } } } }`,
    variables,
  );
  expect(errors).toBeUndefined();
  return data!.evidenceBreakdown.edges;
}

const names = (rows: readonly Row[]): string[] => rows.map(({ node }) => node.label);

describe('a breakdown by article', () => {
  it('tells each article once, the worst first, page by page in both directions', async () => {
    const all = await page('first: 100');
    expect(all).toHaveLength(8);
    const counts = all.map(({ node }) => node.unsupported);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    expect(new Set(names(all)).size).toBe(8);
    const forwards: Row[] = [];
    for (let rows = await page('first: 3'); rows.length > 0;) {
      forwards.push(...rows);
      rows = await page('first: 3', { after: rows.at(-1)!.cursor });
    }
    expect(forwards).toEqual(all);
    const [fifth, sixth] = [all[4]!, all[5]!];
    expect(names(await page('last: 2', { before: sixth.cursor }))).toEqual([all[3]!.node.label, fifth.node.label]);
  });

  it('says of each what its own summary says', async () => {
    for (const { node } of await page('first: 100')) {
      const { data } = await api.ask<{ article: { title: string; summary: object } }>(
        token,
        `query ($slug: String) { article(slug: $slug) { title summary { ${SUMMARY} } } }`,
        { slug: node.label.replace('On ', '') },
      );
      expect({ title: node.article.title, summary: node.summary }).toEqual(data!.article);
    }
  });

  it('leaves archived ones out', async () => {
    const [worst, next] = await page('first: 2');
    const { data } = await api.ask<{ articles: { edges: { node: { id: string } }[] } }>(
      token,
      `query ($title: String) { articles(filter: { title: $title }) { edges { node { id } } } }`,
      { title: worst!.node.label },
    );
    await api.ask(
      token,
      'mutation ($input: ArchiveArticleInput!) { archiveArticle(input: $input) { userErrors { message } } }',
      { input: { articleId: data!.articles.edges[0]!.node.id } },
    );
    expect((await page('first: 1')).map(({ node }) => node)).toEqual([next!.node]);
  });

  it('looks at no more rows of the order than the page has, however many articles there are', async () => {
    const seen = await api.statements(() => page('first: 3'));
    expect(seen).toHaveLength(2);
    expect(seen[0]).toMatch(/FROM article_tally t WHERE .* ORDER BY t.unsupported DESC, t.article_id DESC LIMIT/s);
  });
});
