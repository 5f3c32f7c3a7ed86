import { createServer, connect, type Server } from 'node:net';
import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { Admission } from '../../src/auth/admission.js';
import { Tokens } from '../../src/auth/tokens.js';
import { UnauthenticatedError } from '../../src/auth/unauthenticated-error.js';
import { type Config, readConfig } from '../../src/config/config.js';
import { checkServerVersion } from '../../src/database/migrate.js';
import { checkWall } from '../../src/database/roles.js';
import { startDatabase, type StartedDatabase } from '../../src/database/start-database.js';
import { ensureWorkspace, type FirstWorkspace } from '../../src/workspaces/first-workspace.js';

const urls = JSON.parse(process.env.OBELUS_TEST_DATABASE!) as { adminUrl: string };
const started: StartedDatabase[] = [];
const proxies: Server[] = [];
const dropped: string[] = [];
let lines: string[] = [];
let later: NodeJS.Timeout | undefined;

async function admin(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: urls.adminUrl });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A user and an empty database of its own. */
async function ownDatabase(rights = ''): Promise<string> {
  const name = `own_${randomBytes(6).toString('hex')}`;
  await admin(`CREATE ROLE ${name} LOGIN PASSWORD 'pass' ${rights}`);
  await admin(`CREATE DATABASE ${name} OWNER ${name}`);
  dropped.push(name);
  const url = new URL(urls.adminUrl);
  return Object.assign(url, { username: name, password: 'pass', pathname: `/${name}` }).href;
}

const nameIn = (url: string): string => new URL(url).username;

async function start(environment: Record<string, string>): Promise<StartedDatabase<FirstWorkspace>> {
  const config: Config = readConfig({ OBELUS_DATABASE_WAIT_SECONDS: '1', ...environment });
  const database = await startDatabase({
    config,
    entities: [],
    prepare: (owner) => ensureWorkspace(owner, config),
    log: (line) => lines.push(line),
  });
  started.push(database);
  return database;
}

