import { quoteWords } from './quote-words.js';

/** Words of a quote that stand in a row. */
export interface Piece {
  readonly forms: readonly string[];
  /** Where each begins and ends in the quote, in UTF-16 units. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** How many words the source may have between the piece before and this one; 0 for the first. */
  readonly gap: number;
  /** It goes on where the piece before ends: what the source has between them is no part of the quote. */
  readonly cut?: boolean;
}

/** Longer pieces are looked for in parts where words may differ, for alignment takes the time of both lengths. In words. */
const LONGEST_ALIGNED = 200;
/** Between such parts the source may have so many words more. */
const CUT_GAP = 3;

/** The pieces with none longer than can be aligned. */
export function alignable(pieces: readonly Piece[]): readonly Piece[] {
  if (pieces.every(({ forms }) => forms.length <= LONGEST_ALIGNED)) return pieces;
  return pieces.flatMap((piece) => {
    const parts: Piece[] = [];
    for (let from = 0; from < piece.forms.length; from += LONGEST_ALIGNED) {
      const cut = (all: readonly number[]): readonly number[] => all.slice(from, from + LONGEST_ALIGNED);
      const forms = piece.forms.slice(from, from + LONGEST_ALIGNED);
      const joint = from === 0 ? { gap: piece.gap } : { gap: CUT_GAP, cut: true };
      parts.push({ forms, starts: cut(piece.starts), ends: cut(piece.ends), ...joint });
    }
    return parts;
  });
}

/** "…" stands for so many words at most: what a longer one leaves out is another passage. */
export const ELLIPSIS_GAP = 200;
/** "[the company]" stands for so many words at most, or for none. */
export const INSERTION_GAP = 8;
/** "walk[ed]" stands for one. */
const ENDING_GAP = 1;
/** More pieces than this are no quote. */
const MOST_PIECES = 24;
/** Of a longer quote the beginning is looked up. In UTF-16 units. */
const LONGEST = 20_000;

const ELLIPSIS = '[[(]\\s?(?:…|\\.{3,4}|\\.(?: \\.){2,3})\\s?[\\])]|…|\\.{3,}|\\.(?: \\.){2,3}';
const REMARK = '[[(]\\s?(?:sic!?|(?:emphasis|italics) (?:added|mine|ours|in (?:the )?original))\\s?[\\])]';
const INSERTION = '(?<![\\p{L}\\p{N}])\\[(?!\\^?\\d{1,3}[\\],–-])[^\\[\\]]{1,200}\\]';
const ENDING = '(?<!\\p{L})\\p{L}{1,60}\\[\\p{L}{1,6}\\]\\p{L}*';
const REMARKS = new RegExp(REMARK, 'giu');
const SPECIAL = new RegExp(`(?<ellipsis>${ELLIPSIS})|(?<insertion>${INSERTION})|(?<ending>${ENDING})`, 'giu');
/** "[T]he": a letter that was made large or small. */
const LETTER = /(?<![\p{L}\p{N}])\[(\p{L})\](?=\p{L})/gu;

/**
 * What a quote asks to find: pieces, in their order, with what may stand between them. Where brackets hold words they may be the
 * source's own, or the quoter's for others.
 *
 * @returns ways to read it, the stricter first; none when it has no words
 */
export function patternsOf(quote: string): readonly (readonly Piece[])[] {
  // What is taken out leaves as much room, so that offsets hold.
  const text = quote
    .slice(0, LONGEST)
    .replace(REMARKS, (remark) => ' '.repeat(remark.length))
    .replace(LETTER, '\u2060$1\u2060');
  const strict = piecesOf(text, false);
  const hasBrackets = /\[/.test(text);
  const ways = hasBrackets ? [strict, piecesOf(text, true)] : [strict];
  return ways.filter((pieces) => pieces.length > 0 && pieces.length <= MOST_PIECES);
}

/** @param open whether words in brackets stand for others */
function piecesOf(text: string, open: boolean): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  let gap = 0;
  const add = (to: number, next: number): void => {
    const { forms, starts, ends } = quoteWords(text.slice(from, to));
    if (forms.length > 0) {
      pieces.push({
        forms,
        starts: starts.map((start) => start + from),
        ends: ends.map((end) => end + from),
        gap: pieces.length > 0 ? gap : 0,
      });
      gap = 0;
    }
    gap = Math.min(ELLIPSIS_GAP, gap + next);
  };
  for (const { 0: raw, index, groups } of text.matchAll(SPECIAL)) {
    const { ellipsis, insertion } = groups!;
    if (ellipsis === undefined && !open) continue;
    add(index, ellipsis !== undefined ? ELLIPSIS_GAP : insertion !== undefined ? INSERTION_GAP : ENDING_GAP);
    from = index + raw.length;
  }
  add(text.length, 0);
  return pieces;
}
