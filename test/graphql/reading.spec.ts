import { Plans } from '../../src/graphql/plans/plans.js';
import type { TestViewer } from '../support/test-database.js';
import { startApi, type TestApi } from './support/api.js';
import { generateArticle } from './support/generate.js';

let api: TestApi;
let viewer: TestViewer;
let token: string;

beforeAll(async () => {
  api = await startApi();
  // How resolvers read; plans.spec.ts has those queries that they are not asked.
  api.app.get(Plans, { strict: false }).enabled = false;
  viewer = await api.db.workspace();
  token = await api.token(viewer);
  await generateArticle(api.db, viewer, 'trams', 120, 'City');
  await generateArticle(api.db, viewer, 'herons', 12, null);
});
afterAll(() => api.close());

interface Row {
  text: string;
  standing: string;
  citations: { label: string; source: { title: string; publisher: { name: string } | null } | null }[];
  findings: { message: string; state: string }[];
  every: { state: string }[];
}

const EVERYTHING = `query ($first: Int!) {
  unsupportedClaims(first: $first) {
    edges { cursor node {
      id text ordinal section block selector { exact line } checkable priority standing version
      notAssessed { rule reason }
      article { slug title desk }
      citations { number label stance state source { title url publisher { name reliability } } }
      findings { message state severity rule { id } }
      every: findings(state: null) { state }
    } }
    pageInfo { hasNextPage }
  }
}`;

async function rows(query: string, variables = {}): Promise<Row[]> {
  const { data, errors } = await api.ask<Record<string, { edges: { node: Row }[] }>>(token, query, variables);
  expect(errors).toBeUndefined();
  return Object.values(data ?? {}).flatMap(({ edges }) => edges.map(({ node }) => node));
}

