import { isSectionInAny } from '../reading/section-names.js';
import type { Row } from './pdf-columns.js';
import type { Line } from './pdf-lines.js';
import { isMarkerPlace } from '../reading/raised-numbers.js';

/** A row with the page on which it stands, from 0. */
export interface PageRow extends Row {
  readonly page: number;
}

/** A note at the foot of a page. */
export interface FootNote {
  readonly page: number;
  /** As its marker shows it. */
  readonly label: string;
  /** Its first line begins with the label. */
  readonly rows: PageRow[];
}

/** The letters of notes are smaller than this share of the text's. */
const SMALL = 0.94;
const LABEL = /^\[?(\d{1,3}|[*†‡§¶]{1,3}|[a-z])\]?[.)]?(?=\s|$)/;

/**
 * Takes the notes out of the flow: small lines at the foot of a column, from one that begins with a label that stands
 * raised in the page's text. Small lines before the first such line go on with the last note of the page before.
 */
export function takeNotes(rows: readonly PageRow[], bodySize: number): { rows: PageRow[]; notes: FootNote[] } {
  const notes: FootNote[] = [];
  const marked = marksByPage(rows);
  const kept = columnsOf(rows).flatMap((column) => {
    const feet = footOf(column, bodySize);
    const page = column[0]!.page;
    const marks = marked.get(page)!;
    const first = feet.findIndex((row) => marks.has(labelOf(row) ?? ''));
    // Under a heading stands the list itself.
    const above = column[column.length - feet.length + first - 1];
    if (first < 0 || (above && isSectionInAny('references', textOf(above)))) return column;
    const before = notes.at(-1);
    const goesOn = before?.page === page - 1 && first > 0;
    if (goesOn) before.rows.push(...feet.slice(0, first));
    for (const row of feet.slice(first)) {
      const label = labelOf(row);
      if (label !== null && marks.has(label)) notes.push({ page, label, rows: [row] });
      else notes.at(-1)!.rows.push(row);
    }
    const taken = goesOn ? feet.length : feet.length - first;
    return column.slice(0, column.length - taken);
  });
  return { rows: kept, notes };
}

const textOf = ({ cells }: Row): string => cells.map(({ text }) => text).join(' ');

/** The labels that stand raised after a word, by page. That of a note itself, at the start of its line, is none. */
function marksByPage(rows: readonly PageRow[]): Map<number, Set<string>> {
  const marks = new Map<number, Set<string>>();
  for (const row of rows) {
    const own = marks.get(row.page) ?? new Set();
    for (const label of raisedLabels(row)) own.add(label);
    marks.set(row.page, own);
  }
  return marks;
}

/** Rows that follow one another in one column of one page. */
function columnsOf(rows: readonly PageRow[]): PageRow[][] {
  const found: PageRow[][] = [];
  for (const row of rows) {
    const last = found.at(-1)?.at(-1);
    if (last && last.page === row.page && last.column === row.column) found.at(-1)!.push(row);
    else found.push([row]);
  }
  return found;
}

function footOf(column: readonly PageRow[], bodySize: number): PageRow[] {
  const last = column.findLastIndex(({ cells }) => cells.some(({ size }) => size > SMALL * bodySize));
  return column.slice(last + 1);
}

/** The label with which a row begins: raised, or by itself before a space. */
function labelOf({ cells }: Row): string | null {
  const [line] = cells as [Line];
  const [piece] = line.pieces;
  if (piece?.raised) return piece.text.trim();
  return LABEL.exec(line.text)?.[1] ?? null;
}

const raisedLabels = ({ cells }: Row): string[] =>
  cells.flatMap(({ pieces }) =>
    pieces.flatMap(({ text, raised }, i) =>
      raised && isMarkerPlace((pieces[i - 1]?.text ?? '').trimEnd()) ? text.trim().split(/\s*[,;]\s*|\s+/) : [],
    ),
  );
