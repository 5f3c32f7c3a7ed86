import type { NearPlace } from './align.js';
import type { Piece } from './quote-pattern.js';
import type { WordIndex, WordSpan } from './word-index.js';

/** Where a piece stands within a stretch of a text: so many places at most, in the order of their beginnings. */
export type FindPiece = (piece: Piece, within: WordSpan, most: number) => readonly NearPlace[];

/**
 * Around so many places of the longest piece the others are looked for: of a piece that stands in more places than that nobody can tell
 * which of them is meant.
 */
const MOST_ANCHORS = 1000;

/**
 * A place for each piece of a quote, in order, each within its gap of the one before. The longest piece is looked for in the whole
 * text, and the others around where it stands, so that the time is linear in the text, however often the others stand there.
 *
 * @returns of the stretches around the longest piece the first that has all, there the places with the fewest edits; null when none has
 */
export function chainPieces(
  pieces: readonly Piece[],
  { words }: WordIndex,
  find: FindPiece,
): readonly NearPlace[] | null {
  const whole = { start: 0, end: words.length };
  if (pieces.length === 1) {
    const found = find(pieces[0]!, whole, 1);
    return found.length > 0 ? [leastEdited(found)] : null;
  }
  const longest = pieces.reduce((best, each) => (each.forms.length > best.forms.length ? each : best));
  // As far as all the others can reach, should each be as long again as it is.
  const reach = pieces.reduce((sum, { forms, gap }) => sum + 2 * forms.length + gap, 0);
  for (const within of stretchesAround(find(longest, whole, MOST_ANCHORS), reach, words.length)) {
    const chain = chained(
      pieces,
      pieces.map((piece) => find(piece, within, Infinity)),
    );
    if (chain) return chain;
  }
  return null;
}

const leastEdited = (places: readonly NearPlace[]): NearPlace =>
  places.reduce((least, each) => (each.edits < least.edits ? each : least));

/** @param places in order */
function stretchesAround(places: readonly NearPlace[], reach: number, length: number): WordSpan[] {
  const stretches: { start: number; end: number }[] = [];
  for (const { start, end } of places) {
    const around = { start: Math.max(0, start - reach), end: Math.min(length, end + reach) };
    const last = stretches.at(-1);
    if (last && around.start <= last.end) last.end = Math.max(last.end, around.end);
    else stretches.push(around);
  }
  return stretches;
}

/** A place for each piece so far, from the last back. */
interface Chain {
  readonly place: NearPlace;
  readonly before: Chain | null;
  readonly edits: number;
}

/** @param places by piece, in the order of their beginnings */
function chained(pieces: readonly Piece[], places: readonly (readonly NearPlace[])[]): NearPlace[] | null {
  let chains: Chain[] = places[0]!.map((place) => ({ place, before: null, edits: place.edits }));
  for (const [i, { gap, cut }] of pieces.entries()) {
    if (i === 0) continue;
    // Where a piece was cut, what the part before takes for another word can be the first of this one.
    const overlap = cut ? 1 : 0;
    chains.sort((a, b) => a.place.end - b.place.end || b.edits - a.edits);
    const longer: Chain[] = [];
    let next = 0;
    for (const place of places[i]!) {
      while (next < chains.length && chains[next]!.place.end <= place.start + overlap) next++;
      // The nearest of those that end before it.
      const before = chains[next - 1];
      if (before && place.start - before.place.end <= gap)
        longer.push({ place, before, edits: before.edits + place.edits });
    }
    chains = longer;
  }
  const best = chains.reduce<Chain | null>((least, each) => (least && least.edits <= each.edits ? least : each), null);
  if (!best) return null;
  const found: NearPlace[] = [];
  for (let each: Chain | null = best; each; each = each.before) found.unshift(each.place);
  return found;
}
