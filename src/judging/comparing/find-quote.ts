import { MOST_DIFFERENCES, type QuoteDifference, type QuoteResult } from '../comparison.js';
import type { Span } from '../evidence.js';
import type { NearPlace } from './align.js';
import { chainPieces } from './chain-pieces.js';
import { nearPlaces } from './near-places.js';
import type { Piece } from './quote-pattern.js';
import { alignable, patternsOf } from './quote-pattern.js';
import { folded, turnedIn, type VerbatimPlace } from './turned.js';
import { numbersOf, placesOf, type WordIndex, type WordSpan } from './word-index.js';

/** What became of looking for a quote in one text. */
export interface FoundQuote {
  readonly result: QuoteResult;
  /** In the text, in UTF-16 units; null for NOT_FOUND. */
  readonly span: Span | null;
  readonly differences: readonly QuoteDifference[];
}

const NOT_FOUND: FoundQuote = { result: 'NOT_FOUND', span: null, differences: [] };

/** As many words at least say something that does not stand in any text. */
const TELLING = 3;

/** A quote as it is looked up, read once for all texts. */
export interface Quote {
  readonly text: string;
  /** See `patternsOf`. Empty when it has no words. */
  readonly patterns: readonly (readonly Piece[])[];
  /** Too few words to tell anything by standing in a text. */
  readonly short: boolean;
}

/** Reads a quote. */
export function readQuote(text: string): Quote {
  const patterns = patternsOf(text);
  const words = Math.max(0, ...patterns.map((pieces) => pieces.reduce((sum, { forms }) => sum + forms.length, 0)));
  return { text, patterns, short: words < TELLING };
}

/**
 * Looks for a quote in a text: word for word, else with few words otherwise. Short quotes are looked for word for word only.
 * Linear in the text's length, for each piece of the quote.
 *
 * @param text that `index` was made of, for what it says in place of the quote's words
 */
export function findQuote(quote: Quote, index: WordIndex, text: string): FoundQuote {
  const places = verbatimIn(quote, index, MOST_PLACES);
  if (places.length > 0) return leastTurned(quote, places, index, text);
  if (quote.short) return NOT_FOUND;
  for (const pieces of quote.patterns.map(alignable)) {
    const chain = chainPieces(pieces, index, (piece, within, most) => alike(piece, index, within, most));
    if (!chain) continue;
    const all = chain.flatMap((place, i) => [
      ...(pieces[i]!.cut ? addedBetween(chain[i - 1]!, place, index, text) : []),
      ...differencesOf(place, pieces[i]!, quote.text, index, text),
    ]);
    return {
      result: all.length > 0 ? 'NEAR' : 'VERBATIM',
      span: spanOf(chain, index),
      differences: all.slice(0, MOST_DIFFERENCES),
    };
  }
  return NOT_FOUND;
}

/** Of a quote that stands in many places word for word, so many are looked at. */
const MOST_PLACES = 20;

/** Where a quote stands word for word; null when it does not. */
export function findVerbatim(quote: Quote, index: WordIndex): Span | null {
  const [place] = verbatimIn(quote, index, 1);
  return place ? place.span : null;
}

/** @param most so many places of a quote in one piece; of others the first */
function verbatimIn({ patterns }: Quote, index: WordIndex, most: number): VerbatimPlace[] {
  for (const pieces of patterns) {
    const chains =
      pieces.length === 1
        ? verbatim(pieces[0]!, index, { start: 0, end: index.words.length }, most).map((place) => [place])
        : [chainPieces(pieces, index, (piece, within, many) => verbatim(piece, index, within, many))];
    const found = chains.flatMap((chain) => (chain ? [{ pieces, chain, span: spanOf(chain, index) }] : []));
    if (found.length > 0) return found;
  }
  return [];
}

/** The first of the places where nothing turns the quote's sense, else the first with what does. */
function leastTurned(quote: Quote, places: readonly VerbatimPlace[], index: WordIndex, text: string): FoundQuote {
  const [first] = places as readonly [VerbatimPlace, ...VerbatimPlace[]];
  if (quote.short) return { result: 'VERBATIM', span: first.span, differences: [] };
  const all = places.map((place) => ({ span: place.span, differences: turnedIn(quote.text, place, index, text) }));
  const plain = all.find(({ differences }) => differences.length === 0);
  return plain ? { result: 'VERBATIM', ...plain } : { result: 'NEAR', ...all[0]! };
}

const exact = ({ start, end }: WordSpan): NearPlace => ({ start, end, edits: 0, differences: [] });

const verbatim = ({ forms }: Piece, index: WordIndex, within: WordSpan, most: number): NearPlace[] =>
  placesOf(numbersOf(forms, index), index, within, most).map(exact);

/** Where a piece stands word for word, and where nearly so. */
function alike(piece: Piece, index: WordIndex, within: WordSpan, most: number): NearPlace[] {
  const near = nearPlaces(numbersOf(piece.forms, index), piece.forms, index, within);
  return [...verbatim(piece, index, within, most), ...near].sort((a, b) => a.start - b.start || a.edits - b.edits);
}

const spanOf = (chain: readonly NearPlace[], { starts, ends }: WordIndex): Span => ({
  start: starts[chain[0]!.start]!,
  end: ends[chain.at(-1)!.end - 1]!,
});

function differencesOf(
  { differences }: NearPlace,
  piece: Piece,
  quote: string,
  index: WordIndex,
  text: string,
): QuoteDifference[] {
  return differences.map(({ wanted, text: stretch }) => ({
    quote: wanted.end > wanted.start ? folded(quote.slice(piece.starts[wanted.start], piece.ends[wanted.end - 1])) : '',
    source:
      stretch.end > stretch.start ? folded(text.slice(index.starts[stretch.start], index.ends[stretch.end - 1])) : '',
  }));
}

/** What the source has between two parts of a piece. */
function addedBetween(before: NearPlace, { start }: NearPlace, index: WordIndex, text: string): QuoteDifference[] {
  if (start <= before.end) return [];
  return [{ quote: '', source: folded(text.slice(index.starts[before.end], index.ends[start - 1])) }];
}
