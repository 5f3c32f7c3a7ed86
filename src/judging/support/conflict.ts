import { isAnsweredOtherwise, isDenied, isTurned } from './conflicting-answers.js';
import { isDatedOtherwise } from './conflicting-dates.js';
import { isCountedOtherwise, isOutnumbered } from './conflicting-numbers.js';
import { isReversed } from './conflicting-order.js';
import type { ClaimWords } from './claim-words.js';
import type { Coverage } from './coverage.js';
import type { SourceIndex, SourceSentence } from './source-index.js';

/** In what a sentence of a source goes against a claim. */
export interface Conflict {
  readonly kind: ConflictKind;
  readonly sentence: SourceSentence;
}

export type ConflictKind = 'number' | 'date' | 'answer' | 'order' | 'denial' | 'opposite';

/** A claim beside a sentence of its source. */
export interface Beside {
  readonly claim: ClaimWords;
  readonly source: SourceIndex;
  readonly sentence: SourceSentence;
  /** The one after it; '' behind the last. */
  readonly next: string;
  /** The share of the claim's weight that stands in the sentence, 0 to 1. */
  readonly share: number;
}

/**
 * By kind, the share of the claim that a sentence must hold, and what makes it go against the claim. A question states nothing:
 * only its answer does.
 */
const CHECKS: readonly {
  readonly kind: ConflictKind;
  readonly least: number;
  readonly asked?: boolean;
  readonly isSo: (beside: Beside) => boolean;
}[] = [
  { kind: 'number', least: 0.5, isSo: isOutnumbered },
  { kind: 'number', least: 0.5, isSo: isCountedOtherwise },
  { kind: 'date', least: 0.4, isSo: isDatedOtherwise },
  { kind: 'answer', least: 0.5, asked: true, isSo: isAnsweredOtherwise },
  { kind: 'order', least: 0.4, isSo: isReversed },
  { kind: 'denial', least: 0.9, isSo: isDenied },
  { kind: 'opposite', least: 0.85, isSo: isTurned },
];

/**
 * What in a source goes against a claim: a sentence that holds most of its words, and another figure of the same thing,
 * another date, "no" in answer to it, the same words the other way round, a denial, or the opposite of a word. Words alone
 * rarely tell a contradiction: most are not seen.
 */
export function conflictWith(claim: ClaimWords, source: SourceIndex, { nearest }: Coverage): Conflict | null {
  for (const { first, share } of nearest) {
    const sentence = source.sentences[first]!;
    const beside = { claim, source, sentence, share, next: source.sentences[first + 1]?.text ?? '' };
    const isQuestion = sentence.text.trimEnd().endsWith('?');
    const found = CHECKS.find(
      ({ least, asked = false, isSo }) => share >= least && asked === isQuestion && isSo(beside),
    );
    if (found) return { kind: found.kind, sentence };
  }
  return null;
}
