import pg from 'pg';
import type { Jobs } from '../../src/jobs/jobs.js';
import { LargeWorkspaces } from '../../src/jobs/large-workspaces.js';
import { createTestDatabase, onOneServer, type TestDatabase } from '../support/test-database.js';

let db: TestDatabase;
let upkeep: LargeWorkspaces;

beforeEach(async () => {
  db = await createTestDatabase();
  // Rounds are begun by hand.
  upkeep = new LargeWorkspaces(db.database, {} as Jobs);
  await db.admin('SET session_replication_role = replica');
});
afterEach(() => db.drop());

/** Gives new workspaces claims and sources, as many of both to each. Only their workspaces are counted: articles are left out. */
async function fill(workspaces: number, each: number): Promise<void> {
  const rows = await db.owner<{ id: string }>(
    `INSERT INTO workspace (id, name) SELECT gen_random_uuid(), 'A desk' FROM generate_series(1, $1::integer) RETURNING id`,
    [workspaces],
  );
  const all = 'unnest($1::uuid[]) w, generate_series(1, $2::integer) n';
  const params = [rows.map(({ id }) => id), each];
  await db.admin(
    `INSERT INTO source (workspace_id, id, key, csl) SELECT w, gen_random_uuid(), 'url:' || n, '{}' FROM ${all}`,
    params,
  );
  await db.admin(
    `INSERT INTO claim (workspace_id, id, article_id, ordinal, text_revision, block, checkable, block_index, priority, standing,
       rank, judged_at, changed_at)
     SELECT w, gen_random_uuid(), w, n, 1, 2, true, 1, 2, 3, 2200, now(), now() FROM ${all}`,
    params,
  );
}

/** What the server does once PostgreSQL has counted. @returns in how many rounds something was changed */
async function keepUp(): Promise<number> {
  await db.owner('ANALYZE');
  for (let rounds = 0; ; rounds++) if ((await upkeep.round()) === 'later') return rounds;
}

/** Sources that are expected of a workspace by a plan for any. */
async function expected(): Promise<number> {
  const client = new pg.Client({ connectionString: db.ownerUrl });
  await client.connect();
  try {
    await client.query('SET plan_cache_mode = force_generic_plan');
    await client.query('PREPARE of_one (uuid) AS SELECT id FROM source WHERE workspace_id = $1');
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>(
      `EXPLAIN (FORMAT JSON) EXECUTE of_one('00000000-0000-0000-0000-000000000000')`,
    );
    return rows[0]!['QUERY PLAN'][0].Plan['Plan Rows'];
  } finally {
    await client.end();
  }
}

onOneServer('what is planned for any workspace is planned for a large one, where most claims are in one', async () => {
  await fill(2_000, 4);
  await fill(1, 6_000);
  await db.owner('ANALYZE');
  expect(await expected()).toBeLessThan(30);
  expect(await keepUp()).toBe(2);
  const inMiddle = 14_000 * (6_000 / 14_000) ** 2;
  expect(await expected()).toBeGreaterThan(inMiddle * 0.8);
  expect(await expected()).toBeLessThan(6_000);
  expect(await keepUp()).toBe(0);
});

onOneServer('it is left to PostgreSQL where workspaces are of one size, from the start or again', async () => {
  await fill(2_000, 6);
  expect(await keepUp()).toBe(0);
  expect(await expected()).toBeLessThan(30);

  await fill(1, 12_000);
  expect(await keepUp()).toBe(2);
  expect(await expected()).toBeGreaterThan(3_000);

  const large = '(SELECT workspace_id FROM source GROUP BY 1 HAVING count(*) > 6)';
  for (const table of ['claim', 'source']) await db.admin(`DELETE FROM ${table} WHERE workspace_id IN ${large}`);
  expect(await keepUp()).toBe(2);
  expect(await expected()).toBeLessThan(30);
});

onOneServer('tables that are small, or of which each workspace has as much, are left as they are', async () => {
  await fill(2_000, 4);
  await fill(1, 6_000);
  await db.owner(
    `INSERT INTO member (workspace_id, id, name, role) SELECT w.id, gen_random_uuid(), 'A', 1 FROM workspace w, generate_series(1, 6)`,
  );
  await keepUp();
  const rows = await db.owner<{ name: string }>(
    `SELECT attrelid::regclass::text AS name FROM pg_attribute WHERE attname = 'workspace_id' AND attoptions IS NOT NULL ORDER BY 1`,
  );
  expect(rows.map(({ name }) => name).filter((name) => name !== 'member')).toEqual(['claim', 'source']);
  const [member] = await db.owner<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>(
    `EXPLAIN (FORMAT JSON) SELECT FROM member WHERE workspace_id = '00000000-0000-0000-0000-000000000000'`,
  );
  expect(member!['QUERY PLAN'][0].Plan['Plan Rows']).toBeLessThan(60);
});
