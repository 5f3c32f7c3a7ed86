import { BREAKDOWN, type KeptBreakdown } from '../database/codes.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import { forgetBreakdowns } from '../findings/breakdown.repository.js';
import { keptShares, sharesOf, sumOf, type Which } from '../findings/breakdown-shares.js';
import { allTotals, changedTotals } from './breakdown.js';
import { driftOf, type TotalDrift } from './recount-totals.js';

const all: Which = () => 'TRUE';

/** What a table of rows of key, measures says, a row a measure. */
const measured = (rows: string): string =>
  `SELECT r.key, m.key AS measure, m.value::bigint AS value FROM (${rows}) r CROSS JOIN jsonb_each_text(r.measures) m`;

/** Rows of key, measure, stored, derived. */
const differing = (stored: string, derived: string): string =>
  `SELECT key, measure, coalesce(s.value, 0)::bigint AS stored, coalesce(d.value, 0)::bigint AS derived
   FROM (${measured(stored)}) s FULL JOIN (${measured(derived)}) d USING (key, measure)
   WHERE coalesce(s.value, 0) <> coalesce(d.value, 0)`;

/** What is read is what the claims give; and totals are the sums of shares. */
const drifts = (breakdown: KeptBreakdown): string[] => {
  const code = BREAKDOWN.toCode[breakdown];
  const own = (rows: string): string =>
    `SELECT breakdown, key, measures, 1 AS sign FROM (${rows}) o WHERE breakdown = ${code}`;
  return [
    `WITH ${changedTotals(breakdown)} ${differing(allTotals(breakdown), sumOf(own(sharesOf(all, [breakdown]))))}`,
    differing(
      `SELECT key, measures FROM breakdown_total WHERE workspace_id = $1 AND breakdown = ${code}`,
      sumOf(own(keptShares(all))),
    ),
  ];
};

/**
 * Adds up the totals of publishers, rules and headings anew from the claims and from the shares of articles, and tells where
 * what is stored differs.
 *
 * @param repair has all articles counted anew; until that is done, whoever reads counts them
 */
export async function recountBreakdowns(
  connection: WorkspaceConnection,
  workspaceId: string,
  repair: boolean,
): Promise<TotalDrift[]> {
  const drift: TotalDrift[] = [];
  for (const breakdown of Object.keys(BREAKDOWN.toCode) as KeptBreakdown[]) {
    for (const statement of drifts(breakdown)) {
      const rows = await driftOf<DriftRow>(
        connection,
        workspaceId,
        `SELECT * FROM (${statement}) d`,
        null,
        'key, measure',
      );
      drift.push(...rows.map(({ key, ...rest }) => ({ of: `${breakdown.toLowerCase()} "${key}"`, ...rest })));
    }
  }
  if (repair && drift.length > 0) await forgetBreakdowns(connection, workspaceId);
  return drift;
}

interface DriftRow extends Omit<TotalDrift, 'of'> {
  readonly key: string;
}
