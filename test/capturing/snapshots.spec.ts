import { FetchError } from '../../src/fetching/fetch-error.js';
import { toGlobalId } from '../../src/graphql/global-id.js';
import { judgingSettingsOf } from '../../src/workspaces/workspace.repository.js';
import { FERRY } from '../editing/support/newsroom.js';
import { CROSSINGS, openCaptures, type CapturingRoom } from './support/captures.js';

const URL = 'https://example.org/crossings';
const nobody = { get: () => Promise.reject(new FetchError('UNREACHABLE', 'nobody is there; try again later')) };
const QUOTE = 'crossed the sound 412 times in 2031';

let room: CapturingRoom;
let articleId: string;
let sourceId: string;

beforeAll(async () => {
  room = await openCaptures(nobody);
  articleId = await room.import('ferry');
  sourceId = await room.source(URL);
});
afterAll(() => room.close());

interface CitationAnswer {
  readonly id: string;
  readonly basis: string;
  readonly support: {
    label: string;
    missing: string[];
    passages: { exact: string; snapshot: { id: string } }[];
  } | null;
  readonly quoteMatch: {
    result: string;
    place: { start: number; end: number; exact: string } | null;
    differences: { quote: string; source: string }[];
  } | null;
}

const CITATION = `id basis support { score label confidence missing passages { exact snapshot { id } } }
  quoteMatch { result place { start end exact snapshot { id } } differences { quote source } }`;

/** The first citation of the claim with these words. */
async function citation(words: string): Promise<CitationAnswer> {
  const { id } = await room.claim(words, articleId);
  const query = `query ($id: ID!) { node(id: $id) { ... on Claim { citations { ${CITATION} } } } }`;
  const { node } = await room.ask<{ node: { citations: CitationAnswer[] } }>(query, { id });
  return node.citations[0]!;
}

const change = (citationId: string, quote: string) =>
  room.change<{ fixed: { rule: { id: string } }[]; opened: { rule: { id: string } }[] }>(
    'updateCitation',
    { citationId, quote },
    'fixed { rule { id } } opened { rule { id } } userErrors { message }',
  );
const rulesOf = (findings: readonly { rule: { id: string } }[]): string[] => findings.map(({ rule }) => rule.id);

it('nothing is said of snapshots before there is one', async () => {
  const { support, quoteMatch } = await citation('crossed the sound 412');
  expect([support, quoteMatch]).toEqual([null, null]);
  expect(await room.findings(articleId)).not.toContain('unarchived-source');
});

it('a text is kept, and the claims that cite the source are compared with it', async () => {
  const { id } = await citation('crossed the sound 412');
  await change(id, QUOTE);
  const { snapshot, isNew, job, userErrors } = await room.capture(sourceId, { content: CROSSINGS });
  expect(userErrors).toEqual([]);
  expect([isNew, snapshot]).toMatchObject([true, { extent: 'FULL', mediaType: 'text/plain', complete: true }]);
  expect(snapshot!.text).toBe(CROSSINGS);
  expect((await room.done(job)).state).toBe('DONE');

  const found = await citation('crossed the sound 412');
  expect(found).toMatchObject({ basis: 'MATCHED', quoteMatch: { result: 'VERBATIM', differences: [] } });
  const { start, end, exact } = found.quoteMatch!.place!;
  expect([CROSSINGS.slice(start, end), exact]).toEqual([QUOTE, QUOTE]);
  expect(found.support!.passages[0]).toMatchObject({ snapshot: { id: snapshot!.id } });
  expect((await citation('It carried 90,000')).support!.missing).toEqual(['90,000']);
  expect(await room.findings(articleId)).toContain('unarchived-source');
  expect(await room.drift(articleId)).toEqual([]);
});

it('who changes a quote is told at once whether the source has it', async () => {
  const { id } = await citation('crossed the sound 412');
  const wrong = await change(id, 'The ferry crossed the sound 412 times in 2031, the harbour office says');
  expect(rulesOf(wrong.opened)).toContain('quote-not-found');
  const near = await citation('crossed the sound 412');
  expect(near).toMatchObject({ basis: 'ASSERTED', quoteMatch: { result: 'NEAR' } });
  expect(near.quoteMatch!.differences).toEqual([{ quote: 'harbour', source: 'port' }]);
  const right = await change(id, QUOTE);
  expect(rulesOf(right.fixed)).toContain('quote-not-found');
  expect(await citation('crossed the sound 412')).toMatchObject({ basis: 'MATCHED' });
  expect(await room.drift(articleId)).toEqual([]);
});

