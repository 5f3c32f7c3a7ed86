import { STANDING } from '../database/codes.js';
import { tallyRows } from '../findings/tally-rows.js';
import type { Standing } from '../judging/evidence.js';
import type { TotalsRow } from './summary.js';

/** Totals by measure: the columns of `article_tally`, "articles", and "rule:" with a rule's id. */
export type Measures = Readonly<Record<string, number>>;

const UNSUPPORTED_MEASURES = `('refuted', 'contested', 'missing', 'weak')`;

/** A row a desk with articles: key, label, unsupported, measures. */
export const DESK_TALLIES = `SELECT s.desk AS key, s.desk AS label,
    coalesce(sum(s.value) FILTER (WHERE s.measure IN ${UNSUPPORTED_MEASURES}), 0)::integer AS unsupported,
    jsonb_object_agg(s.measure, s.value) AS measures
  FROM (SELECT r.desk, r.measure, sum(r.value) AS value FROM (${tallyRows()}) r GROUP BY 1, 2) s
  GROUP BY s.desk HAVING bool_or(s.measure = 'articles' AND s.value > 0)`;

export function totalsOf(measures: Measures): TotalsRow {
  const of = (measure: string): number => measures[measure] ?? 0;
  const standings = (Object.keys(STANDING.toCode) as Standing[]).map(
    (standing) => [standing, of(standing.toLowerCase())] as const,
  );
  const rules = Object.entries(measures).flatMap(([measure, count]) =>
    measure.startsWith('rule:') ? [[measure.slice('rule:'.length), count] as const] : [],
  );
  return {
    claims: of('claims'),
    not_assessed: of('not_assessed'),
    standings: Object.fromEntries(standings),
    severities: { ERROR: of('errors'), WARNING: of('warnings'), NOTE: of('notes') },
    rules: Object.fromEntries(rules),
  };
}
