import type { CitationRow, ClaimRow, ClaimTextRow } from '../claims/claim.rows.js';
import { readComparison } from '../judging/comparison-check.js';
import {
  BASIS,
  BLOCK,
  DIRECTNESS,
  FINDING_STATE,
  PRIORITY,
  REVIEW_STATE,
  SEVERITY,
  STANCE,
  STANDING,
  VALUE_STATE,
} from '../database/codes.js';
import type { FindingRow } from '../findings/finding.rows.js';
import { STANDINGS, type EditorTag, type Hole, type NotCheckable, type Span } from '../judging/evidence.js';
import type { RuleNotAssessed } from '../judging/judge.js';
import { statementOf } from '../judging/quotes.js';
import type { Bearing, QuoteUse } from '../judging/rule.js';
import type { StoredCsl } from '../sources/csl.js';
import type { StoredLink } from '../sources/link.js';
import type { HeldArticle, HeldCitation, HeldClaim, HeldFinding, HeldReference, Tally } from './article-state.js';
import { toEvidence } from './settle-sources.js';

/** What `load-article.ts` reads of an article's tables, and what becomes of it. */

export interface HeldArticleRow {
  id: string;
  slug: string;
  version: number;
  revision: number;
  event_seq: number;
  relations_version: number;
  desk: string | null;
  archived_at: Date | null;
  published_at: Date | null;
  revised_at: Date;
  language: string | null;
  revision_id: string;
  title: string;
  title_start: number | null;
  title_end: number | null;
  title_line: number;
  has_reference_list: boolean;
}

/** A claim and its text. */
export interface ClaimStateRow extends Omit<ClaimRow, 'article_id' | 'restatement_group'>, ClaimTextRow {
  block_index: number;
  checkable_override: boolean | null;
  block_override: number | null;
  priority_override: number | null;
  text_revision: number;
  text_since: Date;
  reviewed_at: Date | null;
  judged_at: Date;
  due_at: Date | null;
  block_read: number;
  priority_read: number;
  rank: number;
  not_assessed: RuleNotAssessed[];
  twin: number;
  evidence_note: string | null;
  not_checkable: NotCheckable | null;
  lede: boolean;
  holes: Hole[];
  tags: EditorTag[];
}

export interface CitationStateRow extends Omit<CitationRow, 'number' | 'label' | 'source_id'> {
  reference_id: string;
  spans: Span[];
  created_by: string | null;
  made_from: string | null;
  comparison: unknown;
}

export type FindingStateRow = Omit<
  FindingRow,
  'article_id' | 'exact' | 'prefix' | 'suffix' | 'first_seen_at' | 'fixed_at'
>;

export interface PartRow {
  claim_id: string;
  group_number: number;
  whole: boolean;
  judged: boolean;
  qualifier: string | null;
  near: number[];
}

export interface ReferenceStateRow {
  id: string;
  version: number;
  label: string;
  number: number;
  text: string | null;
  start_offset: number | null;
  end_offset: number | null;
  line: number | null;
  locator: string | null;
  defined: boolean;
  added: boolean;
  marker_count: number;
  citation_count: number;
  rejected_count: number;
  source_id: string | null;
  key: string;
  source_version: number;
  csl: StoredCsl;
  publisher: string | null;
  owner: string | null;
  domains: string[] | null;
  reliability: number | null;
  retractedAt: Date | null;
  retractionReason: string | null;
  snapshotCount: number;
  snapshotsVersion: number;
  link: StoredLink | null;
}

/** A quote of a claim that is not at hand. */
export interface QuoteRow {
  quote: string;
  ordinal: number;
  line: number;
  restatement_group: number | null;
}

export interface TallyRow {
  claims: number;
  not_checkable: number;
  refuted: number;
  contested: number;
  missing: number;
  weak: number;
  waived: number;
  cited: number;
  adequate: number;
  errors: number;
  warnings: number;
  notes: number;
  not_assessed: number;
  by_rule: Record<string, number>;
}

const spanOf = (start: number | null, end: number | null): Span | null =>
  start === null || end === null ? null : { start, end };

export function toHeldArticle(row: HeldArticleRow): HeldArticle {
  return {
    id: row.id,
    slug: row.slug,
    version: row.version,
    revision: row.revision,
    revisionId: row.revision_id,
    eventSeq: row.event_seq,
    relationsVersion: row.relations_version,
    desk: row.desk,
    archivedAt: row.archived_at,
    publishedAt: row.published_at,
    revisedAt: row.revised_at,
    title: row.title,
    titleSpan: spanOf(row.title_start, row.title_end),
    titleLine: row.title_line,
    language: row.language,
    hasReferenceList: row.has_reference_list,
  };
}

