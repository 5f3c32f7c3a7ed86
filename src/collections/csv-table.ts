import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { parse as parseAtOnce } from 'csv-parse/sync';
import { UnconvertibleFileError } from '../converting/unconvertible-file.js';
import { unguarded } from './spreadsheet-guard.js';

/** A table as it was saved. It is read several times, so that no more of it than a piece is in memory. */
export interface TableFile {
  /** Its bytes from the start, piece by piece. */
  open(): Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

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
  readonly delimiter: Delimiter;
  /** What was made of the file, in sentences without a capital. */
  readonly notices: readonly string[];
  readonly rowCount: number;
  /** The first rows, by which it can be told what the columns hold. */
  readonly sample: readonly TableRow[];
  /** Of each column, some of its cells that are filled. */
  readonly filled: readonly (readonly string[])[];
  /** Its rows but for the first one, while the file is read again. */
  rows(): AsyncGenerator<TableRow>;
}

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

const MOST_COLUMNS = 500;
/** Characters of one row: a quotation mark that is never closed ends here and not at the end of the file. */
const LONGEST_ROW = 1_000_000;
/** Rows by which the delimiter is told, and what columns hold. */
const SAMPLE = 50;
/** Characters in which they are looked for. */
const HEAD = 4_000_000;
/** Cells that are kept of each column for people to look at. */
const FILLED = 3;
/** Longer ones are cut, in UTF-16 units. */
const LONGEST_FILLED = 200;
/** The first line by which Excel is told the delimiter. */
const SEPARATOR_LINE = /^sep=(.)\n/i;

/**
 * Reads CSV: commas, semicolons, tabs or bars between the cells, whichever divides the rows best; UTF-8, UTF-16 with its
 * mark, or else Windows-1252, as spreadsheets write it. Apostrophes that keep a cell from being a formula are taken away.
 *
 * @throws UnconvertibleFileError when it is binary, has no row or too many columns, or quotation marks do not close
 */
export async function readCsv(file: TableFile): Promise<CsvTable> {
  const notices: string[] = [];
  const encoding = await encodingOf(file, notices);
  const { head, isWhole } = await headOf(file, encoding);
  const told = SEPARATOR_LINE.exec(head);
  const skipped = told?.[0].length ?? 0;
  const delimiter =
    DELIMITERS.find((each) => each === told?.[1]) ?? likeliestDelimiter({ head: head.slice(skipped), isWhole });
  const records = (): AsyncGenerator<TableRow> => recordsOf(textsOf(file, encoding, skipped), delimiter, told ? 2 : 1);

  let header: TableRow | null = null;
  let width = 0;
  let rowCount = 0;
  const sample: TableRow[] = [];
  const filled: string[][] = [];
  for await (const row of records()) {
    width = Math.max(width, row.cells.length);
    if (width > MOST_COLUMNS) {
      throw wrong(
        'TOO_LARGE',
        `has a row of ${width} cells, at most ${MOST_COLUMNS} are read; check the quotation marks`,
      );
    }
    if (!header) header = row;
    else {
      rowCount++;
      if (sample.length < SAMPLE) sample.push(row);
      for (const [i, cell] of row.cells.entries()) keepFilled((filled[i] ??= []), unguarded(cell.trim()));
    }
  }
  if (!header) throw wrong('NO_TEXT', 'has no rows; the first one names the columns');
  const { line: headerLine } = header;
  const even = ({ line, cells }: TableRow): TableRow => ({
    line,
    cells: Array.from({ length: width }, (_, i) => unguarded((cells[i] ?? '').trim())),
  });
  return {
    columns: even(header).cells.map((name, i) => (name === '' ? `column ${i + 1}` : name.replace(/\s+/g, ' '))),
    headerLine,
    delimiter,
    notices,
    rowCount,
    sample: sample.map(even),
    filled: Array.from({ length: width }, (_, i) => filled[i] ?? []),
    async *rows() {
      for await (const row of records()) if (row.line !== headerLine) yield even(row);
    },
  };
}

