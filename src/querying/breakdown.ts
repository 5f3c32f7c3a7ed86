import {
  bigintKey,
  integerKey,
  sqlOrder,
  textKey,
  uuidKey,
  type PageSource,
  type SqlOrder,
} from '../graphql/keyset.js';
import { BREAKDOWN, type KeptBreakdown } from '../database/codes.js';
import { DUE, isDue, keptShares, sharesOf, sumOf } from '../findings/breakdown-shares.js';
import { DESK_TALLIES } from './tallies.js';
import type { BreakdownBy } from './totals.type.js';

/** The SQL of one way to tell totals apart. `$1` is the workspace's id. */
export interface BreakdownGroups {
  /** Rows of key, label, unsupported, measures. */
  readonly source: PageSource;
  /** The most unsupported claims first. */
  readonly order: SqlOrder;
}

export function breakdownGroups(by: BreakdownBy): BreakdownGroups {
  return GROUPS[by];
}

/** A row an article that is not archived, in the order of an index. Findings about the article itself count as well. */
const ARTICLES: BreakdownGroups = {
  source: {
    alias: 't',
    from: 'article_tally t',
    columns: ['t.article_id', 't.unsupported', 'tally_measures(t) AS measures'],
    where: ['t.workspace_id = $1', 't.counted_in IS NOT NULL'],
    joins: ['JOIN article a ON a.workspace_id = $1 AND a.id = t.article_id'],
    select: ['t.article_id::text AS key', 'a.title AS label', 't.unsupported', 't.measures'],
  },
  order: sqlOrder('breakdown:ARTICLE', [integerKey('t.unsupported'), uuidKey('t.article_id')], true),
};

/** Desks are few: all are added up before their order is known. */
const DESKS: BreakdownGroups = {
  source: {
    alias: 'g',
    from: `(SELECT b.*, -b.unsupported AS supported FROM (${DESK_TALLIES}) b) g`,
    where: ['TRUE'],
  },
  order: sqlOrder('breakdown:DESK', [bigintKey('g.supported'), textKey('g.key')]),
};

/**
 * Tables `due` and `changed`: the rows of totals that articles which are due have a part in, as they are with what those have
 * now in place of what they had.
 */
export function changedTotals(breakdown: KeptBreakdown): string {
  const code = BREAKDOWN.toCode[breakdown];
  return `${DUE}, differences AS MATERIALIZED (
      SELECT breakdown, key, measures, 1 AS sign FROM (${sharesOf(isDue, [breakdown])}) fresh
      UNION ALL SELECT breakdown, key, measures, -1 FROM (${keptShares(isDue)}) kept WHERE breakdown = ${code}
    ), changed AS MATERIALIZED (
      SELECT s.key, -coalesce((s.measures ->> 'unsupported')::bigint, 0) AS supported, s.measures
      FROM (${sumOf(`SELECT * FROM differences
        UNION ALL SELECT t.breakdown, t.key, t.measures, 1 FROM breakdown_total t
        WHERE t.workspace_id = $1 AND t.breakdown = ${code}
          AND t.hash = ANY (ARRAY(SELECT sha256(convert_to(key, 'UTF8')) FROM differences))`)}) s
    )`;
}

/** Rows of key, supported, measures: all totals, those that changed as they are now. */
export const allTotals = (breakdown: KeptBreakdown): string =>
  `SELECT t.key, t.supported, t.measures FROM breakdown_total t
   WHERE t.workspace_id = $1 AND t.breakdown = ${BREAKDOWN.toCode[breakdown]}
     AND t.key <> ALL (ARRAY(SELECT key FROM differences))
   UNION ALL SELECT key, supported, measures FROM changed`;

function ofKept(by: KeptBreakdown, label = 'g.key', joins: string[] = []): BreakdownGroups {
  return {
    source: {
      tables: changedTotals(by),
      alias: 'g',
      from: `(${allTotals(by)}) g`,
      where: ['TRUE'],
      joins,
      select: ['g.key', `${label} AS label`, '(-g.supported)::integer AS unsupported', 'g.measures'],
    },
    order: sqlOrder(`breakdown:${by}`, [bigintKey('g.supported'), textKey('g.key')]),
  };
}

const GROUPS: Readonly<Record<BreakdownBy, BreakdownGroups>> = {
  ARTICLE: ARTICLES,
  DESK: DESKS,
  PUBLISHER: ofKept('PUBLISHER', 'pb.name', ['JOIN publisher pb ON pb.workspace_id = $1 AND pb.id = g.key::uuid']),
  RULE: ofKept('RULE'),
  SECTION: ofKept('SECTION'),
};
