/** A process that judges articles again after changes outside of them, and does no other jobs. It ends when it is killed. */
import 'reflect-metadata';
import { Database } from '../../src/database/database.js';
import { Ripples } from '../../src/editing/ripples.js';
import { ENTITIES } from '../../src/entities.js';
import { Jobs } from '../../src/jobs/jobs.js';

const database = await Database.connect({
  url: process.argv[2]!,
  entities: ENTITIES,
  poolSize: 4,
  statementTimeoutMs: 60_000,
});
const jobs = new Jobs(database, { jobs: 'on' });
new Ripples(database, jobs).onModuleInit();
await jobs.onApplicationBootstrap();
