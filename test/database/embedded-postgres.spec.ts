import { jest } from '@jest/globals';
import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/database/embedded-postgres.js';
import { LAUNCHES_FOR_ROOT } from '../../src/database/embedded/postgres-launch.js';

jest.setTimeout(60_000);

const root = process.getuid?.() === 0;

let dataDir: string;
const children: ChildProcessWithoutNullStreams[] = [];
const servers: EmbeddedPostgres[] = [];

beforeEach(async () => {
  dataDir = join(await mkdtemp(join(tmpdir(), 'obelus-embedded-')), 'data');
});

afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(join(dataDir, '..'), { recursive: true, force: true });
});

/** Starts one in this process; stopped after the test. */
async function start(options: Partial<Parameters<typeof startEmbeddedPostgres>[0]> = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, settings: { fsync: 'off' }, ...options });
  servers.push(server);
  return server;
}

const nobodyEnters = (folder: string): boolean =>
  spawnSync('ls', [folder], { uid: 65534, gid: 65534, cwd: '/' }).status === 0;

interface Started {
  readonly child: ChildProcessWithoutNullStreams;
  readonly answer: { pid?: number; adminUrl?: string; code?: string; message?: string };
}

/** Starts one in a process of its own. */
async function startElsewhere(): Promise<Started> {
  const child = spawn(process.execPath, [
    '--import',
    './test/support/typescript.mjs',
    'test/support/embedded-child.ts',
    dataDir,
  ]);
  children.push(child);
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const line = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  if (!Buffer.isBuffer(line[0])) throw new Error(`the process ended: ${errors}`);
  return { child, answer: JSON.parse(line[0].toString()) as Started['answer'] };
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A process that ended and that nobody has asked about yet (Z) counts as gone. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    const status = `/proc/${pid}/status`;
    return !(existsSync(status) && /^State:\s+Z/m.test(readFileSync(status, 'utf8')));
  } catch {
    return false;
  }
}

async function gone(pid: number): Promise<boolean> {
  for (let i = 0; i < 200 && isAlive(pid); i++) await sleep(50);
  return !isAlive(pid);
}

