import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long it may take until it listens, in milliseconds. */
const LIMIT_MS = 10_000;

export interface PgBouncer {
  /** The address that was given, by way of it. */
  readonly url: string;
  /** Its version, as it tells it. */
  readonly version: string;
  stop(): Promise<void>;
}

/**
 * Starts a PgBouncer of the bench's own before a database.
 *
 * @param url of the database, with user and password
 * @param settings of its configuration, over those that it must have
 * @returns null where it is not installed
 * @throws Error when it ends before it listens
 */
export async function startPgBouncer(
  url: string,
  settings: Readonly<Record<string, string>>,
): Promise<PgBouncer | null> {
  const version = await versionOf();
  if (version === null) return null;
  const { hostname, port, username, password, pathname } = new URL(url);
  const folder = await mkdtemp(join(tmpdir(), 'obelus-pgbouncer-'));
  const own = await freePort();
  const [config, users] = [join(folder, 'pgbouncer.ini'), join(folder, 'users.txt')];
  const lines = Object.entries({
    listen_addr: '127.0.0.1',
    listen_port: String(own),
    unix_socket_dir: '',
    auth_type: 'scram-sha-256',
    auth_file: users,
    max_client_conn: '1000',
    // It refuses to be root.
    ...(process.getuid?.() === 0 ? { user: 'nobody' } : {}),
    ...settings,
  }).map(([name, value]) => `${name} = ${value}`);
  await writeFile(
    config,
    `[databases]\n${pathname.slice(1)} = host=${hostname} port=${port}\n[pgbouncer]\n${lines.join('\n')}\n`,
  );
  await writeFile(users, `"${decodeURIComponent(username)}" "${decodeURIComponent(password)}"\n`);
  for (const [path, mode] of [
    [folder, 0o755],
    [config, 0o644],
    [users, 0o644],
  ] as const)
    await chmod(path, mode);
  const child = spawn('pgbouncer', [config], { stdio: ['ignore', 'ignore', 'pipe'] });
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const stop = async (): Promise<void> => {
    process.removeListener('exit', kill);
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    await rm(folder, { recursive: true, force: true });
  };
  for (const until = performance.now() + LIMIT_MS; !(await listens(own)); await sleep(20)) {
    if (child.exitCode === null && performance.now() < until) continue;
    await stop();
    throw new Error(`PgBouncer does not listen: ${said}`);
  }
  return { url: Object.assign(new URL(url), { hostname: '127.0.0.1', port: String(own) }).href, version, stop };
}

/** Null where it is not installed. */
function versionOf(): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const child = spawn('pgbouncer', ['--version'], { stdio: ['ignore', 'pipe', 'ignore'] });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('error', (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? resolve(null) : reject(error)));
    child.once('close', () => resolve(said.split('\n')[0]!));
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const end = (is: boolean) => (): void => {
      socket.destroy();
      resolve(is);
    };
    socket.once('connect', end(true)).once('error', end(false));
  });
}
