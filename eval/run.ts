/**
 * How well Obelus reads and judges, measured against what people judged.
 *
 *     npm run eval -- --data DIR --pages DIR --only citation-context --json
 *
 * `--data` names a folder with a folder for each set of judgements, `--pages` one with the pages of the labelled findings:
 * docs/evaluation.md says which, and where they come from. What is absent is skipped, and said to be. Without `--json` the
 * tables are printed as Markdown. With `--charts DIR` charts of them are written there as SVG. Exit status: 0, or 2 when an evaluation could not be run.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Evaluation } from './evaluation.js';
import { EVALUATIONS } from './evaluations.js';
import { shownChart } from './support/chart.js';
import { shownTable, type Table } from './support/tables.js';

interface Result {
  readonly name: string;
  readonly about: string;
  /** Why it did not run; null when it did. */
  readonly skipped: string | null;
  readonly error: string | null;
  readonly tables: readonly Table[];
}

interface Folders {
  readonly data?: string | undefined;
  readonly pages?: string | undefined;
  /** Where charts are written; none are without it. */
  readonly charts?: string | undefined;
}

/** From the root of the repository. */
const FIXTURES = 'test/fixtures';

/** The folder of an evaluation's input, or why there is none. */
function folderOf(
  { needs }: Evaluation,
  { data, pages }: Folders,
): { readonly path: string } | { readonly why: string } {
  if (typeof needs === 'object' && 'fixtures' in needs) return { path: join(FIXTURES, needs.fixtures) };
  const [option, given] = needs === 'pages' ? ['--pages', pages] : ['--data', data];
  if (given === undefined)
    return { why: `it needs ${option} DIR${needs === 'pages' ? '' : ` with a folder ${needs.data}`}` };
  const path = needs === 'pages' ? given : join(given, needs.data);
  return existsSync(path) ? { path } : { why: `${path} is not there` };
}

async function resultOf(evaluation: Evaluation, folders: Folders): Promise<Result> {
  const { name, about } = evaluation;
  try {
    const { lacks } = evaluation;
    if (lacks !== undefined) return { name, about, skipped: lacks, error: null, tables: [] };
    const folder = folderOf(evaluation, folders);
    if ('why' in folder) return { name, about, skipped: folder.why, error: null, tables: [] };
    const tables = await evaluation.run(folder.path);
    if (folders.charts !== undefined) writeCharts(evaluation, folder.path, folders.charts);
    return { name, about, skipped: null, error: null, tables };
  } catch (error) {
    return { name, about, skipped: null, error: (error as Error).message, tables: [] };
  }
}

function writeCharts({ charts }: Evaluation, folder: string, to: string): void {
  for (const chart of charts?.(folder) ?? []) {
    mkdirSync(to, { recursive: true });
    writeFileSync(join(to, `${chart.name}.svg`), shownChart(chart));
  }
}

function shownResult({ name, about, skipped, error, tables }: Result): string {
  const rest = skipped ? [`Skipped: ${skipped}.`] : error ? [`Failed: ${error}`] : tables.map(shownTable);
  return [`## ${name}`, about, ...rest].join('\n\n');
}

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    pages: { type: 'string' },
    only: { type: 'string' },
    charts: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
/** A name, or the beginning of several: "support" names one for each set. */
const isChosen = (name: string): boolean =>
  values.only === undefined || name === values.only || name.startsWith(`${values.only}-`);
const chosen = EVALUATIONS.filter(({ name }) => isChosen(name));
if (chosen.length === 0) {
  console.error(
    `There is no evaluation "${values.only}". There are: ${EVALUATIONS.map(({ name }) => name).join(', ')}`,
  );
  process.exit(2);
}
const results: Result[] = [];
for (const evaluation of chosen) {
  const result = await resultOf(evaluation, values);
  results.push(result);
  if (!values.json) console.log(`${shownResult(result)}\n`);
}
if (values.json) console.log(JSON.stringify(results, null, 2));
if (results.some(({ error }) => error !== null)) process.exitCode = 2;
