import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import pg from 'pg';
import { ask, askForRows } from '../../src/database/ask.js';
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

describe('row by row', () => {
  const statement = (text: string, values: unknown[] = []) => ({ text, values, rowMode: 'array' }) as const;

  it('gives each out, in order, prepared too', async () => {
    const rows: unknown[][] = [];
    await askForRows(client, statement('SELECT g, $1::text FROM generate_series(1, 3) g', ['x']), (row) =>
      rows.push(row),
    );
    expect(rows).toEqual([1, 2, 3].map((n) => [n, 'x']));
    for (let i = 0; i < 2; i++) {
      await askForRows(client, { ...statement('SELECT 7'), name: 'seven' }, (row) => rows.push(row));
    }
    expect(rows.slice(3)).toEqual([[7], [7]]);
  });

  it('is refused with the error of PostgreSQL, after rows too, and the stack of who asked', async () => {
    let given = 0;
    async function whoAsks(): Promise<void> {
      await askForRows(client, statement('SELECT 1 / (3 - g) FROM generate_series(1, 5) g'), () => given++);
    }
    const error = await whoAsks().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: '22012', stack: expect.stringContaining('whoAsks') as string });
    expect(given).toBe(2);
    expect((await ask(client, 'SELECT 1 AS n')).rows).toEqual([{ n: 1 }]);
  });

  it('throws what the taker throws, be it nothing', async () => {
    for (const thrown of [new RangeError('no code of ours'), undefined]) {
      let given = 0;
      const asked = askForRows(client, statement('SELECT generate_series(1, 5)'), () => {
        given++;
        throw thrown;
      });
      await expect(asked).rejects.toBe(thrown);
      expect(given).toBe(1);
    }
    expect((await ask(client, 'SELECT 1 AS n')).rows).toEqual([{ n: 1 }]);
  });
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
