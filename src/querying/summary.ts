import { STANDING } from '../database/codes.js';
import type { EvidenceSummary } from '../findings/finding.type.js';
import { SEVERITIES, STANDINGS, type Severity, type Standing } from '../judging/evidence.js';

/** Totals as SQL gives them. */
export interface TotalsRow {
  claims: number;
  not_assessed: number;
  /** Claims by standing. */
  standings: Readonly<Partial<Record<Standing, number>>>;
  /** Open findings by severity. */
  severities: Readonly<Partial<Record<Severity, number>>>;
  /** Open findings by rule. */
  rules: Readonly<Record<string, number>>;
}

/** What an `EvidenceSummary` is made of, from totals. */
export function toSummary(totals: TotalsRow): EvidenceSummary {
  const of = (standing: Standing): number => totals.standings[standing] ?? 0;
  const checkable = totals.claims - of('NOT_CHECKABLE');
  const share = (count: number): number | null => (checkable === 0 ? null : count / checkable);
  return {
    claims: totals.claims,
    checkable,
    byStanding: STANDINGS.map((standing) => ({ standing, count: of(standing) })),
    byRule: Object.entries(totals.rules)
      .filter(([, count]) => count > 0)
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      .map(([ruleId, count]) => ({ ruleId, count })),
    bySeverity: SEVERITIES.map((severity) => ({ severity, count: totals.severities[severity] ?? 0 })),
    notAssessed: totals.not_assessed,
    score: share(of('CITED') + of('WAIVED') + of('ADEQUATE')),
    checkedShare: share(of('ADEQUATE')),
  };
}

/** Columns of `article_tally t`, added up into the columns of a `TotalsRow` but the rules. */
export const TALLY_SUMS = `coalesce(sum(t.claims), 0)::integer AS claims,
  coalesce(sum(t.not_assessed), 0)::integer AS not_assessed,
  jsonb_build_object(${(Object.keys(STANDING.toCode) as Standing[])
    .map((standing) => `'${standing}', coalesce(sum(t.${standing.toLowerCase()}), 0)`)
    .join(', ')}) AS standings,
  jsonb_build_object('ERROR', coalesce(sum(t.errors), 0), 'WARNING', coalesce(sum(t.warnings), 0),
    'NOTE', coalesce(sum(t.notes), 0)) AS severities`;
