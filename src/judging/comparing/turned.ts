import { LANGUAGES } from '../../languages/languages.js';
import type { QuoteDifference } from '../comparison.js';
import type { Span } from '../evidence.js';
import type { NearPlace } from './align.js';
import { INSERTION_GAP, type Piece } from './quote-pattern.js';
import { quoteWords } from './quote-words.js';
import type { WordIndex } from './word-index.js';

/** Where the words of a quote stand, one after the other. */
export interface VerbatimPlace {
  readonly pieces: readonly Piece[];
  /** A place for each piece. */
  readonly chain: readonly NearPlace[];
  /** In the text, in UTF-16 units. */
  readonly span: Span;
}

/**
 * What turns the sense of a quote that has the source's very words: a bracket in the place of a "not", a question that became a
 * statement, or a statement a question.
 *
 * @param text that `index` was made of
 * @returns nothing when nothing does
 */
export const turnedIn = (quote: string, place: VerbatimPlace, index: WordIndex, text: string): QuoteDifference[] => [
  ...hiddenDenials(quote, place, index, text),
  ...otherEnd(quote, text.slice(place.span.end, place.span.end + CLOSING)),
];

/** What stands in the source where the quote has a bracket, should the one deny and the other not. */
function hiddenDenials(
  quote: string,
  { pieces, chain }: VerbatimPlace,
  index: WordIndex,
  text: string,
): QuoteDifference[] {
  return pieces.flatMap(({ gap, starts }, i): QuoteDifference[] => {
    const [before, here] = [chain[i - 1], chain[i]!];
    // An ellipsis says that something was left out.
    if (!before || gap > INSERTION_GAP || here.start <= before.end) return [];
    const own = quote.slice(pieces[i - 1]!.ends.at(-1), starts[0]);
    const left = text.slice(index.starts[before.end], index.ends[here.start - 1]);
    return isDenial(own) === isDenial(left) ? [] : [{ quote: folded(own), source: folded(left) }];
  });
}

const NEGATORS: ReadonlySet<string> = new Set(LANGUAGES.flatMap(({ logic }) => [...(logic?.negators ?? [])]));
const isDenial = (text: string): boolean =>
  quoteWords(text).forms.some((form) => NEGATORS.has(form) || form.endsWith("n't"));

/** So far behind the last word a sign can end its sentence. In UTF-16 units. */
const CLOSING = 8;
const END = /^[\s"'\u2018-\u201f\u00ab\u00bb)\]]{0,4}([.!?\u2026,;:\u3002\uff01\uff1f])/u;

/** The sign behind the last word of both, when one of them asks and the other does not. A quote without such a sign leaves it open. */
function otherEnd(quote: string, behind: string): QuoteDifference[] {
  const own = /([.!?\uff01\uff1f\u3002])[\s"'\u2018-\u201f\u00ab\u00bb)\]]{0,4}$/u.exec(quote.slice(-CLOSING))?.[1];
  const its = END.exec(behind)?.[1];
  if (own === undefined || its === undefined || isAsked(own) === isAsked(its)) return [];
  return [{ quote: own, source: its }];
}

const isAsked = (sign: string): boolean => sign === '?' || sign === '\uff1f';

/** On one line. */
export const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();
