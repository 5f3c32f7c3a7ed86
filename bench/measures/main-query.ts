import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { median, ratioOf } from '../report/statistics.js';
import { shown } from '../report/shown.js';
import type { Comparison, Section } from '../report/section.js';
import { memoryOf } from '../servers/contestants.js';
import { worklistSql } from '../servers/floor-worklist.js';
import { measure, RATE_COLUMNS, rateRow, TOKEN, type Bench } from './bench.js';
import { bodiesOf, PAGE } from './pages.js';
import { checked } from './same-answers.js';

const CONNECTIONS = [1, 10, 50];

const WORDS = {
  floor: 'the bare server',
  sockets: 'the bare WebSocket server',
  postgraphile: 'PostGraphile',
  nest: 'Nest with Apollo',
} as const;

const ABOUT_PGBENCH =
  'pgbench prepares its statements, and BEGIN, the page and COMMIT travel together, as those of the servers do. It looks up its place in a ' +
  'statement before that and always asks for all that hangs on claims, so it is a direction and no lower bound; what it tells is the mean, not the median.';

/** The page of unsupported claims with all that hangs on them, by everybody who can answer it. */
export async function mainQuery(bench: Bench): Promise<Section> {
  const { contestants, pages } = bench;
  const bodies = (kind: string): string[] => bodiesOf(pages.random, kind === 'postgraphile' ? kind : 'obelus');
  const asked = await checked(contestants, TOKEN, bodies);
  const rows: string[][] = [];
  const comparisons: Comparison[] = [];
  const rates = contestants.map(({ name }) => ({ name, values: [] as number[] }));
  const notes: string[] = [];
  for (const connections of CONNECTIONS) {
    bench.say(`main query, ${connections} connections`);
    const measured = await measure(bench, asked, connections);
    for (const each of measured.servers) {
      rows.push([each.name, ...rateRow(connections, each)]);
      rates.find(({ name }) => name === each.name)!.values.push(median(each.rates));
    }
    comparisons.push(...compared(bench, measured.servers, connections));
    const sql = await pgbench(bench, connections);
    if (typeof sql === 'string') notes.push(sql);
    else {
      rows.push(['SQL alone (pgbench)', String(connections), shown(sql.rate), shown(sql.ms), '–']);
      notes.push(ABOUT_PGBENCH);
    }
  }
  for (const { name, pid } of contestants) {
    const memory = memoryOf(pid);
    if (memory) bench.memoryAtMost.set(name, memory.most);
  }
  comparisons.push(...memoryCompared(bench));
  return {
    id: 'main-query',
    title: 'The main query',
    about:
      `${PAGE} unsupported claims after a random place among the ${pages.unsupported.toLocaleString('en')} of the large workspace, ` +
      'with their articles, citations, sources and findings: four query texts in turn, with variables, fragments and ' +
      'directives, one of which asks for less. Everybody checks the token and works in the program’s role within one ' +
      'workspace. All answers were compared before, and each answer was compared while it was timed.',
    columns: ['server', ...RATE_COLUMNS],
    rows,
    comparisons,
    limits: [],
    chart: { kind: 'bars', title: 'Requests a second', along: CONNECTIONS, alongTitle: 'connections', series: rates },
    notes: [...new Set(notes)],
  };
}

function compared(
  { contestants }: Bench,
  servers: readonly { name: string; rates: readonly number[]; p99: readonly number[] }[],
  connections: number,
): Comparison[] {
  const [own] = servers as [(typeof servers)[number]];
  const at = `${connections} connection${connections === 1 ? '' : 's'}`;
  return servers.slice(1).flatMap((other): Comparison[] => {
    const kind = contestants.find(({ name }) => name === other.name)!.kind;
    const rate = ratioOf(own.rates, other.rates);
    if (kind === 'obelus')
      return [{ what: `requests/s, ${own.name} / ${other.name}, ${at}`, ratio: rate, target: null }];
    const target = kind === 'floor' ? 0.8 : kind === 'postgraphile' ? 2 : null;
    const first: Comparison = {
      what: `requests/s, ${own.name} / ${WORDS[kind]}, ${at}`,
      ratio: rate,
      target: target === null ? null : { at: 'least', value: target },
    };
    if (kind !== 'postgraphile') return [first];
    const what = `99 of 100 within, ${own.name} / ${WORDS[kind]}, ${at}`;
    return [first, { what, ratio: ratioOf(own.p99, other.p99), target: { at: 'most', value: 0.7 } }];
  });
}

/** At most under the load that was just measured. */
function memoryCompared({ contestants, memoryAtMost }: Bench): Comparison[] {
  const [own] = contestants;
  const peer = contestants.find(({ kind }) => kind === 'postgraphile');
  const [mine, its] = [own, peer].map((each) => each && memoryAtMost.get(each.name));
  if (!mine || !its) return [];
  const value = mine / its;
  return [
    {
      what: `memory at most, ${own!.name} / PostGraphile`,
      ratio: { value, low: value, high: value },
      target: { at: 'most', value: 0.7 },
    },
  ];
}

/** The floor's statement without any server. @returns why not, when PostgreSQL's pgbench is not there */
async function pgbench(bench: Bench, connections: number): Promise<{ rate: number; ms: number } | string> {
  const { set, pages, options } = bench;
  const file = join(tmpdir(), `obelus-bench-${process.pid}.sql`);
  await set.rows('DROP TABLE IF EXISTS bench_place');
  await set.rows(
    `CREATE TABLE bench_place AS SELECT i, rank, claim FROM unnest($1::integer[], $2::smallint[], $3::uuid[]) u (i, rank, claim)`,
    [
      pages.random.map((_, i) => i + 1),
      pages.random.map((place) => place!.rank),
      pages.random.map((place) => place!.claim),
    ],
  );
  await set.rows('GRANT SELECT ON bench_place TO obelus_app');
  const statement = worklistSql(PAGE + 1)
    .text.replaceAll('$1', `'${pages.workspaceId}'::uuid`)
    .replace('$2::smallint, $3::uuid', ':rank::smallint, :claim::uuid');
  const script = [
    `\\set i random(1, ${pages.random.length})`,
    `SELECT rank, claim FROM bench_place WHERE i = :i \\gset`,
    '\\startpipeline',
    'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;',
    `SET LOCAL obelus.workspace = '${pages.workspaceId}';`,
    'SET LOCAL plan_cache_mode = force_generic_plan;',
    `${statement.replaceAll('\n', ' ')};`,
    'COMMIT;',
    '\\endpipeline',
  ];
  await writeFile(file, `${script.join('\n')}\n`);
  const seconds = String(Math.max(2, Math.round(options.durationMs / 1000)));
  const args = ['-n', '-M', 'prepared', '-c', String(connections), '-T', seconds, '-f', file, set.appUrl];
  try {
    const { stdout } = await promisify(execFile)('pgbench', args, {
      env: { ...process.env, PGOPTIONS: '-c role=obelus_app -c search_path=public' },
    });
    const number = (pattern: RegExp): number => Number(pattern.exec(stdout)?.[1] ?? NaN);
    return { rate: number(/tps = ([\d.]+)/), ms: number(/latency average = ([\d.]+)/) };
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ENOENT') throw error;
    return 'pgbench is not there, so the SQL alone was not measured; it comes with PostgreSQL’s server (Debian: postgresql-contrib).';
  } finally {
    await rm(file, { force: true });
  }
}
