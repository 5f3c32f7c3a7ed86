import { jest } from '@jest/globals';
import pg from 'pg';
import { CitationEdits } from '../../src/editing/citation.edits.js';
import { Editing } from '../../src/editing/editing.js';
import { recountArticle, type Drift } from '../../src/editing/recount.js';
import { ENTITIES } from '../../src/entities.js';
import { toGlobalId, type NodeType } from '../../src/graphql/global-id.js';
import type { ImportArticle } from '../../src/importing/import-article.js';
import { importerOf } from '../support/importer.js';
import type { ReadingPool } from '../../src/importing/reading-pool.js';
import { Jobs } from '../../src/jobs/jobs.js';
import { randomOf } from '../support/random.js';
import { sourceReadingPool } from '../support/reading-pool.js';
import { createTestDatabase, type TestDatabase, type TestViewer } from '../support/test-database.js';

jest.setTimeout(120_000);

let db: TestDatabase;
let pool: ReadingPool;
let edits: CitationEdits;
let importer: ImportArticle;
let viewer: TestViewer;

beforeAll(async () => {
  db = await createTestDatabase({ entities: ENTITIES, poolSize: 12 });
  pool = sourceReadingPool();
  importer = importerOf(db.database, pool, new Jobs(db.database, { jobs: 'off' }));
  edits = new CitationEdits(new Editing(db.database));
});
afterAll(async () => {
  await pool.onApplicationShutdown();
  await db.drop();
});
beforeEach(async () => {
  viewer = await db.workspace();
});

const TEXT = `The Sandvik ferry

The ferry crossed the sound 412 times in 2031 [1]. It carried 90,000 people [1, 2].

Crossings

The ferry crosses the sound at night, unless it rains [3]. Repairs cost two million crowns [7]. Nobody was hurt. The harbour was dredged in 2029 [7].

At night the ferry crosses the sound [1]. The ferry crosses the sound at night.

The county pays half of it. The county owns the ferry [2].

References

[1] Port office, "Crossings of the year", 2031. https://example.org/crossings
[2] Ada Okoro, "Who sails to Sandvik", The Sound Gazette, 2031. https://example.org/okoro
[3] Harbour rules.
`;

const id = (type: NodeType, uuid: string): string => toGlobalId(type, uuid);
const rows = <R = Record<string, unknown>>(sql: string, params: unknown[] = []): Promise<R[]> =>
  db.database.readWorkspace(viewer, (c) => c.query<R>(sql, params));

async function imported(): Promise<string> {
  const { articleId, userErrors } = await importer.run(viewer, { slug: 'ferry', content: TEXT, format: 'TEXT' });
  expect(userErrors).toEqual([]);
  return articleId!;
}

const drift = (articleId: string): Promise<Drift[] | null> =>
  db.database.withWorkspace(viewer, (connection) => recountArticle(connection, viewer, articleId, new Date(), false));

interface ClaimRow {
  id: string;
  text: string;
  standing: number;
  version: number;
}
const claimOf = async (words: string): Promise<ClaimRow> => {
  const [row] = await rows<ClaimRow>(
    `SELECT c.id, t.text, c.standing, c.version FROM claim c JOIN claim_text t ON t.workspace_id = c.workspace_id AND t.claim_id = c.id
     WHERE t.text LIKE $1 AND c.gone_in IS NULL`,
    [`%${words}%`],
  );
  return row!;
};

