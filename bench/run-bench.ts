import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { openSet, type DataSet } from './data/data-set.js';
import { MEASURES } from './measures/all.js';
import type { Bench } from './measures/bench.js';
import { findPages } from './measures/pages.js';
import { POSTGRAPHILE_FUNCTION } from './measures/queries.js';
import type { Options } from './options.js';
import type { Circumstances, Report, Section } from './report/section.js';
import { startObelus, startOther, type Contestant } from './servers/contestants.js';

const PEERS = join(import.meta.dirname, 'peers');
/** Random pages that are asked for in turn. */
const PLACES = 200;

/**
 * Opens the data set, starts all servers, and does the measurements that were asked for.
 *
 * @param told each section as soon as it is there
 */
export async function runBench(
  options: Options,
  say: (line: string) => void,
  told: (section: Section) => void,
): Promise<Report> {
  const [loadBefore] = loadavg() as [number];
  if (options.peers) installPeers(say);
  await mkdir(options.folder, { recursive: true });
  const set = await openSet(options.folder, options, say);
  const contestants: Contestant[] = [];
  try {
    await start(options, set, contestants);
    const bench: Bench = {
      options: { ...options, durationMs: options.seconds * 1000, warmUpMs: 1000 },
      set,
      pages: await findPages(set, PLACES),
      contestants,
      spins: [],
      say,
    };
    const sections: Section[] = [];
    for (const name of options.only) {
      const section = await MEASURES[name](bench);
      sections.push(section);
      told(section);
    }
    return { circumstances: await circumstances(options, set, bench.spins, loadBefore), sections };
  } finally {
    for (const each of contestants) await each.stop();
    await set.close();
  }
}

async function start({ checkouts, peers }: Options, set: DataSet, contestants: Contestant[]): Promise<void> {
  for (const { name, path } of checkouts) contestants.push(await startObelus(name, path, set));
  contestants.push(await startOther('bare server', 'floor', set));
  if (!peers) return;
  for (const statement of POSTGRAPHILE_FUNCTION) await set.rows(statement);
  contestants.push(await startOther('PostGraphile 5', 'postgraphile', set));
  contestants.push(await startOther('Nest + Apollo + TypeORM', 'nest', set));
}

/** As their lock says, once. */
function installPeers(say: (line: string) => void): void {
  if (existsSync(join(PEERS, 'node_modules/.package-lock.json'))) return;
  say('installing the peers (about a minute, once)');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'], {
    cwd: PEERS,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('the peers could not be installed; --no-peers measures without them');
}

async function circumstances(
  { claims, workspaces, only, write }: Options,
  set: DataSet,
  spins: readonly number[],
  loadBefore: number,
): Promise<Circumstances> {
  const [{ version }] = (await set.rows<{ version: string }>(
    `SELECT current_setting('server_version') AS version`,
  )) as [{ version: string }];
  const [counts] = await set.rows<Record<string, string>>(
    `SELECT (SELECT count(*) FROM article) AS articles, (SELECT count(*) FROM claim) AS claims,
       (SELECT count(*) FROM citation) AS citations, (SELECT count(*) FROM source) AS sources,
       (SELECT count(*) FROM finding) AS findings`,
  );
  const told = Object.entries(counts!).map(([what, count]) => `${Number(count).toLocaleString('en')} ${what}`);
  const asked = [
    ...(claims === 1_000_000 ? [] : [`--claims ${claims}`]),
    ...(workspaces === 20 ? [] : [`--workspaces ${workspaces}`]),
    ...(only.length === Object.keys(MEASURES).length ? [] : [`--only ${only.join(',')}`]),
    ...(write ? ['--write'] : []),
  ];
  return {
    command: `npm run bench${asked.length > 0 ? ` -- ${asked.join(' ')}` : ''}`,
    processors: cpus().length,
    processor: cpus()[0]?.model ?? 'unknown',
    memoryGib: totalmem() / 2 ** 30,
    system: `${type()} ${release()}`,
    node: process.versions.node,
    postgres: version,
    set: `${told.join(', ')}, in ${workspaces} workspaces`,
    spins,
    loadBefore,
  };
}
