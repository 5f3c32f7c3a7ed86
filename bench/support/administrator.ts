import pg from 'pg';
import type { EmbeddedPostgres } from '../../src/database/embedded-postgres.js';

type Server = Pick<EmbeddedPostgres, 'adminUrl'>;

/** Statements of a superuser, one after the other. @throws as PostgreSQL's driver does */
export const administer = (server: Server, statements: readonly string[]): Promise<void> =>
  asAdministrator(server, async (client) => {
    for (const each of statements) await client.query(each);
  });

/** Whether the server has a database of that name. */
export const hasDatabase = (server: Server, name: string): Promise<boolean> =>
  asAdministrator(
    server,
    async (client) => (await client.query('SELECT FROM pg_database WHERE datname = $1', [name])).rowCount === 1,
  );

async function asAdministrator<T>({ adminUrl }: Server, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