describe('attaching a source', () => {
  it('takes away what said that there was none, and says what became of it', async () => {
    const articleId = await imported();
    const before = await claimOf('Nobody was hurt');
    expect(before.standing).toBe(4);
    const { done, userErrors } = await edits.attach(viewer, {
      claimId: id('Claim', before.id),
      source: {
        title: 'Report on the year',
        publisher: 'Coast Guard',
        publishedAt: '2031',
        url: 'https://coast.example/r',
      },
      quote: 'No one was injured.',
    });
    expect(userErrors).toEqual([]);
    const after = await claimOf('Nobody was hurt');
    expect([after.standing, after.version]).toEqual([6, before.version + 1]);
    const fixed = await rows('SELECT rule FROM finding WHERE id = ANY ($1)', [done!.effect.fixed]);
    expect(fixed).toContainEqual({ rule: 'uncited-claim' });
    expect(done!.effect.standings).toContainEqual({ claimId: before.id, from: 'WEAK', to: 'CITED' });
    expect(await rows('SELECT label, number, text, citation_count FROM reference WHERE number = 8')).toEqual([
      { label: '8', number: 8, text: null, citation_count: 1 },
    ]);
    const [event] = await rows<{ kind: string; actor_id: string; after: object }>(
      'SELECT kind, actor_id, after FROM event WHERE seq = 2',
    );
    expect(event).toMatchObject({
      kind: 'citation.attached',
      actor_id: viewer.memberId,
      after: {
        number: 8,
        standings: expect.arrayContaining([{ claimId: before.id, from: 'WEAK', to: 'CITED' }]) as unknown,
      },
    });
    expect(await drift(articleId)).toEqual([]);
  });

  it('gives a number that led nowhere its source, for all who cite it', async () => {
    const articleId = await imported();
    const repairs = await claimOf('Repairs cost');
    const dredged = await claimOf('dredged');
    expect([repairs.standing, dredged.standing]).toEqual([3, 3]);
    const source = { title: 'Accounts', publisher: 'County', publishedAt: '2030', url: 'https://county.example/a' };
    const { userErrors } = await edits.attach(viewer, {
      claimId: id('Claim', repairs.id),
      source,
      number: 7,
      locator: 'p. 4',
    });
    expect(userErrors).toEqual([]);
    expect([(await claimOf('Repairs cost')).standing, (await claimOf('dredged')).standing]).toEqual([6, 6]);
    expect(await rows('SELECT locator FROM citation WHERE claim_id = $1', [repairs.id])).toEqual([{ locator: 'p. 4' }]);
    expect(await drift(articleId)).toEqual([]);
  });

  it('uses the record and the number that the workspace has of the source', async () => {
    await imported();
    const claim = await claimOf('Nobody was hurt');
    const { done } = await edits.attach(viewer, {
      claimId: id('Claim', claim.id),
      source: { url: 'http://www.example.org/okoro/' },
    });
    expect(
      await rows(
        'SELECT r.number FROM citation z JOIN reference r ON r.workspace_id = z.workspace_id AND r.id = z.reference_id WHERE z.id = $1',
        [done!.result.citationId],
      ),
    ).toEqual([{ number: 2 }]);
    expect(await rows('SELECT count(*) AS n FROM source')).toEqual([{ n: 3 }]);
  });

  it('writes nothing as a preview, and shows the same', async () => {
    await imported();
    const claim = await claimOf('Nobody was hurt');
    const input = { claimId: id('Claim', claim.id), source: { title: 'A', url: 'https://coast.example/r' } };
    let shown: unknown[] = [];
    const { done } = await edits.preview(viewer, input, async (connection, { result }) => {
      shown = await connection.query('SELECT standing FROM claim WHERE id = $1', [result.claimId]);
    });
    expect(shown).toEqual([{ standing: 6 }]);
    expect(done!.effect.fixed.length).toBeGreaterThan(0);
    expect((await claimOf('Nobody was hurt')).standing).toBe(4);
    expect(await rows('SELECT count(*) AS n FROM event')).toEqual([{ n: 1 }]);
    expect(await rows("SELECT count(*) AS n FROM source WHERE url LIKE '%coast%'")).toEqual([{ n: 0 }]);
  });

  it('costs three round trips, however long the article', async () => {
    await imported();
    const claim = await claimOf('Nobody was hurt');
    const [source] = await rows<{ id: string }>('SELECT id FROM source LIMIT 1');
    const trips = await roundTrips(() =>
      edits.attach(viewer, { claimId: id('Claim', claim.id), sourceId: id('Source', source!.id) }),
    );
    // BEGIN and the lock; what it reads; what it writes, and COMMIT.
    expect(trips).toBe(3);
  });

  it.each([
    ['an id of another type', { claimId: id('Source', crypto.randomUUID()) }, 'INVALID_INPUT', ['claimId']],
    ['an unknown claim', { claimId: id('Claim', crypto.randomUUID()) }, 'NOT_FOUND', ['claimId']],
    ['no source', { source: null }, 'EMPTY', ['source']],
    ['an empty source', { source: {} }, 'EMPTY', ['source', 'title']],
    ['an address that is not of the web', { source: { url: 'ftp://a.example' } }, 'INVALID_INPUT', ['source', 'url']],
    ['two sources', { sourceId: id('Source', crypto.randomUUID()) }, 'INVALID_INPUT', ['source']],
    ['an unknown source', { source: null, sourceId: id('Source', crypto.randomUUID()) }, 'NOT_FOUND', ['sourceId']],
    ['a number that no reference has', { number: 44 }, 'NOT_FOUND', ['number']],
    ["another source's number", { number: 1 }, 'NOT_POSSIBLE', ['number']],
    ['the number 0', { number: 0 }, 'INVALID_INPUT', ['number']],
    ['a stale version', { expectedVersion: 9 }, 'CONFLICT', ['expectedVersion']],
    ['too long a quote', { quote: 'x'.repeat(10_001) }, 'INVALID_INPUT', ['quote']],
  ])('refuses %s, and leaves all as it is', async (_what, wrong, code, field) => {
    await imported();
    const claim = await claimOf('Nobody was hurt');
    const input = { claimId: id('Claim', claim.id), source: { title: 'A', url: 'https://coast.example/r' }, ...wrong };
    const { done, userErrors } = await edits.attach(viewer, input);
    expect(done).toBeNull();
    expect(userErrors).toMatchObject([{ code, field }]);
    expect(userErrors[0]!.message.length).toBeGreaterThan(20);
    expect(await rows('SELECT count(*) AS n FROM event')).toEqual([{ n: 1 }]);
    expect(await claimOf('Nobody was hurt')).toEqual(claim);
  });

  it('refuses a source that the claim cites already', async () => {
    await imported();
    const claim = await claimOf('owns the ferry');
    const { userErrors } = await edits.attach(viewer, {
      claimId: id('Claim', claim.id),
      source: { url: 'https://example.org/okoro' },
    });
    expect(userErrors).toMatchObject([{ code: 'NOT_POSSIBLE', message: expect.stringContaining('[2]') as string }]);
  });

  it('lets one of many with the same version win', async () => {
    const articleId = await imported();
    const claim = await claimOf('Nobody was hurt');
    const attempts = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        edits.attach(viewer, {
          claimId: id('Claim', claim.id),
          source: { title: 'A', url: `https://coast.example/${i}` },
          expectedVersion: claim.version,
        }),
      ),
    );
    expect(attempts.filter(({ done }) => done)).toHaveLength(1);
    expect(attempts.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(Array(7).fill('CONFLICT'));
    expect(await drift(articleId)).toEqual([]);
  });
});

