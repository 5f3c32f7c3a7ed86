import type { Evaluation } from './evaluation.js';
import { flagEvaluations } from './judging/flags.js';
import { quotes, quotesOfClaims } from './judging/quotes.js';
import { secondJudgeEvaluations } from './judging/second-judge.js';
import { supportEvaluations } from './judging/support.js';
import { checkworthy } from './reading/checkworthy.js';
import { citationContext } from './reading/citation-context.js';
import { rulePrecision } from './rules/precision.js';

/** All evaluations, in the order in which they run. */
export const EVALUATIONS: readonly Evaluation[] = [
  citationContext,
  checkworthy,
  rulePrecision,
  ...supportEvaluations,
  ...flagEvaluations,
  ...secondJudgeEvaluations,
  quotes,
  quotesOfClaims,
];
