import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { checkCluster, checkWayToShards } from '../../src/database/citus/cluster.js';
import { distribute } from '../../src/database/citus/distribute.js';
import { migrate } from '../../src/database/migrate.js';
import { asOwner } from '../../src/database/owner-connection.js';
import { prepareRole } from '../../src/database/roles.js';
import type { TemplateUrls } from './template.js';

/** Few shards: a database of a test has a few workspaces, and each shard is files to copy. */
const SHARDS = 4;

/**
 * A database on a Citus cluster whose tables are distributed, and nothing in them. It can be cloned by making a database
 * of the same name from it on each node: a node knows the others by host and port, and finds there the database that is
 * called as its own.
 *
 * @param citusUrl the superuser's, on the coordinator
 */
export async function startCitusTemplate(citusUrl: string): Promise<{ urls: TemplateUrls; stop(): Promise<void> }> {
  const nodes = await nodesOf(citusUrl);
  const template = `obelus_template_${randomUUID().slice(0, 8)}`;
  const url = named(citusUrl, template);
  const stop = async (): Promise<void> => {
    await onAll(nodes, `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
  };
  try {
    await onAll(nodes, `CREATE DATABASE ${template}`);
    await onAll(
      nodes.map((node) => named(node, template)),
      'CREATE EXTENSION citus',
    );
    await ask(url, 'SELECT citus_set_coordinator_host($1, $2)', placeOf(nodes[0]!));
    for (const worker of nodes.slice(1)) await ask(url, 'SELECT citus_add_node($1, $2)', placeOf(worker));
    await asOwner(url, async (owner) => {
      await migrate(owner, url);
      await prepareRole(owner, new URL(url).username);
      await checkCluster(owner);
      await distribute(owner, { shards: SHARDS, say: () => undefined });
      await checkWayToShards(owner);
    });
    // Citus's own process in each database would keep it from being cloned.
    await onAll(nodes, `ALTER DATABASE ${template} ALLOW_CONNECTIONS false`);
    await onAll(nodes, `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '${template}'`);
  } catch (error) {
    await stop();
    throw error;
  }
  return { urls: { adminUrl: citusUrl, ownerUrl: url, appUrl: url, template, nodes }, stop };
}

/** The cluster's nodes, the coordinator first, each with the user and the password of the URL. */
async function nodesOf(citusUrl: string): Promise<string[]> {
  const rows = await ask<{ host: string; port: number }>(
    citusUrl,
    `SELECT nodename AS host, nodeport AS port FROM pg_dist_node WHERE noderole = 'primary' ORDER BY groupid`,
  );
  if (rows.length < 2) throw new Error('CITUS_URL names no coordinator with workers');
  return rows.map(({ host, port }) => Object.assign(new URL(citusUrl), { hostname: host, port: String(port) }).href);
}

const named = (url: string, database: string): string => Object.assign(new URL(url), { pathname: `/${database}` }).href;

const placeOf = (url: string): [string, number] => [new URL(url).hostname, Number(new URL(url).port)];

/** One statement on each of several servers, at the same time. */
export async function onAll(urls: readonly string[], sql: string): Promise<void> {
  await Promise.all(urls.map((url) => ask(url, sql)));
}

async function ask<R>(url: string, sql: string, params: unknown[] = []): Promise<R[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql, params)).rows as R[];
  } finally {
    await client.end();
  }
}