describe('citations', () => {
  it('are reviewed, changed and detached, and their claims judged again each time', async () => {
    const articleId = await imported();
    const claim = await claimOf('owns the ferry');
    const [citation] = await rows<{ id: string }>('SELECT id FROM citation WHERE claim_id = $1', [claim.id]);
    const citationId = id('Citation', citation!.id);
    const standing = async (): Promise<number> => (await claimOf('owns the ferry')).standing;

    expect((await edits.review(viewer, { citationId, state: 'ACCEPTED', directness: 'DIRECT' })).userErrors).toEqual(
      [],
    );
    expect(await standing()).toBe(7);
    await edits.review(viewer, { citationId, state: 'REJECTED' });
    expect(await standing()).toBe(3);
    expect(await rows('SELECT rejected_count FROM reference WHERE number = 2')).toEqual([{ rejected_count: 1 }]);
    await edits.review(viewer, { citationId, state: 'ACCEPTED', stance: 'REFUTES', directness: 'DIRECT' });
    expect(await standing()).toBe(1);
    await edits.update(viewer, { citationId, stance: 'SUPPORTS', note: 'The register says so.' });
    expect(await standing()).toBe(4);
    expect(await rows('SELECT state, basis, note FROM citation WHERE id = $1', [citation!.id])).toEqual([
      { state: 1, basis: 1, note: 'The register says so.' },
    ]);
    expect((await edits.detach(viewer, { citationId, expectedVersion: 1 })).userErrors).toMatchObject([
      { code: 'CONFLICT' },
    ]);
    expect((await edits.detach(viewer, { citationId })).userErrors).toEqual([]);
    expect(await standing()).toBe(3);
    expect((await edits.detach(viewer, { citationId })).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await rows<{ kind: string }>('SELECT kind FROM event ORDER BY seq')).map(({ kind }) => kind)).toEqual([
      'article.imported',
      'citation.reviewed',
      'citation.reviewed',
      'citation.reviewed',
      'citation.updated',
      'citation.detached',
    ]);
    expect(await drift(articleId)).toEqual([]);
  });

  it('of a number are judged again when it is defined', async () => {
    const articleId = await imported();
    const outcome = await edits.define(viewer, {
      articleId: id('Article', articleId),
      number: 7,
      source: { title: 'Accounts', publisher: 'County', publishedAt: '2030' },
    });
    expect(outcome.userErrors).toEqual([]);
    expect([(await claimOf('Repairs cost')).standing, (await claimOf('dredged')).standing]).toEqual([6, 6]);
    expect(await drift(articleId)).toEqual([]);
  });
});

