/** A process that asks the second judge by itself, and does nothing else. It ends when it is killed. */
import 'reflect-metadata';
import { readConfig } from '../../src/config/config.js';
import { Consulting } from '../../src/consulting/consulting.js';
import { Database } from '../../src/database/database.js';
import { ENTITIES } from '../../src/entities.js';
import { Jobs } from '../../src/jobs/jobs.js';

const database = await Database.connect({
  url: process.argv[2]!,
  entities: ENTITIES,
  poolSize: 4,
  statementTimeoutMs: 5_000,
});
const jobs = new Jobs(database, { jobs: 'on' });
const config = readConfig({ OBELUS_JUDGE_URL: process.argv[3]!, OBELUS_JUDGE_MODEL: 'judge-1' });
new Consulting(database, jobs, config).onModuleInit();
await jobs.onApplicationBootstrap();
