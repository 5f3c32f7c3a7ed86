/** Where words stand in a text, in UTF-16 units. */
export interface FoundPassage {
  readonly start: number;
  readonly end: number;
}

/**
 * The next place where words stand, in any case and however lines are broken.
 *
 * @param behind where to begin; behind the last place comes the first again
 * @returns null where they stand nowhere
 */
export function findPassage(text: string, words: string, behind = 0): FoundPassage | null {
  const parts = words.split(/\s+/).filter((part) => part !== '');
  if (parts.length === 0) return null;
  const pattern = new RegExp(parts.map(literal).join('\\s+'), 'giu');
  pattern.lastIndex = behind;
  const found = pattern.exec(text) ?? (behind > 0 ? new RegExp(pattern.source, 'iu').exec(text) : null);
  return found && { start: found.index, end: found.index + found[0].length };
}

/** What a pattern reads as nothing but these letters. */
const literal = (part: string): string => part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
