import { median, spreadOf, type Ratio } from './statistics.js';
import { isReached, type Circumstances, type Report, type Section, type Target } from './section.js';

/** A number with as many digits as say something. */
export function shown(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (size >= 1000) return Math.round(value).toLocaleString('en');
  return value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2);
}

export const shownRatio = ({ value, low, high }: Ratio): string =>
  low === high ? shown(value) : `${shown(value)} (${shown(low)} to ${shown(high)})`;

const shownTarget = ({ at, value }: Target): string => `at ${at} ${shown(value)}`;

/** Rows of what was to be reached, and whether it was. */
export function targetRows({ comparisons, limits }: Section): string[][] {
  const verdict = (value: number, target: Target | null): string[] =>
    target ? [shownTarget(target), isReached(value, target) ? 'reached' : 'not reached'] : ['', ''];
  return [
    ...comparisons.map(({ what, ratio, target }) => [what, shownRatio(ratio), ...verdict(ratio.value, target)]),
    ...limits.map(({ what, value, unit, target }) => [what, `${shown(value)} ${unit}`, ...verdict(value, target)]),
  ];
}

export const TARGET_COLUMNS = ['compared', 'median (lowest to highest round)', 'wanted', ''];

/** How noisy the machine was, in a sentence. */
export function noise({ spins, loadBefore }: Circumstances): string {
  const before = `in the minute before the run ${shown(loadBefore)} processes wanted a processor.`;
  if (spins.length === 0) return `Nothing was measured in turns; ${before}`;
  const [middle, most] = [median(spins), Math.max(...spins)];
  const share = (ratio: number): string => `${Math.round(ratio * 100)} %`;
  return (
    `A fixed work of the processor, done before each turn, took ${shown(middle)} ms in the middle, ` +
    `its middle half lay within ${share(spreadOf(spins))} of that, and the slowest took ${shown(most / middle)} times as long; ${before}`
  );
}

/** A table of text for the terminal. */
export function textTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map((name, i) => Math.max(name.length, ...rows.map((row) => (row[i] ?? '').length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
      .join('  ')
      .trimEnd();
  return [line(columns), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

export function sectionText(section: Section): string {
  const targets = targetRows(section);
  return [
    `\n== ${section.title} ==`,
    textTable(section.columns, section.rows),
    ...(targets.length > 0 ? ['', textTable(TARGET_COLUMNS, targets)] : []),
    ...section.notes.map((note) => `note: ${note}`),
  ].join('\n');
}

const markdownTable = (columns: readonly string[], rows: readonly (readonly string[])[]): string => {
  const cell = (text: string): string => text.replaceAll('|', '\\|');
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(columns), line(columns.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
};

/** What was to be reached, of all sections, each with a link to its section. */
function summary(sections: readonly Section[]): string[] {
  const rows = sections.flatMap((section) =>
    targetRows(section).flatMap(([what, value, wanted, verdict]) =>
      wanted ? [[`[${section.title}](#${anchorOf(section)}): ${what}`, value!, wanted, verdict!]] : [],
    ),
  );
  if (rows.length === 0) return [];
  const reached = rows.filter(([, , , verdict]) => verdict === 'reached').length;
  return [
    '## In short',
    `${reached} of ${rows.length} targets were reached.`,
    markdownTable(['target', TARGET_COLUMNS[1]!, 'wanted', ''], rows),
  ];
}

/** As GitHub makes it of a heading. */
const anchorOf = ({ title }: Section): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');

/** The table of a section by itself, as Markdown. */
export const sectionMarkdown = (section: Section): string =>
  [
    markdownTable(section.columns, section.rows),
    ...(section.notes.length > 0 ? [section.notes.map((note) => `- ${note}`).join('\n')] : []),
  ].join('\n\n');

/**
 * Puts a text between two marks of a page.
 *
 * @param name of the marks: `<!-- name -->` and `<!-- /name -->`, each on a line
 * @throws Error when the page lacks them
 */
export function between(page: string, name: string, text: string): string {
  const [first, last] = [`<!-- ${name} -->\n`, `\n<!-- /${name} -->`];
  const [start, end] = [page.indexOf(first), page.indexOf(last)];
  if (start < 0 || end < start) throw new Error(`the page has no marks ${first.trim()} and ${last.trim()}`);
  return `${page.slice(0, start + first.length)}\n${text}\n${page.slice(end)}`;
}

/** The page of documentation. @param chartOf where a section's chart is; null: it has none */
export function reportMarkdown(
  { circumstances, sections }: Report,
  chartOf: (section: Section) => string | null,
): string {
  const { command, processors, processor, memoryGib, system, node, postgres, set } = circumstances;
  const parts = [
    '# Benchmarks',
    'How fast Obelus is, beside others on the same data and the same machine in the same run: a bare server that does no more than it must, other ways to serve the same tables, and linters. ' +
      'Times are of this one machine; ratios of one run mean something elsewhere. [Benchmarking](benchmarking.md) says what is measured and how, and how to do it again.',
    ...summary(sections),
    '## The run',
    `Written by \`${command}\`, on ${processors} processors (${processor}) with ${shown(memoryGib)} GiB of memory, ${system}; Node ${node}; PostgreSQL ${postgres} on the same machine, as all servers and those who ask them. The data: ${set}.`,
    noise(circumstances),
    ...sections.map((section) => {
      const targets = targetRows(section);
      const chart = chartOf(section);
      return [
        `## ${section.title}`,
        section.about,
        markdownTable(section.columns, section.rows),
        ...(targets.length > 0 ? [markdownTable(TARGET_COLUMNS, targets)] : []),
        ...(chart === null ? [] : [`![${section.title}](${chart})`]),
        ...(section.notes.length > 0 ? [section.notes.map((note) => `- ${note}`).join('\n')] : []),
      ].join('\n\n');
    }),
  ];
  return `${parts.join('\n\n')}\n`;
}
