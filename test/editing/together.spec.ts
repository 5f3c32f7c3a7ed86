import { jest } from '@jest/globals';
import { Database } from '../../src/database/database.js';
import type { Position } from '../../src/database/replication/position.js';
import type { Changed, Plan } from '../../src/editing/change-article.js';
import { changeTogether } from '../../src/editing/change-together.js';
import { CitationEdits, type CitationChanged } from '../../src/editing/citation.edits.js';
import { Editing, type Outcome } from '../../src/editing/editing.js';
import { holdArticle } from '../../src/editing/load-article.js';
import { recountArticle } from '../../src/editing/recount.js';
import { ENTITIES } from '../../src/entities.js';
import type { UserErrorData } from '../../src/graphql/user-error.js';
import type { ImportArticle } from '../../src/importing/import-article.js';
import type { ReadingPool } from '../../src/importing/reading-pool.js';
import { Jobs } from '../../src/jobs/jobs.js';
import { importerOf } from '../support/importer.js';
import { randomOf } from '../support/random.js';
import { sourceReadingPool } from '../support/reading-pool.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { until } from '../support/until.js';
import { storedOf } from './support/article-rows.js';
import { FERRY, id } from './support/newsroom.js';

jest.setTimeout(180_000);

let db: TestDatabase;
let pool: ReadingPool;
let importer: ImportArticle;
/** Another process: its own connections, its own lanes, and less patience. */
let other: Database;
const IMPATIENCE_MS = 2_000;

beforeAll(async () => {
  db = await createTestDatabase({ entities: ENTITIES, poolSize: 10, statementTimeoutMs: 60_000 });
  other = await Database.connect({
    url: db.appUrl,
    entities: ENTITIES,
    poolSize: 10,
    statementTimeoutMs: IMPATIENCE_MS,
  });
  pool = sourceReadingPool();
  importer = importerOf(db.database, pool, new Jobs(db.database, { jobs: 'off' }));
});
afterAll(async () => {
  await pool.onApplicationShutdown();
  await other.close();
  await db.drop();
});

/** Why a change was refused: the code and the field; null: it was made. */
const saidOf = ([error]: readonly UserErrorData[]) => (error ? [error.code, error.field] : null);

type Made = Outcome<Changed<CitationChanged>>;

/** An article in a workspace of its own, with sources that it does not cite. */
async function newsroom(sources = 6) {
  const viewer = await db.workspace();
  const { articleId } = await importer.run(viewer, { slug: 'ferry', content: FERRY, format: 'TEXT' });
  const rows = <R>(sql: string, params: unknown[] = []): Promise<R[]> =>
    db.database.readWorkspace(viewer, (c) => c.query<R>(sql, params));
  for (let i = 0; i < sources; i++) {
    const key = `url:spare.example/${i}`;
    const csl = { title: `Spare ${i}`, URL: `https://spare.example/${i}` };
    await db.owner(
      `INSERT INTO source (workspace_id, id, key, title, title_start, url, csl) VALUES ($1, gen_random_uuid(), $2, $3, $3, $4, $5)`,
      [viewer.workspaceId, key, csl.title, csl.URL, csl],
    );
  }
  const claims = await rows<{ id: string; version: number }>(
    'SELECT id, version FROM claim WHERE checkable ORDER BY ordinal',
  );
  const citations = await rows<{ id: string }>(
    `SELECT z.id FROM citation z JOIN claim c ON c.workspace_id = z.workspace_id AND c.id = z.claim_id
     ORDER BY c.ordinal, z.ordinal`,
  );
  const spare = await rows<{ id: string }>("SELECT id FROM source WHERE key LIKE 'url:spare%' ORDER BY key");
  return { viewer, articleId: articleId!, rows, claims, citations, spare };
}
type Room = Awaited<ReturnType<typeof newsroom>>;

const editsOn = (database: Database): CitationEdits => new CitationEdits(new Editing(database));

const drift = ({ viewer, articleId }: Room) =>
  db.database.withWorkspace(viewer, (connection) => recountArticle(connection, viewer, articleId, new Date(), false));

