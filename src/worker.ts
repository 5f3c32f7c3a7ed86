import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { WorkerModule } from './app.module.js';
import { readConfig, type Config } from './config/config.js';
import { startDatabase, type StartedDatabase } from './database/start-database.js';
import { StartError } from './database/start-error.js';
import { RuleChanges, workspacesJudgedOtherwise } from './editing/rule-changes.js';
import { ENTITIES } from './entities.js';
import { describedRules, installPlugins } from './plugins/installed-rules.js';
import { PluginLoadError } from './plugins/load-plugins.js';
import { closeOnSignal, loggerOf, tell } from './process.js';
import { MetricsListenError } from './telemetry/metrics-server.js';

/**
 * Does jobs beside the server, and answers nobody.
 *
 * @throws StartError, PluginLoadError: to be told in a line, nothing is left running
 */
export async function work(config: Config, say: (line: string) => void): Promise<INestApplicationContext> {
  if (config.databaseUrl === null) {
    const why = 'the embedded database serves one process';
    const message = `${why}: start the server with OBELUS_JOBS=on, which does the jobs too, or set DATABASE_URL`;
    throw new StartError('DATABASE_REFUSED', message);
  }
  await installPlugins(config.pluginModules, process.cwd());
  const rules = describedRules();
  if (rules !== null) say(rules);
  // Jobs follow what was changed a moment ago: they read where it is written.
  const started = await startDatabase({
    config: config.with({ readUrls: null }),
    entities: ENTITIES,
    prepare: workspacesJudgedOtherwise,
    log: say,
  });
  try {
    const app = await createWorker(config, started);
    await app.get(RuleChanges).adoptIn(started.prepared);
    say('Obelus does background jobs');
    return app;
  } catch (error) {
    await started.close();
    throw error;
  }
}

/** Closing it hands back what is under way, and closes the database. */
async function createWorker(config: Config, started: StartedDatabase): Promise<INestApplicationContext> {
  const working = Object.assign(config, { jobs: 'on' as const });
  return await NestFactory.createApplicationContext(WorkerModule.for(working, started), {
    abortOnError: false,
    logger: loggerOf(config),
  });
}

async function main(): Promise<void> {
  try {
    closeOnSignal(await work(readConfig(), (line) => console.log(line)));
  } catch (error) {
    tell(error, MetricsListenError, PluginLoadError);
    process.exitCode = 1;
  }
}

const program = process.argv[1];
if (program !== undefined && realpathSync(program) === fileURLToPath(import.meta.url)) await main();
