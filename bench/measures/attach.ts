import { toGlobalId } from '../../src/graphql/global-id.js';
import type { Asked } from '../load/rounds.js';
import { ratioOf } from '../report/statistics.js';
import { withBars } from '../report/bars.js';
import type { Comparison, Section } from '../report/section.js';
import { ATTACH_FUNCTION } from '../servers/floor-attach.js';
import { runProcess } from '../support/processes.js';
import { measure, of, RATE_COLUMNS, rateRow, theOne, TOKEN, versions, type Bench } from './bench.js';

const WRITERS = 16;
/** Changes that each server makes in a round. */
const CHANGES = 320;
/** The one article has about as many claims: a long one, and not the longest. */
const CLAIMS_OF_ONE = 200;
const MUTATION = `mutation Attach($input: AttachSourceInput!) {
  attachSource(input: $input) { citation { id number } claim { id standing } userErrors { code message } }
}`;

interface Pair {
  readonly claim: string;
  readonly source: string;
}

/** Changes by 16 writers, in articles all over the workspace and in one, beside the same as one function in the database. */
export async function attachSource(bench: Bench): Promise<Section> {
  const { set, options } = bench;
  for (const statement of ATTACH_FUNCTION) await set.rows(statement);
  const servers = [...versions(bench), theOne(bench, 'floor')];
  const each = CHANGES * options.rounds;
  const rows: string[][] = [];
  const comparisons: Comparison[] = [];
  const notes: string[] = [];
  let articles: readonly OneArticle[] = [];
  const parts: Readonly<Record<string, () => Promise<Pair[][]>>> = {
    'any article': async () => {
      const pairs = await pairsAnywhere(bench, each * servers.length);
      return servers.map((_, i) => pairs.slice(i * each, (i + 1) * each));
    },
    'one article': async () => {
      articles = await articlesOf(bench, servers.length);
      return await Promise.all(articles.map(({ id }) => pairsWithin(bench, id, each)));
    },
  };
  for (const [where, find] of Object.entries(parts)) {
    const pairs = await find();
    bench.say(`attachSource, ${where}`);
    const asked = servers.map(({ name, url }, i): Asked => {
      const bodies = pairs[i]!.map(bodyOf);
      return { name, url, token: TOKEN, bodies, expected: null, holds: '"userErrors":[]', once: true };
    });
    const measured = await measure(bench, asked, WRITERS);
    rows.push(...measured.servers.map((server) => [server.name, where, ...rateRow(WRITERS, server)]));
    const [own] = measured.servers as [(typeof measured.servers)[number]];
    comparisons.push({
      what: `changes/s, ${own.name} / one SQL function over HTTP, ${where}`,
      ratio: ratioOf(own.rates, of(measured, theOne(bench, 'floor').name).rates),
      target: { at: 'least', value: 0.6 },
    });
  }
  for (const [i, { name }] of versions(bench).entries())
    notes.push(`${name}: ${await exactness(bench, articles[i]!, each)}`);
  return withBars(
    {
      id: 'attach-source',
      title: 'Attaching a source',
      about:
        `${WRITERS} writers at once, each change in a transaction of its own that is on disk before it is answered. Beside it ` +
        'one function in the database that writes the same rows, under the same lock, and judges nothing.',
      columns: ['server', 'in', ...RATE_COLUMNS],
      rows,
      comparisons,
      limits: [],
      notes,
    },
    { title: 'Changes a second', value: 'requests/s', groups: 'in' },
  );
}

/** Changes of claims all over, that can be made once. */
export const attachBodies = async (bench: Bench, count: number): Promise<string[]> =>
  (await pairsAnywhere(bench, count)).map(bodyOf);

const bodyOf = ({ claim, source }: Pair): string =>
  JSON.stringify({
    operationName: 'Attach',
    query: MUTATION,
    variables: { input: { claimId: toGlobalId('Claim', claim), sourceId: toGlobalId('Source', source) } },
  });