/** Has somebody hold the article while changes are asked for, until all of them were found to wait. */
async function meanwhileHeld<T>({ viewer, articleId }: Room, count: number, ask: () => Promise<T>[]): Promise<T[]> {
  const release = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  const holding = db.database.withWorkspace(viewer, async (connection) => {
    await holdArticle(connection, viewer.workspaceId, { article: articleId });
    held.resolve();
    await release.promise;
  });
  await held.promise;
  let tried = 0;
  const end = db.database.onStatement((sql) => (tried += Number(sql.includes('SKIP LOCKED'))));
  const asked = ask();
  await until('all have tried', () => Promise.resolve(tried >= count));
  end();
  release.resolve();
  await holding;
  return await Promise.all(asked);
}

/** Changes of all kinds that can be made together, some of them refused; the same for rooms that are alike. */
function changesOf({ viewer, claims, citations, spare }: Room, seed: number, edits: CitationEdits): Promise<unknown>[] {
  const random = randomOf(seed);
  const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
  return Array.from({ length: 24 }, () => {
    const citationId = id('Citation', one(citations).id);
    const claim = one(claims);
    const sourceId = id('Source', one(spare).id);
    switch (Math.floor(random() * 6)) {
      case 0:
        return edits.detach(viewer, { citationId });
      case 1:
        return edits.update(viewer, { citationId, stance: one(['SUPPORTS', 'REFUTES'] as const), note: 'Seen.' });
      case 2:
        return edits.review(viewer, { citationId, state: one(['ACCEPTED', 'REJECTED', 'PROPOSED'] as const) });
      case 3:
        return edits.propose(viewer, { claimId: id('Claim', claim.id), sourceId });
      default: {
        const expectedVersion = random() < 0.3 ? claim.version : null;
        return edits.attach(viewer, { claimId: id('Claim', claim.id), sourceId, expectedVersion });
      }
    }
  });
}

it.each([1, 2, 3, 4, 5, 6])('changes made together leave what they leave one after the other (%i)', async (seed) => {
  const [apart, joint] = [await newsroom(), await newsroom()];
  expect(await storedOf(db, joint.viewer, joint.articleId)).toEqual(await storedOf(db, apart.viewer, apart.articleId));

  const plansOf = (room: Room): Plan<CitationChanged, unknown>[] => {
    const plans: Plan<CitationChanged, unknown>[] = [];
    const collect = { make: (_viewer: unknown, _action: unknown, plan: () => never) => plans.push(plan()) };
    changesOf(room, seed, new CitationEdits(collect as unknown as Editing));
    return plans;
  };
  const refused: unknown[] = [];
  for (const { together, ...plan } of plansOf(apart)) {
    // By itself: as what cannot be made together is.
    const editing = new Editing(db.database);
    const { userErrors } = await editing.make(apart.viewer, 'attachSource', () => plan);
    refused.push(saidOf(userErrors));
    expect(together).toBeDefined();
  }
  const { viewer } = joint;
  const outcomes = await db.database.withWorkspace(viewer, async (connection) => {
    const article = await holdArticle(connection, viewer.workspaceId, { article: joint.articleId });
    const changes = plansOf(joint).map((plan) => ({ actor: viewer, plan, together: plan.together! }));
    const made = await changeTogether(connection, viewer.workspaceId, article, changes);
    await made.write();
    return made.outcomes;
  });

  expect(outcomes.map((each) => saidOf('fault' in each ? each.fault.userErrors : []))).toEqual(refused);
  expect(new Set(refused.map((each) => each === null)).size).toBe(2);
  expect(await storedOf(db, joint.viewer, joint.articleId)).toEqual(await storedOf(db, apart.viewer, apart.articleId));
  expect(await drift(joint)).toEqual([]);
});

