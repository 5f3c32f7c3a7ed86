import type { Language } from '../languages/language.js';
import { SEVERITIES, type Claim, type Priority, type Severity, type Standing } from './evidence.js';
import { hasFigure } from './text/figures.js';

/** Worst first. The four unsupported standings lead, so one bound on the rank finds them all. */
const STANDING_ORDER: readonly Standing[] = [
  'REFUTED',
  'CONTESTED',
  'MISSING',
  'WEAK',
  'WAIVED',
  'CITED',
  'ADEQUATE',
  'NOT_CHECKABLE',
];

const PRIORITY_ORDER: readonly Priority[] = ['HIGH', 'NORMAL', 'LOW'];

/** A claim is unsupported exactly when its rank is under this. */
export const UNSUPPORTED_RANK_BELOW = 4000;

/**
 * The order of "worst and most important first", as a number that fits PostgreSQL's smallint (at most 7,231): thousands
 * are the standing, hundreds the priority, tens the worst open severity, and the last digit puts claims that state a
 * figure first.
 *
 * @param language the article's
 * @param worst the worst severity among the claim's open findings; null when it has none
 */
export function rankOf(
  claim: Pick<Claim, 'priority' | 'text' | 'value'>,
  standing: Standing,
  worst: Severity | null,
  language: Language,
): number {
  const severity = worst === null ? SEVERITIES.length : SEVERITIES.indexOf(worst);
  // A field's label can hold digits that are none of its statement.
  const figure = hasFigure(claim.value ?? claim.text, language);
  return (
    STANDING_ORDER.indexOf(standing) * 1000 +
    PRIORITY_ORDER.indexOf(claim.priority) * 100 +
    severity * 10 +
    (figure ? 0 : 1)
  );
}
