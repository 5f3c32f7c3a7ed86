import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { v7 as uuid } from 'uuid';
import { ROLE, type Role } from '../../src/database/codes.js';
import { Database } from '../../src/database/database.js';
import { onAll } from './citus-template.js';
import type { TemplateUrls } from './template.js';

/** The tests of Jest's project "citus" run on a cluster: see jest.config.js. */
export const ON_CITUS = 'OBELUS_ON_CITUS' in globalThis;

/** What tests do as the owner need not go to one shard, and they make triggers. */
const OWNER_ON_CITUS = '-c citus.enable_repartition_joins=on -c citus.enable_unsafe_triggers=on';

/** A test of what only one server has: which of its connections waits for which, and the like. */
export const onOneServer = ON_CITUS ? it.skip : it;

/** A viewer of a workspace made for a test. */
export interface TestViewer {
  readonly workspaceId: string;
  readonly memberId: string;
  readonly tokenId: string;
  readonly role: Role;
}

/** A database of one test file's own. */
export interface TestDatabase {
  /** As the program sees it. */
  readonly database: Database;
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** A statement as the owner, who sees all workspaces. */
  owner<R = Record<string, unknown>>(sql: string, params?: unknown[]): Promise<R[]>;
  /** A statement as the server's administrator, who may end other connections. */
  admin<R = Record<string, unknown>>(sql: string, params?: unknown[]): Promise<R[]>;
  /** Makes a workspace with one member. */
  workspace(name?: string, role?: Role): Promise<TestViewer>;
  drop(): Promise<void>;
}

/** Clones the migrated database. Call `drop` when done. */
export async function createTestDatabase(
  options: { entities?: readonly (new () => object)[]; poolSize?: number; statementTimeoutMs?: number } = {},
): Promise<TestDatabase> {
  const urls = templateUrls();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const owning = decodeURIComponent(new URL(urls.ownerUrl).username);
  await onAll(urls.nodes, `CREATE DATABASE ${name} TEMPLATE ${urls.template} OWNER ${owning}`);
  if (ON_CITUS) {
    // Settings of a database are not cloned.
    for (const setting of ["propagate_set_commands = 'local'", 'enable_stat_counters = on'])
      await onAll(urls.nodes.slice(0, 1), `ALTER DATABASE ${name} SET citus.${setting}`);
  }
  const own = (url: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  const [ownerUrl, appUrl] = [own(urls.ownerUrl), own(urls.appUrl)];
  const database = await Database.connect({
    url: appUrl,
    entities: options.entities ?? [],
    poolSize: options.poolSize ?? 5,
    statementTimeoutMs: options.statementTimeoutMs ?? 10_000,
  });
  const free = ON_CITUS ? { options: OWNER_ON_CITUS } : {};
  const owners = new pg.Pool({ connectionString: ownerUrl, max: 2, ...free });
  const admins = new pg.Pool({ connectionString: own(urls.adminUrl), max: 1 });
  // Dropping the database can reach a connection that is still closing.
  for (const each of [owners, admins]) each.on('error', () => undefined);
  const owner = async <R>(sql: string, params: unknown[] = []): Promise<R[]> =>
    (await owners.query(sql, params)).rows as R[];
  return {
    database,
    ownerUrl,
    appUrl,
    owner,
    admin: async <R>(sql: string, params: unknown[] = []) => (await admins.query(sql, params)).rows as R[],
    async workspace(title = 'A desk', role = 'ADMIN') {
      const [workspaceId, memberId] = [uuid(), uuid()];
      await owner('INSERT INTO workspace (id, name) VALUES ($1, $2)', [workspaceId, title]);
      await owner('INSERT INTO member (workspace_id, id, name, role) VALUES ($1, $2, $3, $4)', [
        workspaceId,
        memberId,
        'A member',
        ROLE.toCode[role],
      ]);
      return { workspaceId, memberId, tokenId: uuid(), role };
    },
    async drop() {
      await database.close();
      await owners.end();
      await admins.end();
      await onAll(urls.nodes, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

function templateUrls(): TemplateUrls {
  const urls = ON_CITUS ? process.env.OBELUS_TEST_CITUS : process.env.OBELUS_TEST_DATABASE;
  if (!urls) throw new Error('no database for tests: run them through Jest, whose global set-up starts it');
  return JSON.parse(urls) as TemplateUrls;
}
