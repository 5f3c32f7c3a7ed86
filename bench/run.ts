/**
 * Measures the program beside a bare server, PostGraphile, Nest with Apollo, and linters, on one data set:
 *
 *     npm run bench                                   all, at 1,000,000 claims; see docs/benchmarking.md
 *     npm run bench -- --claims 20000 --only main-query --rounds 3
 *     npm run bench -- --server before=../obelus-before --server after=.
 *     npm run bench -- --write                        writes docs/benchmarks.md, its charts, and the capacity table of docs/operating.md
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { readOptions, USAGE } from './options.js';
import { chartSvg } from './report/svg.js';
import { between, noise, reportMarkdown, sectionMarkdown, sectionText } from './report/shown.js';
import type { Report } from './report/section.js';
import { runBench } from './run-bench.js';

const ROOT = join(import.meta.dirname, '..');

// What was started is ended, too.
for (const [signal, status] of [
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)
  process.once(signal, () => process.exit(status));
const options = readOptions(process.argv.slice(2));
if ('problem' in options) {
  console.error(`bench: ${options.problem}\n\n${USAGE}`);
  process.exit(2);
}
const { json, write } = options;
const report = await runBench(
  options,
  (line) => console.log(line),
  async (soFar) => {
    console.log(sectionText(soFar.sections.at(-1)!));
    await keep(soFar);
  },
);
console.log(`\n${noise(report.circumstances)}`);
process.exit(0);

/** Writes what there is: a run that ends early leaves its figures. */
async function keep(report: Report): Promise<void> {
  if (json !== null) await writeFile(resolve(json), `${JSON.stringify(report, null, 2)}\n`);
  if (!write) return;
  const charts = join(ROOT, 'docs/benchmarks');
  await mkdir(charts, { recursive: true });
  for (const { id, chart } of report.sections) if (chart) await writeFile(join(charts, `${id}.svg`), chartSvg(chart));
  const page = reportMarkdown(report, ({ id, chart }) => (chart ? `benchmarks/${id}.svg` : null));
  await writePage(join(ROOT, 'docs/benchmarks.md'), page);
  const capacity = report.sections.find(({ id }) => id === 'capacity');
  if (!capacity) return;
  const operating = join(ROOT, 'docs/operating.md');
  await writePage(operating, between(await readFile(operating, 'utf8'), 'capacity', sectionMarkdown(capacity)));
}

/** In the project's own format. */
async function writePage(path: string, page: string): Promise<void> {
  await writeFile(path, await format(page, { ...(await resolveConfig(path)), parser: 'markdown' }));
}
