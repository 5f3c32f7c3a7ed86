import { isUsable, type Claim, type Standing } from './evidence.js';
import type { Finding } from './judge.js';

/** The rule whose open finding makes a claim REFUTED when nothing usable supports it. */
const CONTRADICTED = 'contradicted';

/** What of a finding decides a standing. */
export type StandingFinding = Pick<Finding, 'rule' | 'bearing' | 'waived'>;

/**
 * The standing of a claim: the first that holds, from the worst to the best.
 *
 * @param findings what the rules found about this claim, waived findings too
 */
export function standingOf(
  claim: Pick<Claim, 'checkable' | 'citations'>,
  findings: readonly StandingFinding[],
): Standing {
  const open = findings.filter((finding) => !finding.waived);
  const usable = claim.citations.filter(isUsable);
  const supported = usable.length > 0;
  const refuted = claim.citations.some((citation) => citation.stance === 'REFUTES' && citation.state !== 'REJECTED');

  if (!claim.checkable) return 'NOT_CHECKABLE';
  if (!supported && open.some((finding) => finding.rule === CONTRADICTED)) return 'REFUTED';
  if (supported && refuted) return 'CONTESTED';
  if (open.some((finding) => finding.bearing === 'MISSING')) return 'MISSING';
  if (open.some((finding) => finding.bearing === 'WEAK')) return 'WEAK';
  // Nothing open says that evidence is lacking: a person waived what would, or the workspace switched the rule off.
  if (!supported) return 'WAIVED';
  if (!usable.some((citation) => citation.basis === 'MATCHED' || citation.state === 'ACCEPTED')) return 'CITED';
  return 'ADEQUATE';
}
