import pg from 'pg';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { hashToken } from '../../src/auth/token.js';
import { ROLE } from '../../src/database/codes.js';
import { ENTITIES } from '../../src/entities.js';
import { countCleared } from '../../src/findings/cleared-findings.js';
import { foldBreakdowns, forgetBreakdowns } from '../../src/findings/breakdown.repository.js';
import { readArticle } from '../../src/reading/read-article.js';
import { diceOf } from '../../test/support/random.js';
import { CopyingConnection } from './copying.js';
import { knowSources, ready, writeArticle, type FilledWorkspace } from './fill.js';
import { entryOf, madeUpArticle } from './made-up-article.js';
import { drawerOf, logNormalSizes, sharesOf, zipfWeights } from './skew.js';

/** A change of what is made takes another number, so that sets made before are not taken for it. */
export const GENERATOR = 1;

/** How large a set is. */
export interface SetSize {
  readonly claims: number;
  readonly workspaces: number;
}

/** Claims of an article, and of a source, on average. */
const CLAIMS_AN_ARTICLE = 50;
const CLAIMS_A_SOURCE = 10;
/** Of the logarithm of an article’s length: the longest of 20,000 has 25 times the claims of the middle one. */
const SPREAD_OF_LENGTHS = 0.9;
/** Of the first workspace, where there are several; the others share the rest by Zipf's law. */
const LARGE_SHARE = 0.6;
const SKEW_OF_SOURCES = 0.8;
const DESKS = ['City', 'Culture', 'Economy', 'Politics', 'Science', 'Sport'];
const BEGUN = Date.UTC(2026, 0, 1);
const DAYS = 180;
const DAY_MS = 86_400_000;
/** Articles that are counted at a time. */
const FOLDED = 500;
/** Entries that are read at a time. */
const ENTRIES = 2_000;

/** The token of a workspace's administrator, counted from 0: the first one is the large one. */
export const tokenOf = (workspace: number): string => `a-token-of-the-bench-workspace-${workspace}`;

/** What a workspace gets. */
export interface Plan {
  readonly articles: readonly number[];
  readonly sources: number;
}

/** Divides a set into workspaces, and their claims into articles. The same for the same size. */
export function planSet({ claims, workspaces }: SetSize): Plan[] {
  const draw = diceOf(claims + workspaces);
  const rest = zipfWeights(workspaces - 1, SKEW_OF_SOURCES);
  const sum = rest.reduce((a, b) => a + b, 0);
  const weights = workspaces === 1 ? [1] : [LARGE_SHARE, ...rest.map((each) => ((1 - LARGE_SHARE) * each) / sum)];
  const usual = Math.round(claims / CLAIMS_A_SOURCE);
  // Each workspace has one at least. Where that is most of them, the large one would be left with as few as the others.
  const sources = usual >= 2 * workspaces ? usual : workspaces + usual;
  const sourcesOf = sharesOf(sources, weights);
  return sharesOf(claims, weights).map((own, i) => {
    const articles = Math.max(1, Math.round(own / CLAIMS_AN_ARTICLE));
    return { articles: logNormalSizes(draw, own, articles, SPREAD_OF_LENGTHS), sources: sourcesOf[i]! };
  });
}

/**
 * Fills an empty, migrated database: each article is made up, read, judged and its rows made by the program's own code, so
 * that standings, ranks, findings and totals are what the program would have stored; they travel by COPY, without triggers
 * and checks of foreign keys.
 *
 * @param adminUrl a superuser's, on that database
 * @returns rows by table
 */
export async function buildSet(
  adminUrl: string,
  size: SetSize,
  say: (line: string) => void,
): Promise<ReadonlyMap<string, number>> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  const dataSource = new DataSource({
    type: 'postgres',
    url: adminUrl,
    entities: [...ENTITIES],
    poolSize: 1,
    installExtensions: false,
  });
  await dataSource.initialize();
  try {
    await client.query('SET session_replication_role = replica');
    await client.query(`SET maintenance_work_mem = '512MB'`);
    const copying = new CopyingConnection(client, dataSource);
    await fill(client, copying, size, say);
    await copying.send();
    say('adding up');
    for (const statement of AFTER) await client.query(statement);
    await keepCounts(client);
    while ((await client.query('SELECT order_events(50000) AS n')).rows[0].n > 0);
    await client.query('VACUUM ANALYZE');
    // As a server does once PostgreSQL has counted.
    while ((await client.query('SELECT expect_large_workspaces() AS name')).rows[0].name !== null);
    return copying.counts;
  } finally {
    await dataSource.destroy();
    await client.end();
  }
}

