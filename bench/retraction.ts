/**
 * Retracts a source that all articles of a workspace cite, while people work there, and kills the process that judges
 * them again in the middle. Tells in ratios of one run what that costs the others, and checks what it comes to.
 *
 *     npm run bench:retraction -- --articles 2000 --claims 50 --data FOLDER
 *
 * What was imported is kept in the folder, so that a later run with the same numbers need not import it.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FINDING_STATE } from '../src/database/codes.js';
import { apiOf, type Api } from './support/api.js';
import { CITED, SPARE } from './support/articles.js';
import { People, type BenchArticle } from './support/people.js';
import { endProcess, runProcess, startProcess, type Started } from './support/processes.js';
import { reportOf } from './support/report.js';
import { retractAmid } from './support/retract-amid.js';
import { importArticles, openDatabase, type BenchDatabase } from './support/workspace.js';

const TOKEN = 'a-token-of-the-retraction-bench';

const problems: string[] = [];
const say = (line: string): void => console.log(line);

function expect(what: string, found: unknown, wanted: unknown): void {
  const same = JSON.stringify(found) === JSON.stringify(wanted);
  say(`${same ? 'as it should be' : 'WRONG'}: ${what}: ${JSON.stringify(found)}`);
  if (!same) problems.push(`${what}: ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
}

async function startServer(database: BenchDatabase): Promise<{ server: Started; api: Api }> {
  const settings = {
    PORT: '0',
    OBELUS_TOKEN: TOKEN,
    OBELUS_SAMPLE: 'off',
    OBELUS_JOBS: 'off',
    OBELUS_LOG_LEVEL: 'warn',
  };
  const server = await startProcess('start.mjs', { ...database.environment, ...settings }, 'Every call needs a token');
  const [address] = /http:\S+/.exec(server.output)!;
  return { server, api: apiOf(address, TOKEN) };
}

const startWorker = (database: BenchDatabase): Promise<Started> =>
  startProcess('worker.mjs', { ...database.environment, OBELUS_LOG_LEVEL: 'warn' }, 'does background jobs');

async function build(database: BenchDatabase, template: string, { articles, claims }: Size): Promise<void> {
  const { server, api } = await startServer(database);
  await importArticles(api, articles, claims, say);
  await endProcess(server, 'SIGTERM');
  await database.rows('VACUUM ANALYZE');
  await database.keepAs(template);
}

async function run(database: BenchDatabase, size: Size): Promise<void> {
  const { server, api } = await startServer(database);
  const workers = [await startWorker(database)];
  const sourceOf = async (url: string): Promise<string> =>
    (await database.rows<{ id: string }>('SELECT id FROM source WHERE url = $1', [url]))[0]!.id;
  const cited = await sourceOf(CITED);
  const articles = await database.rows<BenchArticle>(
    `SELECT c.article_id AS id, array_agg(DISTINCT c.id) AS claims FROM claim c JOIN citation z ON z.claim_id = c.id
     JOIN reference r ON r.id = z.reference_id WHERE r.source_id = $1 GROUP BY 1 ORDER BY 1`,
    [cited],
  );
  const claims = articles.reduce((sum, each) => sum + each.claims.length, 0);
  const wanted = [size.articles, size.articles * size.claims];
  expect('articles and claims that cite the source', [articles.length, claims], wanted);

  const people = new People(api, articles, await sourceOf(SPARE));
  const retraction = await retractAmid(api, cited, people, workers[0]!, async () => {
    workers.push(await startWorker(database));
  });
  const judged = await database.rows<{ at: Date }>(
    `SELECT at FROM event WHERE kind = 'source.retracted' AND subject_id = $1 ORDER BY article_id`,
    [cited],
  );
  const judgedAt = judged.map(({ at }) => at);
  for (const line of reportOf(retraction, judgedAt)) say(line);

  const { looks, killed, steps } = retraction;
  expect('steps of the job', steps, articles.length);
  expect('how the job ended', looks.at(-1)!.state, 'DONE');
  const back = looks.filter(({ done }, i) => done < (looks[i - 1]?.done ?? 0));
  expect('looks at which the progress went back', back.length, 0);
  expect('a worker was killed before the end', killed !== null, true);
  await checkEnd(database, cited, articles.length, claims);
  for (const each of [server, ...workers]) await endProcess(each, 'SIGTERM');
  const { output, status } = await runProcess('recount.mjs', database.environment);
  expect('recount', [status, output.trim().split('\n').at(-1)], [0, `${articles.length + 1} articles, 0 differences`]);
}

/** Each claim is judged with the retraction, and each article tells of it once. */
async function checkEnd(database: BenchDatabase, source: string, articles: number, claims: number): Promise<void> {
  const [findings] = await database.rows(
    `SELECT count(*)::integer AS findings, count(DISTINCT claim_id)::integer AS claims FROM finding
     WHERE rule = 'retracted-source' AND state = ${FINDING_STATE.toCode.OPEN}`,
  );
  expect('findings of a retracted source, and their claims', findings, { findings: claims, claims });
  const [events] = await database.rows(
    `SELECT count(*)::integer AS events, count(DISTINCT article_id)::integer AS articles FROM event
     WHERE kind = 'source.retracted' AND subject_id = $1`,
    [source],
  );
  expect('events of the retraction, and their articles', events, { events: articles, articles });
  const [late] = await database.rows<{ n: number }>(
    `SELECT count(*)::integer AS n FROM claim c JOIN citation z ON z.claim_id = c.id JOIN reference r ON r.id = z.reference_id
     JOIN source s ON s.id = r.source_id WHERE s.id = $1 AND c.judged_at < s.retracted_at`,
    [source],
  );
  expect('claims judged last before the retraction', late!.n, 0);
}

interface Size {
  readonly articles: number;
  /** Of each article. */
  readonly claims: number;
}

// The processes are ended, too.
process.once('SIGINT', () => process.exit(130));
const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '2000' },
    claims: { type: 'string', default: '50' },
    data: { type: 'string' },
  },
});
const size: Size = { articles: Number(values.articles), claims: Number(values.claims) };
const dataDir = values.data ?? (await mkdtemp(join(tmpdir(), 'obelus-bench-')));
const template = `built_${size.articles}_${size.claims}`;
const { database, isBuilt } = await openDatabase(join(dataDir, 'data'), template);
try {
  if (!isBuilt) await build(database, template, size);
  await run(database, size);
} finally {
  await database.close();
  if (values.data === undefined) await rm(dataDir, { recursive: true, force: true });
}
for (const each of problems) say(`WRONG: ${each}`);
process.exit(problems.length > 0 ? 1 : 0);
