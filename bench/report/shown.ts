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
  const [middle, most] = [median(spins), Math.max(...spins)];
  const share = (ratio: number): string => `${Math.round(ratio * 100)} %`;
  return (
    `A fixed work of the processor, done before each turn, took ${shown(middle)} ms in the middle, ` +
    `its middle half lay within ${share(spreadOf(spins))} of that, and the slowest took ${shown(most / middle)} times as long; ` +
    `in the minute before the run ${shown(loadBefore)} processes wanted a processor.`
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

/** The page of documentation. @param chartOf where a section's chart is; null: it has none */
export function reportMarkdown(
  { circumstances, sections }: Report,
  chartOf: (section: Section) => string | null,
): string {
  const { command, processors, processor, memoryGib, system, node, postgres, set } = circumstances;
  const parts = [
    '# Benchmarks',
    `This page is written by \`${command}\`. The figures are of one run on one machine: only ratios of one run mean anything elsewhere. [Benchmarking](benchmarking.md) says what is measured and how.`,
    `The machine: ${processors} processors (${processor}), ${shown(memoryGib)} GiB of memory, ${system}; Node ${node}; PostgreSQL ${postgres} on the same machine, as all servers and those who ask them. The data: ${set}.`,
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
