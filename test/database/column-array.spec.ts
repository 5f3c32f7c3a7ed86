import { ColumnArray } from '../../src/database/column-array.js';
import { pipelined } from '../../src/database/pipelined.js';
import { UniqueViolationError } from '../../src/database/errors.js';
import { ENTITIES } from '../../src/entities.js';
import { createTestDatabase, type TestDatabase, type TestViewer } from '../support/test-database.js';

let db: TestDatabase;
let mine: TestViewer;

beforeAll(async () => {
  db = await createTestDatabase({ entities: ENTITIES, poolSize: 1 });
  mine = await db.workspace('Mine');
});
afterAll(() => db.drop());

/** The values as PostgreSQL got them, in its own words. */
async function got(type: string, values: readonly unknown[]): Promise<(string | null)[]> {
  const rows = await db.database.readWorkspace(mine, (connection) =>
    connection.query<{ v: string | null }>(
      `SELECT v::text FROM unnest($1::${type}[]) WITH ORDINALITY AS u (v, n) ORDER BY n`,
      [new ColumnArray(type, values)],
    ),
  );
  return rows.map(({ v }) => v);
}

const UUID = '018f3e2a-0000-7abc-8def-0123456789ab';

describe('values that are sent as an array', () => {
  it.each<[string, readonly unknown[], readonly (string | null)[]]>([
    ['boolean', [true, false, null], ['true', 'false', null]],
    ['smallint', [0, -32_768, 32_767, null], ['0', '-32768', '32767', null]],
    ['integer', [0, -2_147_483_648, 2_147_483_647, undefined], ['0', '-2147483648', '2147483647', null]],
    ['bigint', [0, -1, Number.MAX_SAFE_INTEGER], ['0', '-1', '9007199254740991']],
    ['real', [0.5, -1e20, NaN], ['0.5', '-1e+20', 'NaN']],
    ['double precision', [0.1, Number.MIN_VALUE, -Infinity], ['0.1', '5e-324', '-Infinity']],
    ['text', ['', 'NULL', '{"a",\\b}', 'Größe 🚋', null], ['', 'NULL', '{"a",\\b}', 'Größe 🚋', null]],
    ['text', ['half \ud83d of a pair'], ['half \ufffd of a pair']],
    ['uuid', [UUID, UUID.toUpperCase(), UUID.replaceAll('-', '')], [UUID, UUID, UUID]],
    ['jsonb', ['{"a": ["ü", null]}', 'null', null], ['{"a": ["ü", null]}', 'null', null]],
    ['json', ['{"a":1}'], ['{"a":1}']],
    ['bytea', [Buffer.from([0, 255, 92]), Buffer.alloc(0)], ['\\x00ff5c', '\\x']],
  ])('%s: %j', async (type, values, expected) => {
    expect(await got(type, values)).toEqual(expected);
  });

  it('are times to the millisecond, also before 1970 and far from now', async () => {
    const times = [
      '1969-12-31T23:59:59.999Z',
      '2000-01-01T00:00:00.000Z',
      '9999-12-31T23:59:59.123Z',
      '-000043-03-15T12:00:00.000Z',
    ];
    const rows = await db.database.readWorkspace(mine, (connection) =>
      connection.query<{ ms: string }>(
        'SELECT extract(epoch FROM v) * 1000 AS ms FROM unnest($1::timestamptz[]) AS v',
        [
          new ColumnArray(
            'timestamptz',
            times.map((time) => new Date(time)),
          ),
        ],
      ),
    );
    expect(rows.map(({ ms }) => Number(ms))).toEqual(times.map((time) => Date.parse(time)));
  });

  it('are many', async () => {
    const values = Array.from({ length: 5_000 }, (_, i) => `${i} \u00e4`.repeat(i % 7));
    expect(await got('text', values)).toEqual(values);
  });

  it.each<[string, unknown, string]>([
    ['integer', 1.5, '1.5 is no whole number'],
    ['integer', 2 ** 31, 'out of range'],
    ['smallint', 40_000, 'out of range'],
    ['uuid', 'no-uuid', '“no-uuid” is no UUID'],
    ['uuid', `${UUID}0`, 'is no UUID'],
    ['uuid', UUID.slice(1), 'is no UUID'],
    ['uuid', UUID.replace('8', 'ü'), 'is no UUID'],
    ['timestamptz', new Date('no date'), 'a date that is none'],
    ['point', '(1,2)', 'values of type point cannot be sent'],
  ])('are refused where they are none: %s %p', (type, value, message) => {
    expect(() => new ColumnArray(type, [value]).encoded()).toThrow(message);
  });

  it('can be of every type that a table has', () => {
    const types = db.database.dataSource.entityMetadatas
      .flatMap(({ columns }) => columns)
      .filter(({ isArray }) => !isArray)
      .map(({ type }) => String(type));
    expect(types.length).toBeGreaterThan(300);
    for (const type of new Set(types)) expect(() => new ColumnArray(type, [null]).encoded()).not.toThrow();
  });
});

