import type { OwnerConnection } from '../owner-connection.js';
import { APP_ROLE } from '../role-names.js';
import { StartError } from '../start-error.js';

/** The oldest Citus that this was tried with. */
const OLDEST: readonly [number, number] = [13, 0];

/** How tables are told from each other: those of workspaces are spread by this column. */
export const DISTRIBUTION_COLUMN = 'workspace_id';

export interface Cluster {
  /** "13.2-1" */
  readonly version: string;
  /** Nodes that take shards. */
  readonly workers: number;
  /** Whether this database's tables are spread over them. */
  readonly distributed: boolean;
}

/** What the database says of its cluster; null: it has no Citus. */
export async function readCluster(owner: OwnerConnection): Promise<Cluster | null> {
  const [extension] = await owner.query<{ version: string }>(
    `SELECT extversion AS version FROM pg_extension WHERE extname = 'citus'`,
  );
  if (!extension) return null;
  const [row] = await owner.query<{ workers: number; distributed: boolean }>(
    `SELECT (SELECT count(*) FROM pg_dist_node WHERE isactive AND shouldhaveshards AND noderole = 'primary')::integer AS workers,
       EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = to_regclass('public.workspace')) AS distributed`,
  );
  return { version: extension.version, ...row! };
}

/** Whether the tables are spread over a cluster. */
export async function isDistributed(owner: OwnerConnection): Promise<boolean> {
  return (await readCluster(owner))?.distributed === true;
}

const HOW_TO_ADD = "SELECT citus_add_node('worker', 5432)";

/**
 * What the cluster must have before tables are spread over it.
 *
 * @throws StartError CLUSTER_UNFIT: what is missing, and the statement that mends it
 */
export async function checkCluster(owner: OwnerConnection): Promise<Cluster> {
  const cluster = await readCluster(owner);
  if (!cluster) {
    throw unfit(
      'the database has no Citus: install it on the coordinator and on each worker, set ' +
        "shared_preload_libraries = 'citus', and run CREATE EXTENSION citus in this database on each",
    );
  }
  const [major = 0, minor = 0] = cluster.version.split(/[.-]/).map(Number);
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
    throw unfit(`Citus ${cluster.version} is too old: ${OLDEST.join('.')} or newer is needed; upgrade it on all nodes`);
  }
  const [self] = await owner.query<{ worker: boolean; known: boolean }>(
    `SELECT (SELECT groupid FROM pg_dist_local_group) <> 0 AS worker,
       EXISTS (SELECT FROM pg_dist_node WHERE groupid = 0) AS known`,
  );
  if (self!.worker) throw unfit('this is a worker of the cluster: give the URL of its coordinator');
  if (!self!.known) {
    throw unfit(
      "the cluster does not know its coordinator: run SELECT citus_set_coordinator_host('host', 5432) there, " +
        'with the name by which the workers reach it',
    );
  }
  if (cluster.workers === 0) throw unfit(`the cluster has no worker: run ${HOW_TO_ADD} on the coordinator, for each`);
  await checkNodes(owner);
  return cluster;
}

/** Each node answers, and can prepare transactions. */
async function checkNodes(owner: OwnerConnection): Promise<void> {
  const nodes = await owner.query<{ node: string; prepared: string | null; success: boolean }>(
    `SELECT n.nodename || ':' || n.nodeport AS node, r.result AS prepared, r.success
     FROM run_command_on_all_nodes('SHOW max_prepared_transactions') r JOIN pg_dist_node n ON n.nodeid = r.nodeid`,
  );
  for (const { node, prepared, success } of nodes) {
    if (!success) throw unfit(`node ${node} does not answer: ${prepared}`);
    if (prepared === '0') {
      throw unfit(
        `node ${node} cannot commit together with others: set max_prepared_transactions there, to max_connections or more`,
      );
    }
  }
}

/**
 * Lets the nodes reach each other in the program's role: who works as it on the coordinator does so on the workers.
 *
 * @throws StartError CLUSTER_UNFIT
 */
export async function checkProgramRole(owner: OwnerConnection): Promise<void> {
  const [role] = await owner.query<{ login: boolean }>('SELECT rolcanlogin AS login FROM pg_roles WHERE rolname = $1', [
    APP_ROLE,
  ]);
  try {
    if (!role!.login) await owner.query(`ALTER ROLE ${APP_ROLE} LOGIN`);
  } catch (cause) {
    throw unfit(
      `the nodes must reach each other as ${APP_ROLE}: have an administrator run ALTER ROLE ${APP_ROLE} LOGIN`,
      cause,
    );
  }
  const nodes = await owner.query<{ node: string; result: string; success: boolean }>(
    `SELECT n.nodename || ':' || n.nodeport AS node, r.result, r.success
     FROM run_command_on_workers($$SELECT rolcanlogin FROM pg_roles WHERE rolname = '${APP_ROLE}'$$) r
     JOIN pg_dist_node n ON n.nodename = r.nodename AND n.nodeport = r.nodeport`,
  );
  for (const { node, result } of nodes) {
    if (result === 't') continue;
    throw unfit(
      `node ${node} has no role ${APP_ROLE} that may log in: have an administrator run there ${
        result === 'f' ? 'ALTER' : 'CREATE'
      } ROLE ${APP_ROLE} LOGIN`,
    );
  }
}

/** That the program's role gets through to the shards, with the workspace that it works in. */
export async function checkWayToShards(owner: OwnerConnection): Promise<void> {
  await owner.query('BEGIN');
  try {
    await owner.query(`SET LOCAL ROLE ${APP_ROLE}`);
    await owner.query(`SET LOCAL obelus.workspace = '00000000-0000-0000-0000-000000000000'`);
    await owner.query('SELECT count(*) FROM member');
  } catch (cause) {
    throw unfit(
      `the coordinator cannot reach the workers as ${APP_ROLE} (${(cause as Error).message}): let it in by their ` +
        'pg_hba.conf, or by pg_dist_authinfo or a .pgpass file where it needs a password',
      cause,
    );
  } finally {
    await owner.query('ROLLBACK').catch(() => undefined);
  }
}

function unfit(message: string, cause?: unknown): StartError {
  return new StartError('CLUSTER_UNFIT', message, { cause });
}
