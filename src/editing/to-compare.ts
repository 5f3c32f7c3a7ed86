import { withComparison, type Basis } from '../judging/evidence.js';
import type { Comparison } from '../judging/comparison.js';
import type { CitationsToCompare } from '../judging/comparing/compare-all.js';
import type { ArticleState, HeldClaim, HeldReference, HeldSource } from './article-state.js';
import { comparisonOf } from './comparisons-of.js';
import { citationOf, isCited, type CitedAs } from './evidence-of.js';

/** A citation of a source that has snapshots. */
export interface Comparable {
  readonly citation: CitedAs;
  readonly claim: HeldClaim;
  readonly reference: HeldReference;
  readonly source: HeldSource;
  /** As far as it is known. */
  readonly comparison: Comparison;
}

/**
 * The citations at hand of sources that have snapshots; what is only proposed is no evidence, and not compared.
 *
 * @param ofClaim by the claim's id: of which claims; left out, of all
 */
export function comparable(state: ArticleState, ofClaim: (id: string) => boolean = () => true): Comparable[] {
  if (!state.keepsSnapshots || !state.references.some(({ source }) => source?.evidence.snapshots)) return [];
  const claims = new Map(state.claims.map((each) => [each.id, each]));
  const references = new Map(state.references.map((each) => [each.id, each]));
  return state.citations.filter(isCited).flatMap((citation) => {
    if (!ofClaim(citation.claimId)) return [];
    const [claim, reference] = [claims.get(citation.claimId), references.get(citation.referenceId)];
    if (!claim || !reference?.source?.evidence.snapshots) return [];
    const comparison = comparisonOf(state, claim, citation, reference)!;
    return [{ citation, claim, reference, source: reference.source, comparison }];
  });
}

/** Those of them that were not compared, as they stand. */
export const toCompare = (state: ArticleState, ofClaim: (id: string) => boolean): Comparable[] =>
  comparable(state, ofClaim).filter(({ comparison }) => comparison.state === 'PENDING');

/** The same in the form in which they are compared, in their order: plain values, for a thread. */
export const citationsToCompare = (these: readonly Comparable[]): CitationsToCompare['citations'] =>
  these.map(({ claim: { evidence }, citation: { quote }, source }) => {
    const { block, attribute, column, text } = evidence;
    return { claim: { block, attribute, column, text }, quote, source: source.evidence.key };
  });

/** By what a citation is known, with what came of comparing it. */
export const basisWith = (
  state: ArticleState,
  { citation, reference }: Pick<Comparable, 'citation' | 'reference'>,
  comparison: Comparison,
): Basis => withComparison(citationOf(citation, reference, state), comparison).basis;
