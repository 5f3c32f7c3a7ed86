import { jest } from '@jest/globals';
import type { ClaimFilter, ClaimOrder } from '../../src/claims/claim-filter.type.js';
import { CLAIM_ORDERS } from '../../src/claims/claim.rows.js';
import { uuidOf } from '../../src/graphql/global-id.js';
import { Parameters, pageStatement } from '../../src/graphql/keyset.js';
import { Plans } from '../../src/graphql/plans/plans.js';
import { claimSource } from '../../src/querying/claim-page.loader.js';
import type { TestViewer } from '../support/test-database.js';
import { startApi, type TestApi } from './support/api.js';
import { generateArticle } from './support/generate.js';

jest.setTimeout(120_000);

/** More claims than are looked at in the order of a list. */
const ARTICLES = [
  ['one', 1_400, 'City'],
  ['two', 1_400, 'Sport'],
  ['three', 1_000, 'City'],
  ['four', 900, null],
  ['five', 60, 'Chess'],
  ['archived', 40, 'City'],
] as const;

let api: TestApi;
let plans: Plans;
let viewer: TestViewer;
let token: string;

/** A claim has each of these words where the condition is true. */
const WORDS = [
  ['everywhere', 'true'],
  ['seldom', 'c.ordinal = 77'],
  ['clustered', `c.article_id IN (SELECT id FROM article WHERE slug = 'three')`],
  // Hundreds, and all of them behind thousands of others in the order of ranks.
  ['late', 'c.standing = 8 AND c.ordinal % 3 = 0'],
] as const;

/** Two findings of each of these rules are about a claim where the condition is true. */
const FOUND = [
  ['seldom', 2, 1, 'c.ordinal = 77'],
  // Hundreds, and all of them behind thousands of others in the order of ranks.
  ['late', 3, 1, 'c.standing = 8 AND c.ordinal % 3 = 0'],
  ['waived', 2, 3, 'c.ordinal % 7 = 0'],
] as const;

beforeAll(async () => {
  api = await startApi();
  plans = api.app.get(Plans, { strict: false });
  viewer = await api.db.workspace();
  token = await api.token(viewer);
  for (const [slug, count, desk] of ARTICLES) await generateArticle(api.db, viewer, slug, count, desk);
  await generateArticle(api.db, await api.db.workspace('Another'), 'elsewhere', 200, 'City');
  for (const [word, where] of WORDS) {
    await api.db.owner(`UPDATE claim_text t SET text = t.text || ' ${word}' FROM claim c
      WHERE c.workspace_id = t.workspace_id AND c.id = t.claim_id AND ${where}`);
  }
  for (const [rule, severity, state, where] of FOUND) {
    await api.db.owner(
      `INSERT INTO finding (workspace_id, id, article_id, claim_id, rule, severity, state, message, remedy, line, fingerprint, first_seen_at)
       SELECT c.workspace_id, gen_random_uuid(), c.article_id, c.id, $1, $2, $3, 'Wrong', 'Mend it', 1, c.id || $1 || n, now()
       FROM claim c CROSS JOIN generate_series(1, 2) n WHERE ${where}`,
      [rule, severity, state],
    );
  }
  // As many as a frequent rule has, and none of them about a claim.
  await api.db.owner(
    `INSERT INTO finding (workspace_id, id, article_id, rule, severity, state, message, remedy, line, fingerprint, first_seen_at)
     SELECT c.workspace_id, gen_random_uuid(), c.article_id, 'of-articles', 3, 1, 'Wrong', 'Mend it', 1, c.id::text || '!', now() FROM claim c`,
  );
  await api.db.owner(`UPDATE article SET archived_at = now() WHERE slug = 'archived'`);
  await api.db.owner('ANALYZE claim, claim_text, article, finding, citation, reference');
});
afterAll(() => api.close());

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
}

let asked = 0;

/** Every third page is read in the ordinary way, the others by a plan. */
async function page(list: string, args: string, variables: Record<string, unknown>): Promise<Page> {
  plans.enabled = asked++ % 3 > 0;
  const { data, errors } = await api.ask<{ list: Page }>(
    token,
    `query ($filter: ClaimFilter, $order: ClaimOrder, $at: String) { list: ${list}(filter: $filter, orderBy: $order, ${args}) {
      edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage } } }`,
    variables,
  );
  expect(errors).toBeUndefined();
  return data!.list;
}

/** Cursors by the claims' UUIDs, without any filter. */
async function cursorsOf(order: ClaimOrder): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (let at: string | null = null; ;) {
    const { edges, pageInfo }: Page = await page('claims', 'first: 100, after: $at', { order, at });
    for (const { cursor, node } of edges) found.set(uuidOf('Claim', node.id)!, cursor);
    if (!pageInfo.hasNextPage) return found;
    at = edges.at(-1)!.cursor;
  }
}

