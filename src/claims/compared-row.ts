import { BLOCK } from '../database/codes.js';
import { fromCsl, type StoredCsl } from '../sources/csl.js';
import { leadingSource } from '../sources/leading-source.js';
import { madeFromOf, type ComparedClaim, type ComparedSource } from './made-from.js';

/** What of a citation of a source is compared, as it stands. */
export interface ComparedRow {
  readonly quote: string | null;
  readonly block: number;
  readonly text: string;
  readonly attribute: string | null;
  readonly column_heading: string | null;
  readonly language: string | null;
  readonly source_id: string;
  readonly snapshots_version: number;
  readonly csl: StoredCsl;
}

/** Its columns, beside `comparedJoins`. */
export const COMPARED_COLUMNS = `ci.quote, c.block, t.text, t.attribute, t.column_heading, a.language,
  s.id AS source_id, s.snapshots_version, s.csl`;

/**
 * Joins to a citation `ci` what it is read from. `$1` is the workspace's id.
 *
 * @param kind 'LEFT' keeps citations that dangle: the source's columns are null
 */
export const comparedJoins = (
  kind: 'INNER' | 'LEFT' = 'INNER',
): string => `JOIN claim c ON c.workspace_id = $1 AND c.id = ci.claim_id
  JOIN claim_text t ON t.workspace_id = $1 AND t.claim_id = c.id AND t.first_revision = c.text_revision
  JOIN article a ON a.workspace_id = $1 AND a.id = ci.article_id
  JOIN reference r ON r.workspace_id = $1 AND r.id = ci.reference_id ${leadingSource('r.source_id', kind)}`;

export const claimOfRow = ({ block, attribute, column_heading: column, text }: ComparedRow): ComparedClaim => ({
  block: BLOCK.fromCode(block),
  attribute,
  column,
  text,
});

export const sourceOfRow = ({ source_id: id, snapshots_version, csl }: ComparedRow): ComparedSource => ({
  id,
  snapshotsVersion: snapshots_version,
  issued: fromCsl(csl).issued,
});

/** What a comparison of it is made from. */
export const madeFromRow = (row: ComparedRow): string =>
  madeFromOf(claimOfRow(row), row.quote, sourceOfRow(row), row.language);
