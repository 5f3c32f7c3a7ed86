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
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import { waivedFingerprints } from '../findings/finding.repository.js';
import type { Hole, Marker, NotCheckable, Span } from '../judging/evidence.js';
import { STANDINGS } from '../judging/evidence.js';
import type { RuleNotAssessed } from '../judging/judge.js';
import { RELATIONS_VERSION, type PartOfGroup } from '../judging/relations.js';
import type { Bearing } from '../judging/rule.js';
import type { StoredCsl } from '../sources/csl.js';
import { rulesetOf } from '../workspaces/workspace.repository.js';
import type {
  ArticleState,
  HeldArticle,
  HeldCitation,
  HeldClaim,
  HeldFinding,
  HeldReference,
  Tally,
} from './article-state.js';
import { toEvidence } from './settle-sources.js';

/** What names the article that is to change. UUIDs, but for the slug. */
export type Locator =
  | { readonly article: string }
  | { readonly slug: string }
  | { readonly claim: string }
  | { readonly citation: string }
  | { readonly finding: string };

/**
 * Which claims are needed: all, or those that a change of some can touch. Those are named by their ids, as the ones
 * that cite a number, or as the ones that cite a source.
 */
export type Scope =
  | {
      readonly around: readonly string[];
      readonly citingNumber?: number | null;
      readonly citingSource?: string;
      /** The claim of this citation. */
      readonly citedBy?: string;
    }
  | 'all';

const LOCATE: Readonly<Record<string, string>> = {
  article: '$2',
  slug: '(SELECT id FROM article WHERE workspace_id = $1 AND slug = $2)',
  claim: '(SELECT article_id FROM claim WHERE workspace_id = $1 AND id = $2)',
  citation: '(SELECT article_id FROM citation WHERE workspace_id = $1 AND id = $2)',
  finding: '(SELECT article_id FROM finding WHERE workspace_id = $1 AND id = $2)',
};

/** Whether others must wait until the transaction ends, or may change what was read. */
export type Grip = 'hold' | 'look';

/** Takes the lock under which everything of an article changes; null when there is no such article. */
export async function holdArticle(
  connection: WorkspaceConnection,
  workspaceId: string,
  locator: Locator,
  grip: Grip = 'hold',
): Promise<HeldArticle | null> {
  const [[kind, id]] = Object.entries(locator) as [[string, string]];
  const named = `a.workspace_id = $1 AND a.id = ${LOCATE[kind]}`;
  // The lock is a statement of its own: one that waits for it goes on seeing what was there when it began to wait, and
  // not the revision that it waited for.
  const [, [row]] = await Promise.all([
    grip === 'hold' ? connection.query(`SELECT 1 FROM article a WHERE ${named} FOR UPDATE`, [workspaceId, id]) : null,
    connection.query<HeldArticleRow>(
      `SELECT a.id, a.slug, a.version, a.revision, a.event_seq, a.relations_version, a.desk, a.archived_at, a.language,
         r.id AS revision_id, r.title, r.title_start, r.title_end, r.title_line, r.has_reference_list
       FROM article a JOIN revision r ON r.workspace_id = $1 AND r.article_id = a.id AND r.number = a.revision
       WHERE ${named}`,
      [workspaceId, id],
    ),
  ]);
  if (!row) return null;
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
    title: row.title,
    titleSpan: spanOf(row.title_start, row.title_end),
    titleLine: row.title_line,
    language: row.language,
    hasReferenceList: row.has_reference_list,
  };
}

/**
 * What is needed of a held article to change it and judge it again. All statements travel together. An article whose
 * claims were never related, or by an older method, is loaded whole.
 */