describe('the embedded PostgreSQL', () => {
  it('keeps its data over a restart, and closes its passwords to others', async () => {
    const first = await start();
    await query(first.ownerUrl, 'CREATE TABLE kept AS SELECT 42 AS answer');
    expect((await stat(join(dataDir, 'secrets.json'))).mode & 0o777).toBe(0o600);
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);
    const second = await start();
    expect(await query(second.ownerUrl, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('listens on loopback, with passwords', async () => {
    const server = await start();
    const [settings] = await query(
      server.adminUrl,
      `SELECT current_setting('listen_addresses') AS addresses, current_setting('unix_socket_directories') AS sockets,
        (SELECT bool_and(auth_method = 'scram-sha-256') FROM pg_hba_file_rules) AS scram`,
    );
    expect(settings).toEqual({ addresses: '127.0.0.1', sockets: '', scram: true });
    const wrong = server.appUrl.replace(/:[^:@]+@/, ':guess@');
    await expect(query(wrong, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('gives the program a role without rights', async () => {
    const server = await start();
    const rights = await query(
      server.appUrl,
      'SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = current_user',
    );
    expect(rights).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false }]);
  });

  it('is refused while another process has the folder', async () => {
    const { child, answer } = await startElsewhere();
    await expect(start()).rejects.toMatchObject({
      code: 'DATA_DIR_IN_USE',
      message: `the data folder ${dataDir} is in use by process ${child.pid}; stop it, or set OBELUS_DATA_DIR to another folder`,
    });
    child.stdin.write('stop\n');
    await once(child, 'exit');
    expect(isAlive(answer.pid!)).toBe(false);
    await start();
  });

  it('stops what a killed process left running, and loses nothing', async () => {
    const { child, answer } = await startElsewhere();
    await query(answer.adminUrl!, 'CREATE TABLE kept AS SELECT 1 AS one');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(isAlive(answer.pid!)).toBe(true);
    const server = await start();
    expect(isAlive(answer.pid!)).toBe(false);
    expect(await query(server.adminUrl, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
  });

  it('recovers when everything was killed, even when the old process id is another program by now', async () => {
    const { child, answer } = await startElsewhere();
    await query(answer.adminUrl!, 'CREATE TABLE kept AS SELECT 1 AS one');
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    process.kill(answer.pid!, 'SIGKILL');
    await ended;
    expect(await gone(answer.pid!)).toBe(true);
    const note = join(dataDir, 'postgres', 'postmaster.pid');
    const [, ...rest] = (await readFile(note, 'utf8')).split('\n');
    await writeFile(note, [process.pid, ...rest].join('\n'));
    const server = await start();
    expect(await query(server.adminUrl, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
  });

  it('ends with a program that ends without stopping it', async () => {
    const { child, answer } = await startElsewhere();
    child.stdin.write('leave\n');
    await once(child, 'exit');
    expect(await gone(answer.pid!)).toBe(true);
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
  });

  it('makes the data again when the first start was killed midway', async () => {
    await mkdir(join(dataDir, 'postgres.new', 'data'), { recursive: true, mode: 0o700 });
    await writeFile(join(dataDir, 'postgres.new', 'data', 'PG_VERSION'), '18\n');
    const server = await start();
    expect(await query(server.adminUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('refuses data of another major version', async () => {
    await mkdir(join(dataDir, 'postgres'), { recursive: true });
    await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '17\n');
    await expect(start()).rejects.toMatchObject({ code: 'DATA_DIR_VERSION' });
  });

  it('refuses data without its passwords, and a folder that is none', async () => {
    const server = await start();
    await server.stop();
    await rm(join(dataDir, 'secrets.json'));
    await expect(start()).rejects.toMatchObject({ code: 'DATA_DIR_BROKEN' });
    await rm(dataDir, { recursive: true });
    await writeFile(dataDir, '');
    await expect(start()).rejects.toMatchObject({ code: 'DATA_DIR_OWNER' });
  });

  (root ? describe : describe.skip)('as root', () => {
    it.each(LAUNCHES_FOR_ROOT)('runs by way of: $name', async (launch) => {
      // Plainly another user cannot pass a folder that only root may enter.
      if (launch.uid !== undefined) await chmod(join(dataDir, '..'), 0o755);
      if (launch.owner !== 0 && !nobodyEnters(process.cwd())) {
        const message = expect.stringMatching(/the folder \S+ is closed to other users/) as string;
        return expect(start({ launches: [launch] })).rejects.toMatchObject({ code: 'EMBEDDED_FAILED', message });
      }
      const server = await start({ launches: [launch] });
      expect(await query(server.adminUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
      await server.stop();
      const others = LAUNCHES_FOR_ROOT.filter((candidate) => candidate.owner !== launch.owner);
      if (!nobodyEnters(process.cwd())) return;
      const again = await start({ launches: [others[0]!] });
      expect(await query(again.adminUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    });

    it('says what was tried when nothing works', async () => {
      const plainly = LAUNCHES_FOR_ROOT.filter(({ uid }) => uid !== undefined);
      await expect(start({ launches: plainly })).rejects.toMatchObject({
        code: 'EMBEDDED_FAILED',
        message: expect.stringMatching(/does not run as root.*user 65534: .*DATABASE_URL/) as string,
      });
    });

    it('refuses the folder of another user', async () => {
      await mkdir(dataDir);
      await chown(dataDir, 1234, 1234);
      await expect(start()).rejects.toMatchObject({
        code: 'DATA_DIR_OWNER',
        message: `the data folder ${dataDir} belongs to user 1234, and this is user 0; start Obelus as that user, or set OBELUS_DATA_DIR to another folder`,
      });
    });
  });
});
