import { availableParallelism } from 'node:os';
import { apiOf, type Api } from '../support/api.js';
import { jobEnded } from '../support/job.js';
import { withBars } from '../report/bars.js';
import { shown } from '../report/shown.js';
import { median, ratioOf } from '../report/statistics.js';
import type { Comparison, Section } from '../report/section.js';
import { startObelus, type Contestant } from '../servers/contestants.js';
import { findSources, nearestTo, type PlaceOfSource } from '../growth/places.js';
import { measure, of, RATE_COLUMNS, rateRow, timeInTurns, TOKEN, type Bench } from './bench.js';
import { bodiesOf } from './pages.js';
import { answersOf } from './same-answers.js';

const PROCESSES = [1, 2];
const CONNECTIONS = [1, 10, 50];
/** Retractions under way at once, and articles that each goes through, about. */
const JOBS = 4;
const CITING = 20;

/** What several processes on one machine make of it: the main query, and jobs. */
export async function processes(bench: Bench): Promise<Section> {
  const { set, options, pages } = bench;
  const [{ path }] = options.checkouts as [(typeof options.checkouts)[number]];
  const servers: Contestant[] = [];
  try {
    for (const count of PROCESSES) {
      const name = `${count} process${count === 1 ? '' : 'es'}`;
      // Jobs that a server of the others' adds would be done by any.
      servers.push(await startObelus(name, path, set, { OBELUS_PROCESSES: String(count), OBELUS_JOBS: 'off' }));
    }
    const rows: string[][] = [];
    const comparisons: Comparison[] = [];
    const bodies = bodiesOf(pages.random, 'obelus');
    const asked = await Promise.all(
      servers.map(async ({ name, url }) => ({
        name,
        url,
        token: TOKEN,
        bodies,
        expected: await answersOf(url, TOKEN, bodies),
      })),
    );
    const [one, more] = servers.map(({ name }) => name) as [string, string];
    for (const connections of CONNECTIONS) {
      bench.say(`processes, ${connections} connections`);
      const measured = await measure(bench, asked, connections);
      rows.push(...measured.servers.map((each) => [each.name, ...rateRow(connections, each)]));
      comparisons.push({
        what: `requests/s, ${more} / ${one}, ${connections} connection${connections === 1 ? '' : 's'}`,
        ratio: ratioOf(of(measured, more).rates, of(measured, one).rates),
        target: null,
      });
    }
    for (const each of servers.splice(0)) await each.stop();
    const times = await jobTimes(bench);
    rows.push(
      ...times.map(({ ms, articles }, i) => [
        `${PROCESSES[i]} with jobs, articles judged again`,
        '–',
        shown(median(articles.map((count, r) => count / (ms[r]! / 1000)))),
        '–',
        '–',
      ]),
    );
    return withBars(
      {
        id: 'processes',
        title: 'Several processes on one machine',
        about:
          `The main query and jobs with OBELUS_PROCESSES at 1 and at 2, on ${availableParallelism()} processors that PostgreSQL and those who ask ` +
          `use as well. Of jobs, ${JOBS} retractions at once, each of a source that some ${CITING} articles cite, which are judged again; ` +
          'with two processes both do jobs (OBELUS_JOBS=each).',
        columns: ['server', ...RATE_COLUMNS],
        rows,
        comparisons,
        limits: [],
        notes: [
          'More processes serve more where processors are left for them: on two, PostgreSQL needs one of these itself.',
        ],
      },
      { title: 'Requests a second', value: 'requests/s', groups: 'connections' },
    );
  } finally {
    for (const each of servers) await each.stop();
  }
}

interface JobTimes {
  readonly ms: readonly number[];
  readonly articles: readonly number[];
}

/** One server after the other, for jobs are done by whoever comes first. */
async function jobTimes(bench: Bench): Promise<JobTimes[]> {
  const { set, options, pages } = bench;
  const [{ path }] = options.checkouts as [(typeof options.checkouts)[number]];
  const sources = nearestTo(
    await findSources(set, pages.workspaceId),
    CITING,
    JOBS * options.rounds * PROCESSES.length,
  );
  const all: JobTimes[] = [];
  for (const [i, count] of PROCESSES.entries()) {
    bench.say(`processes, jobs in ${count}`);
    const jobs = count === 1 ? 'on' : 'each';
    const server = await startObelus('jobs', path, set, { OBELUS_PROCESSES: String(count), OBELUS_JOBS: jobs });
    try {
      const api = apiOf(server.url, TOKEN);
      const own = sources.filter((_, s) => s % PROCESSES.length === i);
      let round = 0;
      const articles: number[] = [];
      const [ms] = await timeInTurns(bench, [
        async () => {
          const batch = own.slice(round * JOBS, ++round * JOBS);
          await Promise.all(batch.map((each) => retract(api, each)));
          articles.push(batch.reduce((sum, each) => sum + each.articles, 0));
        },
      ]);
      all.push({ ms: ms!, articles });
    } finally {
      await server.stop();
    }
  }
  return all;
}

async function retract(api: Api, { id }: PlaceOfSource): Promise<void> {
  const input = { sourceId: id, reason: 'The figures were made up.' };
  const { data } = await api.change<{ job: { id: string } }>('retractSource', input, 'job { id }');
  await jobEnded(async (query, variables) => (await api.ask<never>(query, variables)).data, data.job.id);
}
