import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diceOf } from '../../test/support/random.js';
import { madeUpArticle } from '../data/made-up-article.js';
import { median } from '../report/statistics.js';
import { apiOf } from '../support/api.js';
import { endProcess, startProcess } from '../support/processes.js';
import { startBrowser } from './browser.js';
import { CATEGORIES, inspect, type Inspection } from './lighthouse.js';

const TOKEN = 'a-token-of-the-console-bench';

/** What is looked at, how often, and how. */
export interface ReaderOptions {
  readonly claims: number;
  readonly references: number;
  readonly runs: number;
  /** "desktop", "mobile". */
  readonly presets: readonly string[];
  /** A folder for Lighthouse's own reports. */
  readonly keep: string | undefined;
}

/** Looks at a made-up article in the reader by Lighthouse, on a server that is started as people start it, and tells what it found. */
export async function measureReader({ claims, references, runs, presets, keep }: ReaderOptions): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'obelus-bench-'));
  const server = await startProcess(
    'start.mjs',
    { OBELUS_DATA_DIR: dataDir, OBELUS_TOKEN: TOKEN, OBELUS_SAMPLE: 'off', OBELUS_LOG_LEVEL: 'warn', PORT: '0' },
    'Every call needs a token',
  );
  try {
    const [address] = /http:\S+\/graphql/.exec(server.output)!;
    const url = new URL(await importArticle(address, claims, references), address).href;
    const browser = await startBrowser();
    try {
      await browser.signIn(`${url}#token=${TOKEN}`, 'article mark');
      for (const preset of presets) {
        const found: Inspection[] = [];
        for (let run = 0; run < runs; run++) {
          await browser.forget();
          found.push(await inspect(url, preset, browser.port, keep));
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
