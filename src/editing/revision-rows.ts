import { v7 as uuid } from 'uuid';
import type { MarkerEntity } from '../articles/marker.entity.js';
import type { CitationEntity } from '../claims/citation.entity.js';
import type { ClaimPartEntity } from '../claims/claim-part.entity.js';
import type { ClaimTextEntity } from '../claims/claim-text.entity.js';
import type { ClaimEntity } from '../claims/claim.entity.js';
import type { ArticleTallyEntity } from '../findings/article-tally.entity.js';
import type { FindingEntity } from '../findings/finding.entity.js';
import type { Article, Source } from '../judging/evidence.js';
import type { Finding, Judgement, Summary } from '../judging/judge.js';
import type { ClaimRelations } from '../judging/relations.js';
import { quoteSelector, type TextQuoteSelector } from '../reading/selector.js';
import type { ReferenceEntity } from '../sources/reference.entity.js';
import type { SourceEntity } from '../sources/source.entity.js';
import { recordColumns } from '../sources/source.repository.js';
import type { Tally } from './article-state.js';

/** Where the rows of one revision belong. */
export interface RevisionPlace {
  readonly workspaceId: string;
  readonly articleId: string;
  readonly revisionId: string;
  /** Its number. */
  readonly revision: number;
  readonly content: string;
  readonly memberId: string;
  /** When it was judged. */
  readonly at: Date;
}

export interface ClaimRows {
  readonly claims: Partial<ClaimEntity>[];
  readonly texts: Partial<ClaimTextEntity>[];
  readonly parts: Partial<ClaimPartEntity>[];
  readonly citations: Partial<CitationEntity>[];
}

export function markerRows(place: RevisionPlace, article: Article): Partial<MarkerEntity>[] {
  return article.markers.map((marker, i) => ({
    workspaceId: place.workspaceId,
    revisionId: place.revisionId,
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
export function sourceRow(workspaceId: string, source: Source, publisherId: string | null): Partial<SourceEntity> {
  const { retraction } = source;
  return {
    workspaceId,
    id: uuid(),
    ...recordColumns(source),
    publisherId,
    retractedAt: retraction?.at ? new Date(retraction.at) : null,
    retractionReason: retraction?.reason ?? null,
  };
}

export function referenceRows(
  place: RevisionPlace,
  article: Article,
  sourceIds: ReadonlyMap<string, string>,
): (Partial<ReferenceEntity> & { id: string })[] {
  return article.references.map((reference) => ({
    workspaceId: place.workspaceId,
    id: uuid(),
    articleId: place.articleId,
    label: reference.label,
    number: reference.number,
    text: reference.text,
    startOffset: reference.span?.start ?? null,
    endOffset: reference.span?.end ?? null,
    line: reference.line,
    locator: reference.source?.locator ?? null,
    sourceId: reference.source ? idOf(sourceIds, reference.source.key) : null,
    markerCount: reference.markerCount,
    citationCount: reference.citationCount,
  }));
}

/**
 * @param referenceIds by label
 * @throws Error when a claim cites what the article's references lack: a fault of the reader
 */
export function claimRows(
  place: RevisionPlace,
  article: Article,
  judgement: Judgement,
  referenceIds: ReadonlyMap<string, string>,
): ClaimRows & { ids: string[] } {
  const rows: ClaimRows & { ids: string[] } = { claims: [], texts: [], parts: [], citations: [], ids: [] };
  const { workspaceId, articleId } = place;
  for (const [i, claim] of article.claims.entries()) {
    const judged = judgement.claims[i];
    if (judged?.ordinal !== claim.ordinal) throw new Error(`claim ${claim.ordinal} was not judged`);
    const id = uuid();
    rows.ids.push(id);
    rows.claims.push({
      workspaceId,
      id,
      articleId,
      ordinal: claim.ordinal,
      textRevision: place.revision,
      block: claim.block,
      blockIndex: claim.blockIndex,
      checkable: claim.checkable,
      priority: claim.priority,
      standing: judged.standing,
      rank: judged.rank,
      ...relationColumns(judged.relations),
      notAssessed: [...judged.notAssessed],
      judgedAt: place.at,
      changedAt: place.at,
    });
    rows.texts.push({
      workspaceId,
      claimId: id,
      firstRevision: place.revision,
      text: claim.text,
      section: claim.section,
      attribute: claim.attribute,
      columnHeading: claim.column,
      value: claim.value,
      valueState: claim.valueState,
      evidenceNote: claim.evidenceNote,
      notCheckable: claim.notCheckable,
      lede: claim.lede,
      line: claim.line,
      startOffset: claim.span.start,
      endOffset: claim.span.end,
      ...quoteSelector(place.content, claim.span),
      holes: [...claim.holes],
    });
    rows.parts.push(...partRows(place, id, judged.relations));
    for (const [n, citation] of claim.citations.entries()) {
      rows.citations.push({
        workspaceId,
        id: uuid(),
        articleId,
        claimId: id,
        referenceId: idOf(referenceIds, citation.label),
        ordinal: n + 1,
        stance: citation.stance,
        directness: citation.directness,
        basis: citation.basis,
        state: citation.state,
        quote: citation.quote,
        locator: citation.locator,
        note: citation.note,
        spans: [...citation.spans],
      });
    }
  }
  return rows;
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
 * @param claimIds in reading order
 * @param firstSeen of findings of the former revision, by fingerprint: what stays found was found then
 */
export function findingRows(
  place: RevisionPlace,
  judgement: Judgement,
  claimIds: readonly string[],
  firstSeen: ReadonlyMap<string, Date>,
): Partial<FindingEntity>[] {
  return judgement.findings.map((finding) => {
    const claimId = finding.claim === null ? null : (claimIds[finding.claim - 1] ?? null);
    const selector = finding.span && quoteSelector(place.content, finding.span);
    return findingRow(place, finding, claimId, selector, firstSeen.get(finding.fingerprint) ?? place.at);
  });
}

/** @param selector the words that it points at, which stand at its span */
export function findingRow(
  { workspaceId, articleId }: Pick<RevisionPlace, 'workspaceId' | 'articleId'>,
  finding: Finding,
  claimId: string | null,
  selector: TextQuoteSelector | null,
  firstSeenAt: Date,
): Partial<FindingEntity> {
  return {
    workspaceId,
    id: uuid(),
    articleId,
    claimId,
    rule: finding.rule,
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
    firstSeenAt,
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
  };
}

function idOf(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`nothing is stored under "${name}"`);
  return id;
}
