import type { OwnerConnection } from '../owner-connection.js';
import { checkProgramRole, DISTRIBUTION_COLUMN, isDistributed } from './cluster.js';
import { CITUS_FUNCTIONS } from './functions.js';
import { ROUNDS } from './rounds.js';
import { adaptTriggers, FORGET_EVENTS } from './shards.js';
import { WORKERS_AWAY } from './workers-away.js';

export interface DistributeOptions {
  /** Into how many shards each table is cut when it is distributed first; more workers than that gain nothing. */
  readonly shards: number;
  /** Told in a line each what is being done. */
  readonly say: (line: string) => void;
}

export const DEFAULT_SHARDS = 32;

/** The table beside whose shards those of all others are. */
const FIRST_TABLE = 'member';

/** Functions of the migrations that statements on shards call. */
const ON_WORKERS = [
  'sum_measures(jsonb)',
  'this_hour()',
  'tally_measures(anyelement)',
  'search_claims(text, integer)',
  'word_keys(uuid, text)',
  'search_sources(text, integer)',
  'search_articles(text, integer)',
  'alike_keys(uuid, text)',
  'alike_claims(uuid, integer)',
];

interface Constraint {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/**
 * Spreads the tables over the cluster's workers: those with a `workspace_id` by it, so that all rows of a workspace are on one
 * worker; the workspaces themselves go to every node. What is distributed already is left alone, so that it can be called
 * again: after migrations, for new tables and functions. All of it is one transaction. Call it under the start lock, on a
 * migrated database, when `checkCluster` has found nothing.
 *
 * @throws StartError CLUSTER_UNFIT; as PostgreSQL's driver does
 */
export async function distribute(owner: OwnerConnection, { shards, say }: DistributeOptions): Promise<void> {
  await checkProgramRole(owner);
  await owner.query('BEGIN');
  try {
    await owner.query('SET LOCAL citus.enable_unsafe_triggers = on');
    await owner.query(`SET LOCAL citus.shard_count = ${shards}`);
    await sendTriggerFunctions(owner);
    await distributeTables(owner, say);
    for (const each of [...WORKERS_AWAY, ...CITUS_FUNCTIONS, ...ROUNDS, FORGET_EVENTS]) await owner.query(each);
    for (const each of ON_WORKERS) await owner.query(`SELECT create_distributed_function('${each}')`);
    await adaptTriggers(owner);
    await sendSettings(owner);
    await owner.query('COMMIT');
  } catch (error) {
    await owner.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
  await dropLocalRows(owner, say);
}

/**
 * Makes the functions of triggers known to all nodes. Of what was there before the database had Citus, Citus sends functions
 * along with a table's indexes, but not with its triggers.
 */
async function sendTriggerFunctions(owner: OwnerConnection): Promise<void> {
  await owner.query(
    `SELECT create_distributed_function(f.name) FROM (
       SELECT DISTINCT t.tgfoid::regprocedure AS name FROM pg_trigger t JOIN pg_class r ON r.oid = t.tgrelid
       WHERE NOT t.tgisinternal AND r.relnamespace = 'public'::regnamespace
     ) f`,
  );
}

async function distributeTables(owner: OwnerConnection, say: (line: string) => void): Promise<void> {
  const tables = await owner.query<{ name: string; size: string }>(
    `SELECT c.relname AS name, pg_size_pretty(pg_total_relation_size(c.oid)) AS size FROM pg_class c
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = '${DISTRIBUTION_COLUMN}' AND NOT a.attisdropped
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
       AND NOT EXISTS (SELECT FROM pg_dist_partition p WHERE p.logicalrelid = c.oid)
     ORDER BY c.relname <> '${FIRST_TABLE}', c.oid`,
  );
  const all = ['workspace', ...tables.map(({ name }) => name)];
  // Rows are moved without them, and looked at when they are put back.
  const keys = await foreignKeys(owner, all);
  const triggers = await triggersOn(owner, all);
  for (const { table, name } of keys) await owner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  for (const { table, name } of triggers) await owner.query(`DROP TRIGGER ${name} ON ${table}`);
  if (!(await isDistributed(owner))) {
    await freeTokens(owner);
    say('workspace: to every node');
    await owner.query(`SELECT create_reference_table('workspace')`);
  }
  for (const { name, size } of tables) {
    const beginning = performance.now();
    const beside = name === FIRST_TABLE ? 'none' : FIRST_TABLE;
    await owner.query('SELECT create_distributed_table($1::regclass, $2, colocate_with => $3)', [
      name,
      DISTRIBUTION_COLUMN,
      beside,
    ]);
    say(`${name}: distributed (${size}, ${seconds(beginning)})`);
  }
  const beginning = performance.now();
  for (const { table, definition, name } of triggers) {
    await owner.query(definition);
    say(`${table}: trigger ${name}`);
  }
  for (const { table, name, definition } of keys) {
    await owner.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
  }
  if (keys.length > 0) say(`${keys.length} foreign keys checked (${seconds(beginning)})`);
}

/** Those of tables that are not distributed yet: all of them name, in the end, the workspaces' table. */
async function foreignKeys(owner: OwnerConnection, tables: readonly string[]): Promise<Constraint[]> {
  return await owner.query(
    `SELECT r.relname AS "table", c.conname AS name, pg_get_constraintdef(c.oid) AS definition
     FROM pg_constraint c JOIN pg_class r ON r.oid = c.conrelid
     WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace AND r.relname = ANY ($1::text[])
       AND NOT EXISTS (SELECT FROM pg_dist_partition p WHERE p.logicalrelid = c.conrelid)
     ORDER BY r.oid, c.conname`,
    [tables],
  );
}

async function triggersOn(owner: OwnerConnection, tables: readonly string[]): Promise<Constraint[]> {
  return await owner.query(
    `SELECT r.relname AS "table", t.tgname AS name, pg_get_triggerdef(t.oid) AS definition
     FROM pg_trigger t JOIN pg_class r ON r.oid = t.tgrelid
     WHERE NOT t.tgisinternal AND r.relnamespace = 'public'::regnamespace AND r.relname = ANY ($1::text[])
       AND NOT EXISTS (SELECT FROM pg_dist_partition p WHERE p.logicalrelid = r.oid)
     ORDER BY r.oid, t.tgname`,
    [tables],
  );
}

/**
 * A unique index of a distributed table must have its column: that of tokens gets it, behind the hash. That no two workspaces
 * have one token is certain enough, for it has 256 random bits. Where a token was found is kept on every node.
 */
async function freeTokens(owner: OwnerConnection): Promise<void> {
  await owner.query('DROP INDEX api_token_hash');
  await owner.query(`CREATE UNIQUE INDEX api_token_hash ON api_token (hash, ${DISTRIBUTION_COLUMN})`);
  await owner.query('CREATE TABLE token_place (hash bytea PRIMARY KEY, place uuid NOT NULL)');
  await owner.query(`SELECT create_reference_table('token_place')`);
}

/** What each connection to this database must know: the workspace of a transaction goes with it to the workers. */
async function sendSettings(owner: OwnerConnection): Promise<void> {
  const [row] = await owner.query<{ name: string }>('SELECT quote_ident(current_database()) AS name');
  await owner.query(`ALTER DATABASE ${row!.name} SET citus.propagate_set_commands = 'local'`);
}

/** What was moved is still on the coordinator's disk, where nobody sees it. */
async function dropLocalRows(owner: OwnerConnection, say: (line: string) => void): Promise<void> {
  const full = await owner.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_dist_partition p JOIN pg_class c ON c.oid = p.logicalrelid
     WHERE p.partmethod = 'h' AND pg_relation_size(c.oid) > 0 ORDER BY 1`,
  );
  if (full.length === 0) return;
  for (const { name } of full) {
    await owner.query('SELECT truncate_local_data_after_distributing_table($1::regclass)', [name]);
  }
  say(`${full.length} tables: rows that were moved are taken off the coordinator's disk`);
}

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;