export async function loadArticle(
  connection: WorkspaceConnection,
  workspaceId: string,
  article: HeldArticle,
  wanted: Scope,
  at: Date,
  grip: Grip = 'hold',
): Promise<ArticleState> {
  const scope = article.relationsVersion === RELATIONS_VERSION ? wanted : 'all';
  const [hand, params] = claimsAtHand(scope, workspaceId, article.id);
  const [ruleset, waived, claims, parts, citations, references, findings, tallies, markers] = await Promise.all([
    rulesetOf(connection, workspaceId, grip),
    waivedFingerprints(connection, workspaceId, article.id, at),
    connection.query<ClaimStateRow>(
      `${hand} SELECT c.id, c.version, c.ordinal, c.block, c.block_index, c.checkable, c.checkable_override, c.priority,
         c.block_override, c.priority_override, c.text_revision, c.assignee_id, c.standing, c.rank, c.not_assessed, c.twin, t.text, t.section, t.attribute, t.column_heading, t.value,
         t.value_state, t.evidence_note, t.not_checkable, t.lede, t.line, t.start_offset, t.end_offset, t.exact,
         t.prefix, t.suffix, t.holes, t.block AS block_read, t.priority AS priority_read
       FROM hand h JOIN claim c ON c.workspace_id = $1 AND c.id = h.id
       JOIN claim_text t ON t.workspace_id = $1 AND t.claim_id = c.id AND t.first_revision = c.text_revision
       ORDER BY c.ordinal`,
      params,
    ),
    connection.query<PartRow>(
      `${hand} SELECT p.claim_id, p.group_number, p.whole, p.judged, p.qualifier
       FROM hand h JOIN claim_part p ON p.workspace_id = $1 AND p.claim_id = h.id ORDER BY p.group_number`,
      params,
    ),
    connection.query<CitationStateRow>(
      `${hand} SELECT z.id, z.claim_id, z.reference_id, z.ordinal, z.stance, z.directness, z.basis, z.state, z.quote,
         z.locator, z.note, z.spans, z.version, z.created_by
       FROM hand h JOIN citation z ON z.workspace_id = $1 AND z.claim_id = h.id ORDER BY z.claim_id, z.ordinal`,
      params,
    ),
    connection.query<ReferenceStateRow>(
      `SELECT r.id, r.version, r.label, r.number, r.text, r.start_offset, r.end_offset, r.line, r.locator,
         r.defined, r.added, r.marker_count, r.citation_count, r.rejected_count, s.id AS source_id, s.key, s.version AS source_version,
         s.csl, p.name AS publisher, s.retracted_at AS "retractedAt", s.retraction_reason AS "retractionReason"
       FROM reference r LEFT JOIN source s ON s.workspace_id = $1 AND s.id = r.source_id
       LEFT JOIN publisher p ON p.workspace_id = $1 AND p.id = s.publisher_id
       WHERE r.workspace_id = $1 AND r.article_id = $2 AND r.gone_in IS NULL ORDER BY r.number, r.label`,
      [workspaceId, article.id],
    ),
    connection.query<FindingStateRow>(
      `${hand} SELECT f.id, f.claim_id, f.rule, f.severity, f.bearing, f.state, f.message, f.remedy, f.line,
         f.start_offset, f.end_offset, f.fingerprint
       FROM finding f WHERE f.workspace_id = $1 AND f.article_id = $2 AND f.state <> ${FINDING_STATE.toCode.FIXED}
         AND (f.claim_id IS NULL OR f.claim_id IN (SELECT id FROM hand)) ORDER BY f.id`,
      params,
    ),
    connection.query<TallyRow>('SELECT * FROM article_tally WHERE workspace_id = $1 AND article_id = $2', [
      workspaceId,
      article.id,
    ]),
    scope === 'all' ? brokenMarkers(connection, workspaceId, article.revisionId) : [],
  ]);
  const partsOf = Map.groupBy(parts, (part) => part.claim_id);
  return {
    article,
    ruleset,
    claims: claims.map((row) => toClaim(row, partsOf.get(row.id) ?? [])),
    complete: scope === 'all',
    brokenMarkers: markers,
    citations: citations.map(toCitation),
    references: references.map(toReference),
    findings: findings.map(toFinding),
    waived: new Set(waived),
    tally: toTally(tallies[0]),
  };
}

async function brokenMarkers(
  connection: WorkspaceConnection,
  workspaceId: string,
  revisionId: string,
): Promise<Marker[]> {
  const rows = await connection.query<Omit<Marker, 'span'> & { start: number; end: number }>(
    `SELECT raw, start_offset AS start, end_offset AS "end", line, labels, problem FROM marker
     WHERE workspace_id = $1 AND revision_id = $2 AND problem IS NOT NULL ORDER BY ordinal`,
    [workspaceId, revisionId],
  );
  return rows.map(({ start, end, ...marker }) => ({ ...marker, span: { start, end } }));
}

/**
 * The claims at hand as a common table expression `hand (id)`: those around which something changes, what a change of
 * them can touch (their paragraphs, their restatements), and what is read to judge those.
 */
