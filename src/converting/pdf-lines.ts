import type { Run } from './pdf-file.js';

/** A stretch of a line in one manner. */
export interface Piece {
  readonly text: string;
  /** Small and above the line. */
  readonly raised: boolean;
  readonly url: string | null;
}

/** Text on one line without a wide gap in it: a line of a column, or a cell of a table. In points, y downwards. */
export interface Line {
  readonly pieces: readonly Piece[];
  /** The pieces' texts together. */
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  /** Of most of its letters. */
  readonly size: number;
  readonly font: string;
}

/** Runs whose feet differ by less stand on one line: share of the smaller size. */
const SAME_FOOT = 0.25;
/** Smaller than this share of the line's size, and raised or lowered by such shares of it: superscripts, subscripts. */
const SMALL = 0.85;
const RAISED = { least: 0.08, most: 0.75 };
const LOWERED = 0.35;
/** How near a superscript stands to its word, as a share of the line's size. */
const NEAR = 0.6;
/** Gaps, as shares of the size: between words, and between columns or cells. */
const WORD_GAP = 0.13;
const COLUMN_GAP = 1;
/** A longer small text is a line of its own. */
const LONGEST_RAISED = 30;

interface Row {
  y: number;
  /** Of its largest run. */
  size: number;
  readonly runs: Run[];
}

/** The lines of a page, from top to bottom and from left to right. */
export function linesOf(runs: readonly Run[]): Line[] {
  return withRaised(rowsOf(runs)).flatMap(linesOfRow);
}

function rowsOf(runs: readonly Run[]): Row[] {
  const rows: Row[] = [];
  for (const run of [...runs].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1);
    if (row && run.y - row.y <= SAME_FOOT * Math.min(run.size, row.size)) {
      row.runs.push(run);
      row.size = Math.max(row.size, run.size);
    } else rows.push({ y: run.y, size: run.size, runs: [run] });
  }
  for (const { runs: own } of rows) own.sort((a, b) => a.x - b.x);
  return rows;
}

/** Superscripts and subscripts, which stand beside a line, brought into it. */
function withRaised(rows: readonly Row[]): Row[] {
  const joining = new Map<Row, Run[]>();
  const left = rows.map((row, i): Row => {
    const near = [rows[i + 1], rows[i + 2], rows[i - 1]].filter((each) => each !== undefined);
    const staying = clusters(row.runs).flatMap((cluster) => {
      const host = near.find((each) => belongs(cluster, row, each));
      if (!host) return cluster;
      joining.set(host, [...(joining.get(host) ?? []), ...cluster]);
      return [];
    });
    return { ...row, runs: staying };
  });
  return left.flatMap((row, i) => {
    const more = joining.get(rows[i]!) ?? [];
    if (row.runs.length + more.length === 0) return [];
    return [{ ...row, runs: [...row.runs, ...more].sort((a, b) => a.x - b.x) }];
  });
}

/** Runs of a row that touch. */
function clusters(runs: readonly Run[]): Run[][] {
  const found: Run[][] = [];
  for (const run of runs) {
    const last = found.at(-1)?.at(-1);
    if (last && run.x - last.right < last.size * NEAR && run.size === last.size) found.at(-1)!.push(run);
    else found.push([run]);
  }
  return found;
}

function belongs(cluster: readonly Run[], row: Row, host: Row): boolean {
  const [first, last] = [cluster[0]!, cluster.at(-1)!];
  const rise = host.y - row.y;
  const isNear = rise > 0 ? rise <= RAISED.most * host.size : -rise <= LOWERED * host.size;
  if (!isNear || cluster.reduce((sum, { text }) => sum + text.length, 0) > LONGEST_RAISED) return false;
  const i = firstAfter(host.runs, first.x);
  const isBeside = (run: Run | undefined, gap: number): boolean =>
    run !== undefined && first.size < SMALL * run.size && gap > -NEAR * run.size && gap < NEAR * run.size;
  const [before, after] = [host.runs[i - 1], host.runs[i]];
  return isBeside(before, first.x - (before?.right ?? 0)) || isBeside(after, (after?.x ?? 0) - last.right);
}

/** The index of the first run that begins right of a point. */
function firstAfter(runs: readonly Run[], x: number): number {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runs[middle]!.x <= x) low = middle + 1;
    else high = middle;
  }
  return low;
}

function linesOfRow({ runs }: Row): Line[] {
  const lines: Run[][] = [];
  for (const run of runs) {
    const line = lines.at(-1);
    const last = line?.at(-1);
    // Drawn twice a little apart: so some programs make bold letters.
    if (last && last.text === run.text && Math.abs(last.x - run.x) < run.size / 5) continue;
    if (line && last && run.x - last.right < COLUMN_GAP * Math.max(run.size, last.size)) line.push(run);
    else lines.push([run]);
  }
  return lines.map(lineOf);
}

function lineOf(runs: readonly Run[]): Line {
  const main = mainRun(runs);
  const pieces: Piece[] = [];
  let last: Run | null = null;
  for (const run of runs) {
    const raised = run.size < SMALL * main.size && main.y - run.y > RAISED.least * main.size;
    const isApart = last !== null && run.x - last.right > WORD_GAP * Math.max(last.size, run.size);
    add(pieces, `${isApart ? ' ' : ''}${run.text}`, raised, run.url);
    last = run;
  }
  return {
    pieces,
    text: pieces.map(({ text }) => text).join(''),
    x: Math.min(...runs.map(({ x }) => x)),
    right: Math.max(...runs.map(({ right }) => right)),
    y: main.y,
    size: main.size,
    font: main.font,
  };
}

const RAISED_DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** White space becomes one space, and digits that are superscripts by their letters become raised pieces. */
function add(pieces: Piece[], text: string, raised: boolean, url: string | null): void {
  for (const part of text.replace(/\s+/g, ' ').split(/([⁰¹²³⁴-⁹]+)/)) {
    const digits = part.replace(/[⁰¹²³⁴-⁹]/g, (sign) => String(RAISED_DIGITS.indexOf(sign)));
    const isRaised = raised || digits !== part;
    const last = pieces.at(-1);
    // A space is no part of the link or the superscript that it stands before.
    const isApart = digits.startsWith(' ') && last !== undefined && !last.text.endsWith(' ');
    const shown = digits.replace(/^ /, '');
    if (last && last.raised === isRaised && last.url === url) {
      pieces[pieces.length - 1] = { ...last, text: `${last.text}${isApart ? ' ' : ''}${shown}` };
      continue;
    }
    if (isApart) pieces.push({ text: ' ', raised: false, url: null });
    const text = isRaised || url !== null ? shown.trimEnd() : shown;
    if (text !== '') pieces.push({ text, raised: isRaised, url });
    if (text !== shown) pieces.push({ text: ' ', raised: false, url: null });
  }
}

/** A run of the size and font that most letters have. */
function mainRun(runs: readonly Run[]): Run {
  const letters = new Map<string, number>();
  const kind = ({ size, font }: Run): string => `${size.toFixed(1)} ${font}`;
  for (const run of runs) letters.set(kind(run), (letters.get(kind(run)) ?? 0) + run.text.length);
  return runs.reduce((best, run) => (letters.get(kind(run))! > letters.get(kind(best))! ? run : best));
}
