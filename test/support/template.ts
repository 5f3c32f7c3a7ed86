import { startEmbeddedPostgres } from '../../src/database/embedded-postgres.js';
import { migrate } from '../../src/database/migrate.js';
import { asOwner } from '../../src/database/owner-connection.js';
import { APP_ROLE } from '../../src/database/role-names.js';
import { prepareRole } from '../../src/database/roles.js';

export interface TemplateUrls {
  readonly adminUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** The database to clone. */
  readonly template: string;
  /** The servers on which it is cloned, each by its administrator's URL. */
  readonly nodes: readonly string[];
}

/** A server whose database `obelus` has the tables and nothing in them. Crash safety is off: it is thrown away. */
export async function startTemplate(dataDir: string): Promise<{ urls: TemplateUrls; stop(): Promise<void> }> {
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  const server = await startEmbeddedPostgres({ dataDir, maxConnections: 100, settings });
  const { adminUrl, ownerUrl, appUrl } = server;
  await asOwner(ownerUrl, async (owner) => {
    await migrate(owner, ownerUrl);
    await prepareRole(owner, APP_ROLE);
  });
  return { urls: { adminUrl, ownerUrl, appUrl, template: 'obelus', nodes: [adminUrl] }, stop: () => server.stop() };
}
