import { BreakdownFolding } from '../../src/findings/breakdown-folding.js';
import type { Jobs } from '../../src/jobs/jobs.js';
import { FERRY, openNewsroom, type ClaimRow, type Newsroom } from '../editing/support/newsroom.js';
import { onAll } from '../support/citus-template.js';
import type { TemplateUrls } from '../support/template.js';
import { ON_CITUS, type TestViewer } from '../support/test-database.js';
import { until } from '../support/until.js';

const ASKED = '{ articles(first: 1) { edges { node { title } } } }';

const onCitus = ON_CITUS ? describe : describe.skip;

onCitus('while a worker is away, on a Citus cluster of two or more (set CITUS_URL to its coordinator)', () => {
  const { nodes } = JSON.parse(process.env.OBELUS_TEST_CITUS ?? '{"nodes":[]}') as Pick<TemplateUrls, 'nodes'>;
  let room: Newsroom;
  /** Of another worker than the newsroom. */
  let other: TestViewer;
  let otherToken: string;
  /** Known to the newsroom, but not used yet. */
  let unused: string;
  let claim: ClaimRow;
  let database: string;
  let away: string;

  /** The node that has a workspace. */
  async function nodeOf({ workspaceId }: TestViewer): Promise<string> {
    const [row] = await room.api.db.admin<{ place: string }>(
      `SELECT n.nodename || ':' || n.nodeport AS place FROM pg_dist_placement p JOIN pg_dist_node n USING (groupid)
       WHERE p.shardid = get_shard_id_for_distribution_column('member', $1::uuid)`,
      [workspaceId],
    );
    return nodes.find((node) => new URL(node).host === row!.place)!;
  }

  const call = <R = Record<string, unknown>>(statement: string): Promise<R[]> =>
    room.api.db.database.outsideWorkspaces<R>(statement);

  beforeAll(async () => {
    room = await openNewsroom();
    const mine = await nodeOf(room.viewer);
    do {
      other = await room.api.db.workspace('Another desk');
      away = await nodeOf(other);
    } while (away === mine);
    await room.import('ferry', FERRY);
    await room.import('ferry', FERRY, other);
    claim = await room.claim('Nobody was hurt');
    [otherToken, unused] = [await room.api.token(other), await room.api.token(room.viewer)];
    await room.ask('{ __typename }');
    await room.api.ask(otherToken, '{ __typename }');
    database = (await room.api.db.admin<{ name: string }>('SELECT current_database() AS name'))[0]!.name;
    await onAll([away], `ALTER DATABASE ${database} ALLOW_CONNECTIONS false`);
    await onAll([away], `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '${database}'`);
  });
  afterAll(() => room.close());

  it('workspaces of others are read', async () => {
    const answer = await room.ask<{ articles: { edges: { node: { summary: { claims: number } } }[] } }>(
      '{ articles(first: 1) { edges { node { summary { claims } } } } }',
    );
    expect(answer.articles.edges[0]!.node.summary.claims).toBe(8);
  });

  it('they are changed', async () => {
    const source = { url: 'https://example.org/quay', title: 'The quay', publisher: 'The Sound Gazette' };
    const { errors, data } = await room.api.ask(
      room.token,
      `mutation ($input: AttachSourceInput!) { attachSource(input: $input) { claim { standing } userErrors { code } } }`,
      { input: { claimId: claim.id, source } },
    );
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ attachSource: { claim: { standing: expect.any(String) as string }, userErrors: [] } });
  });

  it('articles come into them, and get another text', async () => {
    const id = await room.import('tram', FERRY.replaceAll('ferry', 'tram'));
    expect(await room.import('tram', FERRY.replaceAll('ferry', 'light tram'))).toBe(id);
    expect(await room.drift(id)).toEqual([]);
  });

  it('what goes on in the background goes on in them', async () => {
    const waiting = (): Promise<unknown[]> =>
      room.rows('SELECT 1 FROM event WHERE workspace_id = $1 AND workspace_seq IS NULL', [room.viewer.workspaceId]);
    await until('their events are put in order', async () => {
      await call('SELECT order_events(1000)');
      return (await waiting()).length === 0;
    });
    await until('their totals are folded', async () => {
      await call('SELECT fold_tallies(1000)');
      const left = await room.rows('SELECT 1 FROM tally_delta WHERE workspace_id = $1', [room.viewer.workspaceId]);
      return left.length === 0;
    });
    const folding = new BreakdownFolding(room.api.db.database, {} as Jobs);
    await until('their breakdowns are folded', async () => {
      await folding.round();
      const left = await room.rows('SELECT 1 FROM breakdown_due WHERE workspace_id = $1', [room.viewer.workspaceId]);
      return left.length === 0;
    });
  });

  it.each([
    'due_workspaces(now())',
    'due_comparisons(now(), 10)',
    'due_links(now(), 10)',
    'take_doubtful(now(), 10, 10)',
    "forget_answers(interval '1 day')",
    "take_webhooks(10, 2, '{}', gen_random_uuid(), 10)",
  ])('%s leaves out what is away', async (statement) => {
    await expect(call(`SELECT * FROM ${statement}`)).resolves.toBeInstanceOf(Array);
  });

  it('their tokens are known, used before or not; of an unknown one nobody can say', async () => {
    expect((await room.api.ask(unused, ASKED)).errors).toBeUndefined();
    const { status, errors } = await room.api.ask('nobody-has-had-this-token', ASKED);
    expect([status, errors?.[0]?.extensions.code]).toEqual([503, 'UNAVAILABLE']);
  });

  it('those of the worker are refused, clearly', async () => {
    const { errors } = await room.api.ask(otherToken, ASKED);
    expect(errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE' } }]);
    await expect(room.import('tram', FERRY, other)).rejects.toMatchObject({ name: 'DatabaseUnavailableError' });
  });

  it('when it is back, all is as before', async () => {
    await onAll([away], `ALTER DATABASE ${database} ALLOW_CONNECTIONS true`);
    await until('events of all are put in order', async () => {
      await call('SELECT order_events(1000)');
      const left = await room.api.db.owner('SELECT 1 FROM event WHERE workspace_seq IS NULL');
      const [look] = await room.api.db.owner<{ away: number[] }>('SELECT away FROM worker_look');
      return left.length === 0 && look!.away.length === 0;
    });
    await room.import('tram', FERRY, other);
    expect((await room.api.ask('nobody-has-had-this-token', ASKED)).errors).toMatchObject([
      { extensions: { code: 'UNAUTHENTICATED' } },
    ]);
  });
});
