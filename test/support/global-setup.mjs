/** Starts one PostgreSQL for all tests that need one, with a migrated database to clone: see test-database.ts. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import './typescript.mjs';

export default async function globalSetup() {
  const { startTemplate } = await import('./template.ts');
  const dataDir = await mkdtemp(join(tmpdir(), 'obelus-test-'));
  const template = await startTemplate(join(dataDir, 'data'));
  process.env.OBELUS_TEST_DATABASE = JSON.stringify(template.urls);
  globalThis.__obelusTemplate = { stop: template.stop, dataDir };
}
