import { startApi, type TestApi } from './support/api.js';
import { generateArticle } from './support/generate.js';

let api: TestApi;
let token: string;

beforeAll(async () => {
  api = await startApi();
  const viewer = await api.db.workspace();
  token = await api.token(viewer);
  await generateArticle(api.db, viewer, 'trams', 120);
});
afterAll(() => api.close());

const COMPARED = `query ($first: Int!) { claims(first: $first) { edges { node { citations { label
  support { score label missing passages { exact snapshot { id capturedAt } } }
  quoteMatch { result place { exact snapshot { id } } differences { quote source } } } } } } }`;

interface Page {
  readonly claims: { readonly edges: readonly { readonly node: { readonly citations: readonly object[] } }[] };
}

// The page, what hangs on its claims, and once what came of comparing all their citations.
it.each([10, 50, 90])(
  'a page of %i claims with what their sources say, of which nothing is kept, takes three statements',
  async (first) => {
    await api.ask(token, '{ __typename }');
    const seen = await api.statements(async () => {
      const { data, errors } = await api.ask<Page>(token, COMPARED, { first });
      expect(errors).toBeUndefined();
      expect(data!.claims.edges).toHaveLength(first);
      const citations = data!.claims.edges.flatMap(({ node }) => node.citations);
      expect(citations.length).toBeGreaterThan(first / 2);
      for (const each of citations) expect(each).toMatchObject({ support: null, quoteMatch: null });
    });
    expect(seen).toHaveLength(3);
  },
);
