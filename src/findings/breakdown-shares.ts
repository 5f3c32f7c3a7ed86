import { notArchived } from '../articles/article.rows.js';
import { BASIS, BREAKDOWN, DUE_OF_BREAKDOWNS, SEVERITY, STANDING, type KeptBreakdown } from '../database/codes.js';
import type { Severity, Standing } from '../judging/evidence.js';
import { leadingSource } from '../sources/leading-source.js';

/*
 * The SQL of breakdowns by publisher, rule and heading. `$1` is the workspace's id. A claim counts once for each of its
 * publishers, and once for each rule of its open findings.
 */

/** Whether an article is one of those that are asked for. @param id SQL of its id */
export type Which = (id: string) => string;

/** A table `due`, ids of the articles that changed since their shares were counted, or whose sources did. */
export const DUE = `due AS MATERIALIZED (
    SELECT d.subject_id AS article_id FROM breakdown_due d
    WHERE d.workspace_id = $1 AND d.kind = ${DUE_OF_BREAKDOWNS.toCode.ARTICLE}
    UNION
    SELECT r.article_id FROM (${dueSources()}) s JOIN reference r ON r.workspace_id = $1 AND r.source_id = s.id
  )`;

export const isDue: Which = (id) => `${id} = ANY (ARRAY(SELECT article_id FROM due))`;

/** Rows of id: sources that changed, and those that lead to them. */
function dueSources(): string {
  const changed = `breakdown_due d WHERE d.workspace_id = $1 AND d.kind = ${DUE_OF_BREAKDOWNS.toCode.SOURCE}`;
  return `SELECT d.subject_id AS id FROM ${changed}
    UNION SELECT f.id FROM source f WHERE f.workspace_id = $1 AND f.merged_into = ANY (ARRAY(SELECT d.subject_id FROM ${changed}))`;
}

/** Rows of article_id, key, claim_id, each claim at most once a key. */
const MEMBERS: Readonly<Record<KeptBreakdown, (which: Which) => string>> = {
  PUBLISHER: () => `SELECT DISTINCT c.article_id, s.publisher_id::text AS key, c.id AS claim_id FROM claims c
    JOIN citation ci ON ci.workspace_id = $1 AND ci.claim_id = c.id AND ci.basis <> ${BASIS.toCode.SUGGESTED}
    JOIN reference r ON r.workspace_id = $1 AND r.id = ci.reference_id
    ${leadingSource('r.source_id')}
    WHERE s.publisher_id IS NOT NULL`,
  RULE: (which) => `SELECT DISTINCT f.article_id, f.rule AS key, f.claim_id FROM finding f
    WHERE f.workspace_id = $1 AND ${which('f.article_id')} AND f.state = 1 AND f.claim_id IS NOT NULL`,
  SECTION: () => `SELECT c.article_id, coalesce(ct.section, '') AS key, c.id AS claim_id FROM claims c
    JOIN claim_text ct ON ct.workspace_id = $1 AND ct.claim_id = c.id AND ct.first_revision = c.text_revision`,
};

const COUNTS: Readonly<Record<string, string>> = {
  claims: 'TRUE',
  unsupported: 'c.standing BETWEEN 1 AND 4',
  not_assessed: "c.not_assessed <> '[]'",
  ...Object.fromEntries(
    (Object.keys(STANDING.toCode) as Standing[]).map((standing) => [
      standing.toLowerCase(),
      `c.standing = ${STANDING.toCode[standing]}`,
    ]),
  ),
};
const FOUND: Readonly<Record<Severity, string>> = { ERROR: 'errors', WARNING: 'warnings', NOTE: 'notes' };

/**
 * Rows of breakdown, article_id, key, measures, as the claims give them. Archived articles have none.
 *
 * @param breakdowns of which
 */
export function sharesOf(which: Which, breakdowns = Object.keys(MEMBERS) as KeptBreakdown[]): string {
  const members = breakdowns.map(
    (each) => `SELECT ${BREAKDOWN.toCode[each]}::smallint AS breakdown, m.* FROM (${MEMBERS[each](which)}) m`,
  );
  const columns = ['breakdown', 'article_id', 'key'];
  const ofMember = columns.map((name) => `m.${name}`).join(', ');
  const counts = Object.entries(COUNTS);
  const severities = Object.entries(FOUND) as [Severity, string][];
  return `WITH claims AS MATERIALIZED (
      SELECT c.id, c.article_id, c.standing, c.not_assessed, c.text_revision FROM claim c
      WHERE c.workspace_id = $1 AND ${which('c.article_id')} AND c.gone_in IS NULL AND ${notArchived('c.article_id')}
    ), members AS MATERIALIZED (${members.join(' UNION ALL ')}),
    counted AS (
      SELECT ${ofMember}, ${counts.map(([name, is]) => `count(*) FILTER (WHERE ${is}) AS ${name}`).join(', ')}
      FROM members m JOIN claims c ON c.id = m.claim_id GROUP BY ${ofMember}
    ), found AS (
      SELECT ${columns.join(', ')}, jsonb_object_agg('rule:' || rule, count) AS rules,
        ${severities.map(([, name]) => `sum(${name}) AS ${name}`).join(', ')}
      FROM (
        SELECT ${ofMember}, f.rule, count(*) AS count,
          ${severities.map(([severity, name]) => `count(*) FILTER (WHERE f.severity = ${SEVERITY.toCode[severity]}) AS ${name}`).join(', ')}
        FROM members m JOIN claims c ON c.id = m.claim_id
        JOIN finding f ON f.workspace_id = $1 AND f.claim_id = m.claim_id AND f.state = 1
        GROUP BY ${ofMember}, f.rule
      ) r GROUP BY ${columns.join(', ')}
    )
    SELECT ${columns.join(', ')}, jsonb_strip_nulls(jsonb_build_object(${[
      ...counts.map(([name]) => `'${name}', nullif(n.${name}, 0)`),
      ...severities.map(([, name]) => `'${name}', nullif(f.${name}, 0)`),
    ].join(', ')})) || coalesce(f.rules, '{}') AS measures
    FROM counted n LEFT JOIN found f USING (${columns.join(', ')})`;
}

/** The shares of articles as they were counted last: rows of breakdown, key, measures. */
export function keptShares(which: Which): string {
  return `SELECT b.key::smallint AS breakdown, k.key, k.value AS measures
    FROM breakdown_share h CROSS JOIN jsonb_each(h.shares) b CROSS JOIN jsonb_each(b.value) k
    WHERE h.workspace_id = $1 AND ${which('h.article_id')}`;
}

/** Rows of breakdown, key, measures: the sums of several, where they are not 0. @param rows of breakdown, key, measures, sign */
export function sumOf(rows: string): string {
  return `SELECT s.breakdown, s.key, jsonb_object_agg(s.measure, s.value) AS measures FROM (
      SELECT r.breakdown, r.key, m.key AS measure, sum(r.sign * m.value::bigint) AS value
      FROM (${rows}) r CROSS JOIN jsonb_each_text(r.measures) m
      GROUP BY 1, 2, 3 HAVING sum(r.sign * m.value::bigint) <> 0
    ) s GROUP BY 1, 2`;
}