function claimsAtHand(scope: Scope, workspaceId: string, articleId: string): [string, unknown[]] {
  if (scope === 'all') {
    const all = 'SELECT id FROM claim WHERE workspace_id = $1 AND article_id = $2 AND gone_in IS NULL';
    return [`WITH hand AS (${all})`, [workspaceId, articleId]];
  }
  const around = (from: string): string => `
    SELECT id, block_index FROM ${from}
    UNION SELECT c.id, c.block_index FROM ${from} n JOIN claim c
      ON c.workspace_id = $1 AND c.article_id = $2 AND c.block_index = n.block_index AND c.gone_in IS NULL
    UNION SELECT c.id, c.block_index FROM ${from} n JOIN claim_part p ON p.workspace_id = $1 AND p.claim_id = n.id
      JOIN claim_part o ON o.workspace_id = $1 AND o.article_id = $2 AND o.group_number = p.group_number
      JOIN claim c ON c.workspace_id = $1 AND c.id = o.claim_id`;
  const citing = `SELECT z.claim_id FROM reference r
    JOIN citation z ON z.workspace_id = $1 AND z.reference_id = r.id
    WHERE r.workspace_id = $1 AND r.article_id = $2 AND r.gone_in IS NULL AND (r.number = $4 OR r.source_id = $5)`;
  const seed = `SELECT id, block_index FROM claim WHERE workspace_id = $1 AND article_id = $2 AND gone_in IS NULL
    AND (id = ANY ($3::uuid[]) OR id IN (${citing})
      OR id = (SELECT claim_id FROM citation WHERE workspace_id = $1 AND id = $6))`;
  return [
    `WITH seed AS (${seed}), touched AS (${around('seed')}), hand AS (${around('touched')})`,
    [
      workspaceId,
      articleId,
      scope.around,
      scope.citingNumber ?? null,
      scope.citingSource ?? null,
      scope.citedBy ?? null,
    ],
  ];
}

interface HeldArticleRow {
  id: string;
  slug: string;
  version: number;
  revision: number;
  event_seq: number;
  relations_version: number;
  desk: string | null;
  archived_at: Date | null;
  language: string | null;
  revision_id: string;
  title: string;
  title_start: number | null;
  title_end: number | null;
  title_line: number;
  has_reference_list: boolean;
}

interface ClaimStateRow {
  id: string;
  version: number;
  ordinal: number;
  block: number;
  block_index: number;
  checkable: boolean;
  checkable_override: boolean | null;
  block_override: number | null;
  priority_override: number | null;
  text_revision: number;
  assignee_id: string | null;
  block_read: number;
  priority_read: number;
  priority: number;
  standing: number;
  rank: number;
  not_assessed: RuleNotAssessed[];
  twin: number;
  text: string;
  section: string | null;
  attribute: string | null;
  column_heading: string | null;
  value: string | null;
  value_state: number | null;
  evidence_note: string | null;
  not_checkable: NotCheckable | null;
  lede: boolean;
  line: number;
  start_offset: number;
  end_offset: number;
  exact: string;
  prefix: string;
  suffix: string;
  holes: Hole[];
}

interface PartRow {
  claim_id: string;
  group_number: number;
  whole: boolean;
  judged: boolean;
  qualifier: string | null;
}

interface CitationStateRow {
  id: string;
  claim_id: string;
  reference_id: string;
  ordinal: number;
  stance: number;
  directness: number;
  basis: number;
  state: number;
  quote: string | null;
  locator: string | null;
  note: string | null;
  spans: Span[];
  version: number;
  created_by: string | null;
}

interface ReferenceStateRow {
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
  retractedAt: Date | null;
  retractionReason: string | null;
}

interface FindingStateRow {
  id: string;
  claim_id: string | null;
  rule: string;
  severity: number;
  bearing: number | null;
  state: number;
  message: string;
  remedy: string;
  line: number;
  start_offset: number | null;
  end_offset: number | null;
  fingerprint: string;
}

interface TallyRow {
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

function toClaim(row: ClaimStateRow, parts: readonly PartRow[]): HeldClaim {
  const { exact, prefix, suffix } = row;
  return {
    id: row.id,
    version: row.version,
    standing: STANDING.fromCode(row.standing),
    rank: row.rank,
    notAssessed: row.not_assessed,
    selector: { exact, prefix, suffix },
    textRevision: row.text_revision,
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
      parts: parts.map(({ group_number: group, whole, judged, qualifier }): PartOfGroup => ({
        group,
        whole,
        judged,
        qualifier,
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
      checkable: row.checkable,
      notCheckable: row.checkable ? null : row.checkable_override === false ? 'overruled' : row.not_checkable,
      priority: PRIORITY.fromCode(row.priority),
      lede: row.lede,
      evidenceNote: row.evidence_note,
    },
  };
}

function toCitation(row: CitationStateRow): HeldCitation {
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
  };
}

function toReference(row: ReferenceStateRow): HeldReference {
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
      row.source_id === null ? null : { id: row.source_id, version: row.source_version, evidence: toEvidence(row) },
  };
}

function toFinding(row: FindingStateRow): HeldFinding {
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

function toTally(row: TallyRow | undefined): Tally {
  const count = (name: string): number => (row?.[name.toLowerCase() as keyof TallyRow] as number | undefined) ?? 0;
  return {
    claims: row?.claims ?? 0,
    byStanding: Object.fromEntries(STANDINGS.map((standing) => [standing, count(standing)])) as Tally['byStanding'],
    bySeverity: { ERROR: row?.errors ?? 0, WARNING: row?.warnings ?? 0, NOTE: row?.notes ?? 0 },
    byRule: { ...row?.by_rule },
    notAssessed: row?.not_assessed ?? 0,
  };
}
