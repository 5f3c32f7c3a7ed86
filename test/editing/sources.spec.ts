import { jest } from '@jest/globals';
import { Editing } from '../../src/editing/editing.js';
import { recountArticle } from '../../src/editing/recount.js';
import { Ripples } from '../../src/editing/ripples.js';
import { RuleEdits } from '../../src/editing/rule.edits.js';
import { SourceEdits } from '../../src/editing/source.edits.js';
import { ENTITIES } from '../../src/entities.js';
import { toGlobalId, type NodeType } from '../../src/graphql/global-id.js';
import type { ImportArticle } from '../../src/importing/import-article.js';
import { importerOf } from '../support/importer.js';
import type { ReadingPool } from '../../src/importing/reading-pool.js';
import { Jobs } from '../../src/jobs/jobs.js';
import { sourceReadingPool } from '../support/reading-pool.js';
import { createTestDatabase, type TestDatabase, type TestViewer } from '../support/test-database.js';
import { until } from '../support/until.js';

jest.setTimeout(120_000);

let db: TestDatabase;
let pool: ReadingPool;
let jobs: Jobs;
let importer: ImportArticle;
let sources: SourceEdits;
let rules: RuleEdits;
let viewer: TestViewer;

beforeAll(async () => {
  db = await createTestDatabase({ entities: ENTITIES, poolSize: 12 });
  pool = sourceReadingPool();
  jobs = new Jobs(db.database, { jobs: 'on' }, { pollSeconds: 0.5, superviseSeconds: 1, farewellMs: 1_000 });
  importer = importerOf(db.database, pool, jobs);
  const ripples = new Ripples(db.database, jobs);
  const editing = new Editing(db.database);
  [sources, rules] = [new SourceEdits(editing, ripples), new RuleEdits(editing, ripples)];
  importer.onModuleInit();
  ripples.onModuleInit();
  await jobs.onApplicationBootstrap();
});
afterAll(async () => {
  await jobs.onModuleDestroy();
  await pool.onApplicationShutdown();
  await db.drop();
});
beforeEach(async () => {
  viewer = await db.workspace();
});

const text = (i: number): string => `The ferry of line ${i}

The ferry crossed the sound ${400 + i} times in 2031 [1]. It carried ${90 + i},000 people [1, 2]. Nobody was hurt.

References

[1] Port office, "Crossings of the year", Harbour Press, 2031. https://example.org/crossings
[2] Ada Okoro, "Who sails to Sandvik", The Sound Gazette, 2031. https://example.org/okoro
`;

const id = (type: NodeType, uuid: string): string => toGlobalId(type, uuid);
const rows = <R = Record<string, unknown>>(sql: string, params: unknown[] = []): Promise<R[]> =>
  db.database.readWorkspace(viewer, (c) => c.query<R>(sql, params));

async function imported(count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    const { userErrors } = await importer.run(viewer, { slug: `ferry-${i}`, content: text(i), format: 'TEXT' });
    expect(userErrors).toEqual([]);
  }
}

const sourceOf = async (address: string): Promise<{ id: string; version: number }> => {
  const [row] = await rows<{ id: string; version: number }>('SELECT id, version FROM source WHERE url = $1', [address]);
  return row!;
};

async function ended(jobId: string): Promise<void> {
  await until('the job has ended', async () => {
    const [job] = await rows<{ state: number }>('SELECT state FROM job WHERE id = $1', [jobId]);
    return job!.state === 3;
  });
}

async function expectNoDrift(): Promise<void> {
  for (const { id: articleId } of await rows<{ id: string }>('SELECT id FROM article')) {
    const drift = await db.database.withWorkspace(viewer, (connection) =>
      recountArticle(connection, viewer, articleId, new Date(), false),
    );
    expect(drift).toEqual([]);
  }
}

const standings = async (): Promise<number[]> =>
  (
    await rows<{ standing: number }>('SELECT standing FROM claim WHERE gone_in IS NULL ORDER BY article_id, ordinal')
  ).map(({ standing }) => standing);

