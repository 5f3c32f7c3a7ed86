import pg from 'pg';
import { startEmbeddedPostgres } from '../../src/database/embedded-postgres.js';
import { administer, hasDatabase } from './administrator.js';
import type { Api } from './api.js';
import { articleText, SPARE_ARTICLE } from './articles.js';

/** A database of the run's own on an embedded PostgreSQL, set as the program sets it. */
export interface BenchDatabase {
  /** For the program's processes. */
  readonly environment: Record<string, string>;
  /** A statement as the owner, who sees all workspaces. */
  rows<R extends pg.QueryResultRow>(sql: string, params?: unknown[]): Promise<R[]>;
  /** Makes what is stored now the start of later runs. Nobody may be connected. */
  keepAs(name: string): Promise<void>;
  close(): Promise<void>;
}

const RUN = 'obelus_run';
/** What the embedded PostgreSQL calls its first, empty database. */
const EMPTY = 'obelus';
/** Imports at once. */
const AT_ONCE = 4;

/**
 * @param dataDir where PostgreSQL keeps its data
 * @param template the name that a former run kept a database under
 * @returns whether there is one of that name, besides the database
 */
export async function openDatabase(
  dataDir: string,
  template: string,
): Promise<{ database: BenchDatabase; isBuilt: boolean }> {
  const server = await startEmbeddedPostgres({ dataDir });
  const isBuilt = await hasDatabase(server, template);
  await administer(server, [
    `DROP DATABASE IF EXISTS ${RUN}`,
    `CREATE DATABASE ${RUN} TEMPLATE ${isBuilt ? template : EMPTY} OWNER obelus_owner`,
  ]);
  const own = (url: string): string => Object.assign(new URL(url), { pathname: `/${RUN}` }).href;
  let pool: pg.Pool | null = null;
  return {
    isBuilt,
    database: {
      environment: { DATABASE_URL: own(server.appUrl), OBELUS_OWNER_URL: own(server.ownerUrl) },
      async rows<R extends pg.QueryResultRow>(sql: string, params: unknown[] = []) {
        pool ??= new pg.Pool({ connectionString: own(server.ownerUrl), max: 1 });
        return (await pool.query<R>(sql, params)).rows;
      },
      async keepAs(name) {
        await pool?.end();
        pool = null;
        await administer(server, [`CREATE DATABASE ${name} TEMPLATE ${RUN} OWNER obelus_owner`]);
      },
      async close() {
        await pool?.end();
        await server.stop();
      },
    },
  };
}

/** Imports the articles over the API, as a program of a newsroom would. */
export async function importArticles(
  api: Api,
  count: number,
  claims: number,
  say: (line: string) => void,
): Promise<void> {
  const one = async (slug: string, content: string): Promise<void> => {
    await api.change('importArticle', { slug, content, format: 'TEXT' }, 'article { id }');
  };
  await one('ledger', SPARE_ARTICLE);
  let next = 0;
  const some = async (): Promise<void> => {
    for (let i = next++; i < count; i = next++) {
      await one(`line-${i}`, articleText(i, claims));
      if ((i + 1) % 200 === 0) say(`${i + 1} of ${count} articles imported`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, some));
}
