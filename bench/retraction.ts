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
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { FINDING_STATE, type JobState } from '../src/database/codes.js';
import { toGlobalId } from '../src/graphql/global-id.js';
import { apiOf, type Api } from './support/api.js';
import { CITED, SPARE } from './support/articles.js';
import { shownRatio, shownSpread, spreadOf } from './support/figures.js';
import { People, type BenchArticle, type Timings } from './support/people.js';
import { endProcess, runProcess, startProcess, type Started } from './support/processes.js';
import { importArticles, openDatabase, type BenchDatabase } from './support/workspace.js';

const TOKEN = 'a-token-of-the-retraction-bench';
/** How long people work before anything is retracted, and again when all is judged, in milliseconds. */
const UNDISTURBED_MS = 20_000;
/** How far the work is when its process is killed, as a share. */
const KILLED_AT = 0.4;
/** How often it is asked how far the work is, in milliseconds. */
const LOOK_MS = 100;

interface Job {
  readonly id: string;
  readonly state: JobState;
  readonly done: number;
  readonly total: number | null;
}

interface Sample {
  /** Since the retraction. */
  readonly ms: number;
  readonly state: JobState;
  readonly done: number;
}

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

/** Looks at the job until it has ended. @param told each look */
async function watch(api: Api, job: string, begun: number, told: (sample: Sample) => Promise<void>): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (;;) {
    const { data } = await api.ask<{ node: Job }>('query ($id: ID!) { node(id: $id) { ... on Job { state done } } }', {
      id: job,
    });
    const sample = { ms: performance.now() - begun, ...data.node };
    samples.push(sample);
    if (sample.state === 'DONE' || sample.state === 'FAILED') return samples;
    await told(sample);
    await sleep(LOOK_MS);
  }
}

/** How long each article was being judged: from the time of one to that of the next, but for the gap of the kill. */
function judgingTimes(times: readonly Date[], longestGap: number): number[] {
  return times
    .slice(1)
    .map((time, i) => time.getTime() - times[i]!.getTime())
    .filter((ms) => ms < longestGap);
}

function undisturbed(people: People, articles: number): Promise<Timings> {
  const end = performance.now() + UNDISTURBED_MS;
  return people.work(
    () => performance.now() < end,
    () => Math.floor(Math.random() * articles),
  );
}