it('the same text is no other snapshot', async () => {
  const again = await room.capture(sourceId, { content: `${CROSSINGS}\r\n` });
  expect(again).toMatchObject({ isNew: false, job: null, userErrors: [] });
  const counted = await room.rows('SELECT count(*)::integer AS n FROM snapshot');
  expect(counted).toEqual([{ n: 1 }]);
  const [seen] = await room.rows<{ later: boolean }>('SELECT seen_at > captured_at AS later FROM snapshot');
  expect(seen).toEqual({ later: true });
});

it('another text is, and says what changed', async () => {
  const changed = CROSSINGS.replace('412 times', '413 times');
  const { snapshot, job } = await room.capture(sourceId, { content: changed });
  await room.done(job);
  const { node } = await room.ask<{ node: { changes: unknown; snapshots: unknown } }>(
    `query ($id: ID!) { node(id: $id) { ... on Snapshot { capturedBy { name } text(start: 4, end: 9)
       changes { total isFine changes { before after beforeStart afterEnd } since { hash } } } } }`,
    { id: snapshot!.id },
  );
  const first = 'The ferry crossed the sound 412 times in 2031, the port office says.';
  expect(node).toMatchObject({
    text: 'ferry',
    capturedBy: { name: 'A member' },
    changes: {
      total: 1,
      isFine: true,
      changes: [{ before: first, after: first.replace('412', '413'), beforeStart: 0 }],
    },
  });
  // The older one has it still.
  expect(await citation('crossed the sound 412')).toMatchObject({ quoteMatch: { result: 'VERBATIM' } });
  expect(await room.drift(articleId)).toEqual([]);
});

it('two captures at once become one after the other', async () => {
  const texts = ['one', 'two'].map((each) => `${CROSSINGS}\n\nVersion ${each}.`);
  const both = await Promise.all(texts.map((content) => room.capture(sourceId, { content })));
  expect(both.map(({ isNew, userErrors }) => [isNew, userErrors])).toEqual([
    [true, []],
    [true, []],
  ]);
  await room.done(both[0]!.job);
  const [row] = await room.rows(
    'SELECT snapshot_count AS n, (SELECT count(*)::integer FROM snapshot) AS rows FROM source WHERE url = $1',
    [URL],
  );
  expect(row).toEqual({ n: 4, rows: 4 });
  expect(await room.drift(articleId)).toEqual([]);
});

it('a new text of the article is compared soon after', async () => {
  await room.import('ferry', FERRY.replace('crossed the sound 412 times', 'crossed the sound 499 times'));
  expect(await room.drift(articleId)).toEqual([]);
  await room.comparing.round(new Date(Date.now() + 1_000));
  expect((await citation('crossed the sound 499')).support!.missing).toContain('499');
  expect(await room.rows('SELECT 1 FROM comparison_due')).toEqual([]);
  expect(await room.drift(articleId)).toEqual([]);
});

it('a further text waits for nobody who judges', async () => {
  const { viewer } = room;
  await room.api.db.database.withWorkspace(viewer, async (connection) => {
    await judgingSettingsOf(connection, viewer.workspaceId, 'hold');
    const { isNew } = await room.capture(sourceId, { content: `${CROSSINGS}\n\nWhile somebody judges.` });
    expect(isNew).toBe(true);
  });
});

it('nothing of it is another workspace’s', async () => {
  const other = await room.api.db.workspace('Another desk');
  const token = await room.api.token(other);
  const [{ id: snapshot }] = (await room.rows<{ id: string }>('SELECT id FROM snapshot LIMIT 1')) as [{ id: string }];
  const { data } = await room.api.ask<{ node: null; captureSnapshot: { userErrors: { code: string }[] } }>(
    token,
    `mutation ($s: ID!) { captureSnapshot(input: { sourceId: $s, content: "x" }) { userErrors { code } } }`,
    { s: sourceId },
  );
  expect(data!.captureSnapshot.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  const read = await room.api.ask<{ node: unknown }>(token, 'query ($id: ID!) { node(id: $id) { id } }', {
    id: toGlobalId('Snapshot', snapshot),
  });
  expect(read.data!.node).toBeNull();
});
