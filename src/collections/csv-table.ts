import { isUtf8 } from 'node:buffer';
import { CsvError, parse } from 'csv-parse/sync';
import { UnconvertibleFileError } from '../converting/unconvertible-file.js';
import { MAX_INPUT_BYTES } from '../reading/decode.js';
import { unguarded } from './spreadsheet-guard.js';

/** A row of a table, with as many cells as the table has columns. */
export interface TableRow {
  /** 1-based line of the file on which it begins. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A spreadsheet that was saved as CSV. */
export interface CsvTable {
  /** The cells of the first row. One without words is called by its place: "column 3". */
  readonly columns: readonly string[];
  readonly headerLine: number;
  readonly rows: readonly TableRow[];
  readonly delimiter: Delimiter;
  /** What was made of the file, in sentences without a capital. */
  readonly notices: readonly string[];
}

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

const MOST_COLUMNS = 500;
/** Characters of one row: a quotation mark that is never closed ends here and not at the end of the file. */
const LONGEST_ROW = 1_000_000;
/** Rows by which the delimiter is told. */
const SAMPLE = 50;
/** The first line by which Excel is told the delimiter. */
const SEPARATOR_LINE = /^sep=(.)\n/i;

/**
 * Reads CSV: commas, semicolons, tabs or bars between the cells, whichever divides the rows best; UTF-8, UTF-16 with its
 * mark, or else Windows-1252, as spreadsheets write it. Apostrophes that keep a cell from being a formula are taken away.
 *
 * @throws UnconvertibleFileError when it is too large, binary, has no row, or quotation marks do not close
 */
export function readCsv(bytes: Uint8Array): CsvTable {
  if (bytes.byteLength > MAX_INPUT_BYTES)
    throw wrong('TOO_LARGE', 'is larger than the limit of 20 MiB; split the table');
  const notices: string[] = [];
  const whole = decoded(bytes, notices);
  const told = SEPARATOR_LINE.exec(whole);
  const text = told ? whole.slice(told[0].length) : whole;
  const delimiter = DELIMITERS.find((each) => each === told?.[1]) ?? likeliestDelimiter(text);
  const rows = recordsOf(text, delimiter, told ? 2 : 1).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const [header, ...body] = rows;
  if (!header) throw wrong('NO_TEXT', 'has no rows; the first one names the columns');
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  if (width > MOST_COLUMNS) {
    throw wrong(
      'TOO_LARGE',
      `has a row of ${width} cells, at most ${MOST_COLUMNS} are read; check the quotation marks`,
    );
  }
  const cellsOf = (cells: readonly string[]): string[] =>
    Array.from({ length: width }, (_, i) => unguarded((cells[i] ?? '').trim()));
  return {
    columns: cellsOf(header.cells).map((name, i) => (name === '' ? `column ${i + 1}` : name.replace(/\s+/g, ' '))),
    headerLine: header.line,
    rows: body.map(({ line, cells }) => ({ line, cells: cellsOf(cells) })),
    delimiter,
    notices,
  };
}

function decoded(bytes: Uint8Array, notices: string[]): string {
  const text = decodedAs(encodingOf(bytes, notices), bytes);
  if (text.includes('\0')) {
    throw wrong(
      'DAMAGED',
      'has a NUL character, as spreadsheets in their own formats have; save it as CSV and try again',
    );
  }
  // The parser counts a break of two characters within a cell as two lines.
  return text.toWellFormed().replace(/\r\n?/g, '\n');
}

function encodingOf(bytes: Uint8Array, notices: string[]): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // A Windows-1252 text of some length that has a letter beyond ASCII is hardly ever UTF-8 as well.
  if (isUtf8(bytes)) return 'utf-8';
  notices.push('it is not UTF-8, and was read as Windows-1252; look whether its letters with accents are right');
  return 'windows-1252';
}

const decodedAs = (encoding: string, bytes: Uint8Array): string => new TextDecoder(encoding).decode(bytes);

/** Which delimiter gives rows of the same number of cells, and more than one; a comma when none does. */
function likeliestDelimiter(text: string): Delimiter {
  let best: { readonly delimiter: Delimiter; readonly score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const score = evenness(text, delimiter);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** The share of rows as wide as the first one, which counts for more the wider it is; 0 where it has one cell. */
function evenness(text: string, delimiter: Delimiter): number {
  let rows: readonly (readonly string[])[];
  try {
    rows = parse(text, { ...optionsOf(delimiter), skip_empty_lines: true, to: SAMPLE });
  } catch (error) {
    if (error instanceof CsvError) return 0;
    throw error;
  }
  const width = rows[0]?.length ?? 0;
  if (width < 2) return 0;
  const even = rows.filter(({ length }) => length === width).length / rows.length;
  return even * (1 - 1 / (width + 1));
}

const optionsOf = (delimiter: Delimiter) => ({
  delimiter,
  relax_column_count: true,
  relax_quotes: true,
  max_record_size: LONGEST_ROW,
});

function recordsOf(text: string, delimiter: Delimiter, firstLine: number): TableRow[] {
  const rows: TableRow[] = [];
  let line = firstLine;
  try {
    parse(text, {
      ...optionsOf(delimiter),
      on_record: (cells: string[], { lines }) => {
        rows.push({ line, cells });
        line = firstLine + lines;
        return null;
      },
    });
  } catch (error) {
    if (error instanceof CsvError) throw unreadable(error, line);
    throw error;
  }
  return rows;
}

function unreadable({ code }: CsvError, line: number): UnconvertibleFileError {
  if (code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE') {
    const message = `a cell of the row in line ${line} opens with a quotation mark that is never closed; close it, or save the table again`;
    return wrong('DAMAGED', message);
  }
  return wrong('DAMAGED', `the row in line ${line} cannot be read as CSV (${code}); save the table again`);
}

const wrong = (reason: UnconvertibleFileError['reason'], message: string): UnconvertibleFileError =>
  new UnconvertibleFileError(reason, message);