describe('a page of claims', () => {
  it.each([1, 10, 100])('of %i with all that hangs on it takes two statements', async (first) => {
    // Warm: the token is known.
    await api.ask(token, '{ __typename }');
    const seen = await api.statements(async () =>
      expect(await rows(EVERYTHING, { first })).toHaveLength(Math.min(first, 54)),
    );
    expect(seen).toHaveLength(2);
  });

  it('stays at that when the query is compiled', async () => {
    for (let i = 0; i < 6; i++) {
      await rows(EVERYTHING, { first: 10 });
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const plain = await rows(EVERYTHING.replace('query (', 'query Fresh('), { first: 10 });
    const seen = await api.statements(async () => expect(await rows(EVERYTHING, { first: 10 })).toEqual(plain));
    expect(seen).toHaveLength(2);
  });

  it('selects only what is asked for', async () => {
    const seen = await api.statements(() => rows('{ claims(first: 2) { edges { node { standing } } } }'));
    expect(seen).toHaveLength(1);
    expect(seen[0]).not.toMatch(/claim_text|JOIN|version/);
    const skipped = await api.statements(() =>
      rows(
        'query ($no: Boolean = false) { claims { edges { node { id ...F @include(if: $no) } } } } fragment F on Claim { text article { title } citations { id } }',
      ),
    );
    expect(skipped).toHaveLength(1);
    expect(skipped[0]).not.toMatch(/JOIN/);
  });

  it('puts each citation, source and finding on its own claim', async () => {
    const read = await rows(
      `{ claims(first: 9, filter: { desk: "City" }, orderBy: READING_ORDER) { edges { node { text standing
        citations { label source { title publisher { name } } } findings { state } every: findings(state: null) { state } } } } }`,
    );
    expect(read.map(({ citations }) => citations.map(({ label }) => label).join())).toEqual([
      '1',
      '1,2',
      '',
      '1',
      '1,2',
      '',
      '1',
      '1,2',
      '',
    ]);
    expect(read[1]?.citations).toEqual([
      { label: '1', source: { title: 'Report on trams', publisher: { name: 'The trams Courier' } } },
      { label: '2', source: null },
    ]);
    expect(read.map(({ findings }) => findings.length)).toEqual([1, 1, 0, 0, 0, 1, 1, 0, 0]);
    expect(read.map(({ every }) => every.map(({ state }) => state).join())).toEqual([
      'OPEN,FIXED',
      'OPEN',
      '',
      '',
      'FIXED',
      'OPEN',
      'OPEN',
      '',
      'FIXED',
    ]);
  });

  it('under each of several articles takes two statements as well', async () => {
    const query = `{ articles(orderBy: TITLE) { edges { node { title claims(first: 3) { edges { node { text citations { label } } } pageInfo { hasNextPage endCursor } } } } } }`;
    const seen = await api.statements(async () => {
      const { data } = await api.ask<{ articles: { edges: { node: { claims: { edges: unknown[] } } }[] } }>(
        token,
        query,
      );
      expect(data?.articles.edges.map(({ node }) => node.claims.edges.length)).toEqual([3, 3]);
    });
    expect(seen).toHaveLength(3);
  });

  it('has no more statements for deeper nesting than one a kind of thing', async () => {
    const query = `{ claims(first: 40) { edges { node {
      restatements(first: 2) { edges { node { text article { slug } } } }
      verdict { text } assignee { name } findings(state: FIXED) { waiver { reason } claim { ordinal } article { title } }
      citations { claim { text } source { citations(first: 1) { edges { node { label } } } snapshots { edges { node { hash } } } } }
    } } } }`;
    const seen = await api.statements(async () => expect((await api.ask(token, query)).errors).toBeUndefined());
    expect(seen.length).toBeLessThanOrEqual(10);
  });
});

describe('a filter of claims', () => {
  const ordinals = async (filter: string): Promise<number[]> => {
    const query = `{ claims(first: 100, orderBy: READING_ORDER, filter: { and: [{ desk: "City" }, ${filter}] }) { edges { node { ordinal } } } }`;
    const { data, errors } = await api.ask<{ claims: { edges: { node: { ordinal: number } }[] } }>(token, query);
    expect(errors).toBeUndefined();
    return data?.claims.edges.map(({ node }) => node.ordinal) ?? [];
  };
  /** Ordinals from 1 to 120 for which it holds, the first hundred of them. */
  const where = (holds: (n: number) => boolean): number[] =>
    Array.from({ length: 120 }, (_, i) => i + 1)
      .filter(holds)
      .slice(0, 100);
  const standing = (n: number) => ['MISSING', 'WEAK', 'CITED', 'ADEQUATE', 'NOT_CHECKABLE'][(n - 1) % 5];

  it.each<[string, (n: number) => boolean]>([
    ['{ standings: [MISSING] }', (n) => standing(n) === 'MISSING'],
    ['{ checkable: false }', (n) => standing(n) === 'NOT_CHECKABLE'],
    ['{ text: "herons" }', (n) => n % 10 === 0],
    ['{ text: "\\"statement 7\\" or herons" }', (n) => n % 10 === 0 || n === 7],
    ['{ section: "Part 1" }', (n) => n % 3 === 1],
    ['{ citedNumber: 2 }', (n) => n % 3 === 2],
    ['{ rules: ["dangling-citation"] }', (n) => n % 3 === 2 && (n - 1) % 5 < 2],
    ['{ rules: ["single-source"] }', () => false],
    ['{ severities: [ERROR, NOTE] }', (n) => (n - 1) % 5 < 2],
    ['{ not: { citedNumber: 1 } }', (n) => n % 3 === 0],
    [
      '{ or: [{ standings: [CITED], section: "Part 0" }, { text: "herons" }] }',
      (n) => (standing(n) === 'CITED' && n % 3 === 0) || n % 10 === 0,
    ],
    ['{ bases: [REVIEWED] }', () => false],
    ['{ reviewStates: [PROPOSED], bases: [ASSERTED] }', (n) => n % 3 !== 0],
    ['{ unassigned: true, waived: false, priority: [NORMAL], blocks: [PARAGRAPH] }', () => true],
    ['{ valueStates: [BLANK] }', () => false],
    ['{ changedSince: "2001-01-01T00:00:00Z" }', () => true],
    ['{ changedSince: "2999-01-01T00:00:00Z" }', () => false],
  ])('%s finds what it says', async (filter, holds) => expect(await ordinals(filter)).toEqual(where(holds)));

  it('by source and publisher finds claims of the article that cites them', async () => {
    const { data } = await api.ask<{ sources: { edges: { node: { id: string; publisher: { id: string } } }[] } }>(
      token,
      '{ sources(filter: { text: "TRAMS" }) { edges { node { id publisher { id } } } } }',
    );
    const source = data?.sources.edges[0]?.node;
    const cites = where((n) => n % 3 !== 0);
    expect(await ordinals(`{ sourceId: "${source?.id}" }`)).toEqual(cites);
    expect(await ordinals(`{ publisherId: "${source?.publisher.id}", citedNumber: 1 }`)).toEqual(cites);
    expect(await ordinals(`{ publisherId: "${source?.publisher.id}", citedNumber: 2 }`)).toEqual([]);
  });
});

describe('totals', () => {
  it('of the workspace, a desk and an article cost a statement each, which looks at no article', async () => {
    const summary =
      'claims checkable score checkedShare notAssessed byStanding { standing count } bySeverity { severity count } byRule { rule { id } count }';
    const seen = await api.statements(async () => {
      const { data } = await api.ask<
        Record<string, { claims: number; checkable: number; score: number; byRule: unknown[] }>
      >(
        token,
        `{ all: evidenceSummary { ${summary} } city: evidenceSummary(filter: { desk: "City" }) { claims } none: evidenceSummary(filter: { desk: "Sea" }) { claims score } }`,
      );
      expect(data?.all).toMatchObject({ claims: 132, checkable: 106 });
      expect(data?.all?.score).toBeCloseTo(50 / 106, 1);
      expect(data?.city).toEqual({ claims: 120 });
      expect(data?.none).toEqual({ claims: 0, score: null });
    });
    expect(seen).toHaveLength(3);
    expect(seen.filter((sql) => /article_tally|FROM claim/.test(sql))).toEqual([]);
  });

  it('told apart come worst first, and add up to what the summary says', async () => {
    for (const by of ['ARTICLE', 'DESK', 'SECTION']) {
      const { data, errors } = await api.ask<{
        evidenceBreakdown: {
          edges: {
            node: { label: string; unsupported: number; summary: { claims: number; byRule: { count: number }[] } };
          }[];
        };
      }>(
        token,
        `{ evidenceBreakdown(by: ${by}) { edges { node { label unsupported article { title } summary { claims byRule { count } } } } } }`,
      );
      expect(errors).toBeUndefined();
      const found = data?.evidenceBreakdown.edges.map(({ node }) => node) ?? [];
      expect(found.reduce((sum, { summary }) => sum + summary.claims, 0)).toBe(132);
      expect(found.flatMap(({ summary }) => summary.byRule).reduce((sum, { count }) => sum + count, 0)).toBe(
        found.reduce((sum, { unsupported }) => sum + unsupported, 0),
      );
      const order = found.map(({ unsupported }) => unsupported);
      expect(order).toEqual([...order].sort((a, b) => b - a));
    }
  });

  it.each(['PUBLISHER', 'RULE'])('told apart by %s count each claim once a row, page after page', async (by) => {
    const read = async (after: string | null) => {
      const { data } = await api.ask<{
        evidenceBreakdown: {
          edges: { cursor: string; node: { label: string; summary: { claims: number } } }[];
          pageInfo: { hasNextPage: boolean };
        };
      }>(
        token,
        `query ($after: String) { evidenceBreakdown(by: ${by}, first: 1, after: $after) { edges { cursor node { label rule { id } publisher { name } summary { claims } } } pageInfo { hasNextPage } } }`,
        { after },
      );
      return data?.evidenceBreakdown;
    };
    const one = await read(null);
    const two = await read(one?.edges[0]?.cursor ?? null);
    expect([one?.pageInfo.hasNextPage, two?.pageInfo.hasNextPage]).toEqual([true, false]);
    const found = [one, two].map((page) => page?.edges[0]?.node);
    const expected =
      by === 'PUBLISHER'
        ? [
            { label: 'The trams Courier', claims: 80 },
            { label: 'The herons Courier', claims: 8 },
          ]
        : [
            { label: 'uncited-claim', claims: 36 },
            { label: 'dangling-citation', claims: 18 },
          ];
    expect(found.map((node) => ({ label: node?.label, claims: node?.summary.claims }))).toEqual(expected);
  });

  it('of missing references say how many findings would go', async () => {
    const { data } = await api.ask<{ missingReferences: { edges: { node: unknown }[] } }>(
      token,
      '{ missingReferences { edges { node { number label findingsCleared article { slug } } } } }',
    );
    expect(data?.missingReferences.edges.map(({ node }) => node)).toEqual([
      { number: 2, label: '2', findingsCleared: 16, article: { slug: 'trams' } },
      { number: 2, label: '2', findingsCleared: 2, article: { slug: 'herons' } },
    ]);
  });
});
