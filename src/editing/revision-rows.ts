import type { MarkerEntity } from '../articles/marker.entity.js';
import type { CitationEntity } from '../claims/citation.entity.js';
import type { ClaimPartEntity } from '../claims/claim-part.entity.js';
import type { ClaimTextEntity } from '../claims/claim-text.entity.js';
import type { ClaimEntity } from '../claims/claim.entity.js';
import type { ArticleTallyEntity } from '../findings/article-tally.entity.js';
import type { FindingEntity } from '../findings/finding.entity.js';
import type { Article } from '../judging/evidence.js';
import type { ClaimJudgement, Finding, Summary } from '../judging/judge.js';
import type { ClaimRelations } from '../judging/relations.js';
import type { TextQuoteSelector } from '../judging/selector.js';
import type { ReferenceEntity } from '../sources/reference.entity.js';
import type { SourceEntity } from '../sources/source.entity.js';
import { recordColumns } from '../sources/source.repository.js';
import type { HeldCitation, HeldClaim, HeldReference, HeldSource, Tally } from './article-state.js';

/** A finding and the claim that it is about; null: it is about the article. */
export type FoundOf = Finding & { readonly claimId: string | null };

/** Where the rows of one revision belong. */
export interface RevisionPlace {
  readonly workspaceId: string;
  readonly articleId: string;
  /** Its number. */
  readonly revision: number;
  readonly content: string;
  readonly memberId: string;
  /** When it was judged. */
  readonly at: Date;
}

export function markerRows(workspaceId: string, revisionId: string, article: Article): Partial<MarkerEntity>[] {
  return article.markers.map((marker, i) => ({
    workspaceId,
    revisionId,
    ordinal: i + 1,
    raw: marker.raw,
    startOffset: marker.span.start,
    endOffset: marker.span.end,
    line: marker.line,
    labels: [...marker.labels],
    problem: marker.problem,
  }));
}

/** A source that the workspace does not have yet. */
export function sourceRow(
  workspaceId: string,
  { id, evidence: source }: HeldSource,
  publisherId: string | null,
): Partial<SourceEntity> {
  const { retraction } = source;
  return {
    workspaceId,
    id,
    ...recordColumns(source),
    publisherId,
    retractedAt: retraction?.at ? new Date(retraction.at) : null,
    retractionReason: retraction?.reason ?? null,
  };
}

/** What a new text can change of a reference. */
export function referenceState(reference: HeldReference): Partial<ReferenceEntity> & { id: string } {
  return {
    id: reference.id,
    label: reference.label,
    number: reference.number,
    text: reference.text,
    startOffset: reference.span?.start ?? null,
    endOffset: reference.span?.end ?? null,
    line: reference.line,
    locator: reference.locator,
    sourceId: reference.source?.id ?? null,
    defined: reference.defined,
    added: reference.added,
    markerCount: reference.markerCount,
    citationCount: reference.citationCount,
    rejectedCount: reference.rejectedCount,
  };
}

/** What a new text, and judging it, can change of a claim. */
export function claimState(
  { id, evidence, overrides, textRevision, assigneeId }: HeldClaim,
  judged: ClaimJudgement,
  at: Date,
): Partial<ClaimEntity> {
  return {
    id,
    ordinal: evidence.ordinal,
    textRevision,
    block: evidence.block,
    blockIndex: evidence.blockIndex,
    checkable: evidence.checkable,
    priority: evidence.priority,
    blockOverride: overrides.block,
    checkableOverride: overrides.checkable,
    priorityOverride: overrides.priority,
    assigneeId,
    standing: judged.standing,
    rank: judged.rank,
    ...relationColumns(judged.relations),
    notAssessed: [...judged.notAssessed],
    judgedAt: at,
    // Waivers can make it earlier: see `scheduleClaims`.
    dueAt: judged.dueAt,
  };
}

export function textState({ evidence, read, selector }: HeldClaim): Partial<ClaimTextEntity> {
  return {
    text: evidence.text,
    section: evidence.section,
    attribute: evidence.attribute,
    columnHeading: evidence.column,
    value: evidence.value,
    valueState: evidence.valueState,
    evidenceNote: evidence.evidenceNote,
    notCheckable: read.notCheckable,
    lede: evidence.lede,
    block: read.block,
    priority: read.priority,
    line: evidence.line,
    startOffset: evidence.span.start,
    endOffset: evidence.span.end,
    ...selector,
    holes: [...evidence.holes],
    tags: [...evidence.tags],
  };
}

