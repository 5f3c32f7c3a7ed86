import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { openSet, type DataSet } from './data/data-set.js';
import { MEASURES } from './measures/all.js';
import type { Bench } from './measures/bench.js';
import { findPages } from './measures/pages.js';
import { POSTGRAPHILE_FUNCTION } from './measures/queries.js';
import { commandOf, type Options } from './options.js';
import { runGrowth } from './run-growth.js';
import type { Circumstances, Report, Section } from './report/section.js';
import { startObelus, startOther, type Contestant } from './servers/contestants.js';

const PEERS = join(import.meta.dirname, 'peers');
/** Random pages that are asked for in turn. */
const PLACES = 200;

/**
 * Opens the data set, starts all servers, and does the measurements that were asked for.
 *
 * @param told what there is after each section, the new one last
 */
export async function runBench(
  options: Options,
  say: (line: string) => void,
  told: (soFar: Report) => Promise<void>,
): Promise<Report> {
  const [loadBefore] = loadavg() as [number];
  if (options.peers) installPeers(say);
  await mkdir(options.folder, { recursive: true });
  const sections: Section[] = [];
  const spins: number[] = [];
  let seen: Seen | null = null;
  const opened = async (set: DataSet): Promise<void> => {
    seen ??= await look(set);
  };
  const report = (): Report => ({ circumstances: circumstances(options, seen!, spins, loadBefore), sections });
  const add = async (section: Section): Promise<void> => {
    sections.push(section);
    await told(report());
  };
  if (options.only.length > 0) {
    const set = await openSet(options.folder, options, say);
    try {
      await opened(set);
      await measureAll(options, set, spins, say, add);
    } finally {
      await set.close();
    }
  }
  if (options.growth.length > 0) await runGrowth(options, say, spins, opened, add);
  return report();
}

async function measureAll(
  options: Options,
  set: DataSet,
  spins: number[],
  say: (line: string) => void,
  add: (section: Section) => Promise<void>,
): Promise<void> {
  const contestants: Contestant[] = [];
  try {
    await start(options, set, contestants);
    const bench: Bench = {
      options: { ...options, durationMs: options.seconds * 1000, warmUpMs: 1000 },
      set,
      pages: await findPages(set, PLACES),
      contestants,
      memoryAtMost: new Map(),
      spins,
      say,
    };
    for (const name of options.only) await add(await MEASURES[name](bench));
  } finally {
    for (const each of contestants) await each.stop();
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

/** As their lock says, once for each lock. */
function installPeers(say: (line: string) => void): void {
  const lock = readFileSync(join(PEERS, 'package-lock.json'), 'utf8');
  // Installing begins with an empty folder, so this is there only after all went well.
  const installed = join(PEERS, 'node_modules/.installed-lock.json');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === lock) return;
  say('installing the peers (about a minute, once for each version of their lock)');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'], {
    cwd: PEERS,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('the peers could not be installed; --no-peers measures without them');
  writeFileSync(installed, lock);
}

/** What there is in the data set, and where. */
interface Seen {
  readonly postgres: string;
  readonly counts: string;
}

async function look(set: DataSet): Promise<Seen> {
  const [row] = await set.rows<Record<string, string>>(
    `SELECT current_setting('server_version') AS version, (SELECT count(*) FROM article) AS articles,
       (SELECT count(*) FROM claim) AS claims, (SELECT count(*) FROM citation) AS citations,
       (SELECT count(*) FROM source) AS sources, (SELECT count(*) FROM finding) AS findings,
       (SELECT count(*) FROM workspace) AS workspaces`,
  );
  const { version, ...counts } = row!;
  const told = Object.entries(counts).map(([what, count]) => `${Number(count).toLocaleString('en')} ${what}`);
  return { postgres: version!, counts: told.join(', ') };
}

function circumstances(
  options: Options,
  { postgres, counts }: Seen,
  spins: readonly number[],
  loadBefore: number,
): Circumstances {
  return {
    command: commandOf(options),
    processors: cpus().length,
    processor: cpus()[0]?.model ?? 'unknown',
    memoryGib: totalmem() / 2 ** 30,
    system: `${type()} ${release()}`,
    node: process.versions.node,
    postgres,
    set: counts,
    spins,
    loadBefore,
  };
}
