import type { ReactNode } from 'react';
import type { Stretch } from './words.js';

/** A reading of a statement; words that the other one does not have are marked by a line, and told to who hears it. */
export function MarkedWords({
  stretches,
  as: Mark,
}: {
  readonly stretches: readonly Stretch[];
  readonly as: 'del' | 'ins';
}): ReactNode {
  return stretches.map(({ text, isChanged }, at) => (isChanged ? <Mark key={at}>{text}</Mark> : text));
}
