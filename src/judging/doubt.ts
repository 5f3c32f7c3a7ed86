import type { Comparison } from './comparison.js';

/** Of answers that a claim is found, those that agreed with people less often than this are taken for doubtful. */
const SURE = 0.65;

/**
 * Whether a comparison leaves doubt that somebody else may settle: not all of the claim was found, or it was, and such
 * answers are often wrong. What cannot be compared leaves none that this could tell.
 */
export function isDoubtful(comparison: Comparison): boolean {
  if (comparison.state !== 'COMPARED' || comparison.support === null) return false;
  const { label, confidence } = comparison.support;
  return label !== 'FOUND' || confidence < SURE;
}
