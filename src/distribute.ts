import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readConfig, type Config } from './config/config.js';
import { checkCluster, checkWayToShards } from './database/citus/cluster.js';
import { DEFAULT_SHARDS, distribute } from './database/citus/distribute.js';
import { checkServerVersion, migrate } from './database/migrate.js';
import { asOwner, type OwnerConnection } from './database/owner-connection.js';
import { prepareRole } from './database/roles.js';
import { primaryOf, programUser } from './database/start-database.js';
import { StartError } from './database/start-error.js';
import { tell } from './process.js';

const USAGE = `usage: npm run db:distribute [-- --shards N]
Brings the database of DATABASE_URL, the coordinator of a Citus cluster, up to date and spreads its tables over the workers
by workspace. Stop Obelus first. What is distributed already stays as it is: it can be called again.
--shards N   into how many shards each table is cut, ${DEFAULT_SHARDS} when left out; it holds from the first time on
Exit status: 0 done; 2 it could not be done, and no table was moved.`;

/** What Citus takes. */
const MOST_SHARDS = 64_000;

/**
 * Migrates and distributes a database.
 *
 * @param urls of its owner, and of the program
 * @throws StartError: one line that says what is wrong and what to do
 */
export async function distributeDatabase(
  urls: { readonly owner: string; readonly program: string },
  shards: number,
  say: (line: string) => void,
): Promise<void> {
  const url = await primaryOf(urls.owner);
  await asOwner(url, async (owner) => {
    await checkServerVersion(owner);
    const { version, workers, distributed } = await checkCluster(owner);
    say(`Citus ${version}, ${workers} ${workers === 1 ? 'worker' : 'workers'}`);
    await refuseOthers(owner);
    await migrate(owner, url);
    await prepareRole(owner, await programUser(owner, urls.program));
    await distribute(owner, { shards, say });
    await checkWayToShards(owner);
    say(distributed ? 'It was distributed already, and is up to date.' : 'Distributed. Start Obelus as before.');
  });
}

/** Who serves meanwhile would hold up each step, and be held up by it. */
async function refuseOthers(owner: OwnerConnection): Promise<void> {
  const [row] = await owner.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name LIKE 'obelus%'`,
  );
  if (row!.count === 0) return;
  const message = `${row!.count} connections of Obelus are open: stop all its servers and workers, and call this again`;
  throw new StartError('CLUSTER_UNFIT', message);
}

async function run(config: Config, shards: number): Promise<void> {
  const { databaseUrl, ownerUrl } = config;
  if (databaseUrl === null) {
    const message = 'the embedded PostgreSQL is one server: set DATABASE_URL to the coordinator of a Citus cluster';
    throw new StartError('CLUSTER_UNFIT', message);
  }
  await distributeDatabase({ owner: ownerUrl ?? databaseUrl, program: databaseUrl }, shards, (line) =>
    console.log(line),
  );
}

/** @throws RangeError */
function readShards(given: string): number {
  const shards = Number(given);
  if (/^\d+$/.test(given) && shards >= 1 && shards <= MOST_SHARDS) return shards;
  throw new RangeError(`--shards takes a whole number from 1 to ${MOST_SHARDS}, not "${given}"`);
}

async function main(): Promise<void> {
  try {
    const { values } = parseArgs({
      options: { shards: { type: 'string', default: String(DEFAULT_SHARDS) }, help: { type: 'boolean' } },
    });
    if (values.help) console.log(USAGE);
    else await run(readConfig(), readShards(values.shards));
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') || error instanceof RangeError) {
      console.error(`obelus: ${(error as Error).message}\n${USAGE}`);
    } else tell(error);
    process.exitCode = 2;
  }
}

const program = process.argv[1];
if (program !== undefined && realpathSync(program) === fileURLToPath(import.meta.url)) await main();
