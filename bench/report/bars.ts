import type { Chart, Section } from './section.js';

/** Which column of a table its chart shows. */
export interface BarsOf {
  /** Of the values, with their unit. */
  readonly title: string;
  /** The column with the values. */
  readonly value: string;
  /** The column that tells what stands beside each other; all does when left out. */
  readonly groups?: string;
}

/**
 * A section with a chart of its table: a bar for each of what its first column names. Rows are left out in which the value is no number, or
 * that are of no group.
 */
export function withBars(section: Omit<Section, 'chart'>, { title, value, groups }: BarsOf): Section {
  const { columns, rows } = section;
  const place = (column: string): number => {
    const found = columns.indexOf(column);
    if (found < 0) throw new Error(`the table of ${section.id} has no column ${column}`);
    return found;
  };
  const valueAt = place(value);
  const groupAt = groups === undefined ? null : place(groups);
  const groupOf = (row: readonly string[]): string => (groupAt === null ? '' : row[groupAt]!);
  const charted = rows.filter((row) => numberOf(row[valueAt]!) !== null && groupOf(row) !== '–');
  const along = [...new Set(charted.map(groupOf))];
  const names = [...new Set(charted.map(([name]) => name!))];
  const series = names.map((name) => ({
    name,
    values: along.map((group) => {
      const row = charted.find((each) => each[0] === name && groupOf(each) === group);
      return row ? numberOf(row[valueAt]!) : null;
    }),
  }));
  const chart: Chart = { kind: 'bars', title, along, alongTitle: groups ?? '', series };
  return { ...section, chart };
}

/** "1,056" as a number; null for what is none. */
function numberOf(text: string): number | null {
  const digits = text.replaceAll(',', '');
  return /^\d+(\.\d+)?$/.test(digits) ? Number(digits) : null;
}
