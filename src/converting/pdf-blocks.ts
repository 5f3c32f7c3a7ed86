import { MONOSPACE } from './pdf-file.js';
import type { Line } from './pdf-lines.js';
import type { Metrics } from './pdf-metrics.js';
import type { Part, TextRow } from './pdf-tables.js';

/** What a page's lines make together. */
export type Block =
  | { readonly kind: 'heading' | 'paragraph' | 'item'; readonly lines: readonly Line[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly Line[])[] };

/** Larger letters than the text's by so much make a heading. */
const LARGE = 1.12;
/** Sizes that differ by less are one size. */
const SAME_SIZE = 0.08;
/** A gap larger than the usual one by so much begins a block. */
const WIDE = 1.25;
/** An indent, as a share of the size. */
const INDENT = 0.8;
/** More words than these make no heading of a line that is as large as the text; and of large letters, with a stop at the end. */
const MOST_WORDS = 14;
const MOST_SENTENCE_WORDS = 8;
const MOST_HEADING_LENGTH = 200;

const BULLET = /^[•◦▪‣·●■–—*-]\s/;
const NUMBER = /^(?:(\[)\d{1,3}\]|(\()\d{1,3}\)|\d{1,3}([.)]))\s/;
const STOP = /[.!?:…]["”’»)\]]{0,2}$/;
/** A word that goes on in the next line. */
const DIVIDED = /\p{L}[-\u00AD\u2010]$/u;
const NUMERIC_MARKER = /\s*\[[\d\s,–-]{1,40}\]$/;

/** The blocks of a document in reading order. */
export function blocksOf(parts: readonly Part[], metrics: Metrics): Block[] {
  const blocks: Block[] = [];
  let rows: TextRow[] = [];
  const flush = (): void => {
    if (rows.length > 0) blocks.push(blockOf(rows, metrics));
    rows = [];
  };
  for (const [i, part] of parts.entries()) {
    if (part.kind === 'table') {
      flush();
      blocks.push(part);
      continue;
    }
    const next = parts[i + 1];
    if (rows.length > 0 && begins(part.row, rows, next?.kind === 'line' ? next.row : null, metrics)) flush();
    rows.push(part.row);
  }
  flush();
  return blocks;
}

function blockOf(rows: readonly TextRow[], metrics: Metrics): Block {
  const lines = rows.map(({ cells: [line] }) => line);
  if (BULLET.test(lines[0]!.text)) return { kind: 'item', lines };
  const text = lines.map((line) => line.text.trim()).join(' ');
  const isSentence = /[.;]["”’)]?$/.test(text) && text.split(' ').length > MOST_SENTENCE_WORDS;
  const isHeading = rows.every((row) => looksLikeHeading(row, metrics)) && text.length <= MOST_HEADING_LENGTH;
  return { kind: isHeading && !isSentence ? 'heading' : 'paragraph', lines };
}

/** Larger than the text, or in another font and by itself on a short line. */
function looksLikeHeading({ cells: [line], column }: TextRow, { size, font }: Metrics): boolean {
  if (!/\p{L}{2}/u.test(line.text)) return false;
  if (line.size >= LARGE * size) return true;
  const isShort = line.text.split(' ').length <= MOST_WORDS && line.right < column.right - 2 * size;
  return (
    line.font !== font &&
    line.font !== MONOSPACE &&
    line.size > size * (1 - SAME_SIZE) &&
    isShort &&
    !/[.,;:]$/.test(endOf(line))
  );
}

/** Whether a line begins a new block after the rows of one. */
function begins(row: TextRow, rows: readonly TextRow[], next: TextRow | null, metrics: Metrics): boolean {
  const last = rows.at(-1)!;
  const [a, b] = [last.cells[0], row.cells[0]];
  if (Math.abs(a.size - b.size) > SAME_SIZE * a.size) return true;
  const isHeading = looksLikeHeading(row, metrics);
  const wasHeading = rows.every((each) => looksLikeHeading(each, metrics));
  if (wasHeading && (!isHeading || a.font !== b.font)) return true;
  if (BULLET.test(b.text) || isNumbered(row, rows, wasHeading)) return true;
  const isBelow = last.page === row.page && last.column === row.column && b.y > a.y;
  if (!isBelow) return isHeading || STOP.test(endOf(a));
  const gap = (b.y - a.y) / b.size;
  if (gap > metrics.leading * WIDE) return true;
  if (isCentred(a, b)) return false;
  return isIndented(row, rows, next) || endsParagraph(last, b);
}

/** A number begins an item where one began the item before, or after a stop. Else it is a number in the text. */
function isNumbered({ cells: [line] }: TextRow, rows: readonly TextRow[], afterHeading: boolean): boolean {
  const number = NUMBER.exec(line.text);
  if (!number) return false;
  const before = NUMBER.exec(rows[0]!.cells[0].text);
  const isAlike = before !== null && number.slice(1).every((sign, i) => sign === before[i + 1]);
  return isAlike || afterHeading || (STOP.test(endOf(rows.at(-1)!.cells[0])) && number[1] === undefined);
}

/** A first line set in, or out where the other lines are set in. */
function isIndented({ cells: [line] }: TextRow, rows: readonly TextRow[], next: TextRow | null): boolean {
  const [first, last] = [rows[0]!.cells[0], rows.at(-1)!.cells[0]];
  const indent = INDENT * line.size;
  if (line.x > last.x + indent) {
    // The second line of an item whose other lines are all set in.
    const goesOn = next !== null && Math.abs(next.cells[0].x - line.x) < indent / 2;
    return rows.length > 1 || !(goesOn || NUMBER.test(first.text) || BULLET.test(first.text));
  }
  return line.x < last.x - indent && rows.length > 1;
}

const isCentred = (a: Line, b: Line): boolean =>
  Math.abs(a.x - b.x) > b.size / 2 && Math.abs(a.x + a.right - b.x - b.right) < b.size;

/** Whether the line ended though the next word had room, after a stop; without one, where much room was left. */
function endsParagraph({ cells: [line], column }: TextRow, after: Line): boolean {
  if (DIVIDED.test(line.text)) return false;
  const [word] = after.text.split(' ', 1);
  const width = ((after.right - after.x) * word!.length) / after.text.length;
  const room = column.right - line.right - width;
  return room > (STOP.test(endOf(line)) ? line.size : (column.right - column.left) / 3);
}

/** The text of a line without markers at its end. */
const endOf = ({ pieces }: Line): string =>
  pieces
    .map(({ text, raised }) => (raised ? '' : text))
    .join('')
    .trimEnd()
    .replace(NUMERIC_MARKER, '');
