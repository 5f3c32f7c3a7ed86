import { SEVERITIES, STANDINGS, type Severity, type Standing } from './evidence.js';
import type { ClaimJudgement, Finding, Summary } from './judge.js';

/** Standings that count for an article: a source is named, or a person accepted that none is. */
const SUPPORTED: readonly Standing[] = ['CITED', 'WAIVED', 'ADEQUATE'];

/** The totals of one article. Waived findings are not counted: they are no longer open. */
export function summarise(claims: readonly ClaimJudgement[], findings: readonly Finding[]): Summary {
  const byStanding = Object.fromEntries(STANDINGS.map((standing) => [standing, 0])) as Record<Standing, number>;
  for (const claim of claims) byStanding[claim.standing]++;

  const bySeverity = Object.fromEntries(SEVERITIES.map((severity) => [severity, 0])) as Record<Severity, number>;
  const byRule = new Map<string, number>();
  for (const finding of findings) {
    if (finding.waived) continue;
    bySeverity[finding.severity]++;
    byRule.set(finding.rule, (byRule.get(finding.rule) ?? 0) + 1);
  }

  const checkable = claims.length - byStanding.NOT_CHECKABLE;
  const supported = SUPPORTED.reduce((sum, standing) => sum + byStanding[standing], 0);
  return {
    claims: claims.length,
    checkable,
    byStanding,
    byRule: Object.fromEntries([...byRule].sort(([a], [b]) => (a < b ? -1 : 1))),
    bySeverity,
    notAssessed: claims.filter((claim) => claim.notAssessed.length > 0).length,
    score: checkable === 0 ? null : supported / checkable,
    checkedShare: checkable === 0 ? null : byStanding.ADEQUATE / checkable,
  };
}