describe('a source', () => {
  it('that is retracted takes all that rests on it with it, and back when it is reinstated', async () => {
    await imported(5);
    const before = await standings();
    const crossings = await sourceOf('https://example.org/crossings');
    const { done, userErrors } = await sources.retract(viewer, {
      sourceId: id('Source', crossings.id),
      reason: 'The figures were made up, says the port office.',
      expectedVersion: crossings.version,
    });
    expect(userErrors).toEqual([]);
    await ended(done!.jobId);
    expect(await rows('SELECT done, total FROM job')).toEqual([{ done: 5, total: 5 }]);
    const [counts] = await rows("SELECT count(*) AS n FROM finding WHERE rule = 'retracted-source' AND state = 1");
    expect(counts).toEqual({ n: 10 });
    const events = await rows<{ after: object }>("SELECT after FROM event WHERE kind = 'source.retracted'");
    expect(events).toHaveLength(5);
    expect(events[0]!.after).toMatchObject({ reason: expect.stringContaining('made up') as string });
    await expectNoDrift();

    const again = await sources.reinstate(viewer, { sourceId: id('Source', crossings.id) });
    await ended(again.done!.jobId);
    expect(await standings()).toEqual(before);
    await expectNoDrift();
  });

  it('has another title in what is said of it, once its record is changed', async () => {
    await imported(2);
    const okoro = await sourceOf('https://example.org/okoro');
    const input = { sourceId: id('Source', okoro.id), source: { title: 'Who sails', publishedAt: '2031-05' } };
    const { done, userErrors } = await sources.update(viewer, input);
    expect(userErrors).toEqual([]);
    await ended(done!.jobId);
    const [row] = await rows('SELECT title, url, published_at, version FROM source WHERE id = $1', [okoro.id]);
    expect(row).toEqual({
      title: 'Who sails',
      url: 'https://example.org/okoro',
      published_at: new Date('2031-05-01T00:00:00Z'),
      version: 2,
    });
    await expectNoDrift();
  });

  it.each([
    [
      'nothing that is there',
      'retract',
      { sourceId: id('Source', crypto.randomUUID()), reason: 'why' },
      'NOT_FOUND',
      ['sourceId'],
    ],
    [
      'an id of another type',
      'retract',
      { sourceId: id('Claim', crypto.randomUUID()), reason: 'why' },
      'INVALID_INPUT',
      ['sourceId'],
    ],
    ['no reason', 'retract', { reason: ' ' }, 'EMPTY', ['reason']],
    ['a stale version', 'retract', { reason: 'why', expectedVersion: 7 }, 'CONFLICT', ['expectedVersion']],
    ['one that stands', 'reinstate', {}, 'NOT_POSSIBLE', ['sourceId']],
    [
      "another source's address",
      'update',
      { source: { url: 'http://www.example.org/okoro/' } },
      'CONFLICT',
      ['source'],
    ],
    ['no address of the web', 'update', { source: { url: 'mailto:a@b.example' } }, 'INVALID_INPUT', ['source', 'url']],
    ['nothing to know it by', 'update', { source: { title: null, url: null } }, 'EMPTY', ['source', 'title']],
  ] as const)('is left as it is for %s', async (_what, action, wrong, code, field) => {
    await imported(1);
    const { id: crossings } = await sourceOf('https://example.org/crossings');
    const input = { sourceId: id('Source', crossings), ...wrong };
    const { done, userErrors } = await sources[action](viewer, input as never);
    expect(done).toBeNull();
    expect(userErrors).toMatchObject([{ code, field }]);
    expect(await rows('SELECT count(*) AS n FROM source WHERE version > 1')).toEqual([{ n: 0 }]);
    expect(await rows('SELECT count(*) AS n FROM job')).toEqual([{ n: 0 }]);
  });

  it("of a publisher is judged again when that one's record changes", async () => {
    await imported(2);
    const [publisher] = await rows<{ id: string }>("SELECT id FROM publisher WHERE name = 'Harbour Press'");
    const { done, userErrors } = await sources.updatePublisher(viewer, {
      publisherId: id('Publisher', publisher!.id),
      reliability: 'B',
      owner: 'The county',
      domains: ['Example.org'],
    });
    expect(userErrors).toEqual([]);
    await ended(done!.jobId);
    expect(
      await rows('SELECT reliability, owner, domains, version FROM publisher WHERE id = $1', [publisher!.id]),
    ).toEqual([{ reliability: 2, owner: 'The county', domains: ['example.org'], version: 2 }]);
    const wrong = await sources.updatePublisher(viewer, {
      publisherId: id('Publisher', publisher!.id),
      domains: ['no domain'],
    });
    expect(wrong.userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['domains'] }]);
    await expectNoDrift();
  });
});