beforeEach(() => {
  lines = [];
});
afterEach(async () => {
  for (const each of started.splice(0)) await each.close();
  clearTimeout(later);
  for (const each of proxies.splice(0)) each.close();
  for (const name of dropped.splice(0)) {
    await admin(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin(`REVOKE obelus_app FROM ${name}`);
    await admin(`DROP ROLE ${name}`);
  }
});

describe("starting with one's own PostgreSQL", () => {
  it('needs a user who may take on the role, and says what to run', async () => {
    const url = await ownDatabase();
    await expect(start({ DATABASE_URL: url })).rejects.toMatchObject({
      code: 'DATABASE_RIGHTS',
      message: expect.stringContaining(`GRANT obelus_app TO "${nameIn(url)}";`) as string,
    });
    await admin(`GRANT obelus_app TO ${nameIn(url)}`);
    const { database } = await start({ DATABASE_URL: url });
    expect(await database.outsideWorkspaces('SELECT current_user AS "user", session_user AS login')).toEqual([
      { user: 'obelus_app', login: nameIn(url) },
    ]);
  });

  it('works as a superuser too, without using it', async () => {
    const { database, prepared } = await start({ DATABASE_URL: await ownDatabase('SUPERUSER') });
    expect(await database.outsideWorkspaces('SELECT count(*) AS n FROM workspace')).toEqual([{ n: 0 }]);
    expect(await database.readWorkspace(prepared, (c) => c.query('SELECT name FROM workspace'))).toEqual([
      { name: 'Newsroom' },
    ]);
  });

  it('migrates as another user when told so', async () => {
    const owner = await ownDatabase('SUPERUSER');
    const login = await ownDatabase();
    const url = Object.assign(new URL(login), { pathname: new URL(owner).pathname }).href;
    const { database } = await start({ DATABASE_URL: url, OBELUS_OWNER_URL: owner });
    await expect(database.outsideWorkspaces('CREATE TABLE mine ()')).rejects.toThrow('permission denied');
  });

  it("keeps the options of one's own URL", async () => {
    const url = `${await ownDatabase('SUPERUSER')}?options=-c%20work_mem%3D7MB`;
    const { database } = await start({ DATABASE_URL: url });
    expect(
      await database.outsideWorkspaces(`SELECT current_setting('work_mem') AS memory, current_user AS "user"`),
    ).toEqual([{ memory: '7MB', user: 'obelus_app' }]);
  });

  it('prepares an empty database once when two start at the same time', async () => {
    const url = await ownDatabase('SUPERUSER');
    const both = await Promise.all([start({ DATABASE_URL: url }), start({ DATABASE_URL: url })]);
    expect(both.map(({ prepared }) => prepared.created).sort()).toEqual([false, true]);
    expect(new Set(both.map(({ prepared }) => prepared.workspaceId)).size).toBe(1);
  });

  it('refuses a database that a newer version changed', async () => {
    const url = await ownDatabase('SUPERUSER');
    await start({ DATABASE_URL: url });
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query("INSERT INTO migration (timestamp, name) VALUES (9999999999999, 'Later9999999999999')");
    await client.end();
    await expect(start({ DATABASE_URL: url })).rejects.toMatchObject({
      code: 'DATABASE_REFUSED',
      message: expect.stringContaining('Later9999999999999') as string,
    });
  });

  it('refuses at once what waiting does not mend', async () => {
    const url = await ownDatabase();
    const wrong = Object.assign(new URL(url), { password: 'secret-guess' }).href;
    const refusal = start({ DATABASE_URL: wrong });
    await expect(refusal).rejects.toMatchObject({ code: 'DATABASE_REFUSED' });
    await expect(refusal).rejects.not.toThrow('secret-guess');
    const nowhere = Object.assign(new URL(url), { pathname: '/nowhere' }).href;
    await expect(start({ DATABASE_URL: nowhere })).rejects.toMatchObject({ code: 'DATABASE_REFUSED' });
  });

  it('tries again while nobody answers, says so once, and gives up', async () => {
    const url = 'postgres://nobody:secret@127.0.0.1:1/obelus';
    await expect(start({ DATABASE_URL: url })).rejects.toMatchObject({
      code: 'DATABASE_DOWN',
      message: 'PostgreSQL at 127.0.0.1:1/obelus cannot be reached (ECONNREFUSED); start it, or mend DATABASE_URL',
    });
    expect(lines).toEqual(['PostgreSQL at 127.0.0.1:1/obelus cannot be reached (ECONNREFUSED); trying again for 1 s']);
  });

  it('goes on when the database comes up', async () => {
    const url = new URL(await ownDatabase('SUPERUSER'));
    const behind = { host: url.hostname, port: Number(url.port) };
    const proxy = createServer((socket) => {
      const onward = connect(behind);
      socket.pipe(onward).pipe(socket);
      socket.on('error', () => onward.destroy());
      onward.on('error', () => socket.destroy());
    });
    proxies.push(proxy);
    proxy.listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    const { port } = proxy.address() as { port: number };
    proxy.close();
    await once(proxy, 'close');
    url.port = String(port);
    const starting = start({ DATABASE_URL: url.href, OBELUS_DATABASE_WAIT_SECONDS: '20' });
    later = setTimeout(() => proxy.listen(port, '127.0.0.1'), 600);
    const { database } = await starting;
    await database.ping();
    await database.close();
    expect(lines).toHaveLength(1);
  });

  it('refuses a PostgreSQL that is too old', async () => {
    const old = { query: <R>() => Promise.resolve([{ number: 140_012, version: '14.12' }] as R[]) };
    await expect(checkServerVersion(old)).rejects.toMatchObject({
      code: 'DATABASE_TOO_OLD',
      message: 'PostgreSQL 14.12 is too old: Obelus needs 15 or newer; upgrade it, or unset DATABASE_URL',
    });
  });
});

describe('the check of the wall', () => {
  async function check(url: string, role?: string): Promise<void> {
    const client = new pg.Client({ connectionString: url, options: role ? `-c role=${role}` : undefined });
    await client.connect();
    try {
      await checkWall(async <R>(sql: string) => (await client.query(sql)).rows as R[]);
    } finally {
      await client.end();
    }
  }

  it('refuses superusers, owners, and who may bypass', async () => {
    const url = await ownDatabase('SUPERUSER');
    await start({ DATABASE_URL: url });
    await check(url, 'obelus_app');
    await expect(check(url)).rejects.toMatchObject({
      code: 'WALL_OPEN',
      message: expect.stringContaining('is a superuser') as string,
    });
    await admin(`ALTER ROLE ${nameIn(url)} NOSUPERUSER`);
    await expect(check(url)).rejects.toThrow('owns api_token');
    await admin(`ALTER ROLE ${nameIn(url)} BYPASSRLS`);
    await expect(check(url)).rejects.toThrow('may bypass');
  });

  it('refuses a table without the wall', async () => {
    const url = await ownDatabase('SUPERUSER');
    await start({ DATABASE_URL: url });
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query('ALTER TABLE claim DISABLE ROW LEVEL SECURITY');
    await client.end();
    await expect(check(url, 'obelus_app')).rejects.toThrow('no row-level security on claim');
  });
});

describe('the first start', () => {
  const authenticate = (from: StartedDatabase, token: string) =>
    new Tokens(from.database, readConfig({}), new Admission()).authenticate(`Bearer ${token}`);

  it('makes a workspace, an administrator and a token, once', async () => {
    const url = await ownDatabase('SUPERUSER');
    const first = await start({ DATABASE_URL: url, OBELUS_WORKSPACE: 'The Desk' });
    const { newToken, workspaceId, memberId } = first.prepared;
    expect(newToken).toMatch(/^obl_[\w-]{43}$/);
    expect(await authenticate(first, newToken!)).toMatchObject({ workspaceId, memberId, role: 'ADMIN' });
    const second = await start({ DATABASE_URL: url });
    expect(second.prepared).toEqual({ created: false, workspaceId, memberId, newToken: null });
    expect(await authenticate(second, newToken!)).toMatchObject({ workspaceId });
  });

  it('takes a given token, at later starts too, even one that was revoked', async () => {
    const url = await ownDatabase('SUPERUSER');
    await start({ DATABASE_URL: url });
    const token = 'a-token-of-our-own-making-42';
    for (let round = 0; round < 2; round++) {
      const again = await start({ DATABASE_URL: url, OBELUS_TOKEN: token });
      expect(again.prepared.newToken).toBeNull();
      const viewer = await authenticate(again, token);
      await again.database.withWorkspace(viewer, (c) => c.query('UPDATE api_token SET revoked_at = now()'));
      await expect(authenticate(again, token)).rejects.toBeInstanceOf(UnauthenticatedError);
    }
  });
});
