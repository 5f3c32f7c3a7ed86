import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { distribute } from '../../src/database/citus/distribute.js';
import { migrate } from '../../src/database/migrate.js';
import { asOwner } from '../../src/database/owner-connection.js';
import { prepareRole } from '../../src/database/roles.js';
import { distributeDatabase } from '../../src/distribute.js';
import { onAll } from '../support/citus-template.js';
import type { TemplateUrls } from '../support/template.js';
import { ON_CITUS } from '../support/test-database.js';

const onCitus = ON_CITUS ? describe : describe.skip;

onCitus('npm run db:distribute, on a Citus cluster (set CITUS_URL to its coordinator)', () => {
  const { nodes } = JSON.parse(process.env.OBELUS_TEST_CITUS ?? '{"nodes":[]}') as Pick<TemplateUrls, 'nodes'>;
  const made: string[] = [];
  const named = (node: string, name: string): string => Object.assign(new URL(node), { pathname: `/${name}` }).href;
  let lines: string[] = [];

  /** An empty database on each node. */
  async function database(extension: boolean): Promise<{ url: string; name: string }> {
    const name = `test_${randomUUID().replaceAll('-', '')}`;
    await onAll(nodes, `CREATE DATABASE ${name}`);
    made.push(name);
    if (extension) {
      await onAll(
        nodes.map((node) => named(node, name)),
        'CREATE EXTENSION citus',
      );
    }
    return { url: named(nodes[0]!, name), name };
  }

  async function ask<R = Record<string, unknown>>(url: string, sql: string, params: unknown[] = []): Promise<R[]> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query(sql, params)).rows as R[];
    } finally {
      await client.end();
    }
  }

  const run = (url: string): Promise<void> =>
    distributeDatabase({ owner: url, program: url }, 4, (line) => lines.push(line));
  const addNode = (url: string, node: string): Promise<unknown> => {
    const { hostname, port } = new URL(node);
    return node === nodes[0]
      ? ask(url, 'SELECT citus_set_coordinator_host($1, $2)', [hostname, Number(port)])
      : ask(url, 'SELECT citus_add_node($1, $2)', [hostname, Number(port)]);
  };

  beforeEach(() => (lines = []));
  afterAll(async () => {
    for (const name of made) await onAll(nodes, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  });

  it('says what a cluster lacks, and changes nothing', async () => {
    const plain = await database(false);
    await expect(run(plain.url)).rejects.toMatchObject({
      code: 'CLUSTER_UNFIT',
      message: expect.stringContaining('CREATE EXTENSION citus') as string,
    });
    const { url, name } = await database(true);
    await expect(run(url)).rejects.toThrow('citus_set_coordinator_host');
    await addNode(url, nodes[0]!);
    await expect(run(url)).rejects.toThrow('has no worker');
    await addNode(url, nodes[1]!);
    await expect(run(named(nodes[1]!, name))).rejects.toThrow('worker of the cluster');
    const other = new pg.Client({ connectionString: url, application_name: 'obelus' });
    await other.connect();
    await expect(run(url)).rejects.toThrow('connections of Obelus are open');
    await other.end();
    expect(await ask(url, `SELECT to_regclass('public.workspace') AS there`)).toEqual([{ there: null }]);
  });

  it('moves what is there, can be called again, and spreads the tables of later migrations', async () => {
    // In use before it had Citus: its functions are on no worker yet.
    const { url, name } = await database(false);
    const [workspace, article, claim] = [randomUUID(), randomUUID(), randomUUID()];
    await asOwner(url, async (owner) => {
      await migrate(owner, url);
      await prepareRole(owner, new URL(url).username);
      await owner.query('INSERT INTO workspace (id, name) VALUES ($1, $2)', [workspace, 'Moved']);
      await owner.query(
        `INSERT INTO article (workspace_id, id, slug, title, revision, event_seq) VALUES ($1, $2, 's', 'As it was', 1, 3)`,
        [workspace, article],
      );
      await owner.query(
        `INSERT INTO claim (workspace_id, id, article_id, ordinal, text_revision, block, checkable, priority, standing, rank,
           judged_at, changed_at, block_index) VALUES ($1, $2, $3, 1, 1, 2, true, 1, 3, 1, now(), now(), 0)`,
        [workspace, claim, article],
      );
      await owner.query('DELETE FROM past_row');
    });
    await onAll(
      nodes.map((node) => named(node, name)),
      'CREATE EXTENSION citus',
    );
    for (const node of nodes) await addNode(url, node);
    await run(url);
    expect(lines).toContain('Distributed. Start Obelus as before.');
    expect(await ask(url, 'SELECT title FROM article')).toEqual([{ title: 'As it was' }]);
    // Triggers that keep what is past work on the shards, for rows and for statements.
    await ask(url, `UPDATE article SET title = 'As it is' WHERE workspace_id = $1`, [workspace]);
    await ask(
      url,
      `INSERT INTO claim (workspace_id, id, article_id, ordinal, text_revision, block, checkable, priority, standing, rank,
         judged_at, changed_at, block_index) VALUES ($1, $2, $3, 2, 1, 2, true, 1, 3, 1, now(), now(), 0)`,
      [workspace, randomUUID(), article],
    );
    expect(await ask(url, 'SELECT kind, until_seq, state FROM past_row ORDER BY kind')).toMatchObject([
      { kind: 1, until_seq: '3', state: { title: 'As it was' } },
      { kind: 2, until_seq: '3', state: null },
    ]);

    // As a migration does.
    await ask(
      url,
      `CREATE TABLE note (workspace_id uuid NOT NULL, id uuid NOT NULL, article_id uuid NOT NULL, PRIMARY KEY (workspace_id, id),
         FOREIGN KEY (workspace_id, article_id) REFERENCES article (workspace_id, id) ON DELETE CASCADE)`,
    );
    lines = [];
    await run(url);
    expect(lines).toContain('It was distributed already, and is up to date.');
    expect(lines.filter((line) => line.includes(': distributed'))).toEqual([
      expect.stringMatching(/^note: distributed/) as string,
    ]);
    await ask(url, 'INSERT INTO note VALUES ($1, $2, $3)', [workspace, randomUUID(), article]);
    await expect(ask(url, 'INSERT INTO note VALUES ($1, $2, $2)', [workspace, randomUUID()])).rejects.toThrow(
      'foreign key',
    );

    // What goes with a workspace goes on every shard, events of no article as well.
    await ask(
      url,
      `INSERT INTO event (workspace_id, article_id, seq, kind, subject_type, subject_id) VALUES ($1, $1, 1, 'k', 'Workspace', $1)`,
      [workspace],
    );
    await ask(url, 'DELETE FROM workspace WHERE id = $1', [workspace]);
    for (const table of ['claim', 'event', 'past_row', 'note'])
      expect(await ask(url, `SELECT count(*)::integer AS left FROM ${table}`)).toEqual([{ left: 0 }]);
  }, 120_000);

  it('takes back all of it when a step fails', async () => {
    const { url } = await database(true);
    for (const node of nodes) await addNode(url, node);
    await asOwner(url, async (owner) => {
      await migrate(owner, url);
      await prepareRole(owner, new URL(url).username);
      // A key that no shard could keep.
      await owner.query('CREATE UNIQUE INDEX nobody ON verdict (text)');
      await expect(distribute(owner, { shards: 4, say: () => undefined })).rejects.toThrow();
      expect(await owner.query('SELECT FROM pg_dist_partition')).toEqual([]);
      expect(await owner.query(`SELECT FROM pg_trigger WHERE tgname = 'keep_come'`)).toHaveLength(3);
      expect(await owner.query('SELECT * FROM fold_tallies(1)')).toEqual([{ fold_tallies: 0 }]);
    });
  }, 120_000);
});
