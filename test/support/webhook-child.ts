/** A process that delivers to webhooks on this machine, and does nothing else. It ends when it is killed. */
import 'reflect-metadata';
import { Database } from '../../src/database/database.js';
import { ENTITIES } from '../../src/entities.js';
import { Jobs } from '../../src/jobs/jobs.js';
import { Courier } from '../../src/webhooks/courier.js';
import { KeyStore } from '../../src/webhooks/key-store.js';
import { fetcherFor } from '../fetching/support/site.js';

const database = await Database.connect({
  url: process.argv[2]!,
  entities: ENTITIES,
  poolSize: 4,
  statementTimeoutMs: 5_000,
});
const jobs = new Jobs(database, { jobs: 'on' });
new Courier(database, jobs, fetcherFor(), new KeyStore(null)).onModuleInit();
await jobs.onApplicationBootstrap();
