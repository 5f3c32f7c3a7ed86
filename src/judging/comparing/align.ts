import type { WordIndex, WordSpan } from './word-index.js';

/** A stretch of a text that has most of some words, in their order. */
export interface NearPlace extends WordSpan {
  /** How many words were put in, left out or changed. */
  readonly edits: number;
  /** Runs of them, in order: places in the wanted words, and in the index. One of both can be empty. */
  readonly differences: readonly { readonly wanted: WordSpan; readonly text: WordSpan }[];
}

export interface Wanted {
  /** Numbers of the index, -1 for words that the text lacks. */
  readonly wanted: Int32Array;
  /** The same words. */
  readonly forms: readonly string[];
  /** More edits than this are no likeness. */
  readonly allowed: number;
}

/**
 * The place in a stretch that takes the fewest edits to become the wanted words: Sellers' algorithm over words, where two words
 * that together read as one of the other side are the same as it ("per cent", "percent"). Cells that cost more than is allowed are
 * not worked out (Ukkonen's cut-off), so that the time is that of the stretch times the edits, and of both lengths at worst.
 *
 * @returns null when all places take more edits
 */
export function align({ wanted, forms, allowed }: Wanted, index: WordIndex, stretch: WordSpan): NearPlace | null {
  const { words } = index;
  const rows = wanted.length + 1;
  const columns = stretch.end - stretch.start + 1;
  const over = allowed + 1;
  const costs = new Uint8Array(rows * columns).fill(over);
  const at = (row: number, column: number): number => costs[column * rows + row]!;
  for (let row = 0; row <= Math.min(wanted.length, allowed); row++) costs[row] = row;
  const isJoin = joinsOf(forms, index);
  let best = { column: -1, cost: over };
  // In the column before, no row behind this one costs less than too much.
  let last = Math.min(wanted.length, allowed);
  let lastBefore = last;
  for (let column = 1; column < columns; column++) {
    const word = words[stretch.start + column - 1]!;
    const before = column > 1 ? words[stretch.start + column - 2]! : -1;
    costs[column * rows] = 0;
    const reach = Math.min(wanted.length, Math.max(last + 1, lastBefore + 1) + 1);
    let reached = 0;
    for (let row = 1; row <= reach; row++) {
      let cost = Math.min(
        at(row - 1, column - 1) + (wanted[row - 1] === word ? 0 : 1),
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
      );
      if (row > 1 && isJoin.ofWanted[row - 2] === word) cost = Math.min(cost, at(row - 2, column - 1));
      if (before >= 0 && isJoin.ofText(before, word, row - 1)) cost = Math.min(cost, at(row - 1, column - 2));
      costs[column * rows + row] = Math.min(cost, over);
      if (cost <= allowed) reached = row;
    }
    lastBefore = last;
    last = reached;
    const cost = at(wanted.length, column);
    // A last word that is another one, rather than one that is left out.
    const isOther = column === best.column + 1 && cost === best.cost && at(wanted.length - 1, column - 1) + 1 === cost;
    if (cost < best.cost || isOther) best = { column, cost };
  }
  if (best.cost > allowed) return null;
  return trace(best.column);

  /** From the end of the place back to where it begins. */
  function trace(end: number): NearPlace {
    const differences: { wanted: { start: number; end: number }; text: { start: number; end: number } }[] = [];
    let [row, column] = [wanted.length, end];
    /** Grows the run that begins here, or begins one. */
    const differ = (wantedBefore: number, textBefore: number): void => {
      const run = differences[0];
      if (run && run.wanted.start === row && run.text.start === stretch.start + column) {
        run.wanted.start -= wantedBefore;
        run.text.start -= textBefore;
      } else {
        const text = { start: stretch.start + column - textBefore, end: stretch.start + column };
        differences.unshift({ wanted: { start: row - wantedBefore, end: row }, text });
      }
      row -= wantedBefore;
      column -= textBefore;
    };
    while (row > 0) {
      const cost = at(row, column);
      const word = column > 0 ? words[stretch.start + column - 1]! : -1;
      const before = column > 1 ? words[stretch.start + column - 2]! : -1;
      if (column > 0 && wanted[row - 1] === word && at(row - 1, column - 1) === cost) {
        row--;
        column--;
      } else if (column > 0 && row > 1 && isJoin.ofWanted[row - 2] === word && at(row - 2, column - 1) === cost) {
        row -= 2;
        column--;
      } else if (column > 1 && isJoin.ofText(before, word, row - 1) && at(row - 1, column - 2) === cost) {
        row--;
        column -= 2;
      } else if (column > 0 && at(row - 1, column - 1) + 1 === cost) differ(1, 1);
      else if (at(row - 1, column) + 1 === cost) differ(1, 0);
      else differ(0, 1);
    }
    return { start: stretch.start + column, end: stretch.start + end, edits: best.cost, differences };
  }
}

/** Which two words read as one of the other side. */
function joinsOf(forms: readonly string[], { numbers, forms: known }: WordIndex) {
  const ofWanted = forms.map((form, i) => numbers.get(form + (forms[i + 1] ?? '')) ?? -1).slice(0, -1);
  return {
    /** By the place of the first of the two: the number of the text's word that they make; -1 for none. */
    ofWanted,
    /** Whether two words of the text make the wanted one. */
    ofText: (first: number, second: number, at: number): boolean => {
      const [one, other, whole] = [known[first]!, known[second]!, forms[at]!];
      return one.length + other.length === whole.length && whole.startsWith(one) && whole.endsWith(other);
    },
  };
}
