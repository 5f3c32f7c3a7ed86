/** Starts an embedded PostgreSQL in the folder given, says so in a line of JSON, and does as it is told on its input. */
import { once } from 'node:events';
import { startEmbeddedPostgres } from '../../src/database/embedded-postgres.js';
import { StartError } from '../../src/database/start-error.js';

try {
  const postgres = await startEmbeddedPostgres({ dataDir: process.argv[2]! });
  process.stdout.write(`${JSON.stringify({ pid: postgres.pid, adminUrl: postgres.adminUrl })}\n`);
  const [told] = (await once(process.stdin, 'data')) as [Buffer];
  if (told.toString().startsWith('stop')) await postgres.stop();
  process.exit(0);
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  process.stdout.write(`${JSON.stringify({ code: error.code, message: error.message })}\n`);
  process.exit(1);
}
