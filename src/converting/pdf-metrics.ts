import type { Row } from './pdf-columns.js';
import type { Line } from './pdf-lines.js';

/** How a document sets its text. */
export interface Metrics {
  /** Size and font of most letters; size in points. */
  readonly size: number;
  readonly font: string;
  /** From line to line, as a share of the size. */
  readonly leading: number;
}

/** Set solid, with a little lead: what most programs do unless told otherwise. */
const USUAL_LEADING = 1.2;
/** Two lines farther apart are not of one paragraph. */
const MOST_LEADING = 3;

/** @param rows in reading order */
export function metricsOf(rows: readonly Row[]): Metrics {
  const lines = rows.flatMap(({ cells }) => cells);
  const size = commonest(lines, (line) => rounded(line.size)) ?? 10;
  const own = lines.filter((line) => rounded(line.size) === size);
  const gaps = rows.flatMap((row, i): { text: string; gap: number }[] => {
    const before = rows[i - 1];
    const [a, b] = [before?.cells[0], row.cells[0]!];
    if (!a || before?.column !== row.column || rounded(a.size) !== size || rounded(b.size) !== size) return [];
    const gap = (b.y - a.y) / size;
    return gap > 0 && gap < MOST_LEADING ? [{ text: b.text, gap }] : [];
  });
  return {
    size,
    font: commonest(own, ({ font }) => font) ?? '',
    leading: commonest(gaps, ({ gap }) => Math.round(gap * 20) / 20) ?? USUAL_LEADING,
  };
}

/** To half a point: programs scale by fractions. */
const rounded = (size: number): number => Math.round(size * 2) / 2;

/** The value that most letters have. */
function commonest<T extends Pick<Line, 'text'>, V>(items: readonly T[], valueOf: (item: T) => V): V | null {
  const letters = new Map<V, number>();
  for (const item of items) letters.set(valueOf(item), (letters.get(valueOf(item)) ?? 0) + item.text.length);
  let best: V | null = null;
  for (const [value, count] of letters) if (best === null || count > letters.get(best)!) best = value;
  return best;
}
