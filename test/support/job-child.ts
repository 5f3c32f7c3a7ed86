/**
 * A process that does jobs of the kind "stubborn", and never gets beyond their first step. It says on its output when it
 * has taken that, and ends when it is killed.
 */
import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import { Database } from '../../src/database/database.js';
import { ENTITIES } from '../../src/entities.js';
import { Jobs } from '../../src/jobs/jobs.js';

const database = await Database.connect({
  url: process.argv[2]!,
  entities: ENTITIES,
  poolSize: 2,
  statementTimeoutMs: 5000,
});
const jobs = new Jobs(database, { jobs: 'on' });
jobs.handle('stubborn', async (_owner, _payload, run) => {
  await run.progress(1);
  process.stdout.write('begun\n');
  await sleep(3_600_000, undefined, { signal: run.signal });
});
await jobs.onApplicationBootstrap();
