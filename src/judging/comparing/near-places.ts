import { align, type NearPlace } from './align.js';
import type { WordIndex, WordSpan } from './word-index.js';

/** So many stretches that share most words are looked at word by word. */
const STRETCHES = 4;
/** Shorter quotes differ in a word or are the same. */
const SHORTEST = 4;
const MOST_EDITS = 20;

/** In how many words so many may differ and still be called near: one in five, of four to nine words one. */
export const editsAllowed = (words: number): number =>
  words < SHORTEST ? 0 : Math.max(1, Math.min(MOST_EDITS, Math.floor(words / 5)));

/**
 * Where a text has some words with few changes. A window is moved over the text that counts how many of the words it holds, whatever
 * their order; the fullest stretches are then aligned word by word. Linear in the text, whatever it is.
 *
 * @param wanted numbers of the index, -1 for words that the text lacks
 * @param forms the same words: "percent" is "per cent"
 * @param within where to look
 * @returns the places with the fewest edits first, none with more than `editsAllowed`
 */
export function nearPlaces(
  wanted: Int32Array,
  forms: readonly string[],
  index: WordIndex,
  within: WordSpan,
): NearPlace[] {
  const allowed = editsAllowed(wanted.length);
  // Two words that the text writes as one are lacking, too; and one that it writes as two makes the place longer.
  const least = Math.max(1, wanted.length - allowed - 2);
  const width = wanted.length + allowed + 2;
  return fullestStretches(wanted, index, within, { width, least })
    .flatMap((start) => {
      // A window can be full of words from before the place that it has only begun to hold.
      const stretch = {
        start: Math.max(within.start, start - allowed - 2),
        end: Math.min(within.end, start + 2 * width),
      };
      return align({ wanted, forms, allowed }, index, stretch) ?? [];
    })
    .sort((a, b) => a.edits - b.edits || a.start - b.start);
}

/** Where windows begin that hold most of the words, each as often as it is wanted. */
function fullestStretches(
  wanted: Int32Array,
  { words, numbers }: WordIndex,
  within: WordSpan,
  { width, least }: { readonly width: number; readonly least: number },
): number[] {
  const need = new Int32Array(numbers.size);
  let known = 0;
  for (const word of wanted) {
    if (word < 0) continue;
    need[word]!++;
    known++;
  }
  if (known < least) return [];
  const best: { start: number; held: number }[] = [];
  let held = 0;
  for (let at = within.start; at < within.end; at++) {
    // What is still needed goes under nothing when the window has more of a word than is wanted.
    if (--need[words[at]!]! >= 0) held++;
    if (at >= within.start + width && ++need[words[at - width]!]! > 0) held--;
    if (held >= least) keep(best, { start: Math.max(within.start, at + 1 - width), held }, width);
  }
  return best.map(({ start }) => start);
}

/** Keeps the fullest few; of those that overlap the fullest, of equals the first. */
function keep(best: { start: number; held: number }[], next: { start: number; held: number }, width: number): void {
  const same = best.findIndex(({ start }) => next.start - start < width);
  if (same >= 0) {
    if (best[same]!.held < next.held) best[same] = next;
    return;
  }
  if (best.length < STRETCHES) {
    best.push(next);
    return;
  }
  let worst = 0;
  for (let i = 1; i < best.length; i++) if (best[i]!.held < best[worst]!.held) worst = i;
  if (best[worst]!.held < next.held) best[worst] = next;
}
