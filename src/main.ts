import { readFileSync, realpathSync } from 'node:fs';
import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { SignInFailures } from './auth/sign-in-failures.js';
import { Tokens } from './auth/tokens.js';
import type { Viewer } from './auth/viewer.js';
import { isMember, Member } from './cluster/member.js';
import { MemberError, Supervisor } from './cluster/supervisor.js';
import { readConfig, type Config } from './config/config.js';
import { addConsole } from './console/console.js';
import { Database } from './database/database.js';
import { joinDatabase, startDatabase, type PreparedDatabase, type StartedDatabase } from './database/start-database.js';
import { RuleChanges, workspacesJudgedOtherwise } from './editing/rule-changes.js';
import { ENTITIES } from './entities.js';
import { addHttpHooks, GRAPHQL_PATH } from './graphql/http-hooks.js';
import { RateLimits } from './graphql/limits/rate.js';
import { addSockets } from './graphql/socket/socket-server.js';
import { ImportArticle } from './importing/import-article.js';
import { importSample } from './importing/import-sample.js';
import { describedRules, installPlugins } from './plugins/installed-rules.js';
import { PluginLoadError } from './plugins/load-plugins.js';
import { closeOnSignal, lineOf, loggerOf, tell } from './process.js';
import { addTelemetry } from './telemetry/http-telemetry.js';
import { listenForMetrics, MetricsListenError } from './telemetry/metrics-server.js';
import { shareMetrics } from './telemetry/registry.js';
import { ensureWorkspace, type FirstWorkspace } from './workspaces/first-workspace.js';

/** How long one request may take to arrive, in milliseconds: a body that trickles in holds no connection for ever. */
const REQUEST_TIMEOUT_MS = 60_000;
/** Beside the folder of what is built. */
const SAMPLE = new URL('../../samples/hydrogen-buses.md', import.meta.url);

/** The address cannot be had. The message is one line for people. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

/** The server on a started database, not listening yet. Closing it closes the database. */
export async function createServer(config: Config, started: StartedDatabase): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    requestTimeout: REQUEST_TIMEOUT_MS,
    trustProxy: config.trustedProxies ?? false,
    // Who offers another protocol, as curl does HTTP/2, is answered in this one. Node before 24 refuses them.
    http: { shouldUpgradeCallback: ({ headers }) => headers.upgrade?.toLowerCase() === 'websocket' },
    // At the end, connections that only wait for a next request are not waited for.
    forceCloseConnections: true,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.for(config, started), adapter, {
    // Fastify's own parser of JSON does; Nest's would take forms as well.
    bodyParser: false,
    abortOnError: false,
    logger: loggerOf(config),
  });
  const server = adapter.getInstance();
  const callers = {
    tokens: app.get(Tokens),
    rates: app.get(RateLimits),
    failures: new SignInFailures(config.rateLimitAddress > 0),
  };
  addTelemetry(server, config);
  addHttpHooks(server, { ...callers, graphiql: !config.production });
  addSockets(server, { ...callers, config, database: started.database });
  addConsole(server);
  return app;
}

/** Starts everything, listens, and says where. @throws StartError, PluginLoadError, ListenError: to be told in a line, nothing is left running */
export async function serve(config: Config, say: (line: string) => void): Promise<NestFastifyApplication> {
  await install(config, say);
  const started = await prepare(config, say);
  const { first, judgedOtherwise } = started.prepared;
  const app = await listen(config, started, { viewer: first, judgedOtherwise });
  for (const line of greeting(await app.getUrl(), config, first)) say(line);
  return app;
}

/**
 * Starts the database, and several processes that serve on one port.
 *
 * @throws StartError, PluginLoadError, MemberError, MetricsListenError: to be told in a line, nothing is left running
 */
export async function serveTogether(config: Config, say: (line: string) => void): Promise<{ close(): Promise<void> }> {
  await install(config, say);
  const started = await prepare(config.with({ readUrls: null }), say);
  const { first, judgedOtherwise } = started.prepared;
  const supervisor = new Supervisor({
    count: config.processCount,
    program: fileURLToPath(import.meta.url),
    host: config.host,
    port: config.port,
    assign: (slot, isFirst) => ({
      databaseUrl: started.programUrl,
      jobs: config.jobs === 'each' || (config.jobs === 'on' && slot === 0) ? 'on' : 'off',
      sample: isFirst ? config.sample : 'off',
      judgedOtherwise: isFirst ? judgedOtherwise : [],
      viewer: { workspaceId: first.workspaceId, memberId: first.memberId },
    }),
  });
  let metrics: Server | null = null;
  const close = async (): Promise<void> => {
    await supervisor.close();
    metrics?.closeAllConnections();
    metrics?.close();
    await started.close();
  };
  try {
    shareMetrics(() => supervisor.measure());
    const url = await supervisor.start();
    if (config.metricsPort !== null) metrics = await listenForMetrics(config);
    say(`${config.processCount} processes serve together`);
    for (const line of greeting(url, config, first)) say(line);
  } catch (error) {
    await close();
    throw error;
  }
  process.on('SIGUSR2', () => void supervisor.replaceAll());
  return { close };
}