it('sixteen writers in two processes lose and double nothing of one article', async () => {
  const room = await newsroom(8);
  const { viewer, claims, spare, rows, articleId } = room;
  let transactions = 0;
  // The totals are written once in each.
  const ends = [db.database, other].map((database) =>
    database.onStatement((sql) => (transactions += Number(/INSERT INTO "?article_tally/.test(sql)))),
  );
  const before = await storedOf(db, viewer, articleId);
  const pairs = spare.flatMap((source) => claims.map((claim) => ({ claim, source })));
  const processes = [editsOn(db.database), editsOn(other)];
  const outcomes: Made[] = [];
  await Promise.all(
    Array.from({ length: 16 }, async (_each, writer) => {
      for (let i = writer; i < pairs.length; i += 16) {
        const { claim, source } = pairs[i]!;
        const input = { claimId: id('Claim', claim.id), sourceId: id('Source', source.id) };
        outcomes.push(await processes[writer % 2]!.attach(viewer, input));
      }
    }),
  );
  for (const end of ends) end();
  expect(outcomes.flatMap(({ userErrors }) => userErrors)).toEqual([]);
  expect(transactions).toBeGreaterThan(0);
  expect(transactions).toBeLessThan(pairs.length);

  const events = await rows<{ seq: number; after: Record<string, unknown> }>(
    "SELECT seq, after FROM event WHERE article_id = $1 AND kind = 'citation.attached' ORDER BY seq",
    [articleId],
  );
  expect(events.map(({ seq }) => seq)).toEqual(pairs.map((_pair, i) => i + 2));
  // Each was told what its own event says.
  const told = new Map(outcomes.map(({ done }) => [done!.result.citationId, done!.effect]));
  for (const { after } of events) expect(after).toMatchObject({ ...told.get(after.citationId as string) });
  // What was not there before an event was not there up to it; and a claim stood as the event says that it did.
  const past = await rows<{ id: string; until: number; standing: number | null }>(
    "SELECT row_id AS id, until_seq AS until, (state ->> 'standing')::integer AS standing FROM past_row WHERE article_id = $1",
    [articleId],
  );
  const kept = new Set(past.map((each) => `${each.id} ${each.until}`));
  for (const { seq, after } of events) {
    const moved = (after.standings as { claimId: string }[]).map(({ claimId }) => claimId);
    const changed = [after.citationId as string, ...moved, ...(after.opened as string[]), ...(after.fixed as string[])];
    expect(changed.filter((each) => !kept.has(`${each} ${seq - 1}`))).toEqual([]);
  }
  const flow = (stored: Record<string, unknown>): Record<string, number> =>
    Object.fromEntries(
      Object.entries((stored.flow as Record<string, string>[])[0]!).map(([name, value]) => [name, Number(value)]),
    );
  const came = (what: 'opened' | 'fixed'): number =>
    events.reduce((sum, { after }) => sum + (after[what] as string[]).length, 0);
  const [from, to] = [flow(before), flow(await storedOf(db, viewer, articleId))];
  expect(to).toEqual({ opened: from.opened! + came('opened'), fixed: from.fixed! + came('fixed') });
  expect(await drift(room)).toEqual([]);
});

it('of those who name one version of a claim, one is first; each is told its own error', async () => {
  const room = await newsroom();
  const { viewer, claims, spare } = room;
  const edits = editsOn(db.database);
  const uncited = (
    await room.rows<{ id: string; version: number }>(
      'SELECT id, version FROM claim c WHERE checkable AND NOT EXISTS (SELECT FROM citation z WHERE z.workspace_id = c.workspace_id AND z.claim_id = c.id) LIMIT 1',
    )
  )[0]!;
  const claimId = id('Claim', uncited.id);
  const outcomes = await meanwhileHeld(room, 6, () => [
    ...spare
      .slice(0, 3)
      .map((source) =>
        edits.attach(viewer, { claimId, sourceId: id('Source', source.id), expectedVersion: uncited.version }),
      ),
    edits.attach(viewer, { claimId, sourceId: id('Source', crypto.randomUUID()) }),
    edits.attach(viewer, { claimId: id('Claim', claims.at(-1)!.id), sourceId: id('Source', spare[0]!.id) }),
    edits.attach(viewer, { claimId: id('Claim', claims.at(-2)!.id), sourceId: id('Source', spare[0]!.id) }),
  ]);
  const codes = outcomes.map(({ userErrors }) => userErrors[0]?.code ?? 'done');
  expect(codes.slice(0, 3).sort()).toEqual(['CONFLICT', 'CONFLICT', 'done']);
  expect(codes.slice(3)).toEqual(['NOT_FOUND', 'done', 'done']);
  expect(await drift(room)).toEqual([]);
});

it('whose article was found busy gets in line without trying, and is made when nobody else waits', async () => {
  const room = await newsroom();
  const { viewer, claims, spare } = room;
  const edits = editsOn(db.database);
  const attach = (claim: { id: string }, source: { id: string }): Promise<Made> =>
    edits.attach(viewer, { claimId: id('Claim', claim.id), sourceId: id('Source', source.id) });
  const found = await meanwhileHeld(room, 2, () => claims.slice(0, 2).map((claim) => attach(claim, spare[0]!)));
  let tried = 0;
  const end = db.database.onStatement((sql) => (tried += Number(sql.includes('SKIP LOCKED'))));
  // Claims that were never asked for before.
  const outcomes = await Promise.all(claims.slice(2).map((claim) => attach(claim, spare[1]!)));
  const alone = await attach(claims[0]!, spare[2]!);
  end();
  expect([...found, ...outcomes, alone].flatMap(({ userErrors }) => userErrors)).toEqual([]);
  expect(tried).toBe(0);
  expect(await room.rows('SELECT event_seq AS seq FROM article')).toEqual([{ seq: claims.length + 2 }]);
  expect(await drift(room)).toEqual([]);
});

it('of an article that is gone, who has waited for it is told', async () => {
  const room = await newsroom();
  const { viewer, claims, spare, articleId } = room;
  const edits = editsOn(db.database);
  const attach = (claim: { id: string }): Promise<Made> =>
    edits.attach(viewer, { claimId: id('Claim', claim.id), sourceId: id('Source', spare[0]!.id) });
  await meanwhileHeld(room, 2, () => claims.slice(0, 2).map(attach));
  await db.owner('DELETE FROM citation WHERE workspace_id = $1 AND article_id = $2', [viewer.workspaceId, articleId]);
  await db.owner('DELETE FROM article WHERE workspace_id = $1 AND id = $2', [viewer.workspaceId, articleId]);
  const outcomes = await Promise.all(claims.slice(2, 4).map(attach));
  expect(outcomes.map(({ userErrors }) => saidOf(userErrors))).toEqual([
    ['NOT_FOUND', ['claimId']],
    ['NOT_FOUND', ['claimId']],
  ]);
});

it('one that the database refuses fails alone', async () => {
  const room = await newsroom();
  const { viewer, claims, spare } = room;
  const refused = claims[2]!.id;
  await db.owner(
    `CREATE FUNCTION refuse_one() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
       IF NEW.claim_id = '${refused}' THEN RAISE EXCEPTION 'deadlock detected' USING ERRCODE = '40P01'; END IF;
       RETURN NEW; END $$`,
  );
  await db.owner('CREATE TRIGGER refuse_one BEFORE INSERT ON citation FOR EACH ROW EXECUTE FUNCTION refuse_one()');
  const edits = editsOn(db.database);
  const outcomes = await meanwhileHeld(room, 5, () =>
    claims
      .slice(0, 5)
      .map(({ id: claim }) =>
        edits.attach(viewer, { claimId: id('Claim', claim), sourceId: id('Source', spare[0]!.id) }),
      ),
  ).finally(() => db.owner('DROP TRIGGER refuse_one ON citation'));
  expect(outcomes.map(({ userErrors }) => userErrors[0]?.code ?? 'done')).toEqual([
    'done',
    'done',
    'CONFLICT',
    'done',
    'done',
  ]);
  expect(await room.rows('SELECT event_seq AS seq FROM article')).toEqual([{ seq: 5 }]);
  expect(await drift(room)).toEqual([]);
});

it('who waits too long for an article is told, and the next one is served', async () => {
  const room = await newsroom();
  const { viewer, claims, spare, articleId } = room;
  const edits = editsOn(other);
  const input = { claimId: id('Claim', claims[0]!.id), sourceId: id('Source', spare[0]!.id) };
  const late = await db.database.withWorkspace(viewer, async (connection) => {
    await holdArticle(connection, viewer.workspaceId, { article: articleId });
    return await Promise.all([edits.attach(viewer, input), edits.attach(viewer, input)]);
  });
  expect(late.map(({ userErrors }) => userErrors[0]?.code)).toEqual(['TIMEOUT', 'TIMEOUT']);
  expect((await edits.attach(viewer, input)).userErrors).toEqual([]);
});

it('tells each how far the log was when its change was stored', async () => {
  const room = await newsroom();
  const { viewer, claims, spare } = room;
  const seen: Position[] = [];
  const watching = { ...viewer, seen: (position: Position) => void seen.push(position) };
  const edits = editsOn(db.database);
  const outcomes = await meanwhileHeld(room, 3, () =>
    claims
      .slice(0, 3)
      .map((claim) => edits.attach(watching, { claimId: id('Claim', claim.id), sourceId: id('Source', spare[0]!.id) })),
  );
  expect(outcomes.flatMap(({ userErrors }) => userErrors)).toEqual([]);
  expect(seen).toHaveLength(3);
});
