import type { Language } from '../languages/language.js';
import { isAbbreviatedColumn } from './table-columns.js';
import { bare, endsWithStop, isQuestion, startsFigure, startsLower, startsUpper, tokens } from './words.js';

/** Which neighbouring words of a flattened table are one name: what the text's other lines tell, and CLDR. */

export interface Line {
  readonly text: string;
  readonly start: number;
}

/** What a text's lines tell of its words. */
export interface Phrases {
  /** Pairs of neighbouring words on how many lines they stand: a pair on two lines is a name, not a border of cells. */
  readonly pairs: ReadonlyMap<string, number>;
  readonly language: Language;
}

export function phrasesOf(input: string, language: Language): Phrases {
  const lines = new Map<string, number>();
  for (const line of input.split(/[\r\n]+/)) {
    // In a heading row, names of neighbouring columns stand side by side.
    if (isHeaderLine(line, language)) continue;
    const pairs = new Set<string>();
    const words = line.split(/\s+/);
    for (let i = 1; i < words.length; i++) {
      const [a, b] = [words[i - 1]!, words[i]!];
      const named = startsUpper(a) || (startsFigure(a) && startsUpper(b));
      if (named && /[\p{L}\p{N}]$/u.test(a)) pairs.add(pairOf(a, b));
    }
    for (const pair of pairs) lines.set(pair, (lines.get(pair) ?? 0) + 1);
  }
  return { pairs: lines, language };
}

/** A heading row longer than this is prose. */
const LONGEST_HEADER_WORDS = 24;

/** Whether a line can be the heading row of a flattened table: words in capitals, no stop, no marker. */
export function isHeaderLine(text: string, language: Language): boolean {
  const words = tokens(text);
  if (words.length < 2 || words.length > LONGEST_HEADER_WORDS) return false;
  if (endsWithStop(text) && !isAbbreviatedColumn(words.at(-1)!.text, language)) return false;
  if (isQuestion(text, language) || /\[\d/.test(text) || !startsUpper(text.trim())) return false;
  const high = words.filter((w) => !startsLower(w.text) || language.grammar.smallWords.has(w.text)).length;
  return high / words.length >= 0.5;
}

/** Neighbouring words in the names of countries and unions, as Unicode's CLDR has them: "United Kingdom". */
const REGION_PAIRS: ReadonlySet<string> = regionPairs();

function regionPairs(): Set<string> {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const pairs = letters.flatMap((a) =>
    letters.flatMap((b) => {
      const words = names.of(a + b)?.split(' ') ?? [];
      return words.slice(1).map((word, i) => `${words[i]} ${word}`);
    }),
  );
  return new Set(pairs);
}

const pairOf = (a: string, b: string): string => `${bare(a)} ${bare(b)}`;

/**
 * How surely two neighbours are one name: 0 for no, 0.5 when they stand so on another line, 1 when on several or when
 * they name a country.
 *
 * @param counted whether the line that asks is among those that were counted
 */
export function glue(a: string, b: string, phrases: Phrases, counted = true): number {
  if (!/[\p{L}\p{N}]$/u.test(a) || !(startsUpper(b) || startsFigure(b))) return 0;
  if (REGION_PAIRS.has(`${a} ${bare(b)}`)) return 1;
  const others = (phrases.pairs.get(pairOf(a, b)) ?? 0) - (counted ? 1 : 0);
  return others > 1 ? 1 : others === 1 ? 0.5 : 0;
}
