import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdirSync, mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from '../../stress/free-port.js';
import { until } from '../../support/until.js';

/** PostgreSQL refuses to run as root; as whom it runs then. */
const NOBODY = 65534;
const asNobody = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  // Thrown away afterwards: a kill of the process loses nothing that was written.
  fsync: 'off',
  wal_keep_size: '256MB',
};

/** How often one is begun, at most: it refuses while children of its killed predecessor are still there. */
const STARTS = 20;

/** One server of the installed PostgreSQL, which can be killed and started again. */
export class PostgresServer {
  private child: ChildProcess | null = null;

  constructor(
    private readonly bin: string,
    private readonly data: string,
    readonly port: number,
  ) {}

  /** The administrator's URL of a database. Nobody is asked for a password. */
  url(database = 'obelus'): string {
    return `postgres://postgres@127.0.0.1:${this.port}/${database}`;
  }

  async start(settings: Readonly<Record<string, string>> = {}): Promise<void> {
    const flags = Object.entries({ ...SETTINGS, port: String(this.port), ...settings }).map(([n, v]) => `--${n}=${v}`);
    const begin = (): ChildProcess =>
      spawn(join(this.bin, 'postgres'), ['-D', this.data, ...flags], { ...asNobody, cwd: '/', stdio: 'ignore' });
    let child = (this.child = begin());
    let starts = 1;
    await until(`the server on port ${this.port} answers`, async () => {
      if (child.exitCode !== null) {
        if (starts++ === STARTS) throw new Error(`PostgreSQL ended with ${child.exitCode}`);
        child = this.child = begin();
      }
      return await this.query('SELECT 1', 'postgres').then(
        () => true,
        () => false,
      );
    });
  }

  async query<R = Record<string, unknown>>(sql: string, database = 'obelus'): Promise<R[]> {
    const client = new pg.Client({ connectionString: this.url(database) });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query(sql)).rows as R[];
    } finally {
      await client.end();
    }
  }

  /** It gets no chance to end anything: what its clients hear is a broken connection. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
    // Its children notice by themselves that it is gone.
    await until('nobody listens', async () => !(await answers(this.url('postgres'))));
  }

  /** Fast shutdown. */
  async stop(): Promise<void> {
    await this.end('SIGINT');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    this.child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

/** Servers of one test file, in a folder of their own. */
export class Servers {
  private readonly folder = mkdtempSync(join(tmpdir(), 'obelus-servers-'));
  private readonly all: PostgresServer[] = [];

  constructor(private readonly bin: string) {
    chmodSync(this.folder, 0o755);
  }

  /** A server with an empty database `obelus`. */
  async primary(name: string): Promise<PostgresServer> {
    const data = this.room(name);
    this.run('initdb', '--auth=trust', '--username=postgres', '--encoding=UTF8', '--locale=C', '-D', data);
    const server = await this.started(data);
    await server.query('CREATE DATABASE obelus', 'postgres');
    return server;
  }

  /** A server that follows another one. */
  async replicaOf(primary: PostgresServer, name: string): Promise<PostgresServer> {
    const data = this.room(name);
    const from = `host=127.0.0.1 port=${primary.port} user=postgres application_name=${name}`;
    this.run('pg_basebackup', '--write-recovery-conf', '--checkpoint=fast', '-D', data, '-d', from);
    return await this.started(data);
  }

  async end(): Promise<void> {
    await Promise.all(this.all.map((server) => server.stop()));
    rmSync(this.folder, { recursive: true });
  }

  private async started(data: string): Promise<PostgresServer> {
    const server = new PostgresServer(this.bin, data, await freePort());
    this.all.push(server);
    await server.start();
    return server;
  }

  private room(name: string): string {
    const data = join(this.folder, name);
    mkdirSync(data, { mode: 0o700 });
    if (asNobody.uid !== undefined) chownSync(data, asNobody.uid, NOBODY);
    return data;
  }

  private run(program: string, ...args: string[]): void {
    const { status, stderr } = spawnSync(join(this.bin, program), args, { ...asNobody, cwd: '/', encoding: 'utf8' });
    if (status !== 0) throw new Error(`${program}: ${stderr}`);
  }
}
