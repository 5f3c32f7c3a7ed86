import { jest } from '@jest/globals';
import { ENTITIES } from '../../src/entities.js';
import { toGlobalId } from '../../src/graphql/global-id.js';
import { Desk } from '../importing/support/desk.js';
import { startApi, type TestApi } from './support/api.js';

jest.setTimeout(60_000);

let api: TestApi;
let room: Desk;
let token: string;

beforeAll(async () => {
  api = await startApi({}, { entities: ENTITIES, poolSize: 8 });
  room = await Desk.open(api.db);
});
afterAll(async () => {
  await room.close();
  await api.close();
});
beforeEach(async () => {
  await room.begin();
  token = await api.token(room.viewer);
});

const LIST = '\nReferences\n\n[1] Port office, "Crossings of the year", 2031. https://example.org/crossings\n';
const article = (...sentences: string[]): string =>
  `The Sandvik ferry\n\nA ferry sails to Sandvik.\n\nDetails\n\n${sentences.join('\n\n')}\n${LIST}`;
const TIMES = 'The ferry crossed the sound 412 times in 2031 [1].';
const HURT = 'Nobody was hurt that evening.';
const PIER = 'A storm took the old pier.';
const TOLL = 'Drivers pay four crowns [1].';

interface Diff {
  change: string;
  textBefore: string | null;
  textAfter: string | null;
  standingBefore: string | null;
  standingAfter: string | null;
  claim: { id: string; text: string };
}

async function diff(args = ''): Promise<Diff[]> {
  const { data, errors } = await api.ask<{ article: { diff: { nodes?: never; edges: { node: Diff }[] } } }>(
    token,
    `{ article(slug: "ferry") { diff${args} { edges { node {
      change textBefore textAfter standingBefore standingAfter claim { id text } } } } } }`,
  );
  expect(errors).toBeUndefined();
  return data!.article.diff.edges.map(({ node }) => node);
}
const brief = async (args = ''): Promise<string[]> =>
  (await diff(args)).map(({ change, textBefore, textAfter }) => `${change} ${textAfter ?? textBefore}`);

