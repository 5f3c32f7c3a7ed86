import { ratioOf } from '../report/statistics.js';
import type { Section } from '../report/section.js';
import { startObelus, type Contestant } from '../servers/contestants.js';
import { startPgBouncer } from '../servers/pgbouncer.js';
import { attachBodies } from './attach.js';
import { measure, of, RATE_COLUMNS, rateRow, TOKEN, type Bench } from './bench.js';
import { bodiesOf } from './pages.js';
import { answersOf } from './same-answers.js';

const CONNECTIONS = 10;
/** Changes that each server makes in a round. */
const CHANGES = 160;
/** The program sets its role by start-up options, which PgBouncer refuses; the user of the set is that role already. */
const SESSIONS = { pool_mode: 'session', ignore_startup_parameters: 'options', default_pool_size: '100' };

/** What PgBouncer between the program and PostgreSQL costs. Without PgBouncer, it says so. */
export async function pooler(bench: Bench): Promise<Section> {
  const { set, options, pages } = bench;
  const [{ path }] = options.checkouts as [(typeof options.checkouts)[number]];
  const bouncer = await startPgBouncer(set.appUrl, SESSIONS);
  const rows: string[][] = [];
  const section = (comparisons: Section['comparisons'], notes: readonly string[]): Section => ({
    id: 'pooler',
    title: 'Behind PgBouncer',
    about:
      'The main query and changes (sources that are attached in any article), with PgBouncer in session mode between the program and PostgreSQL, and without.',
    columns: ['server', ...RATE_COLUMNS],
    rows,
    comparisons,
    limits: [],
    chart: null,
    notes,
  });
  if (!bouncer) return section([], ['PgBouncer is not there, so this was not measured (Debian: pgbouncer).']);
  const servers: Contestant[] = [];
  try {
    servers.push(await startObelus('through PgBouncer', path, { ...set, appUrl: bouncer.url }));
    servers.push(await startObelus('directly', path, set));
    bench.say('behind PgBouncer');
    const bodies = bodiesOf(pages.random, 'obelus');
    const reads = await Promise.all(
      servers.map(async ({ name, url }) => ({
        name,
        url,
        token: TOKEN,
        bodies,
        expected: await answersOf(url, TOKEN, bodies),
      })),
    );
    const each = CHANGES * options.rounds;
    const made = await attachBodies(bench, each * servers.length);
    const changes = servers.map(({ name, url }, i) => ({
      name,
      url,
      token: TOKEN,
      bodies: made.slice(i * each, (i + 1) * each),
      expected: null,
      holds: '"userErrors":[]',
      once: true,
    }));
    const [first, second] = servers.map(({ name }) => name) as [string, string];
    const comparisons: Section['comparisons'][number][] = [];
    for (const [what, asked] of [
      ['requests/s', reads],
      ['changes/s', changes],
    ] as const) {
      const measured = await measure(bench, asked, CONNECTIONS);
      rows.push(...measured.servers.map((server) => [`${server.name}, ${what}`, ...rateRow(CONNECTIONS, server)]));
      const ratio = ratioOf(of(measured, first).rates, of(measured, second).rates);
      comparisons.push({ what: `${what}, ${first} / ${second}`, ratio, target: null });
    }
    return section(comparisons, [`${bouncer.version}.`]);
  } finally {
    for (const server of servers) await server.stop();
    await bouncer.stop();
  }
}