async function run(database: BenchDatabase, template: string, isBuilt: boolean, size: Size): Promise<void> {
  if (!isBuilt) {
    const begun = performance.now();
    const { server, api } = await startServer(database);
    await importArticles(api, size.articles, size.claims, say);
    await endProcess(server, 'SIGTERM');
    await database.rows('VACUUM ANALYZE');
    await database.keepAs(template);
    say(`imported in ${((performance.now() - begun) / 1000).toFixed(0)} s`);
  }
  const { server, api } = await startServer(database);
  const first = await startWorker(database);
  const sourceOf = async (url: string): Promise<string> =>
    (await database.rows<{ id: string }>('SELECT id FROM source WHERE url = $1', [url]))[0]!.id;
  const [cited, spare] = [await sourceOf(CITED), await sourceOf(SPARE)];
  const articles = await database.rows<BenchArticle>(
    `SELECT c.article_id AS id, array_agg(DISTINCT c.id) AS claims FROM claim c JOIN citation z ON z.claim_id = c.id
     JOIN reference r ON r.id = z.reference_id WHERE r.source_id = $1 GROUP BY 1 ORDER BY 1`,
    [cited],
  );
  const claims = articles.reduce((sum, each) => sum + each.claims.length, 0);
  expect(
    'articles and claims that cite the source',
    [articles.length, claims],
    [size.articles, size.articles * size.claims],
  );

  const people = new People(api, articles, spare);
  const before = await undisturbed(people, articles.length);

  let second: Started | null = null;
  let killed = -1;
  let position = 0;
  let going = true;
  const begun = performance.now();
  const retraction = { sourceId: toGlobalId('Source', cited), reason: 'The figures were made up.' };
  const retracted = await api.change<{ job: Job }>('retractSource', retraction, 'job { id total }');
  say(`the retraction was answered after ${retracted.ms.toFixed(0)} ms`);
  expect('steps of the job', retracted.data.job.total, articles.length);
  let meanwhile: Promise<Timings> | null = null;
  const samples = await watch(api, retracted.data.job.id, begun, async ({ ms, done }) => {
    position = Math.min(done, articles.length - 1);
    if (done > 0 && !meanwhile) {
      // It takes over; its start is not to be felt.
      second = await startWorker(database);
      meanwhile = people.work(
        () => going,
        () => position,
      );
    }
    if (killed >= 0 || done < KILLED_AT * articles.length) return;
    await endProcess(first, 'SIGKILL');
    killed = ms;
  });
  going = false;
  const during = (await meanwhile) ?? { attached: [], attachedAhead: [], paged: [] };
  const after = await undisturbed(people, articles.length);
  const total = samples.at(-1)!.ms;
  const gap =
    (samples.find(({ ms, done }, i) => ms > killed && done > (samples[i - 1]?.done ?? 0))?.ms ?? NaN) - killed;

  const judged = await database.rows<{ at: Date }>(
    `SELECT at FROM event WHERE kind = 'source.retracted' AND subject_id = $1 ORDER BY article_id`,
    [cited],
  );
  const judging = spreadOf(
    judgingTimes(
      judged.map(({ at }) => at),
      gap / 2,
    ),
  );
  const figures = [
    ['attaching anywhere', [...before.attached, ...after.attached], during.attached],
    ['attaching ahead of the work', [...before.attachedAhead, ...after.attachedAhead], during.attachedAhead],
    ['reading a page', [...before.paged, ...after.paged], during.paged],
  ] as const;
  say(
    `\nall was judged ${(total / 1000).toFixed(1)} s after the retraction, ${(gap / 1000).toFixed(1)} s of it nobody worked after the kill`,
  );
  say(`judging one article: ${shownSpread(judging)}`);
  for (const [what, former, later] of figures) {
    const [was, is] = [spreadOf(former), spreadOf(later)];
    say(`${what}, before and after: ${shownSpread(was)}`);
    say(`${what}, during: ${shownSpread(is)}`);
    say(
      `  median during / undisturbed ${shownRatio(is.median, was.median)}, slowest during / undisturbed ${shownRatio(is.slowest, was.slowest)}, ` +
        `median / judging one article ${shownRatio(is.median, judging.median)}, slowest / slowest judging ${shownRatio(is.slowest, judging.slowest)}`,
    );
  }
  const [anywhere, ahead] = [spreadOf(during.attached), spreadOf(during.attachedAhead)];
  say(
    `attaching ahead of the work / anywhere: median ${shownRatio(ahead.median, anywhere.median)}, ` +
      `99th percentile ${shownRatio(ahead.p99, anywhere.p99)}, slowest ${shownRatio(ahead.slowest, anywhere.slowest)}`,
  );
  say(`progress: ${samples.length} looks, ${new Set(samples.map(({ done }) => done)).size} different\n`);

  expect('how the job ended', samples.at(-1)!.state, 'DONE');
  expect(
    'looks at which the progress went back',
    samples.filter(({ done }, i) => done < (samples[i - 1]?.done ?? 0)).length,
    0,
  );
  expect('the kill was in the middle', killed > 0 && killed < total, true);
  await checkEnd(database, cited, articles.length, claims);
  await endProcess(server, 'SIGTERM');
  if (second) await endProcess(second, 'SIGTERM');
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
  await run(database, template, isBuilt, size);
} finally {
  await database.close();
  if (values.data === undefined) await rm(dataDir, { recursive: true, force: true });
}
for (const each of problems) say(`WRONG: ${each}`);
process.exit(problems.length > 0 ? 1 : 0);
