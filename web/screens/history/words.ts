import { diffWordsWithSpace } from 'diff';

/** A stretch of a text, and whether the other one has it too. */
export interface Stretch {
  readonly text: string;
  readonly isChanged: boolean;
}

/** Longer texts are shown as changed as a whole: to compare them word by word would hold up the page. */
const LONGEST = 20_000;

/** Two readings of a statement, with the words marked that only one of them has. */
export function compareWords(before: string, after: string): { readonly before: Stretch[]; readonly after: Stretch[] } {
  if (before.length + after.length > LONGEST) return { before: whole(before), after: whole(after) };
  const parts = diffWordsWithSpace(before, after);
  return {
    before: parts.filter(({ added }) => !added).map(({ value, removed }) => ({ text: value, isChanged: removed })),
    after: parts.filter(({ removed }) => !removed).map(({ value, added }) => ({ text: value, isChanged: added })),
  };
}

const whole = (text: string): Stretch[] => [{ text, isChanged: true }];
