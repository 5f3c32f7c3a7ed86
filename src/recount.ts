import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { pageOfArticles } from './articles/article.repository.js';
import { readConfig, type Config } from './config/config.js';
import type { Database } from './database/database.js';
import { startDatabase } from './database/start-database.js';
import { recountArticle, type Drift } from './editing/recount.js';
import { recountSources } from './editing/recount-sources.js';
import { ENTITIES } from './entities.js';
import { installPlugins } from './plugins/installed-rules.js';
import { PluginLoadError } from './plugins/load-plugins.js';
import { tell } from './process.js';
import { recountTrend } from './querying/over-time/recount-trend.js';
import { recountBreakdowns } from './querying/recount-breakdowns.js';
import { recountTotals } from './querying/recount-totals.js';

const USAGE = `usage: npm run recount [-- --repair] [-- --slug SLUG]
Works out the keys of sources, standings, ranks, findings, totals and counts anew, and says where what is stored differs.
Exit status: 0 no drift, or all of it repaired; 1 drift; 2 it could not be run.`;

/** Articles that are looked up at a time. */
const PAGE = 200;
/** Differences of one article that are told. */
const TOLD = 20;

export interface RecountOptions {
  readonly repair: boolean;
  /** Only the articles of this slug; null: all. */
  readonly slug: string | null;
}

/**
 * Recounts the sources of all workspaces; their articles, one at a time, each held while it is looked at; and the totals of
 * desks, publishers, rules and headings. Sources and desks only when all articles are looked at.
 *
 * @returns how many articles were looked at, and how many differences there were
 */
export async function recount(
  database: Database,
  workspaceIds: readonly string[],
  { repair, slug }: RecountOptions,
  say: (line: string) => void,
): Promise<{ articles: number; drift: number }> {
  let articles = 0;
  let drift = 0;
  for (const workspaceId of workspaceIds) {
    const scope = { workspaceId };
    // First: findings of articles can name them.
    const keys = slug === null ? await recountSources(database, workspaceId, repair) : [];
    drift += keys.length;
    for (const each of keys) say(`workspace ${workspaceId}: ${lineOf(each)}`);
    for (let after: string | null = null; ;) {
      const page: string[] = await database.readWorkspace(scope, (connection) =>
        pageOfArticles(connection, workspaceId, after, PAGE, slug),
      );
      for (const id of page) {
        const found = await database.withWorkspace(scope, (connection) =>
          recountArticle(connection, { workspaceId, memberId: null }, id, new Date(), repair),
        );
        articles++;
        drift += found?.length ?? 0;
        for (const line of described(id, found ?? [])) say(line);
      }
      after = page.at(-1) ?? null;
      if (page.length < PAGE) break;
    }
    if (slug !== null) continue;
    const totals = await database.withWorkspace(scope, async (connection) => [
      ...(await recountTotals(connection, workspaceId, repair)),
      ...(await recountTrend(connection, workspaceId, repair)),
      ...(await recountBreakdowns(connection, workspaceId, repair)),
    ]);
    drift += totals.length;
    for (const { of, measure, stored, derived } of totals)
      say(`workspace ${workspaceId}: ${measure} of ${of}: stored ${stored}, derived ${derived}`);
  }
  return { articles, drift };
}

const lineOf = ({ what, id, stored, derived, left }: Drift): string =>
  `${what} of ${id}: stored ${JSON.stringify(stored)}, derived ${JSON.stringify(derived)}${left ? ` (${left})` : ''}`;

function described(articleId: string, drift: readonly Drift[]): string[] {
  const lines = drift.slice(0, TOLD).map((each) => `article ${articleId}: ${lineOf(each)}`);
  return drift.length > TOLD ? [...lines, `article ${articleId}: ${drift.length - TOLD} more`] : lines;
}

async function run(config: Config, options: RecountOptions): Promise<number> {
  const say = (line: string): void => console.log(line);
  await installPlugins(config.pluginModules, process.cwd());
  const started = await startDatabase({
    config,
    entities: ENTITIES,
    prepare: (owner) => owner.query<{ id: string }>('SELECT id FROM workspace ORDER BY id'),
    log: say,
  });
  try {
    const workspaceIds = started.prepared.map(({ id }) => id);
    const { articles, drift } = await recount(started.database, workspaceIds, options, say);
    say(`${articles} articles, ${drift} differences${options.repair && drift > 0 ? ', repaired' : ''}`);
    return drift > 0 && !options.repair ? 1 : 0;
  } finally {
    await started.close();
  }
}

async function main(): Promise<void> {
  try {
    const { values } = parseArgs({
      options: { repair: { type: 'boolean', default: false }, slug: { type: 'string' }, help: { type: 'boolean' } },
    });
    if (values.help) console.log(USAGE);
    else process.exitCode = await run(readConfig(), { repair: values.repair, slug: values.slug ?? null });
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')) {
      console.error(`obelus: ${(error as Error).message}\n${USAGE}`);
    } else tell(error, PluginLoadError);
    process.exitCode = 2;
  }
}

const program = process.argv[1];
if (program !== undefined && realpathSync(program) === fileURLToPath(import.meta.url)) await main();
