import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { grownArticle } from '../support/grown-articles.js';
import { median, ratioOf } from '../report/statistics.js';
import { shown } from '../report/shown.js';
import type { Section } from '../report/section.js';
import { timeInTurns, type Bench } from './bench.js';

/** Bytes, about. */
const SIZES = [10_000, 100_000, 1_000_000, 10_000_000];
const PEERS = join(import.meta.dirname, '../peers');
const ROOT = join(import.meta.dirname, '../..');
/** Longer than this a file is given up, in milliseconds. */
const LIMIT_MS = 180_000;

interface Linter {
  readonly name: string;
  run(file: string): Promise<void>;
}

/** `obelus check` on Markdown that grows, beside linters on the same. */
export async function checking(bench: Bench): Promise<Section> {
  const folder = await mkdtemp(join(tmpdir(), 'obelus-bench-'));
  const linters: Linter[] = [
    ...bench.options.checkouts.map(({ name, path }) => ({
      name: `${name} check`,
      run: (file: string) => run([join(path, 'bin/obelus.mjs'), 'check', file], ROOT, [0, 1]),
    })),
    ...(bench.options.peers
      ? [
          {
            name: 'markdownlint-cli2',
            run: (file: string) =>
              run([join(PEERS, 'node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs'), file], folder, [0, 1]),
          },
          {
            name: 'textlint',
            run: (file: string) =>
              run(
                [
                  join(PEERS, 'node_modules/textlint/bin/textlint.js'),
                  '-c',
                  join(PEERS, 'textlintrc.json'),
                  '--rules-base-directory',
                  join(PEERS, 'node_modules'),
                  file,
                ],
                PEERS,
                [0, 1],
              ),
          },
        ]
      : []),
  ];
  const times = linters.map((): number[][] => []);
  const notes = [
    'markdownlint-cli2 runs its default rules, textlint four rules of prose; they look for other things than Obelus does.',
  ];
  try {
    for (const size of SIZES) {
      bench.say(`check, ${size / 1000} kB`);
      const file = join(folder, `article-${size}.md`);
      await writeFile(file, grownArticle('MARKDOWN', size));
      const given: (string | null)[] = linters.map(() => null);
      const measured = await timeInTurns(
        bench,
        linters.map((linter, i) => async () => {
          if (given[i] !== null) return;
          await linter.run(file).catch((error: unknown) => {
            given[i] = (error as Error).message;
          });
        }),
        size > 1_000_000 ? 1 : bench.options.rounds,
      );
      for (const [i, own] of measured.entries()) {
        times[i]!.push(given[i] === null ? own : []);
        if (given[i] !== null) notes.push(`${linters[i]!.name} does not get through ${size / 1000} kB: ${given[i]}`);
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const seconds = (own: readonly number[]): number | null => (own.length === 0 ? null : median(own) / 1000);
  return {
    id: 'check',
    title: 'Checking files',
    about:
      'The commands as a person runs them, start of the process and all, on the same Markdown: articles of this project, one below the other, each time in other words.',
    columns: ['command', ...SIZES.map((size) => `${(size / 1000).toLocaleString('en')} kB, s`)],
    rows: linters.map(({ name }, i) => [name, ...times[i]!.map((own) => shown(seconds(own) ?? NaN))]),
    comparisons: linters.slice(1).flatMap(({ name }, i) =>
      SIZES.flatMap((size, s) => {
        const [mine, its] = [times[0]![s]!, times[i + 1]![s]!];
        if (mine.length === 0 || its.length === 0) return [];
        const what = `time, ${linters[0]!.name} / ${name}, ${(size / 1000).toLocaleString('en')} kB`;
        return [{ what, ratio: ratioOf(mine, its), target: null }];
      }),
    ),
    limits: [],
    chart: {
      kind: 'lines',
      title: 'Seconds',
      along: SIZES.map((size) => size / 1000),
      alongTitle: 'kB of Markdown',
      series: linters.map(({ name }, i) => ({ name, values: times[i]!.map(seconds) })),
    },
    notes,
  };
}

/** @param fine exit statuses of a run that went well: what was found is no failure */
function run(args: readonly string[], cwd: string, fine: readonly number[]): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd, timeout: LIMIT_MS, maxBuffer: 2 ** 31 }, (error) => {
      const status = error ? error.code : 0;
      if (typeof status === 'number' && fine.includes(status)) resolve();
      else if (error?.killed) reject(new Error(`it was given up after ${LIMIT_MS / 1000} s`));
      // What it said may name folders of this machine, and the page is for everybody.
      else reject(new Error(error?.signal ? `it ended by ${error.signal}` : `it ended with status ${status}`));
    });
  });
}
