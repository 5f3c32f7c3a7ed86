import { v7 as uuid } from 'uuid';
import type { Citation } from '../judging/evidence.js';
import { isProposal, type HeldCitation, type HeldClaim, type HeldReference } from '../editing/article-state.js';
import type { PlannedReferences } from './plan-references.js';

/** Whose citations a claim of a new text takes over, and what it cites itself. */
export interface CitingClaim {
  readonly id: string;
  /** The claims that it continues, or was cut out of. */
  readonly heirOf: readonly HeldClaim[];
  /** What its own markers assert, in their order. */
  readonly cites: readonly Citation[];
  /** It says something else than before, so that nobody has reviewed what it cites. */
  readonly saysOtherwise: boolean;
}

/** A citation as it was and as it will be. */
export interface CitationStep {
  /** Null: it is new. */
  readonly from: HeldCitation | null;
  readonly to: HeldCitation;
  /** A person's review no longer holds: of another statement, or of another source. */
  readonly outdated: boolean;
}

export interface PlannedCitations {
  /** By claim, in the order of the claims and of the markers, what editors attached coming last. */
  readonly all: readonly CitationStep[];
  /** Of claims that stand: their markers were taken out of the text. */
  readonly gone: readonly HeldCitation[];
}

/**
 * Says which citations the claims of a new text have. The author's follow the text: a marker that stands keeps its
 * citation, with what people said of it. What editors attached stays with its claim; of a claim that was split, with
 * both halves; and so does what was proposed, until the author cites it.
 *
 * @param former by claim
 */
export function planCitations(
  claims: readonly CitingClaim[],
  former: ReadonlyMap<string, readonly HeldCitation[]>,
  formerReferences: ReadonlyMap<string, HeldReference>,
  references: PlannedReferences,
): PlannedCitations {
  const taken = new Set<string>();
  const all: CitationStep[] = [];
  const inherited = new Set<string>();
  for (const claim of claims) {
    for (const { id } of claim.heirOf) inherited.add(id);
    all.push(...citationsOf(claim, former, formerReferences, references, taken));
  }
  const gone = [...inherited].flatMap((id) => former.get(id) ?? []).filter(({ id }) => !taken.has(id));
  return { all, gone };
}

function citationsOf(
  claim: CitingClaim,
  former: ReadonlyMap<string, readonly HeldCitation[]>,
  formerReferences: ReadonlyMap<string, HeldReference>,
  references: PlannedReferences,
  taken: Set<string>,
): CitationStep[] {
  const own = claim.heirOf.flatMap(({ id }) => former.get(id) ?? []);
  const authors = new Map<string, HeldCitation>();
  const attached = new Map<string, HeldCitation>();
  for (const citation of own) {
    const [list, to] =
      citation.createdBy === null
        ? [authors, citation.referenceId]
        : [attached, references.editors.get(citation.referenceId)?.id ?? citation.referenceId];
    if (!list.has(to)) list.set(to, citation);
  }
  const steps: CitationStep[] = [];
  const add = (reference: HeldReference, from: HeldCitation | undefined, cited: Citation | null): void => {
    const isCopy = from !== undefined && taken.has(from.id);
    if (from) taken.add(from.id);
    const was = from && formerReferences.get(from.referenceId);
    const isOtherSource = was !== undefined && was.source?.evidence.key !== reference.source?.evidence.key;
    steps.push(
      stepOf(from ?? null, isCopy, {
        claim,
        reference,
        cited,
        isOtherSource,
        ordinal: steps.length + 1,
      }),
    );
  };
  for (const cited of claim.cites) {
    const reference = references.byLabel.get(cited.label);
    if (!reference) throw new Error(`a claim cites [${cited.label}], which its article's references lack`);
    // What an editor attached before the author cited it stays the editor's.
    const from = attached.get(reference.id) ?? authors.get(reference.id);
    attached.delete(reference.id);
    add(reference, from, cited);
  }
  for (const [id, from] of attached) add(references.editors.get(from.referenceId) ?? missing(id), from, null);
  return steps;
}

interface Place {
  readonly claim: CitingClaim;
  readonly reference: HeldReference;
  readonly cited: Citation | null;
  readonly isOtherSource: boolean;
  readonly ordinal: number;
}

function stepOf(
  from: HeldCitation | null,
  isCopy: boolean,
  { claim, reference, cited, isOtherSource, ordinal }: Place,
): CitationStep {
  const place = { claimId: claim.id, referenceId: reference.id, ordinal, spans: cited?.spans ?? [] };
  if (!from) {
    const { stance, directness, basis, state, quote, locator, note } = cited!;
    const said = { stance, directness, basis, state, quote, locator, note };
    return { from, to: { id: uuid(), version: 1, createdBy: null, stored: null, ...said, ...place }, outdated: false };
  }
  // A quote that was found in a snapshot is there still, unless it is another source's.
  const isReviewed = from.state !== 'PROPOSED' || from.basis === 'REVIEWED';
  const outdated =
    (isReviewed && (claim.saysOtherwise || isOtherSource)) || (isOtherSource && from.basis === 'MATCHED');
  const isCitedNow = isProposal(from) && cited !== null;
  const basis = isProposal(from) && !isCitedNow ? from.basis : 'ASSERTED';
  const to = { ...from, ...place, ...(outdated || isCitedNow ? { state: 'PROPOSED' as const, basis } : {}) };
  return isCopy ? { from: null, to: { ...to, id: uuid(), version: 1 }, outdated: false } : { from, to, outdated };
}

function missing(id: string): never {
  throw new Error(`an editor's citation leads to the reference ${id}, which is not among the planned`);
}