describe('Article.diff', () => {
  it('says what became of each claim, and how it stood and stands', async () => {
    await room.import(article(TIMES, HURT, PIER, TOLL));
    expect(await diff()).toEqual([]);
    await room.import(article(HURT, 'Nobody saw it.', TOLL, TIMES.replace('412', '421')));
    // What moved and reads otherwise at once is another claim.
    expect(await brief()).toEqual([
      'GONE The ferry crossed the sound 412 times in 2031.',
      'ADDED Nobody saw it.',
      'GONE A storm took the old pier.',
      'ADDED The ferry crossed the sound 421 times in 2031.',
    ]);
    await room.import(article(HURT, 'Nobody saw it.', TOLL.replace(' [1]', ''), TIMES.replace('412', '421')));
    expect(await diff()).toMatchObject([
      { change: 'KEPT', standingBefore: 'CITED', standingAfter: 'MISSING', textBefore: 'Drivers pay four crowns.' },
    ]);
  });

  it('adds up what several revisions did', async () => {
    await room.import(article(TIMES, HURT, PIER));
    await room.import(article(TIMES, 'Nobody was hurt on that evening.', PIER, TOLL));
    await room.import(article(PIER, TIMES, 'Luckily nobody was hurt on that evening.'));
    await room.import(article(PIER, TIMES, 'Nobody was hurt on that evening.'));
    // The toll came and went.
    expect(await brief('(from: 1)')).toEqual([
      'MOVED A storm took the old pier.',
      'REWORDED Nobody was hurt on that evening.',
    ]);
    expect(await brief('(from: 1, to: 2)')).toEqual([
      'REWORDED Nobody was hurt on that evening.',
      'ADDED Drivers pay four crowns.',
    ]);
    // Reworded, and back.
    expect(await brief('(from: 2, to: 4)')).toEqual([
      'MOVED A storm took the old pier.',
      'GONE Drivers pay four crowns.',
    ]);
    expect(await brief('(from: 4, to: 4)')).toEqual([]);
    const [reworded] = (await diff('(from: 1, to: 2)')).filter(({ change }) => change === 'REWORDED');
    expect(reworded).toMatchObject({ textBefore: HURT, claim: { text: 'Nobody was hurt on that evening.' } });
  });

  it('comes in pages, in one statement beside the article', async () => {
    await room.import(article(TIMES));
    await room.import(article(TIMES, HURT, PIER, TOLL));
    const query = (page: string): string =>
      `{ article(slug: "ferry") { diff(${page}) { pageInfo { hasNextPage endCursor } edges { node { textAfter } } } } }`;
    interface Page {
      article: { diff: { pageInfo: { hasNextPage: boolean; endCursor: string }; edges: unknown[] } };
    }
    const first = await api.ask<Page>(token, query('first: 2'));
    const { pageInfo, edges } = first.data!.article.diff;
    expect([edges.length, pageInfo.hasNextPage]).toEqual([2, true]);
    const sent = await api.statements(() => api.ask(token, query(`first: 2, after: "${pageInfo.endCursor}"`)));
    expect(sent.filter((sql) => /claim_revision/.test(sql))).toHaveLength(1);
    expect(await brief('(first: 100)')).toHaveLength(3);
  });

  it.each(['(from: 0)', '(to: 9)', '(from: 2, to: 1)', '(from: 7)'])('refuses %s', async (args) => {
    await room.import(article(TIMES));
    await room.import(article(TIMES, HURT));
    const { errors } = await api.ask(token, `{ article(slug: "ferry") { diff${args} { edges { node { change } } } } }`);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

describe('archiveArticle', () => {
  const archive = (articleId: string, expectedVersion?: number) =>
    api.ask<{ archiveArticle: { article: { archivedAt: string; version: number } | null; userErrors: object[] } }>(
      token,
      `mutation ($input: ArchiveArticleInput!) { archiveArticle(input: $input) {
        article { archivedAt version } userErrors { code field } } }`,
      { input: { articleId: toGlobalId('Article', articleId), expectedVersion } },
    );
  const lists = async (): Promise<Record<string, number>> => {
    const edges = '{ edges { cursor } }';
    const { data, errors } = await api.ask<Record<string, { edges: unknown[]; claims: number }>>(
      token,
      `{ articles ${edges} claims ${edges} unsupportedClaims ${edges} findings ${edges} missingReferences ${edges}
        evidenceBreakdown(by: ARTICLE) ${edges} rules: evidenceBreakdown(by: RULE) ${edges} evidenceSummary { claims } }`,
    );
    expect(errors).toBeUndefined();
    return Object.fromEntries(
      Object.entries(data!).map(([name, { edges: rows, claims }]) => [name, rows ? rows.length : claims]),
    );
  };

  it('takes an article out of the lists and totals, and importing it brings it back', async () => {
    const articleId = await room.import(article(TIMES, HURT, 'It is so [7].'));
    const before = await lists();
    expect(Object.values(before).every((count) => count > 0)).toBe(true);
    const claims = await room.claims();
    const { data } = await archive(articleId, 1);
    expect(data!.archiveArticle).toMatchObject({ article: { version: 2 }, userErrors: [] });
    expect(data!.archiveArticle.article!.archivedAt).toMatch(/^20/);
    expect(Object.values(await lists()).every((count) => count === 0)).toBe(true);

    const own = await api.ask<{
      article: { claims: { edges: unknown[] }; summary: { claims: number } };
      articles: { edges: unknown[] };
    }>(
      token,
      `{ article(slug: "ferry") { claims { edges { cursor } } summary { claims } }
        articles(filter: { archived: true }) { edges { cursor } } }`,
    );
    expect(own.data!.article.claims.edges).toHaveLength(claims.length);
    expect(own.data!.article.summary.claims).toBe(claims.length);
    expect(own.data!.articles.edges).toHaveLength(1);

    // Once more does nothing.
    expect((await archive(articleId)).data!.archiveArticle.article!.version).toBe(2);
    expect((await room.events()).map(({ kind }) => kind)).toEqual(['article.imported', 'article.archived']);
    await room.import(article(TIMES, HURT, 'It is so [7].'));
    expect(await lists()).toEqual(before);
    expect((await room.claims()).map(({ id }) => id)).toEqual(claims.map(({ id }) => id));
    expect(await room.drift(articleId)).toEqual([]);
  });

  it('refuses a stale version, an unknown article, and those who may not', async () => {
    const articleId = await room.import(article(TIMES));
    expect((await archive(articleId, 3)).data!.archiveArticle.userErrors).toEqual([
      { code: 'CONFLICT', field: ['expectedVersion'] },
    ]);
    expect((await archive(crypto.randomUUID())).data!.archiveArticle.userErrors).toEqual([
      { code: 'NOT_FOUND', field: ['articleId'] },
    ]);
    token = await api.token(room.viewer, 'CHECKER');
    expect((await archive(articleId)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});

it('splits, merges and marks claims over the API', async () => {
  await room.import(article(`${HURT} The county owns the ferry, and the port owns the pier [1].`));
  const { id, text } = await room.claim('county');
  const claimId = toGlobalId('Claim', id);
  const split = await api.ask<{ splitClaim: { claims: { id: string; text: string }[]; opened: object[] } }>(
    token,
    `mutation ($input: SplitClaimInput!) { splitClaim(input: $input) { claims { id text } opened { rule { id } } userErrors { code } } }`,
    { input: { claimId, at: text.indexOf('and the') } },
  );
  expect(split.data!.splitClaim.claims.map((claim) => claim.text)).toEqual([
    'The county owns the ferry,',
    'and the port owns the pier.',
  ]);
  expect(split.data!.splitClaim.opened.length).toBeGreaterThan(0);
  const merged = await api.ask(
    token,
    `mutation ($input: MergeClaimsInput!) { mergeClaims(input: $input) { claim { id text } userErrors { code } } }`,
    { input: { claimIds: split.data!.splitClaim.claims.map((claim) => claim.id) } },
  );
  expect(merged.data).toEqual({ mergeClaims: { claim: { id: claimId, text }, userErrors: [] } });
  const marked = await api.ask(
    token,
    `mutation ($input: UpdateClaimInput!) { updateClaim(input: $input) {
      claim { checkable priority standing } revision { number } fixed { id } notices userErrors { code } } }`,
    { input: { claimId, checkable: false, priority: 'LOW' } },
  );
  expect(marked.data).toMatchObject({
    updateClaim: {
      claim: { checkable: false, priority: 'LOW', standing: 'NOT_CHECKABLE' },
      revision: null,
      notices: [],
    },
  });
});
