/** How the data files write their lists and patterns. */

/** The words of a list that white space parts, each once. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

export const NO_WORDS: ReadonlySet<string> = new Set();
/** Matches nothing. */
export const NEVER = /(?!)/;

/**
 * A pattern for phrases that stand as whole words, case ignored. `\b` knows no letters but a–z.
 *
 * @param phrases the source of a pattern
 * @param flags beside "iu"
 */
export const phrases = (phrases: string, flags = ''): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${phrases})(?![\\p{L}\\p{N}])`, `iu${flags}`);

/** The same where a text opens with one. */
export const opening = (phrases: string): RegExp => new RegExp(`^(?:${phrases})(?![\\p{L}\\p{N}])`, 'iu');

/** The same where nothing but white space and signs follows. */
export const closing = (phrases: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(${phrases})\\P{L}*$`, 'iu');

/**
 * Names of months and their abbreviations as numbers of two digits.
 *
 * @param months per month its names, parted by spaces, from January
 */
export const monthNumbers = (...months: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    months.flatMap((names, i) => names.split(' ').map((name) => [name, String(i + 1).padStart(2, '0')] as const)),
  );

/** Names with what they stand for: "ten eleven" from 10 on, one by one. */
export const counted = (words: string, from: number, step = 1): (readonly [string, number])[] =>
  words
    .trim()
    .split(/\s+/)
    .map((word, i) => [word, from + i * step] as const);