async function fill(
  client: pg.Client,
  copying: CopyingConnection,
  size: SetSize,
  say: (line: string) => void,
): Promise<void> {
  const draw = diceOf(size.claims * 31 + size.workspaces);
  let [number, source, told] = [0, 0, 0];
  for (const [w, plan] of planSet(size).entries()) {
    const workspace = await makeWorkspace(client, w);
    const first = source;
    source += plan.sources;
    const drawOf = drawerOf(zipfWeights(plan.sources, SKEW_OF_SOURCES));
    for (const claims of plan.articles) {
      number++;
      const { text } = madeUpArticle(draw, number, claims, (of) => first + drawOf(of));
      const at = new Date(BEGUN + draw(DAYS) * DAY_MS + draw(DAY_MS));
      const desk = DESKS[draw(DESKS.length)]!;
      const made = await ready(copying, workspace, { slug: `article-${number}`, text, desk, at });
      await writeArticle(copying, workspace, made);
      await copying.sendWhenMuch();
      const done = copying.counts.get('claim') ?? 0;
      if (done - told >= size.claims / 20) {
        told = done;
        say(`${done.toLocaleString('en')} of ${size.claims.toLocaleString('en')} claims`);
      }
    }
    // What nobody cites yet is in the workspace too.
    for (let from = first; from < source; from += ENTRIES) {
      const entries = Array.from({ length: Math.min(ENTRIES, source - from) }, (_, i) => entryOf(from + i));
      const list = entries.map((entry, i) => `[${i + 1}] ${entry}`).join('\n');
      const read = readArticle(`Sources\n\nAll that 1 office knows [1].\n\nReferences\n\n${list}\n`, {
        format: 'TEXT',
      });
      await knowSources(
        copying,
        workspace,
        read.references.flatMap((each) => each.source ?? []),
        new Date(BEGUN),
      );
    }
  }
}

/** What was counted with each import, and after it into the totals of publishers, rules and headings. */
async function keepCounts(client: pg.Client): Promise<void> {
  const ask = async <R>(sql: string, params: readonly unknown[] = []): Promise<R[]> =>
    (await client.query(sql, [...params])).rows as R[];
  const connection = { query: ask, queryPrepared: ask };
  for (const { id } of await ask<{ id: string }>('SELECT id FROM workspace')) {
    await client.query('BEGIN');
    await countCleared({ write: async (sql, params) => void (await ask(sql, params)) }, id, null);
    await forgetBreakdowns(connection, id);
    while ((await foldBreakdowns(connection, id, FOLDED)) === FOLDED);
    await client.query('COMMIT');
  }
}

/** An empty workspace with an administrator, who has the token `tokenOf`. */
export async function makeWorkspace(client: pg.Client, number: number): Promise<FilledWorkspace> {
  const [id, memberId] = [uuid(), uuid()];
  const at = new Date(BEGUN + number);
  await client.query('INSERT INTO workspace (id, name, created_at) VALUES ($1, $2, $3)', [
    id,
    `Workspace ${number}`,
    at,
  ]);
  await client.query(
    `INSERT INTO member (workspace_id, id, name, role, created_at) VALUES ($1, $2, 'Administrator', $3, $4)`,
    [id, memberId, ROLE.toCode.ADMIN, at],
  );
  await client.query(
    `INSERT INTO api_token (workspace_id, id, member_id, name, hash, role) VALUES ($1, $2, $3, 'Bench', $4, $5)`,
    [id, uuid(), memberId, hashToken(tokenOf(number)), ROLE.toCode.ADMIN],
  );
  return { id, memberId, sources: new Map(), publishers: new Map() };
}

const LENGTHS = `(VALUES (1::smallint, 'hour'), (2::smallint, 'day'), (3::smallint, 'month')) l (length, unit)`;
const COUNTED = `SELECT t.workspace_id, t.article_id, t.counted_in AS desk, date_trunc('hour', a.created_at, 'UTC') AS hour,
    sum_measures(jsonb_build_array(tally_measures(t))) AS measures,
    (SELECT count(*) FROM finding f WHERE f.workspace_id = t.workspace_id AND f.article_id = t.article_id) AS opened
  FROM article_tally t JOIN article a ON a.workspace_id = t.workspace_id AND a.id = t.article_id`;

/** What imports would have added up one by one. */
const AFTER = [
  'ANALYZE',
  `INSERT INTO tally_hour (workspace_id, article_id, hour, measures, opened, fixed)
    SELECT workspace_id, article_id, hour, measures, opened, 0 FROM (${COUNTED}) c`,
  `INSERT INTO tally_period (workspace_id, length, begins_at, desk, changes, opened, fixed)
    SELECT c.workspace_id, l.length, date_trunc(l.unit, c.hour, 'UTC'), c.desk, sum_measures(jsonb_agg(c.measures)),
      sum(c.opened), 0
    FROM (${COUNTED}) c CROSS JOIN ${LENGTHS} GROUP BY 1, 2, 3, 4`,
  `INSERT INTO workspace_tally (workspace_id, desk, measure, value)
    SELECT t.workspace_id, t.counted_in, m.key, sum(m.value::bigint)
    FROM article_tally t CROSS JOIN jsonb_each_text(tally_measures(t)) m GROUP BY 1, 2, 3`,
];
