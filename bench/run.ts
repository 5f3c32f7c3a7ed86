/**
 * Measures the program beside a bare server, PostGraphile, Nest with Apollo, and linters, on one data set:
 *
 *     npm run bench                                   all, at 1,000,000 claims; see docs/benchmarking.md
 *     npm run bench -- --claims 20000 --only main-query --rounds 3
 *     npm run bench -- --server before=../obelus-before --server after=.
 *     npm run bench -- --write                        writes docs/benchmarks.md and its charts, too
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readOptions, USAGE } from './options.js';
import { chartSvg } from './report/svg.js';
import { noise, reportMarkdown, sectionText } from './report/shown.js';
import { runBench } from './run-bench.js';

const ROOT = join(import.meta.dirname, '..');

// What was started is ended, too.
process.once('SIGINT', () => process.exit(130));
const options = readOptions(process.argv.slice(2));
if ('problem' in options) {
  console.error(`bench: ${options.problem}\n\n${USAGE}`);
  process.exit(2);
}
const report = await runBench(
  options,
  (line) => console.log(line),
  (section) => console.log(sectionText(section)),
);
console.log(`\n${noise(report.circumstances)}`);
if (options.json !== null) await writeFile(resolve(options.json), `${JSON.stringify(report, null, 2)}\n`);
if (options.write) {
  const charts = join(ROOT, 'docs/benchmarks');
  await mkdir(charts, { recursive: true });
  for (const { id, chart } of report.sections) if (chart) await writeFile(join(charts, `${id}.svg`), chartSvg(chart));
  const page = reportMarkdown(report, ({ id, chart }) => (chart ? `benchmarks/${id}.svg` : null));
  await writeFile(join(ROOT, 'docs/benchmarks.md'), page);
}
process.exit(0);
