import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { open, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { StartError } from '../start-error.js';
import { postgresEnvironment, type Launch } from './postgres-launch.js';

const run = promisify(execFile);

/** How long a start may take, recovery after a crash included, in milliseconds. */
const START_LIMIT_MS = 120_000;
/** How long a shutdown waits before it becomes less polite, in milliseconds. */
const STOP_LIMIT_MS = 20_000;

export interface ServerOptions {
  /** The data, owned by whom `launch` makes the server run as. */
  readonly cluster: string;
  /** The file that takes what the server says; emptied at each start. */
  readonly log: string;
  readonly postgres: string;
  readonly launch: Launch;
  readonly superuser: { readonly name: string; readonly password: string };
  readonly settings: Readonly<Record<string, string>>;
}

interface Process {
  readonly pid: number;
  /** Settles when it is gone, with how it went. */
  readonly ended: Promise<string>;
  /** Fast shutdown, then harsher. */
  stop(): Promise<void>;
}

export interface Server extends Process {
  url(user: string, password: string, database: string): string;
}

/**
 * Starts a server on a free port and waits until it answers.
 *
 * @throws StartError EMBEDDED_FAILED
 */
export async function startServer(options: ServerOptions): Promise<Server> {
  const limit = Date.now() + START_LIMIT_MS;
  for (;;) {
    const port = await freePort();
    const server = await spawnServer(options, port);
    const url = (user: string, password: string, database: string): string =>
      `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
    const problem = await untilReady(
      server,
      url(options.superuser.name, options.superuser.password, 'postgres'),
      limit,
    );
    if (problem === null) return { ...server, url };
    await server.stop();
    // Somebody took the port in between, or the processes of a killed server are still leaving.
    const passing = /could not bind|address already in use|pre-existing shared memory|could not create any TCP/i.test(
      problem,
    );
    if (!passing || Date.now() > limit) {
      const message = `the embedded PostgreSQL does not start: ${problem} (see ${options.log})`;
      throw new StartError('EMBEDDED_FAILED', message);
    }
    await sleep(200);
  }
}

async function spawnServer(options: ServerOptions, port: number): Promise<Process> {
  const { launch, postgres } = options;
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    // Short statements over a wall of policies: compiling costs more than it saves.
    jit: 'off',
    // A statement that fails is answered to whom sent it, and can hold an article's text.
    log_min_error_statement: 'panic',
    log_timezone: 'UTC',
    timezone: 'UTC',
    ...options.settings,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [command = postgres, ...args] = [...launch.prefix, postgres, '-D', options.cluster, ...flags];
  // To a file, not to a pipe: it must outlive this process, to be read when the next start fails.
  const log = await open(options.log, 'w', 0o600);
  try {
    const child = spawn(command, args, {
      uid: launch.uid,
      gid: launch.gid,
      env: postgresEnvironment(),
      cwd: '/',
      stdio: ['ignore', log.fd, log.fd],
      // A group of its own: Ctrl-C in a terminal is for this program, which then stops the server itself.
      detached: true,
    });
    return supervise(child, options.log);
  } finally {
    await log.close();
  }
}

function supervise(child: ChildProcess, log: string): Process {
  const stopAtExit = (): void => void child.kill('SIGINT');
  const ended = new Promise<string>((settle) => {
    child.once('error', (error) => settle(error.message));
    child.once('exit', (code, signal) => {
      process.removeListener('exit', stopAtExit);
      const how = signal ? `ended by ${signal}` : `ended with ${code}`;
      void readFile(log, 'utf8').then(
        (text) => settle(lastLine(text) ?? how),
        () => settle(how),
      );
    });
  });
  // The last resort of a program that ends without stopping: the server then shuts down by itself.
  process.once('exit', stopAtExit);
  child.unref();
  const stop = async (): Promise<void> => {
    for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
      if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
      child.kill(signal);
      const timer = new AbortController();
      await Promise.race([ended, sleep(STOP_LIMIT_MS, null, { signal: timer.signal }).catch(() => null)]);
      timer.abort();
    }
  };
  return { pid: child.pid ?? 0, ended, stop };
}

/** @returns null when it answers; else why it ended, or that it took too long */
async function untilReady(server: Process, url: string, limit: number): Promise<string | null> {
  let over: string | null = null;
  void server.ended.then((how) => (over = how));
  while (Date.now() < limit) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return null;
    } catch (error) {
      if (over !== null) return over;
      // A password that does not fit will not fit later.
      if ((error as { code?: string }).code === '28P01') return 'the password in secrets.json does not fit the data';
    } finally {
      await client.end().catch(() => undefined);
    }
    await sleep(40);
  }
  return 'it took too long';
}

/**
 * Stops the server that a killed process left behind, and clears its note away when another program has its id by now
 * (PostgreSQL itself would take that one for a server).
 */
export async function endOrphan(cluster: string): Promise<void> {
  const note = join(cluster, 'postmaster.pid');
  const pid = Number.parseInt((await readFile(note, 'utf8').catch(() => '')) || '0', 10);
  if (!(pid > 0)) return;
  const command = await commandOf(pid);
  if (command === null) return;
  if (!command.includes(cluster)) return await rm(note, { force: true });
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    signalTo(pid, signal);
    const limit = Date.now() + STOP_LIMIT_MS;
    while (Date.now() < limit) {
      if (!(await commandOf(pid))?.includes(cluster)) return;
      await sleep(50);
    }
  }
  throw new StartError('DATA_DIR_IN_USE', `a PostgreSQL (process ${pid}) uses ${cluster} and does not stop; end it`);
}

/** A process's command line; null when there is no such process, or it may not be seen. */
async function commandOf(pid: number): Promise<string | null> {
  try {
    if (process.platform === 'linux')
      return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ') || null;
    return (await run('ps', ['-o', 'command=', '-p', String(pid)])).stdout.trim() || null;
  } catch {
    return null;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  return await new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** The last line that says what failed, without its time and level; else the last line. */
export function lastLine(text: string): string | null {
  const lines = text.trim().split('\n').filter(Boolean);
  const failed = lines.findLast((line) => /(FATAL|PANIC|error):/i.test(line)) ?? lines.at(-1);
  return failed?.replace(/^.*?(?:FATAL|PANIC):\s*/, '') ?? null;
}