const SORTED: Record<ClaimOrder, string> = {
  RANK: 'c.rank, c.id',
  READING_ORDER: 'c.article_id, c.ordinal, c.id',
  CHANGED: 'c.changed_at DESC, c.id DESC',
};

/** What should be found, by a statement that looks at everything. */
const expected = async (where: string, order: ClaimOrder): Promise<string[]> =>
  (
    await api.db.owner<{ id: string }>(
      `SELECT c.id FROM claim c JOIN article a ON a.id = c.article_id JOIN claim_text t ON t.claim_id = c.id
       WHERE c.workspace_id = $1 AND a.archived_at IS NULL AND (${where}) ORDER BY ${SORTED[order]}`,
      [viewer.workspaceId],
    )
  ).map(({ id }) => id);

const finding = (where: string): string =>
  `EXISTS (SELECT FROM finding f WHERE f.workspace_id = c.workspace_id AND f.claim_id = c.id AND ${where})`;

const CASES: readonly (readonly [name: string, filter: ClaimFilter, where: string])[] = [
  ['a word of all', { text: 'everywhere' }, 'true'],
  ['a word of nine in ten', { text: 'trams' }, `t.text LIKE '%trams%'`],
  ['a word of one in ten', { text: 'heron' }, `t.text LIKE '%herons%'`],
  ['a rare word', { text: 'seldom' }, `t.text LIKE '%seldom%'`],
  ['a word of one article', { text: 'clustered' }, `t.text LIKE '%clustered%'`],
  ['a word that comes late', { text: 'late' }, `t.text LIKE '% late%'`],
  ['a word of none', { text: 'zeppelin' }, 'false'],
  ['words that are looked for nowhere', { text: 'the of' }, 'false'],
  [
    'words with signs',
    { text: '"about trams" -seldom or clustered' },
    `t.text ~ 'clustered' OR t.text ~ 'trams' AND t.text !~ 'seldom'`,
  ],
  ['without a word', { not: { text: 'trams' } }, `t.text NOT LIKE '%trams%'`],
  ['a desk', { desk: 'City' }, `a.desk = 'City'`],
  ['a small desk', { desk: 'Chess' }, `a.desk = 'Chess'`],
  ['a desk that is not there', { desk: 'Opera' }, 'false'],
  ['another desk, or none', { not: { desk: 'City' } }, `a.desk IS DISTINCT FROM 'City'`],
  ['words or a desk', { or: [{ text: 'seldom' }, { desk: 'Chess' }] }, `t.text LIKE '%seldom%' OR a.desk = 'Chess'`],
  [
    'a rule of two in five',
    { rules: ['uncited-claim', 'dangling-citation'] },
    finding('f.state = 1 AND f.severity = 1'),
  ],
  ['a frequent rule', { rules: ['uncited-claim'] }, finding(`f.state = 1 AND f.rule = 'uncited-claim'`)],
  ['a rare rule', { rules: ['seldom'] }, 'c.ordinal = 77'],
  ['a rule that comes late', { rules: ['late'] }, 'c.standing = 8 AND c.ordinal % 3 = 0'],
  ['a rule that finds nothing about claims', { rules: ['of-articles'] }, 'false'],
  ['another rule than that', { not: { rules: ['of-articles'] }, text: 'seldom' }, `t.text LIKE '%seldom%'`],
  ['a rule of none', { rules: ['no-such-rule'] }, 'false'],
  ['a rule and another severity than it has', { rules: ['late'], severities: ['ERROR'] }, 'false'],
  ['a rule whose findings are fixed', { rules: ['single-source'] }, 'false'],
  [
    'other rules, or none',
    { not: { rules: ['uncited-claim'] } },
    `NOT ${finding(`f.state = 1 AND f.rule = 'uncited-claim'`)}`,
  ],
  ['severities', { severities: ['ERROR', 'WARNING'] }, finding('f.state = 1 AND f.severity IN (1, 2)')],
  ['waivers', { waived: true }, 'c.ordinal % 7 = 0'],
  [
    'no waivers',
    { waived: false, rules: ['uncited-claim'] },
    `c.ordinal % 7 <> 0 AND ${finding(`f.state = 1 AND f.rule = 'uncited-claim'`)}`,
  ],
  [
    'a rule, a section, a cited number and a desk',
    { rules: ['uncited-claim'], section: 'Part 1', citedNumber: 2, desk: 'City' },
    `${finding(`f.state = 1 AND f.rule = 'uncited-claim'`)} AND t.section = 'Part 1' AND a.desk = 'City' AND EXISTS (
      SELECT FROM citation fc JOIN reference r ON r.id = fc.reference_id WHERE fc.claim_id = c.id AND r.number = 2)`,
  ],
  [
    'words, a desk, a rule and standings',
    { text: 'trams', desk: 'City', severities: ['ERROR'], standings: ['MISSING', 'WEAK'] },
    `t.text LIKE '%trams%' AND a.desk = 'City' AND c.standing IN (3, 4) AND ${finding('f.state = 1 AND f.severity = 1')}`,
  ],
  [
    'a frequent word of claims that are few',
    {
      and: [{ text: 'trams' }],
      blocks: ['PARAGRAPH'],
      changedSince: new Date(0),
      not: { section: 'Part 1' },
      desk: 'Chess',
    },
    `t.text LIKE '%trams%' AND a.desk = 'Chess' AND c.block = 2 AND t.section <> 'Part 1'`,
  ],
];

