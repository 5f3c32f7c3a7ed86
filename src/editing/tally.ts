import type { Severity } from '../judging/evidence.js';
import { emptyTally, type ArticleState, type Tally } from './article-state.js';
import type { Rejudged } from './judge-again.js';

interface Counted {
  readonly rule: string;
  readonly severity: Severity;
  readonly waived: boolean;
}

/** The totals after a change, from those before it. */
export function tallyAfter(state: ArticleState, { claims, opened, fixed, altered }: Rejudged): Tally {
  const { byStanding, bySeverity, byRule } = state.tally;
  const tally: Tally = {
    ...state.tally,
    byStanding: { ...byStanding },
    bySeverity: { ...bySeverity },
    byRule: { ...byRule },
  };
  for (const { held, standing, notAssessed } of claims) {
    tally.byStanding[held.standing]--;
    tally.byStanding[standing]++;
    tally.notAssessed += Number(notAssessed.length > 0) - Number(held.notAssessed.length > 0);
  }
  for (const finding of opened) count(tally, finding, 1);
  for (const finding of fixed) count(tally, finding, -1);
  for (const { held, finding } of altered) {
    count(tally, held, -1);
    count(tally, finding, 1);
  }
  return tally;
}

/** The totals that the stored claims and findings add up to; all of the article must be at hand. */
export function recountedTally({ claims, findings }: Pick<ArticleState, 'claims' | 'findings'>): Tally {
  const tally: Tally = {
    ...emptyTally(),
    claims: claims.length,
    notAssessed: claims.filter(({ notAssessed }) => notAssessed.length > 0).length,
  };
  for (const { standing } of claims) tally.byStanding[standing]++;
  for (const finding of findings) count(tally, finding, 1);
  return tally;
}

function count(tally: Tally, { rule, severity, waived }: Counted, by: 1 | -1): void {
  if (waived) return;
  tally.bySeverity[severity] += by;
  tally.byRule[rule] = (tally.byRule[rule] ?? 0) + by;
  if (tally.byRule[rule] === 0) delete tally.byRule[rule];
}