describe('ratings of publishers', () => {
  const rate = async (name: string, reliability: 'B' | 'E' | null): Promise<void> => {
    const [publisher] = await rows<{ id: string }>('SELECT id FROM publisher WHERE name = $1', [name]);
    const input = { publisherId: id('Publisher', publisher!.id), reliability };
    const { done, userErrors } = await sources.updatePublisher(viewer, input);
    expect(userErrors).toEqual([]);
    await ended(done!.jobId);
    await expectNoDrift();
  };
  const found = async (rule: string): Promise<number> =>
    (await rows('SELECT 1 FROM finding WHERE rule = $1 AND state = 1', [rule])).length;
  const notAssessed = async (): Promise<number> =>
    (await rows(`SELECT 1 FROM claim WHERE not_assessed @> '[{"rule": "unrated-source"}]'`)).length;

  it('make a source unrated with the first, and nothing of it with none', async () => {
    await imported(2);
    await importer.run(viewer, {
      slug: 'pier',
      content: 'The pier\n\nThe pier leans [1].\n\nReferences\n\n[1] Ada Okoro, "The pier", Quay Press, 2031.\n',
      format: 'TEXT',
    });
    expect([await found('unrated-source'), await notAssessed()]).toEqual([0, 5]);
    await rate('Harbour Press', 'B');
    // Only the pier cites none of that publisher, and it was judged again, too.
    expect([await found('unrated-source'), await notAssessed()]).toEqual([1, 0]);
    await rate('Harbour Press', 'E');
    expect([await found('unreliable-source'), await found('unrated-source')]).toEqual([2, 1]);
    await imported(3);
    expect(await found('unreliable-source')).toBe(3);
    await expectNoDrift();
    await rate('Harbour Press', null);
    expect([await found('unreliable-source'), await found('unrated-source'), await notAssessed()]).toEqual([0, 0, 7]);
  });
});

describe('a rule', () => {
  it('that is configured otherwise judges all articles so', async () => {
    await imported(3);
    const { done, userErrors } = await rules.configure(viewer, { ruleId: 'uncited-claim', enabled: false });
    expect(userErrors).toEqual([]);
    await ended(done!.jobId);
    expect(await rows("SELECT count(*) AS n FROM finding WHERE rule = 'uncited-claim' AND state = 1")).toEqual([
      { n: 0 },
    ]);
    await expectNoDrift();

    const milder = await rules.configure(viewer, { ruleId: 'uncited-claim', enabled: true, severity: 'NOTE' });
    await ended(milder.done!.jobId);
    expect(await rows("SELECT DISTINCT severity FROM finding WHERE rule = 'uncited-claim' AND state = 1")).toEqual([
      { severity: 3 },
    ]);
    await expectNoDrift();
  });

  it.each([
    ['that is unknown', { ruleId: 'uncited-clam', enabled: false }, 'NOT_FOUND', ['ruleId']],
    [
      'whose threshold is unknown',
      { ruleId: 'source-concentration', thresholds: { shares: 1 } },
      'INVALID_INPUT',
      ['thresholds', 'shares'],
    ],
    ['of which nothing is said', { ruleId: 'uncited-claim' }, 'EMPTY', ['ruleId']],
  ])('%s stays as it is', async (_what, input, code, field) => {
    const { done, userErrors } = await rules.configure(viewer, input);
    expect([done, userErrors[0]?.code, userErrors[0]?.field]).toEqual([null, code, field]);
    expect(await rows('SELECT ruleset FROM workspace')).toEqual([{ ruleset: {} }]);
  });
});