describe.each(['RANK', 'READING_ORDER', 'CHANGED'] as const)('pages of claims in the order %s', (order) => {
  let cursors: Map<string, string>;
  beforeAll(async () => {
    cursors = await cursorsOf(order);
  });

  it.each(CASES)('of %s are those of all that have it, in both directions', async (_name, filter, where) => {
    for (const [list, standings] of [
      ['claims', 'true'],
      ['unsupportedClaims', 'c.standing BETWEEN 1 AND 4'],
    ] as const) {
      const all = await expected(`(${where}) AND ${standings}`, order);
      const everything = [...cursors.keys()];
      // From both ends, from claims that fit, and from such that do not.
      const places = [
        null,
        all[30],
        all[all.length >> 1],
        all.at(-40),
        all.at(-1),
        everything[999],
        everything.at(-500),
      ];
      for (const place of places.filter((each) => each !== undefined)) {
        const at = place === null ? null : cursors.get(place)!;
        const rank = place === null ? null : everything.indexOf(place);
        const after = all.filter((id) => rank === null || everything.indexOf(id) > rank);
        const before = all.filter((id) => rank === null || everything.indexOf(id) < rank);
        const forward = await page(list, 'first: 50, after: $at', { filter, order, at });
        expect(uuids(forward)).toEqual(after.slice(0, 50));
        expect(forward.pageInfo.hasNextPage).toBe(after.length > 50);
        const backward = await page(list, 'last: 50, before: $at', { filter, order, at });
        expect(uuids(backward)).toEqual(before.slice(-50));
        expect(backward.pageInfo.hasPreviousPage).toBe(before.length > 50);
      }
    }
  });
});

const uuids = ({ edges }: Page): string[] => edges.map(({ node }) => uuidOf('Claim', node.id)!);

describe('claims of an article with some words', () => {
  it('are those of the article alone', async () => {
    const { data } = await api.ask<{ article: { claims: Page } }>(
      token,
      `{ article(slug: "one") { claims(first: 50, filter: { text: "seldom or late", desk: "City" }, orderBy: READING_ORDER) {
        edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage } } } }`,
    );
    const all = await expected(`a.slug = 'one' AND t.text ~ 'seldom| late'`, 'READING_ORDER');
    expect(uuids(data!.article.claims)).toEqual(all.slice(0, 50));
  });
});

interface PlanNode {
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly Plans?: readonly PlanNode[];
  /** On a cluster: what the worker does. */
  readonly 'Distributed Query'?: {
    readonly Job: { readonly Tasks: readonly { 'Remote Plan': { Plan: PlanNode }[][] }[] };
  };
}

/** Rows that a page's statement reads of claims and their texts. */
async function rowsRead(filter: ClaimFilter, order: ClaimOrder): Promise<number> {
  const parameters = new Parameters();
  parameters.add(viewer.workspaceId);
  const source = claimSource({ filter }, parameters, null);
  const sql = pageStatement(
    source,
    CLAIM_ORDERS[order],
    { size: 50, forward: true, after: null, before: null },
    parameters,
  );
  const [row] = await api.db.database.withWorkspace(viewer, (connection) =>
    connection.query<{ 'QUERY PLAN': readonly { Plan: PlanNode }[] }>(
      `EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`,
      parameters.values,
    ),
  );
  const under = (node: PlanNode): PlanNode[] => [
    ...(node.Plans ?? []),
    ...(node['Distributed Query']?.Job.Tasks ?? []).flatMap((task) =>
      task['Remote Plan'].flat().map(({ Plan }) => Plan),
    ),
  ];
  const read = (node: PlanNode): number =>
    (/^claim/.test(node['Relation Name'] ?? '') ? node['Actual Rows'] * node['Actual Loops'] : 0) +
    under(node).reduce((sum, each) => sum + read(each), 0);
  return read(row!['QUERY PLAN'][0]!.Plan);
}

describe('a page', () => {
  it('of what many claims have is read without a look at all of them', async () => {
    expect(await rowsRead({ text: 'trams' }, 'RANK')).toBeLessThan(500);
    expect(await rowsRead({ desk: 'City' }, 'CHANGED')).toBeLessThan(500);
  });

  it('of a rule that finds nothing about claims is read without a look at any', async () => {
    expect(await rowsRead({ rules: ['of-articles'] }, 'RANK')).toBe(0);
    expect(await rowsRead({ rules: ['of-articles'], text: 'seldom' }, 'RANK')).toBeLessThan(500);
  });
});
