import { isDeepStrictEqual } from 'node:util';
import type { ArticleState, HeldClaim, HeldFinding } from './article-state.js';
import type { JudgedClaim, Rejudged } from './judge-again.js';
import { tallyAfter } from './tally.js';

/** Whether a claim stands otherwise than before; then it counts as changed. */
export const isOtherwise = ({ held, standing, rank, notAssessed }: JudgedClaim): boolean =>
  standing !== held.standing || rank !== held.rank || !isDeepStrictEqual(notAssessed, held.notAssessed);

/**
 * An article as it stands when a judgement is written: what `loadArticle` would read then, without reading it. The state
 * that is given stays as it is.
 *
 * @param openedIds of the findings that the judgement opened, in their order
 */
export function stateAfter(
  state: ArticleState,
  rejudged: Rejudged,
  openedIds: readonly string[],
  at: Date,
): ArticleState {
  const judged = new Map(rejudged.claims.map((each) => [each.held.id, each]));
  const fixed = new Set(rejudged.fixed);
  const altered = new Map(rejudged.altered.map(({ held, finding }) => [held, finding]));
  const kept = state.findings.flatMap((held): HeldFinding[] => {
    if (fixed.has(held)) return [];
    const finding = altered.get(held);
    if (!finding) return [held];
    const { severity, bearing, waived, message, remedy } = finding;
    return [{ ...held, severity, bearing, waived, message, remedy }];
  });
  const opened = rejudged.opened.map(({ claim: _, ...finding }, i): HeldFinding => ({ ...finding, id: openedIds[i]! }));
  const findings = [...kept, ...opened];
  const waived = new Set(findings.filter((each) => each.waived).map(({ claimId }) => claimId));
  return {
    ...state,
    claims: state.claims.map((held) => {
      const each = judged.get(held.id);
      return each ? claimAfter(each, waived.has(held.id), at) : held;
    }),
    findings,
    tally: tallyAfter(state, rejudged),
  };
}

/** @param isWaived whether what is found about it is waived: the waiver's end is then something to wait for, too */
function claimAfter(judged: JudgedClaim, isWaived: boolean, at: Date): HeldClaim {
  const { held, standing, rank, notAssessed, relations, due } = judged;
  return {
    ...held,
    version: held.version + Number(isOtherwise(judged)),
    standing,
    rank,
    notAssessed,
    relations: relations ?? held.relations,
    judgedAt: at,
    dueAt: due === null ? held.dueAt : (due.at ?? (isWaived ? at : null)),
  };
}
