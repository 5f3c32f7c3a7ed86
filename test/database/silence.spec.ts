import { setTimeout as sleep } from 'node:timers/promises';
import { Database } from '../../src/database/database.js';
import { DatabaseUnavailableError } from '../../src/database/errors.js';
import { SilentProxy } from '../replication/support/silent-proxy.js';
import { createTestDatabase, type TestDatabase, type TestViewer } from '../support/test-database.js';

/** A statement of a request may run for so long, in milliseconds. */
const LIMIT_MS = 500;

let db: TestDatabase;
let viewer: TestViewer;
let proxy: SilentProxy;
let database: Database;

beforeAll(async () => {
  db = await createTestDatabase();
  viewer = await db.workspace();
  const address = new URL(db.appUrl);
  proxy = await SilentProxy.to(Number(address.port));
  address.port = String(proxy.port);
  database = await Database.connect({ url: address.href, entities: [], poolSize: 2, statementTimeoutMs: LIMIT_MS });
});
afterAll(async () => {
  await database.close();
  await proxy.close();
  await db.drop();
});
afterEach(() => proxy.speak());

const change = (sql: string): Promise<unknown[]> =>
  database.withWorkspace(viewer, (connection) => connection.query(sql));

describe('a primary to which the network falls silent', () => {
  it('is given up by who waits for it, also over a connection that nobody has used for long; then all is as before', async () => {
    await change('SELECT 1');
    // Longer than what is waited for an answer.
    await sleep(LIMIT_MS + 5_500);
    proxy.silence();
    await expect(change('SELECT 1')).rejects.toBeInstanceOf(DatabaseUnavailableError);
    proxy.speak();
    expect(await change('SELECT 1 AS n')).toEqual([{ n: 1 }]);
  });

  it('is given up outside of workspaces as well', async () => {
    proxy.silence();
    await expect(database.ping()).rejects.toBeInstanceOf(DatabaseUnavailableError);
  });

  it('is waited for as long as what is asked may take', async () => {
    const long = { statementTimeoutMs: 30_000 };
    const slow = 'SELECT pg_sleep(7)';
    const [alone, part] = await Promise.all([
      database.withWorkspace(viewer, (connection) => connection.query(slow), long),
      database.together(viewer, (scope) => database.withWorkspace(scope, (connection) => connection.query(slow), long)),
    ]);
    expect([alone, part]).toEqual([[{ pg_sleep: '' }], [{ pg_sleep: '' }]]);
  });

  it('is not asked for more time in a part than a part may have', async () => {
    const asked = database.together(viewer, (scope) =>
      database.withWorkspace(scope, (connection) => connection.query('SELECT 1'), { statementTimeoutMs: 121_000 }),
    );
    await expect(asked).rejects.toThrow('120000 ms');
  });
});
