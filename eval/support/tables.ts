/** A table of figures: printed as Markdown, or given out as JSON. */
export interface Table {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** What a reader has to know of the figures, a sentence each. */
  readonly notes?: readonly string[];
}

export interface Column {
  readonly name: string;
  /** A share is shown with three digits, a count as it is. */
  readonly as: 'text' | 'count' | 'share';
}

/** Null: it cannot be told, as the precision of what found nothing. */
export type Cell = string | number | Estimate | null;

/** A figure measured on a sample, and the interval in which that of all such texts lies, as far as the sample tells. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export const text = (name: string): Column => ({ name, as: 'text' });
export const count = (name: string): Column => ({ name, as: 'count' });
export const share = (name: string): Column => ({ name, as: 'share' });

/** @returns the table as Markdown, its columns padded as Prettier pads them, with its title and notes */
export function shownTable({ title, columns, rows, notes = [] }: Table): string {
  const body = rows.map((cells) => columns.map(({ as }, i) => shownCell(cells[i] ?? null, as)));
  const widths = columns.map(({ name }, i) => Math.max(3, name.length, ...body.map((cells) => cells[i]!.length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => (columns[i]!.as === 'text' ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join(' | ')} |`;
  const rule = columns.map(({ as }, i) => (as === 'text' ? '-'.repeat(widths[i]!) : `${'-'.repeat(widths[i]! - 1)}:`));
  const parts = [title, [line(columns.map(({ name }) => name)), line(rule), ...body.map(line)].join('\n'), ...notes];
  return parts.join('\n\n');
}

function shownCell(cell: Cell, as: Column['as']): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return cell;
  const shown = (value: number): string => (as === 'share' ? value.toFixed(3) : String(value));
  if (typeof cell === 'number') return shown(cell);
  return `${shown(cell.value)} (${shown(cell.low)}–${shown(cell.high)})`;
}
