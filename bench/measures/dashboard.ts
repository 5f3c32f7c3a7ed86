import pg from 'pg';
import { median, ratioOf } from '../report/statistics.js';
import { withBars } from '../report/bars.js';
import type { Section } from '../report/section.js';
import { shown } from '../report/shown.js';
import { DASHBOARD_SQL } from '../servers/floor-dashboard.js';
import { measure, of, RATE_COLUMNS, rateRow, theOne, timeInTurns, TOKEN, versions, type Bench } from './bench.js';
import { checked } from './same-answers.js';

const CONNECTIONS = 10;
const QUERY = `query Summary {
  evidenceSummary { claims checkable byStanding { standing count } bySeverity { severity count } notAssessed }
}`;
export const SUMMARY_BODY = JSON.stringify({ operationName: 'Summary', query: QUERY, variables: {} });
/** Each is timed so often in a turn: one is too quick for the clock. */
const STATEMENTS = 20;

/** What the totals that are asked for would be added up from, planned once. */
const GROUP_BY = [
  {
    name: 'claims-by-standing',
    text: `SELECT c.standing, count(*), count(*) FILTER (WHERE c.not_assessed <> '[]') FROM claim c
    WHERE c.workspace_id = $1 AND c.gone_in IS NULL AND NOT EXISTS (
      SELECT FROM article ar WHERE ar.workspace_id = $1 AND ar.id = c.article_id AND ar.archived_at IS NOT NULL)
    GROUP BY 1`,
  },
  {
    name: 'findings-by-severity',
    text: `SELECT f.severity, count(*) FROM finding f
    WHERE f.workspace_id = $1 AND f.state = 1 AND NOT EXISTS (
      SELECT FROM article ar WHERE ar.workspace_id = $1 AND ar.id = f.article_id AND ar.archived_at IS NOT NULL)
    GROUP BY 1`,
  },
];

/** Totals of a workspace: over HTTP, as SQL, and as a GROUP BY over what they are totals of. */
export async function dashboard(bench: Bench): Promise<Section> {
  const servers = [...versions(bench), theOne(bench, 'floor')];
  bench.say('dashboard');
  const measured = await measure(bench, await checked(servers, TOKEN, () => [SUMMARY_BODY]), CONNECTIONS);
  const [own] = measured.servers as [(typeof measured.servers)[number]];

  const client = new pg.Client({
    connectionString: bench.set.appUrl,
    options: '-c role=obelus_app -c search_path=public',
  });
  await client.connect();
  try {
    const { workspaceId } = bench.pages;
    await client.query(`SELECT set_config('obelus.workspace', $1, false)`, [workspaceId]);
    const stored = async (): Promise<void> => {
      for (let i = 0; i < STATEMENTS; i++) await client.query({ ...DASHBOARD_SQL, values: [workspaceId] });
    };
    const added = async (): Promise<void> => {
      for (const each of GROUP_BY) await client.query({ ...each, values: [workspaceId] });
    };
    await stored();
    await added();
    const { rows: pending } = await client.query<{ count: string }>(
      'SELECT count(*) FROM tally_delta WHERE workspace_id = $1',
      [workspaceId],
    );
    const [quick, slow] = (await timeInTurns(bench, [stored, added])) as [number[], number[]];
    const each = quick.map((ms) => ms / STATEMENTS);
    return withBars(
      {
        id: 'dashboard',
        title: 'The dashboard',
        about:
          'Totals of the large workspace by standing and severity. The program keeps them with each change; the alternative is to ' +
          'add up its claims and findings by GROUP BY when they are asked for.',
        columns: ['what', ...RATE_COLUMNS],
        rows: [
          ...measured.servers.map((server) => [server.name, ...rateRow(CONNECTIONS, server)]),
          ['SQL of the kept totals', '1', shown(1000 / median(each)), shown(median(each)), '–'],
          ['SQL of a GROUP BY', '1', shown(1000 / median(slow)), shown(median(slow)), '–'],
        ],
        comparisons: [
          {
            what: 'time of SQL, GROUP BY / kept totals',
            ratio: ratioOf(slow, each),
            target: { at: 'least', value: 50 },
          },
          {
            what: `requests/s, ${own.name} / the bare server`,
            ratio: ratioOf(own.rates, of(measured, theOne(bench, 'floor').name).rates),
            target: null,
          },
        ],
        limits: [{ what: 'SQL of the kept totals', value: median(each), unit: 'ms', target: { at: 'most', value: 2 } }],
        notes: [
          `${pending[0]!.count} changes of the totals waited to be added to the kept ones; the SQL of the kept totals adds what waits.`,
        ],
      },
      { title: 'Answers a second', value: 'requests/s' },
    );
  } finally {
    await client.end();
  }
}
