import {
  bigintKey,
  integerKey,
  sqlOrder,
  textKey,
  uuidKey,
  type PageSource,
  type SqlOrder,
} from '../graphql/keyset.js';
import { notArchived } from '../articles/article.rows.js';
import { BASIS, STANDING } from '../database/codes.js';
import type { Standing } from '../judging/evidence.js';
import { leadingSource } from '../sources/leading-source.js';
import { DESK_TALLIES } from './tallies.js';
import type { BreakdownBy } from './totals.type.js';

/** The SQL of one way to tell totals apart. `$1` is the workspace's id. */
export interface BreakdownGroups {
  /** Rows of key, label, unsupported, and either measures or claims, not_assessed, standings. */
  readonly source: PageSource;
  /** The most unsupported claims first. */
  readonly order: SqlOrder;
  /**
   * Open findings of the groups whose keys are `$2`: rows of key, rule, severity, count. Null: the measures have them.
   */
  readonly findings: string | null;
}

export function breakdownGroups(by: BreakdownBy): BreakdownGroups {
  return GROUPS[by];
}

/** Totals of `claim c`, as those of `TALLY_SUMS`. */
const CLAIM_SUMS = `count(*) FILTER (WHERE c.standing BETWEEN 1 AND 4)::integer AS unsupported,
  count(*)::integer AS claims,
  count(*) FILTER (WHERE c.not_assessed <> '[]')::integer AS not_assessed,
  jsonb_build_object(${(Object.keys(STANDING.toCode) as Standing[])
    .map((standing) => `'${standing}', count(*) FILTER (WHERE c.standing = ${STANDING.toCode[standing]})`)
    .join(', ')}) AS standings`;

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
  findings: null,
};

/** Whatever is added up before its order is known. @param totals SQL of the rows */
const addedUp = (by: BreakdownBy, totals: string): Pick<BreakdownGroups, 'source' | 'order'> => ({
  source: { alias: 'g', from: `(SELECT b.*, -b.unsupported AS supported FROM (${totals}) b) g`, where: ['TRUE'] },
  order: sqlOrder(`breakdown:${by}`, [bigintKey('g.supported'), textKey('g.key')]),
});

/** From the claims themselves. @param members rows of key, label, claim_id, each claim at most once a key */
function ofClaims(by: BreakdownBy, members: string): BreakdownGroups {
  return {
    ...addedUp(
      by,
      `SELECT m.key, min(m.label) AS label, ${CLAIM_SUMS} FROM (${members}) m
      JOIN claim c ON c.workspace_id = $1 AND c.id = m.claim_id AND c.gone_in IS NULL AND ${notArchived('c.article_id')}
      GROUP BY m.key`,
    ),
    findings: `SELECT m.key, f.rule, f.severity, count(*)::integer AS count FROM (${members}) m
      JOIN claim c ON c.workspace_id = $1 AND c.id = m.claim_id AND c.gone_in IS NULL
        AND ${notArchived('c.article_id')}
      JOIN finding f ON f.workspace_id = $1 AND f.claim_id = m.claim_id AND f.state = 1
      WHERE m.key = ANY($2::text[]) GROUP BY 1, 2, 3`,
  };
}

const GROUPS: Readonly<Record<BreakdownBy, BreakdownGroups>> = {
  ARTICLE: ARTICLES,
  DESK: { ...addedUp('DESK', DESK_TALLIES), findings: null },
  PUBLISHER: ofClaims(
    'PUBLISHER',
    `SELECT DISTINCT pb.id::text AS key, pb.name AS label, ci.claim_id FROM citation ci
    JOIN reference r ON r.workspace_id = $1 AND r.id = ci.reference_id
    ${leadingSource('r.source_id')}
    JOIN publisher pb ON pb.workspace_id = $1 AND pb.id = s.publisher_id
    WHERE ci.workspace_id = $1 AND ci.basis <> ${BASIS.toCode.SUGGESTED}`,
  ),
  RULE: ofClaims(
    'RULE',
    `SELECT DISTINCT f.rule AS key, f.rule AS label, f.claim_id FROM finding f
    WHERE f.workspace_id = $1 AND f.state = 1 AND f.claim_id IS NOT NULL`,
  ),
  SECTION: ofClaims(
    'SECTION',
    `SELECT coalesce(ct.section, '') AS key, coalesce(ct.section, '') AS label, ct.claim_id
    FROM claim_text ct JOIN claim tc ON tc.workspace_id = $1 AND tc.id = ct.claim_id
      AND tc.text_revision = ct.first_revision
    WHERE ct.workspace_id = $1`,
  ),
};
