import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import pg from 'pg';
import { ask } from '../../src/database/ask.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const MIB = 2 ** 20;

let db: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  db = await createTestDatabase({ poolSize: 1 });
  client = new pg.Client({ connectionString: db.appUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await db.drop();
});

it('gives rows, with parameters or as arrays', async () => {
  const { rows } = await ask(client, { text: 'SELECT $1::integer AS n', values: [7] });
  expect(rows).toEqual([{ n: 7 }]);
  expect((await ask(client, { text: 'SELECT 1, 2', rowMode: 'array' })).rows).toEqual([[1, 2]]);
});

it('gives a result for each statement of a text', async () => {
  const results = (await ask(client, 'SELECT 1 AS a; SELECT 2 AS b')) as unknown as pg.QueryResult[];
  expect(results.map(({ rows }) => rows as unknown)).toEqual([[{ a: 1 }], [{ b: 2 }]]);
});

it('is refused with the error of PostgreSQL, and the stack of who asked', async () => {
  async function whoAsks(): Promise<void> {
    await ask(client, 'SELECT 1 / 0');
  }
  const error = await whoAsks().catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: '22012', stack: expect.stringContaining('whoAsks') as string });
  expect((await ask(client, 'SELECT 1 AS n')).rows).toEqual([{ n: 1 }]);
});

it('leaves nothing in the old generation of what it read', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as (options: { type: 'minor' }) => void;
  const old = (): number =>
    getHeapSpaceStatistics().find(({ space_name }) => space_name === 'old_space')!.space_used_size;
  const growths: number[] = [];
  // What else is in this process grows old meanwhile, the first time.
  for (let round = 0; round < 3; round++) {
    const before = old();
    // Some 40 MiB of rows, and a collection of the young generation after every half of a MiB.
    for (let i = 0; i < 400; i++) {
      await ask(client, "SELECT repeat('x', 100) || g AS x FROM generate_series(1, 500) g");
      if (i % 5 === 0) collect({ type: 'minor' });
    }
    growths.push(old() - before);
  }
  expect(Math.min(...growths)).toBeLessThan(10 * MIB);
});
