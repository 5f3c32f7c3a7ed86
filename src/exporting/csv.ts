import { guarded } from '../collections/spreadsheet-guard.js';

/*
 * CSV by RFC 4180: a header, CRLF behind every row, quotes around what needs them. No spreadsheet runs a cell: see
 * `guarded`.
 */

export type CsvValue = string | number | boolean | Date | null | undefined;

/** One row, with the break behind it. */
export const csvRow = (values: readonly CsvValue[]): string => `${values.map(cell).join(',')}\r\n`;

function cell(value: CsvValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'string') return String(value);
  const safe = guarded(value);
  return /[",\r\n;\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