export function citationState(citation: HeldCitation): Partial<CitationEntity> {
  return {
    id: citation.id,
    claimId: citation.claimId,
    referenceId: citation.referenceId,
    ordinal: citation.ordinal,
    basis: citation.basis,
    state: citation.state,
    spans: [...citation.spans],
  };
}

export function newCitation(
  { workspaceId, articleId, at }: RevisionPlace,
  citation: HeldCitation,
): Partial<CitationEntity> {
  return {
    workspaceId,
    articleId,
    ...citationState(citation),
    stance: citation.stance,
    directness: citation.directness,
    quote: citation.quote,
    locator: citation.locator,
    note: citation.note,
    createdBy: citation.createdBy,
    createdAt: at,
  };
}

/** What a claim's own row says of its relations. */
export function relationColumns({ twin, parts }: ClaimRelations): Pick<ClaimEntity, 'twin' | 'restatementGroup'> {
  return { twin, restatementGroup: parts.find(({ judged }) => judged)?.group ?? null };
}

export function partRows(
  { workspaceId, articleId }: Pick<RevisionPlace, 'workspaceId' | 'articleId'>,
  claimId: string,
  { parts }: ClaimRelations,
): Partial<ClaimPartEntity>[] {
  const row = { workspaceId, claimId, articleId };
  const members = new Set(parts.map(({ group }) => group));
  const near = [...new Set(parts.flatMap((part) => part.near))].filter((group) => !members.has(group));
  return [
    ...parts.map(({ group, ...part }) => ({ ...row, groupNumber: group, member: true, ...part, near: [...part.near] })),
    ...near.map((group) => ({
      ...row,
      groupNumber: group,
      member: false,
      whole: false,
      judged: false,
      qualifier: null,
      near: [],
    })),
  ];
}

/**
 * What of a finding can change while it goes on being found.
 *
 * @param selector the words that it points at, which stand at its span
 */
export function findingState(finding: Finding, selector: TextQuoteSelector | null): Partial<FindingEntity> {
  return {
    severity: finding.severity,
    bearing: finding.bearing,
    state: finding.waived ? 'WAIVED' : 'OPEN',
    message: finding.message,
    remedy: finding.remedy,
    line: finding.line,
    startOffset: finding.span?.start ?? null,
    endOffset: finding.span?.end ?? null,
    exact: selector?.exact ?? null,
    prefix: selector?.prefix ?? null,
    suffix: selector?.suffix ?? null,
    fingerprint: finding.fingerprint,
  };
}

/** @param selector as `findingState` has it */
export function newFinding(
  { workspaceId, articleId, at }: Pick<RevisionPlace, 'workspaceId' | 'articleId' | 'at'>,
  finding: FoundOf & { readonly id: string },
  selector: TextQuoteSelector | null,
): Partial<FindingEntity> {
  return {
    workspaceId,
    id: finding.id,
    articleId,
    claimId: finding.claimId,
    rule: finding.rule,
    ...findingState(finding, selector),
    firstSeenAt: at,
  };
}

/** An article's totals as they are stored. */
export function tallyOf(
  workspaceId: string,
  articleId: string,
  { claims, byStanding, bySeverity, byRule, notAssessed }: Tally | Summary,
): ArticleTallyEntity {
  return {
    workspaceId,
    articleId,
    claims,
    checkable: claims - byStanding.NOT_CHECKABLE,
    notCheckable: byStanding.NOT_CHECKABLE,
    refuted: byStanding.REFUTED,
    contested: byStanding.CONTESTED,
    missing: byStanding.MISSING,
    weak: byStanding.WEAK,
    waived: byStanding.WAIVED,
    cited: byStanding.CITED,
    adequate: byStanding.ADEQUATE,
    errors: bySeverity.ERROR,
    warnings: bySeverity.WARNING,
    notes: bySeverity.NOTE,
    notAssessed,
    byRule: { ...byRule },
    unsupported: byStanding.REFUTED + byStanding.CONTESTED + byStanding.MISSING + byStanding.WEAK,
  };
}
