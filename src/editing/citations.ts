import type { EventKind } from '../events/event-words.js';
import { v7 as uuid } from 'uuid';
import { addCitation, removeCitation, updateCitation, type CitationChange } from '../claims/citation.repository.js';
import type { CitationBasis } from '../database/codes.js';
import type { Basis, Directness, ReviewState, Stance } from '../judging/evidence.js';
import { addReference } from '../sources/reference.repository.js';
import { isProposal, type HeldCitation, type HeldReference, type HeldSource } from './article-state.js';
import type { Edit } from './change-article.js';
import { defineNumber } from './define-reference.js';
import { currentOf, expectVersion, fault } from './user-fault.js';

/** What an editor says of a citation. */
export interface CitationText {
  readonly stance: Stance;
  readonly directness: Directness;
  readonly quote: string | null;
  readonly locator: string | null;
  readonly note: string | null;
}

/** A citation is known by what the author or an editor asserts until someone looks. */
const ASSERTED: Basis = 'ASSERTED';

/**
 * Cites a source for a claim. The source keeps the number that it has in the article, takes the given one when that is
 * cited and leads nowhere, or gets the next free one.
 *
 * @param number null: any
 * @throws UserFault NOT_POSSIBLE for a number that no reference has or that is another source's, and for a source that
 *   the claim cites already. What was only proposed is cited from now on.
 */
export function attach(
  edit: Edit,
  claimId: string,
  source: HeldSource,
  number: number | null,
  text: CitationText,
): string {
  const reference = referenceFor(edit, source, number);
  const own = edit.state.citations.filter((each) => each.claimId === claimId);
  const cited = own.find((each) => each.referenceId === reference.id);
  // A dangling number that the claim cites is no other citation: this says what it leads to.
  if (cited && number === null && !isProposal(cited)) {
    throw fault(
      'NOT_POSSIBLE',
      `the claim cites [${reference.label}], this source, already; update that citation`,
      'claimId',
    );
  }
  if (cited) {
    change(edit, cited, { ...text, state: 'PROPOSED', basis: ASSERTED });
    return cited.id;
  }
  const citation = add(edit, claimId, reference, ASSERTED, text);
  edit.happen({
    kind: 'citation.attached',
    subjectType: 'Claim',
    subjectId: claimId,
    before: null,
    after: { citationId: citation.id, number: reference.number, sourceId: source.id, ...said(citation) },
  });
  return citation.id;
}

/** Adds a citation of a claim, after those that it has. */
export function add(
  edit: Edit,
  claimId: string,
  reference: HeldReference,
  basis: CitationBasis,
  text: CitationText,
): HeldCitation {
  const own = edit.state.citations.filter((each) => each.claimId === claimId);
  const citation: HeldCitation = {
    id: uuid(),
    claimId,
    referenceId: reference.id,
    ordinal: Math.max(0, ...own.map(({ ordinal }) => ordinal)) + 1,
    version: 1,
    createdBy: edit.actor.memberId,
    basis,
    state: 'PROPOSED',
    spans: [],
    stored: null,
    ...text,
  };
  edit.state.citations = [...edit.state.citations, citation];
  const { workspaceId, connection, at } = edit;
  const articleId = edit.state.article.id;
  const { stored: _, ...row } = citation;
  edit.write(() => addCitation(connection, { ...row, workspaceId, articleId, spans: [], createdAt: at }));
  count(edit, reference, null, citation);
  edit.touch('citations', [claimId]);
  return citation;
}

/** The number of a source in the article: the one given, the one that it has, or the next free one. */
export function referenceFor(edit: Edit, source: HeldSource, number: number | null): HeldReference {
  const { references } = edit.state;
  if (number !== null) return defineNumber(edit, number, source, 'number');
  const known = references.find((each) => each.source?.id === source.id);
  if (known) return known;
  const next = Math.max(0, ...references.map((each) => each.number)) + 1;
  const reference: HeldReference = {
    id: uuid(),
    version: 1,
    label: String(next),
    number: next,
    text: null,
    span: null,
    line: null,
    locator: null,
    source,
    defined: true,
    added: true,
    markerCount: 0,
    citationCount: 0,
    rejectedCount: 0,
  };
  edit.state.references = [...references, reference];
  const { workspaceId, connection } = edit;
  const articleId = edit.state.article.id;
  edit.write(() =>
    addReference(connection, {
      workspaceId,
      id: reference.id,
      articleId,
      label: reference.label,
      number: next,
      sourceId: source.id,
    }),
  );
  return reference;
}

