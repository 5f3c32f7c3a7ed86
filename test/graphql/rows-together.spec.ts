import { ClaimLoader } from '../../src/claims/claim.loader.js';
import type { Position } from '../../src/database/replication/position.js';
import { ENTITIES } from '../../src/entities.js';
import { FindingLoader } from '../../src/findings/finding.loader.js';
import { NodeRegistry } from '../../src/graphql/node-registry.js';
import { contextFor, type RequestContext } from '../../src/graphql/request-context.js';
import type { ReadingPool } from '../../src/importing/reading-pool.js';
import { Jobs } from '../../src/jobs/jobs.js';
import { importerOf } from '../support/importer.js';
import { sourceReadingPool } from '../support/reading-pool.js';
import { createTestDatabase, type TestDatabase, type TestViewer } from '../support/test-database.js';
import { FERRY } from '../editing/support/newsroom.js';

let db: TestDatabase;
let pool: ReadingPool;
let claims: ClaimLoader;
let findings: FindingLoader;

beforeAll(async () => {
  db = await createTestDatabase({ entities: ENTITIES });
  pool = sourceReadingPool();
  [claims, findings] = [
    new ClaimLoader(db.database, new NodeRegistry()),
    new FindingLoader(db.database, new NodeRegistry()),
  ];
});
afterAll(async () => {
  await pool.onApplicationShutdown();
  await db.drop();
});

const request = (viewer: TestViewer): RequestContext => contextFor('http://localhost', viewer);

/** A workspace with an article, and ids of what is in it. */
async function desk() {
  const viewer = await db.workspace();
  const importer = importerOf(db.database, pool, new Jobs(db.database, { jobs: 'off' }));
  await importer.run(viewer, { slug: 'ferry', content: FERRY, format: 'TEXT' });
  const ids = async (table: string): Promise<string[]> =>
    (
      await db.owner<{ id: string }>(`SELECT id FROM ${table} WHERE workspace_id = $1 ORDER BY id`, [
        viewer.workspaceId,
      ])
    ).map(({ id }) => id);
  return { viewer, claims: await ids('claim'), citations: await ids('citation'), findings: await ids('finding') };
}

/** What is asked of the database meanwhile. */
async function statementsOf<T>(work: () => Promise<T>): Promise<{ answer: T; statements: string[] }> {
  const statements: string[] = [];
  const end = db.database.onStatement((sql) => statements.push(sql));
  const answer = await work();
  end();
  return { answer, statements };
}

it('what several requests ask for at one time is read once for all of them', async () => {
  const { viewer, claims: ids, citations, findings: found } = await desk();
  const { answer, statements } = await statementsOf(() =>
    Promise.all(
      ids.slice(0, 4).map((uuid, i) => {
        const context = request(viewer);
        return Promise.all([
          claims.byId(context, uuid),
          // Two of them ask for the same.
          claims.byId(context, ids[0]!),
          claims.citationById(context, citations[i]!),
          findings.byId(context, found[i]!),
        ]);
      }),
    ),
  );
  expect(statements).toHaveLength(3);
  expect(answer.map((each) => each.map((object) => object?.uuid))).toEqual(
    ids.slice(0, 4).map((uuid, i) => [uuid, ids[0], citations[i], found[i]]),
  );
  // Each request has objects of its own.
  expect(answer[1]![1]).toEqual(answer[2]![1]);
  expect(answer[1]![1]).not.toBe(answer[2]![1]);
});

it('nobody is shown what another workspace has, whoever asks at the same time', async () => {
  const [one, two] = [await desk(), await desk()];
  const answers = await Promise.all([
    claims.byId(request(one.viewer), one.claims[0]!),
    claims.byId(request(one.viewer), two.claims[0]!),
    claims.byId(request(two.viewer), two.claims[0]!),
    claims.byId(request(two.viewer), one.claims[0]!),
  ]);
  expect(answers.map((each) => each?.uuid ?? null)).toEqual([one.claims[0], null, two.claims[0], null]);
});

it('what is asked for later is read anew', async () => {
  const { viewer, claims: ids } = await desk();
  const before = await claims.byId(request(viewer), ids[0]!);
  await db.owner('UPDATE claim SET version = version + 1 WHERE workspace_id = $1 AND id = $2', [
    viewer.workspaceId,
    ids[0],
  ]);
  const after = await claims.byId(request(viewer), ids[0]!);
  expect(after!.version).toBe(before!.version + 1);
});

it('each is told how far the log was, and each is told when reading fails', async () => {
  const { viewer, claims: ids } = await desk();
  const told: Position[][] = [[], []];
  const watching = told.map((own) => ({ ...viewer, seen: (position: Position) => void own.push(position) }));
  await Promise.all(watching.map((each, i) => claims.byId(request(each), ids[i]!)));
  expect(told.map((own) => own.length)).toEqual([1, 1]);

  const failed = await Promise.allSettled([
    claims.byId(request(viewer), 'no UUID'),
    claims.byId(request(viewer), ids[0]!),
  ]);
  expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  // Nothing is left of it.
  expect((await claims.byId(request(viewer), ids[0]!))?.uuid).toBe(ids[0]);
});

it('what belongs to a transaction is read in it', async () => {
  const { viewer, claims: ids } = await desk();
  const version = await db.database.together(viewer, async (within, connection) => {
    await connection.query('UPDATE claim SET version = 70 WHERE workspace_id = $1 AND id = $2', [
      viewer.workspaceId,
      ids[0],
    ]);
    const [inside, outside] = await Promise.all([
      claims.byId(request(within), ids[0]!),
      claims.byId(request(viewer), ids[0]!),
    ]);
    return [inside!.version, outside!.version];
  });
  expect(version[0]).toBe(70);
  expect(version[1]).toBeLessThan(70);
});
