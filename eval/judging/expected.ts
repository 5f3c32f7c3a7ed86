import type { FoundLabel } from '../../src/judging/comparison.js';
import type { Judgement } from '../../train/pairs.js';

/** What people called a pair, in the words of Obelus. A citation that is not accurate need not be contradicted. */
export const EXPECTED: Readonly<Record<Judgement, FoundLabel>> = {
  supported: 'FOUND',
  partially_supported: 'PARTLY_FOUND',
  not_supported: 'NOT_FOUND',
  not_accurate: 'NOT_FOUND',
  irrelevant: 'NOT_FOUND',
  contradicted: 'CONTRADICTED',
};
