/** A cell: as people read it, and as programs do. */
export interface Cell {
  readonly shown: string;
  /** Null: unknown. */
  readonly raw: string | number | null;
  /** Where it leads in the console. */
  readonly to?: string;
}

/** The numbers behind a chart. */
export interface Sheet {
  readonly columns: readonly { readonly name: string; readonly isNumber?: boolean }[];
  readonly rows: readonly (readonly Cell[])[];
}

/** What a spreadsheet would take for a formula, and run. */
const FORMULA = /^[=+\-@\t\r]/;

/** The sheet as RFC 4180 has it, with numbers as they are. A text that begins as a formula does gets an apostrophe before it. */
export function csvOf({ columns, rows }: Sheet): string {
  const lines = [columns.map(({ name }) => name), ...rows.map((cells) => cells.map(({ raw }) => raw))];
  return lines.map((line) => `${line.map(field).join(',')}\r\n`).join('');
}

function field(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