/** Claims all over, each once, with a source that none of them cites. @param from which end of one fixed order they are taken */
export async function pairsAnywhere(
  { set, pages }: Bench,
  count: number,
  from: 'from the start' | 'from the end' = 'from the start',
): Promise<Pair[]> {
  const pairs = await set.rows<{ claim: string; source: string }>(
    `WITH c AS (SELECT id, row_number() OVER () AS i FROM (
         SELECT id FROM claim WHERE workspace_id = $1 AND gone_in IS NULL ORDER BY md5(id::text) ${from === 'from the end' ? 'DESC' : ''} LIMIT $2) x),
       s AS (${UNCITED}) SELECT c.id AS claim, s.id AS source FROM c CROSS JOIN s LIMIT $2`,
    [pages.workspaceId, count],
  );
  if (pairs.length < count) {
    throw new Error(`the set is too small for ${count} changes, or cites all of its sources: give more --claims`);
  }
  return pairs;
}

/** A source that no article cites: a large set makes more than are cited. */
const UNCITED = `SELECT s.id FROM source s WHERE s.workspace_id = $1 AND s.retracted_at IS NULL AND NOT EXISTS (
  SELECT FROM reference r WHERE r.workspace_id = $1 AND r.source_id = s.id) ORDER BY s.id LIMIT 1`;

/** The claims of an article again and again, each time with another source that none of them cites. */
function pairsWithin({ set, pages }: Bench, article: string, count: number): Promise<Pair[]> {
  return set.rows<{ claim: string; source: string }>(
    `WITH s AS (SELECT s.id FROM source s WHERE s.workspace_id = $1 AND s.retracted_at IS NULL AND NOT EXISTS (
         SELECT FROM reference r WHERE r.workspace_id = $1 AND r.article_id = $2 AND r.source_id = s.id)
         ORDER BY s.id LIMIT greatest(1, ceil($3::numeric / (SELECT count(*) FROM claim WHERE workspace_id = $1 AND article_id = $2))))
     SELECT c.id AS claim, s.id AS source FROM s CROSS JOIN claim c WHERE c.workspace_id = $1 AND c.article_id = $2
     ORDER BY s.id, c.ordinal LIMIT $3`,
    [pages.workspaceId, article, count],
  );
}

interface OneArticle {
  readonly id: string;
  readonly slug: string;
  readonly citations: number;
}

/** Long articles, one for each server. */
async function articlesOf({ set, pages }: Bench, count: number): Promise<OneArticle[]> {
  return await set.rows<{ id: string; slug: string; citations: number }>(
    `SELECT a.id, a.slug, (SELECT count(*)::integer FROM citation ci WHERE ci.workspace_id = $1 AND ci.article_id = a.id) AS citations
     FROM article a JOIN article_tally t ON t.workspace_id = $1 AND t.article_id = a.id
     WHERE a.workspace_id = $1 ORDER BY abs(t.claims - $2) LIMIT $3`,
    [pages.workspaceId, CLAIMS_OF_ONE, count],
  );
}

/** What the changes of one article came to. @throws Error when it is not what it should be */
async function exactness({ set, pages }: Bench, article: OneArticle, changes: number): Promise<string> {
  const [row] = await set.rows<{ citations: number; seq: number; events: number }>(
    `SELECT (SELECT count(*)::integer FROM citation WHERE workspace_id = $1 AND article_id = a.id) AS citations,
       a.event_seq::integer AS seq,
       (SELECT count(*)::integer FROM event WHERE workspace_id = $1 AND article_id = a.id) AS events
     FROM article a WHERE a.workspace_id = $1 AND a.id = $2`,
    [pages.workspaceId, article.id],
  );
  const { output } = await runProcess('recount.mjs', { DATABASE_URL: set.appUrl, OBELUS_OWNER_URL: set.ownerUrl }, [
    '--slug',
    article.slug,
  ]);
  const told = output.trim().split('\n').at(-1)!;
  const added = row!.citations - article.citations;
  if (added !== changes || row!.events !== row!.seq || !told.endsWith(' 0 differences')) {
    throw new Error(
      `${changes} changes of one article gave ${added} citations, ${row!.events} events up to ${row!.seq}; recount: ${told}`,
    );
  }
  return `after ${changes} changes of one article by ${WRITERS} writers it has ${added} more citations, as many events, and recounting it gives 0 differences.`;
}
