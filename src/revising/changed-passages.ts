import { diffArrays } from 'diff';

/** A stretch that reads otherwise in the later of two texts. */
export interface ChangedPassage {
  /** What stood there before, cut where it is long; '' where something was added. */
  readonly before: string;
  /** What stands there now; '' where something was taken out. */
  readonly after: string;
  /** Where, in the earlier and the later text, in UTF-16 units; the whole stretch, however long. */
  readonly beforeStart: number;
  readonly beforeEnd: number;
  readonly afterStart: number;
  readonly afterEnd: number;
}

export interface ChangedPassages {
  /** In the order of the later text; at most `MOST_PASSAGES`. */
  readonly passages: readonly ChangedPassage[];
  /** How many there are, those that are not told among them. */
  readonly total: number;
  /** False: so much is another that the texts were not followed further than their common start and end. */
  readonly isFine: boolean;
}

export const MOST_PASSAGES = 100;
/** Longer stretches are shown cut, in UTF-16 units. */
export const LONGEST_SHOWN = 1_000;
/**
 * Sentences taken out or added, beyond which two texts are not followed: the work grows with the square of it (Myers, "An
 * O(ND) difference algorithm and its variations", 1986).
 */
const MOST_EDITS = 1_000;

/** A sentence or line with the white space behind it. */
const SENTENCE = /[^\n]+?(?:[.!?…]["”’)\]]?(?=\s)\s*|\n+|$)|\n+/g;

/** What changed between two texts, sentence by sentence. In time that grows with their length and with what changed. */
export function changedPassages(before: string, after: string): ChangedPassages {
  const [old, now] = [before.match(SENTENCE) ?? [], after.match(SENTENCE) ?? []];
  const start = commonStart(old, now);
  const end = commonEnd(old, now, start);
  const [was, is] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
  const parts = diffArrays(was, is, { maxEditLength: MOST_EDITS });
  const at = { before: lengthOf(old.slice(0, start)), after: lengthOf(now.slice(0, start)) };
  const all: ChangedPassage[] = [];
  if (parts === undefined) {
    all.push(passage(was.join(''), is.join(''), at));
  } else {
    for (let i = 0; i < parts.length; i++) {
      const removed: string[] = [];
      const added: string[] = [];
      for (; i < parts.length && (parts[i]!.removed || parts[i]!.added); i++) {
        (parts[i]!.removed ? removed : added).push(...parts[i]!.value);
      }
      if (removed.length + added.length > 0) {
        const found = passage(removed.join(''), added.join(''), at);
        all.push(found);
        at.before = found.beforeEnd;
        at.after = found.afterEnd;
      }
      const same = i < parts.length ? lengthOf(parts[i]!.value) : 0;
      at.before += same;
      at.after += same;
    }
  }
  const real = all.filter((each) => each.before.trim() !== each.after.trim());
  return { passages: real.slice(0, MOST_PASSAGES), total: real.length, isFine: parts !== undefined };
}

function passage(was: string, is: string, at: { readonly before: number; readonly after: number }): ChangedPassage {
  return {
    before: shown(was),
    after: shown(is),
    beforeStart: at.before,
    beforeEnd: at.before + was.length,
    afterStart: at.after,
    afterEnd: at.after + is.length,
  };
}

const shown = (text: string): string => {
  const whole = text.trim();
  return whole.length > LONGEST_SHOWN ? `${whole.slice(0, LONGEST_SHOWN - 1).toWellFormed()}…` : whole;
};

const lengthOf = (sentences: readonly string[]): number => sentences.reduce((sum, { length }) => sum + length, 0);

function commonStart(a: readonly string[], b: readonly string[]): number {
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  return i;
}

function commonEnd(a: readonly string[], b: readonly string[], from: number): number {
  let i = 0;
  while (i < a.length - from && i < b.length - from && a[a.length - 1 - i] === b[b.length - 1 - i]) i++;
  return i;
}
