import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where Debian puts each major version. */
const ROOT = '/usr/lib/postgresql';
/** The oldest that the program works with. */
const OLDEST = 15;

/**
 * The folder with the programs of the newest PostgreSQL that is installed. The one that the project brings lacks what makes
 * a replica.
 *
 * @returns null where there is none: tests that need it are skipped
 */
export function installedPostgres(): string | null {
  if (!existsSync(ROOT)) return null;
  const versions = readdirSync(ROOT)
    .map(Number)
    .filter((version) => version >= OLDEST && existsSync(join(ROOT, String(version), 'bin', 'pg_basebackup')));
  return versions.length === 0 ? null : join(ROOT, String(Math.max(...versions)), 'bin');
}