/** Takes a citation away. Its reference stays, for it may be the author's. @throws UserFault CONFLICT */
export function detach(edit: Edit, id: string, expectedVersion: number | null): string {
  const citation = edit.citation(id, 'citationId');
  expectVersion(currentOf('Citation', citation), expectedVersion);
  edit.state.citations = edit.state.citations.filter((each) => each.id !== id);
  const { workspaceId, connection } = edit;
  edit.write(() => removeCitation(connection, workspaceId, id));
  const reference = edit.reference(citation.referenceId);
  count(edit, reference, citation, null);
  edit.touch('citations', [citation.claimId]);
  edit.happen({
    kind: 'citation.detached',
    subjectType: 'Claim',
    subjectId: citation.claimId,
    before: { citationId: id, number: reference.number, ...said(citation) },
    after: null,
  });
  return citation.claimId;
}

/** Changes what is said of a citation; what a person reviewed must be looked at again. @throws UserFault CONFLICT */
export function update(edit: Edit, id: string, text: Partial<CitationText>, expectedVersion: number | null): string {
  const citation = edit.citation(id, 'citationId');
  expectVersion(currentOf('Citation', citation), expectedVersion);
  const isOtherEvidence = 'stance' in text || 'quote' in text;
  const basis = isProposal(citation) ? citation.basis : ASSERTED;
  change(edit, citation, { ...text, ...(isOtherEvidence ? { basis, state: 'PROPOSED' as const } : {}) });
  return citation.claimId;
}

/**
 * Records that a person looked. A proposal becomes a citation when it is accepted, and stays a proposal when it is not.
 *
 * @param mayAttach whether who looks may cite sources for claims, which is what accepting a proposal does
 * @throws UserFault CONFLICT, FORBIDDEN
 */
export function review(
  edit: Edit,
  id: string,
  mayAttach: boolean,
  verdict: {
    readonly state: ReviewState;
    readonly stance?: Stance;
    readonly directness?: Directness;
    readonly note?: string;
  },
  expectedVersion: number | null,
): string {
  const citation = edit.citation(id, 'citationId');
  expectVersion(currentOf('Citation', citation), expectedVersion);
  const isAccepted = verdict.state === 'ACCEPTED';
  if (isProposal(citation) && isAccepted && !mayAttach) {
    throw fault('FORBIDDEN', 'accepting a proposal cites the source for the claim, which needs EDITOR', 'state');
  }
  const looked: CitationBasis = verdict.state === 'PROPOSED' ? ASSERTED : 'REVIEWED';
  const basis = isProposal(citation) && !isAccepted ? citation.basis : looked;
  change(edit, citation, { ...verdict, basis }, 'citation.reviewed');
  return citation.claimId;
}

function change(
  edit: Edit,
  citation: HeldCitation,
  changes: CitationChange,
  kind: EventKind = 'citation.updated',
): void {
  const changed: HeldCitation = { ...citation, ...changes, version: citation.version + 1 };
  edit.state.citations = edit.state.citations.map((each) => (each.id === citation.id ? changed : each));
  const { workspaceId, connection } = edit;
  edit.write(() => updateCitation(connection, workspaceId, citation.id, changes));
  count(edit, edit.reference(citation.referenceId), citation, changed);
  edit.touch('citations', [citation.claimId]);
  edit.happen({
    kind,
    subjectType: 'Claim',
    subjectId: citation.claimId,
    before: { citationId: citation.id, ...said(citation) },
    after: { citationId: citation.id, ...said(changed) },
  });
}

/** What a citation says, as the history tells it. */
export const said = ({
  stance,
  directness,
  basis,
  state,
  quote,
  locator,
  note,
}: HeldCitation): Record<string, unknown> => ({
  stance,
  directness,
  basis,
  state,
  quote,
  locator,
  note,
});

/** @param from the citation as it was, null: there was none. @param to as it is, null: there is none. */
function count(edit: Edit, reference: HeldReference, from: HeldCitation | null, to: HeldCitation | null): void {
  const citations = counted(to) - counted(from);
  const rejected = counted(to, 'REJECTED') - counted(from, 'REJECTED');
  if (citations === 0 && rejected === 0) return;
  edit.state.references = edit.state.references.map((each) =>
    each.id === reference.id
      ? { ...each, citationCount: each.citationCount + citations, rejectedCount: each.rejectedCount + rejected }
      : each,
  );
  edit.count({ referenceId: reference.id, citations, rejected });
}

const counted = (citation: HeldCitation | null, state?: ReviewState): number =>
  Number(citation !== null && !isProposal(citation) && (state === undefined || citation.state === state));