function keepFilled(kept: string[], cell: string): void {
  if (cell === '' || kept.length === FILLED) return;
  kept.push(cell.length > LONGEST_FILLED ? `${cell.slice(0, LONGEST_FILLED - 1)}…` : cell);
}

async function encodingOf(file: TableFile, notices: string[]): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isFirst = true;
  try {
    for await (const bytes of file.open()) {
      if (isFirst && bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
      if (isFirst && bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
      isFirst = false;
      decoder.decode(bytes, { stream: true });
    }
    decoder.decode();
    return 'utf-8';
  } catch (error) {
    if ((error as { code?: string }).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
  }
  // A Windows-1252 text of some length that has a letter beyond ASCII is hardly ever UTF-8 as well.
  notices.push('it is not UTF-8, and was read as Windows-1252; look whether its letters with accents are right');
  return 'windows-1252';
}

/** The text of a table, piece by piece, with line feeds between its lines. @param skipped characters at its start */
async function* textsOf(file: TableFile, encoding: string, skipped = 0): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let left = skipped;
  let held = '';
  const piece = (text: string): string => {
    if (text.includes('\0')) {
      throw wrong(
        'DAMAGED',
        'has a NUL character, as spreadsheets in their own formats have; save it as CSV and try again',
      );
    }
    // The parser counts a break of two characters within a cell as two lines.
    const whole = text.toWellFormed().replace(/\r\n?/g, '\n');
    const kept = whole.slice(left);
    left = Math.max(0, left - whole.length);
    return kept;
  };
  for await (const bytes of file.open()) {
    const text = held + decoder.decode(bytes, { stream: true });
    // Two characters that belong together may come apart.
    const end = /[\r\uD800-\uDBFF]$/.test(text) ? text.length - 1 : text.length;
    held = text.slice(end);
    yield piece(text.slice(0, end));
  }
  yield piece(held + decoder.decode());
}

interface Head {
  readonly head: string;
  /** Whether that is all. */
  readonly isWhole: boolean;
}

async function headOf(file: TableFile, encoding: string): Promise<Head> {
  let head = '';
  for await (const text of textsOf(file, encoding)) {
    head += text;
    if (head.length >= HEAD) return { head: head.slice(0, HEAD), isWhole: false };
  }
  return { head, isWhole: true };
}

/** Which delimiter gives rows of the same number of cells, and more than one; a comma when none does. */
function likeliestDelimiter(head: Head): Delimiter {
  let best: { readonly delimiter: Delimiter; readonly score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const score = evenness(head, delimiter);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** The share of rows as wide as the first one, which counts for more the wider it is; 0 where it has one cell. */
function evenness({ head, isWhole }: Head, delimiter: Delimiter): number {
  const rows: (readonly string[])[] = [];
  try {
    const kept = (cells: string[]): null => (rows.push(cells), null);
    parseAtOnce(head, { ...optionsOf(delimiter), skip_empty_lines: true, to: SAMPLE, on_record: kept });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (isWhole || error.code !== 'CSV_QUOTE_NOT_CLOSED') return 0;
  }
  // The head may end in the midst of a row.
  if (!isWhole && rows.length < SAMPLE) rows.pop();
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

/** Rows in which something stands. */
async function* recordsOf(
  texts: AsyncIterable<string>,
  delimiter: Delimiter,
  firstLine: number,
): AsyncGenerator<TableRow> {
  let line = firstLine;
  /** Lines on which the rows begin that the parser has read ahead. */
  const lines: number[] = [];
  const parser = parse({
    ...optionsOf(delimiter),
    on_record: (cells: string[], context) => {
      lines.push(line);
      line = firstLine + context.lines;
      return cells;
    },
  });
  // What goes wrong with either is thrown by the loop.
  pipeline(texts, parser, () => undefined);
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      const row = { line: lines.shift()!, cells };
      if (cells.some((cell) => cell.trim() !== '')) yield row;
    }
  } catch (error) {
    if (error instanceof CsvError) throw unreadable(error, line);
    throw error;
  }
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