it('gives after random edits what judging everything gives', async () => {
  const articleId = await imported();
  const random = randomOf(20_311_125);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  let made = 0;
  for (let i = 0; i < 400; i++) {
    const claims = await rows<{ id: string }>('SELECT id FROM claim WHERE gone_in IS NULL');
    const citations = await rows<{ id: string }>('SELECT id FROM citation ORDER BY id');
    const citationId = citations.length > 0 ? id('Citation', pick(citations).id) : '';
    const stance = pick(['SUPPORTS', 'REFUTES', 'NEUTRAL'] as const);
    const { userErrors } = await pick([
      () =>
        edits.attach(viewer, {
          claimId: id('Claim', pick(claims).id),
          source: pick([
            { url: 'https://example.org/crossings' },
            { title: `Source ${i % 7}`, doi: `10.1000/${i % 7}` },
          ]),
          note: pick([null, 'The report confirms this.']),
          stance,
        }),
      () => edits.detach(viewer, { citationId }),
      () => edits.update(viewer, { citationId, stance, note: pick([null, 'A key point of the report.']) }),
      () => edits.review(viewer, { citationId, state: pick(['ACCEPTED', 'REJECTED', 'PROPOSED'] as const), stance }),
      () =>
        edits.define(viewer, { articleId: id('Article', articleId), number: 7, source: { doi: `10.1000/${i % 7}` } }),
    ])();
    if (userErrors.length === 0) made++;
    if (i % 20 === 19) expect(await drift(articleId)).toEqual([]);
  }
  expect(made).toBeGreaterThan(200);
});

/** How often the program waited for the database before it sent more. */
async function roundTrips(work: () => Promise<unknown>): Promise<number> {
  let trips = 0;
  let underWay = 0;
  const query = pg.Client.prototype.query as (...args: unknown[]) => void;
  const spy = jest.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
    this: pg.Client,
    ...args: unknown[]
  ) {
    // The program is told by a callback, the last of the arguments.
    const told = args.pop() as (...answer: unknown[]) => void;
    if (underWay++ === 0) trips++;
    query.call(this, ...args, (...answer: unknown[]) => {
      underWay--;
      told(...answer);
    });
  } as never);
  await work().finally(() => spy.mockRestore());
  return trips;
}
