import type { Database } from '../../src/database/database.js';
import { Fetcher } from '../../src/fetching/fetcher.js';
import { ImportArticle } from '../../src/importing/import-article.js';
import type { ReadingPool } from '../../src/importing/reading-pool.js';
import { ReviseArticle } from '../../src/importing/revise-article.js';
import type { Jobs } from '../../src/jobs/jobs.js';

/** Goes to the public web alone. */
const PUBLIC = new Fetcher({ allowed: { hosts: new Set(), networks: [] }, contact: null });

/** What imports articles, put together as the modules do. */
export const importerOf = (database: Database, pool: ReadingPool, jobs: Jobs, fetcher = PUBLIC): ImportArticle =>
  new ImportArticle(database, new ReviseArticle(database, pool), pool, jobs, fetcher);