/** Serves as one of several processes. */
async function serveAsMember(): Promise<void> {
  const member = await Member.join();
  const { assignment } = member;
  const { databaseUrl, port, jobs, sample } = assignment;
  const config = readConfig().with({ databaseUrl, ownerUrl: null, port, jobs, sample });
  // What was installed is told by who supervises.
  await install(config, () => undefined);
  const log = (line: string): void => new Logger('Obelus').warn(line);
  const started = await joinDatabase({ config, entities: ENTITIES, log }, databaseUrl);
  const app = await listen(config, started, assignment);
  // Ctrl-C in a terminal reaches all processes: who supervises ends the others in order.
  const stop = closeOnSignal(app, ['SIGTERM']);
  for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined);
  member.ready(await app.getUrl(), app.get(RateLimits), stop);
}

async function install(config: Config, say: (line: string) => void): Promise<void> {
  // Also what is told before there is an application, and by who has none.
  Logger.overrideLogger(loggerOf(config));
  await installPlugins(config.pluginModules, process.cwd());
  const rules = describedRules();
  if (rules !== null) say(rules);
}

const prepare = (config: Config, log: (line: string) => void): Promise<PreparedDatabase<Prepared>> =>
  startDatabase({
    config,
    entities: ENTITIES,
    prepare: async (owner) => ({
      first: await ensureWorkspace(owner, config),
      judgedOtherwise: config.jobs === 'off' ? [] : await workspacesJudgedOtherwise(owner),
    }),
    log,
  });

interface Prepared {
  readonly first: FirstWorkspace;
  readonly judgedOtherwise: string[];
}

/** What is done once a start, by the process that serves first. */
interface Beginning {
  readonly viewer: Pick<Viewer, 'workspaceId' | 'memberId'>;
  readonly judgedOtherwise: readonly string[];
}

/** @throws ListenError; then the database is closed */
async function listen(
  config: Config,
  started: StartedDatabase,
  { viewer, judgedOtherwise }: Beginning,
): Promise<NestFastifyApplication> {
  let app: NestFastifyApplication | null = null;
  try {
    app = await createServer(config, started);
    await app.init();
    await app.get(RuleChanges).adoptIn(judgedOtherwise);
    if (config.sample === 'on') await offerSample(app, viewer);
    await app.listen(config.port, config.host);
    return app;
  } catch (error) {
    await (app ? app.close() : Promise.resolve()).catch(() => undefined);
    await started.close();
    throw listenError(error, config);
  }
}

/** A server without its sample is a server all the same. */
async function offerSample(app: NestFastifyApplication, { workspaceId, memberId }: Beginning['viewer']): Promise<void> {
  try {
    const viewer = { workspaceId, memberId, role: 'ADMIN' } as const;
    await importSample(app.get(Database), app.get(ImportArticle), viewer, readFileSync(SAMPLE, 'utf8'));
  } catch (error) {
    new Logger('Obelus').warn(`the sample was not imported: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function listenError(error: unknown, { host, port }: Config): unknown {
  const { code } = error as { code?: string };
  if (code === 'EADDRINUSE') {
    return new ListenError(`port ${port} of ${host} is in use; end what uses it, or set PORT`);
  }
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new ListenError(`cannot listen on ${host}, port ${port} (${code}); set HOST or PORT`);
  }
  return error;
}

/** What a newcomer needs to know: where to look, and with what. */
function greeting(url: string, config: Config, first: FirstWorkspace): string[] {
  const address = `${url}${GRAPHQL_PATH}`;
  const { newToken } = first;
  if (newToken === null) {
    return [
      `Obelus answers at ${address}`,
      `The console is at ${url}`,
      'Every call needs a token: the one that the first start printed, or the one in OBELUS_TOKEN',
    ];
  }
  return [
    `Obelus answers at ${address}`,
    `Your token, shown this once: ${newToken}`,
    `Open ${url}/#token=${newToken} in a browser: the console, signed in`,
    config.production
      ? `Send it with every call: { "Authorization": "Bearer ${newToken}" }`
      : `To try queries, open ${address}#token=${newToken}`,
  ];
}

async function main(): Promise<void> {
  try {
    if (isMember()) return await serveAsMember();
    const config = readConfig();
    const say = (line: string): void => console.log(line);
    closeOnSignal(await (config.processCount > 1 ? serveTogether(config, say) : serve(config, say)));
  } catch (error) {
    if (isMember()) await Member.failed(lineOf(error, ListenError, PluginLoadError));
    else tell(error, ListenError, MemberError, MetricsListenError, PluginLoadError);
    process.exitCode = 1;
    // The way to who supervises would hold it.
    if (isMember()) process.exit();
  }
}

const program = process.argv[1];
if (program !== undefined && realpathSync(program) === fileURLToPath(import.meta.url)) await main();