describe('pipelined writes', () => {
  const insert = (kind: string, id: string): [string, unknown[]] => [
    'INSERT INTO job (workspace_id, id, kind, state) VALUES ($1, $2, $3, 1)',
    [mine.workspaceId, id, kind],
  ];
  const idOf = (n: number): string => `018f3e2a-0000-7abc-8def-${String(n).padStart(12, '0')}`;
  const kinds = (): Promise<{ kind: string }[]> => db.owner('SELECT kind FROM job ORDER BY id');

  afterEach(() => db.owner('DELETE FROM job'));

  it('are all there, in their order, before what is read between them and after them', async () => {
    const seen = await db.database.withWorkspace(mine, async (connection) => {
      const between = await pipelined(connection, async (writing) => {
        for (let i = 0; i < 9; i++) await writing.write(...insert(`job ${i}`, idOf(i)));
        const rows = await writing.query<{ n: number }>('SELECT count(*)::integer AS n FROM job');
        for (let i = 9; i < 12; i++) await writing.write(...insert(`job ${i}`, idOf(i)));
        return rows[0]!.n;
      });
      const [after] = await connection.query<{ n: number }>('SELECT count(*)::integer AS n FROM job');
      return [between, after!.n];
    });
    expect(seen).toEqual([9, 12]);
    expect(await kinds()).toEqual(Array.from({ length: 12 }, (_, i) => ({ kind: `job ${i}` })));
  });

  it.each([0, 3, 7])('store nothing when one fails, number %d, and tell why that one did', async (bad) => {
    const writing = db.database.withWorkspace(mine, (connection) =>
      pipelined(connection, async (ahead) => {
        for (let i = 0; i < 8; i++) {
          await ahead.write(...insert(`job ${i}`, idOf(i)));
          if (i === bad) await ahead.write(...insert('again', idOf(i)));
        }
      }),
    );
    await expect(writing).rejects.toThrow(UniqueViolationError);
    expect(await kinds()).toEqual([]);
    // The connection is of use again.
    await db.database.withWorkspace(mine, (connection) => connection.write(...insert('next', idOf(1))));
    expect(await kinds()).toEqual([{ kind: 'next' }]);
  });

  it('store nothing when a value cannot be sent, and the statement is of use again', async () => {
    const ids = `INSERT INTO job (workspace_id, id, kind, state)
      SELECT $1::uuid, u.id, 'of an array', 1 FROM unnest($2::uuid[]) AS u (id) RETURNING 1`;
    const params = (id: string): unknown[] => [mine.workspaceId, new ColumnArray('uuid', [id])];
    const writing = db.database.withWorkspace(mine, (connection) =>
      pipelined(connection, async (ahead) => {
        await ahead.write(...insert('first', idOf(1)));
        await ahead.write(ids, params('no UUID'));
      }),
    );
    await expect(writing).rejects.toThrow('“no UUID” is no UUID');
    expect(await kinds()).toEqual([]);
    await db.database.withWorkspace(mine, (connection) => connection.write(ids, params(idOf(1))));
    expect(await kinds()).toEqual([{ kind: 'of an array' }]);
  });

  it('store nothing when a value cannot be sent, also where COMMIT would have followed at once', async () => {
    const ids = `INSERT INTO job (workspace_id, id, kind, state)
      SELECT $1::uuid, u.id, 'of an array', 1 FROM unnest($2::uuid[]) AS u (id) RETURNING 1`;
    const writing = db.database.withWorkspace(mine, async (connection, sent) => {
      const written = [
        connection.write(...insert('first', idOf(1))),
        connection.write(ids, [mine.workspaceId, new ColumnArray('uuid', ['no UUID'])]),
      ];
      sent();
      await Promise.all(written);
    });
    await expect(writing).rejects.toThrow('“no UUID” is no UUID');
    expect(await kinds()).toEqual([]);
  });
});
