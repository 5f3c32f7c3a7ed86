import { openNewsroom, type Newsroom } from '../editing/support/newsroom.js';
import { ON_CITUS } from '../support/test-database.js';

/** Skipped, and seen to be, without a cluster. */
const onCitus = ON_CITUS ? describe : describe.skip;

const MAIN = `query ($first: Int!, $after: String) { unsupportedClaims(first: $first, after: $after) {
  edges { cursor node { id text standing article { title desk }
    citations { number stance source { title publisher { name } } } findings { message severity rule { id } } } }
  pageInfo { hasNextPage } } }`;

const READS: Readonly<Record<string, string>> = {
  'the main query': MAIN,
  'an article, its claims and its sources':
    '{ articles(first: 1) { edges { node { title summary { claims } claims(first: 5) { edges { node { text } } } references { label source { title } } } } } }',
  'the dashboard':
    '{ evidenceSummary { claims checkable byRule { count } } evidenceBreakdown(by: DESK) { edges { node { label unsupported } } } }',
  'the dashboard by rule': '{ evidenceBreakdown(by: RULE) { edges { node { rule { id } unsupported } } } }',
  'the dashboard by publisher':
    '{ evidenceBreakdown(by: PUBLISHER) { edges { node { publisher { name } unsupported summary { claims } } } } }',
  'the dashboard by heading': '{ evidenceBreakdown(by: SECTION) { edges { node { label unsupported } } } }',
  'findings by age': '{ findings(first: 5) { edges { node { message claim { text } } } } }',
  'a search': '{ claims(filter: { text: "ferry" }) { edges { node { text } } } }',
};

/** Under which events are put in order, as in the migrations: "obelus e" in ASCII. */
const ORDER_LOCK = BigInt('0x6f62656c75732065');

onCitus('on a Citus cluster (set CITUS_URL to its coordinator)', () => {
  let room: Newsroom;
  let ferry: string;

  beforeAll(async () => {
    room = await openNewsroom();
    ferry = await room.import('ferry');
    await room.import('tram', undefined, await room.api.db.workspace('Another desk'));
    // The token is known from here on.
    await room.ask('{ __typename }');
  });
  afterAll(() => room.close());

  /**
   * Statements that went to one shard, and to more or by way of the coordinator, while `work` went on. Who puts events in order
   * asks all shards, as soon as something is committed: that waits meanwhile.
   */
  async function routed(work: () => Promise<unknown>): Promise<{ one: number; more: number }> {
    const count = async (): Promise<{ one: number; more: number }> => {
      const [row] = await room.api.db.admin<{ one: string; more: string }>(
        `SELECT query_execution_single_shard AS one, query_execution_multi_shard AS more FROM citus_stat_counters
         WHERE name = current_database()`,
      );
      return { one: Number(row!.one), more: Number(row!.more) };
    };
    await room.api.db.admin('SELECT pg_advisory_lock($1)', [ORDER_LOCK]);
    const before = await count();
    await work();
    const after = await count();
    await room.api.db.admin('SELECT pg_advisory_unlock($1)', [ORDER_LOCK]);
    return { one: after.one - before.one, more: after.more - before.more };
  }

  it('has all tables of workspaces beside each other, and the workspaces on every node', async () => {
    const tables = await room.api.db.owner<{ name: string; method: string; column: string; group: number }>(
      `SELECT logicalrelid::text AS name, partmethod AS method, column_to_column_name(logicalrelid, partkey) AS column,
         colocationid AS group FROM pg_dist_partition`,
    );
    const spread = tables.filter(({ method }) => method === 'h');
    expect(new Set(spread.map(({ column, group }) => `${column} ${group}`)).size).toBe(1);
    const [{ count } = { count: 0 }] = await room.api.db.owner<{ count: number }>(
      `SELECT count(*)::integer AS count FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'workspace_id'
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'`,
    );
    expect(spread).toHaveLength(count);
    expect(tables.filter(({ method }) => method === 'n').map(({ name }) => name)).toEqual(
      expect.arrayContaining(['workspace']) as string[],
    );
  });

  it.each(Object.entries(READS))('%s goes to one shard', async (_, query) => {
    let answer: unknown;
    const { one, more } = await routed(async () => (answer = await room.ask(query, { first: 50 })));
    expect(JSON.stringify(answer)).not.toMatch(/"edges":\[\]/);
    expect(one).toBeGreaterThan(0);
    expect(more).toBe(0);
  });

  it('the main query is one statement on one shard however often it was asked', async () => {
    const ask = (): Promise<{ one: number }> => routed(() => room.ask(MAIN, { first: 20 }));
    await ask();
    const { one } = await ask();
    for (let i = 0; i < 20; i++) await ask();
    expect((await ask()).one).toBe(one);
  });

  it('attaching a source goes to one shard, in a long article as in a short one', async () => {
    const long = await room.import(
      'long',
      Array.from({ length: 120 }, (_, i) => `The bridge number ${i} was painted in 19${i % 90}.`).join('\n\n'),
    );
    const attach = async (words: string, articleId: string): Promise<number> => {
      const claim = await room.claim(words, articleId);
      const url = `https://example.org/${claim.uuid}`;
      const { more } = await routed(() =>
        room.change('attachSource', { claimId: claim.id, source: { url } }, 'claim { standing }'),
      );
      return more;
    };
    expect([await attach('bridge number 7 ', long), await attach('Nobody was hurt', ferry)]).toEqual([0, 0]);
  });

  it('keeps how an article stood, by triggers on the shards', async () => {
    const kept = (): Promise<unknown[]> => room.rows('SELECT 1 FROM past_row WHERE article_id = $1', [ferry]);
    const before = await kept();
    const { id: claimId, version } = await room.claim('The county pays', ferry);
    await room.change('updateClaim', { claimId, expectedVersion: version, checkable: false }, 'userErrors { code }');
    expect((await kept()).length).toBeGreaterThan(before.length);
  });

  it('shows the program no row of another workspace, and none at all without one', async () => {
    expect(await room.rows('SELECT DISTINCT workspace_id AS id FROM claim')).toEqual([{ id: room.viewer.workspaceId }]);
    expect(await room.api.db.database.outsideWorkspaces('SELECT FROM claim')).toEqual([]);
  });

  it('finds a token again after it was moved by hand, and no unknown one', async () => {
    const find = (hash: string): Promise<unknown[]> =>
      room.api.db.database.outsideWorkspaces('SELECT workspace_id FROM find_token($1)', [Buffer.from(hash, 'hex')]);
    const [{ hash } = { hash: '' }] = await room.api.db.owner<{ hash: string }>(
      `SELECT encode(hash, 'hex') AS hash FROM api_token WHERE workspace_id = $1`,
      [room.viewer.workspaceId],
    );
    expect(await find(hash)).toEqual([{ workspace_id: room.viewer.workspaceId }]);
    await room.api.db.owner(`UPDATE token_place SET place = '00000000-0000-7000-8000-000000000000'`);
    expect(await find(hash)).toEqual([{ workspace_id: room.viewer.workspaceId }]);
    expect(await find('00'.repeat(32))).toEqual([]);
  });
});
