/**
 * Measures the reader of the console, in Chromium, by Lighthouse: its scores, how soon an article can be read, and what
 * script that takes.
 *
 *     npm run bench:console -- --claims 1000 --references 300 --runs 3 --preset desktop,mobile
 *
 * The server is started as people start it, on a database of its own, with an article that is made up. Who looks has
 * signed in; nothing is in the browser's cache. Nothing passes or fails here: times are of one machine.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { diceOf } from '../test/support/random.js';
import { madeUpArticle } from './data/made-up-article.js';
import { startBrowser } from './console/browser.js';
import { CATEGORIES, inspect, type Inspection } from './console/lighthouse.js';
import { median } from './report/statistics.js';
import { apiOf } from './support/api.js';
import { endProcess, startProcess } from './support/processes.js';

const TOKEN = 'a-token-of-the-console-bench';

const { values } = parseArgs({
  options: {
    claims: { type: 'string', default: '1000' },
    references: { type: 'string', default: '300' },
    runs: { type: 'string', default: '3' },
    preset: { type: 'string', default: 'desktop,mobile' },
    keep: { type: 'string' },
  },
});
// The processes are ended, too.
process.once('SIGINT', () => process.exit(130));

const dataDir = await mkdtemp(join(tmpdir(), 'obelus-bench-'));
const server = await startProcess(
  'start.mjs',
  { OBELUS_DATA_DIR: dataDir, OBELUS_TOKEN: TOKEN, OBELUS_SAMPLE: 'off', OBELUS_LOG_LEVEL: 'warn', PORT: '0' },
  'Every call needs a token',
);
try {
  const [address] = /http:\S+\/graphql/.exec(server.output)!;
  const path = await importArticle(address, Number(values.claims), Number(values.references));
  const url = new URL(path, address).href;
  const browser = await startBrowser();
  try {
    await browser.signIn(`${url}#token=${TOKEN}`);
    for (const preset of values.preset.split(',')) {
      const found: Inspection[] = [];
      for (let run = 0; run < Number(values.runs); run++) {
        await browser.forget();
        found.push(await inspect(url, preset, browser.port, values.keep));
      }
      tell(preset, found);
    }
  } finally {
    await browser.close();
  }
} finally {
  await endProcess(server, 'SIGTERM');
  await rm(dataDir, { recursive: true, force: true });
}

/** @returns the article's address in the reader */
async function importArticle(address: string, claims: number, references: number): Promise<string> {
  const content = madeUpArticle(diceOf(8), 1, claims, (draw) => draw(references)).text;
  const { data } = await apiOf(address, TOKEN).change<{
    article: { id: string; summary: { claims: number }; references: readonly unknown[] };
  }>(
    'importArticle',
    { slug: 'made-up', content, format: 'TEXT' },
    'article { id summary { claims } references { id } }',
  );
  const { id, summary, references: listed } = data.article;
  console.log(`an article of ${summary.claims} claims and ${listed.length} references`);
  return `/articles/${encodeURIComponent(id)}`;
}

/** The middle of the runs, with the lowest and the highest. */
function tell(preset: string, runs: readonly Inspection[]): void {
  const row = (name: string, figures: readonly number[], digits: number): void => {
    const [low, middle, high] = [Math.min(...figures), median(figures), Math.max(...figures)];
    console.log(`  ${name.padEnd(34)}${[middle, low, high].map((each) => each.toFixed(digits).padStart(10)).join('')}`);
  };
  console.log(`\n${preset}: ${runs.length} runs; the middle, the lowest, the highest`);
  for (const category of CATEGORIES) {
    row(
      category,
      runs.map(({ scores }) => scores[category]),
      0,
    );
  }
  const [first] = runs;
  for (const name of Object.keys(first!.figures)) {
    row(
      name,
      runs.map(({ figures }) => figures[name]!),
      name.startsWith('layout shift') ? 3 : 0,
    );
  }
  for (const line of new Set(runs.flatMap(({ failed }) => failed))) console.log(`  less than it could be: ${line}`);
}
