/** A process that tries addresses of sources, and does no other jobs. It says on its output when it is ready, and ends when it is killed. */
import 'reflect-metadata';
import { LinkChecks, type LinkPace } from '../../src/capturing/link-checks.js';
import { Database } from '../../src/database/database.js';
import { Ripples } from '../../src/editing/ripples.js';
import { ENTITIES } from '../../src/entities.js';
import { Jobs } from '../../src/jobs/jobs.js';
import { fetcherFor } from '../fetching/support/site.js';
import { sourceReadingPool } from './reading-pool.js';

const database = await Database.connect({
  url: process.argv[2]!,
  entities: ENTITIES,
  poolSize: 4,
  statementTimeoutMs: 5_000,
});
const pace: LinkPace = { gapMs: 20, lanes: 4, most: 50, ofHost: 50, budgetMs: 60_000 };
const jobs = new Jobs(database, { jobs: 'on' }, { pollSeconds: 0.5, superviseSeconds: 1, farewellMs: 1_000 });
const ripples = new Ripples(database, jobs);
const settings = { checkLinks: 'on', archiveLookup: null } as const;
new LinkChecks(database, ripples, fetcherFor(), sourceReadingPool(), jobs, settings, pace).onModuleInit();
ripples.onModuleInit();
await jobs.onApplicationBootstrap();
process.stdout.write('ready\n');