export function toClaim(row: ClaimStateRow, parts: readonly PartRow[]): HeldClaim {
  const { exact, prefix, suffix } = row;
  return {
    id: row.id,
    version: row.version,
    standing: STANDING.fromCode(row.standing),
    rank: row.rank,
    notAssessed: row.not_assessed,
    selector: { exact, prefix, suffix },
    textRevision: row.text_revision,
    textSince: row.text_since,
    reviewedAt: row.reviewed_at,
    judgedAt: row.judged_at,
    dueAt: row.due_at,
    assigneeId: row.assignee_id,
    read: {
      block: BLOCK.fromCode(row.block_read),
      priority: PRIORITY.fromCode(row.priority_read),
      checkable: row.not_checkable === null,
      notCheckable: row.not_checkable,
    },
    overrides: {
      block: row.block_override === null ? null : BLOCK.fromCode(row.block_override),
      checkable: row.checkable_override,
      priority: row.priority_override === null ? null : PRIORITY.fromCode(row.priority_override),
    },
    relations: {
      twin: row.twin,
      parts: parts.map(({ group_number: group, whole, judged, qualifier, near }) => ({
        group,
        whole,
        judged,
        qualifier,
        near,
      })),
    },
    evidence: {
      ordinal: row.ordinal,
      span: { start: row.start_offset, end: row.end_offset },
      line: row.line,
      block: BLOCK.fromCode(row.block),
      blockIndex: row.block_index,
      section: row.section,
      attribute: row.attribute,
      column: row.column_heading,
      value: row.value,
      valueState: row.value_state === null ? null : VALUE_STATE.fromCode(row.value_state),
      text: row.text,
      holes: row.holes,
      tags: row.tags,
      checkable: row.checkable,
      notCheckable: row.checkable ? null : row.checkable_override === false ? 'overruled' : row.not_checkable,
      priority: PRIORITY.fromCode(row.priority),
      lede: row.lede,
      evidenceNote: row.evidence_note,
    },
  };
}

export function toCitation(row: CitationStateRow): HeldCitation {
  return {
    id: row.id,
    claimId: row.claim_id,
    referenceId: row.reference_id,
    ordinal: row.ordinal,
    version: row.version,
    createdBy: row.created_by,
    stance: STANCE.fromCode(row.stance),
    directness: DIRECTNESS.fromCode(row.directness),
    basis: BASIS.fromCode(row.basis),
    state: REVIEW_STATE.fromCode(row.state),
    quote: row.quote,
    locator: row.locator,
    note: row.note,
    spans: row.spans,
    stored: row.made_from === null ? null : { madeFrom: row.made_from, comparison: readComparison(row.comparison) },
  };
}

export function toReference(row: ReferenceStateRow): HeldReference {
  return {
    id: row.id,
    version: row.version,
    label: row.label,
    number: row.number,
    text: row.text,
    span: spanOf(row.start_offset, row.end_offset),
    line: row.line,
    locator: row.locator,
    defined: row.defined,
    added: row.added,
    markerCount: row.marker_count,
    citationCount: row.citation_count,
    rejectedCount: row.rejected_count,
    source:
      row.source_id === null
        ? null
        : {
            id: row.source_id,
            version: row.source_version,
            snapshotsVersion: row.snapshotsVersion,
            evidence: toEvidence(row),
          },
  };
}

export const toQuote = ({ quote, ordinal, line, restatement_group: group }: QuoteRow): QuoteUse => ({
  quote,
  ordinal,
  line,
  statement: statementOf(ordinal, group),
});

export function toFinding(row: FindingStateRow): HeldFinding {
  return {
    id: row.id,
    claimId: row.claim_id,
    rule: row.rule,
    severity: SEVERITY.fromCode(row.severity),
    bearing: row.bearing === null ? null : (STANDING.fromCode(row.bearing) as Bearing),
    waived: row.state === FINDING_STATE.toCode.WAIVED,
    message: row.message,
    remedy: row.remedy,
    line: row.line,
    span: spanOf(row.start_offset, row.end_offset),
    fingerprint: row.fingerprint,
  };
}

export function toTally(row: TallyRow | undefined): Tally {
  const count = (name: string): number => (row?.[name.toLowerCase() as keyof TallyRow] as number | undefined) ?? 0;
  return {
    claims: row?.claims ?? 0,
    byStanding: Object.fromEntries(STANDINGS.map((standing) => [standing, count(standing)])) as Tally['byStanding'],
    bySeverity: { ERROR: row?.errors ?? 0, WARNING: row?.warnings ?? 0, NOTE: row?.notes ?? 0 },
    byRule: { ...row?.by_rule },
    notAssessed: row?.not_assessed ?? 0,
  };
}
