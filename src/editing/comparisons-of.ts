import { madeFromOf } from '../claims/made-from.js';
import type { Comparison } from '../judging/comparison.js';
import type { ArticleState, HeldCitation, HeldClaim, HeldReference, HeldSource } from './article-state.js';

/**
 * What is known of a citation beside its source's snapshots: what was stored of it, if that is about what stands there now.
 *
 * @returns null where the workspace keeps no texts of sources
 */
export function comparisonOf(
  state: Pick<ArticleState, 'keepsSnapshots' | 'references' | 'article'>,
  claim: HeldClaim,
  { stored, quote }: HeldCitation,
  { source }: HeldReference,
): Comparison | null {
  if (!state.keepsSnapshots) return null;
  if (source === null || !source.evidence.snapshots) return { state: 'NO_SNAPSHOT' };
  if (stored?.madeFrom !== madeFrom(claim, quote, source, state.article.language)) return { state: 'PENDING' };
  return relabelled(stored.comparison, source, state.references);
}

/** What a comparison of a claim that is at hand is made from. */
export const madeFrom = (
  { evidence }: Pick<HeldClaim, 'evidence'>,
  quote: string | null,
  { id, snapshotsVersion, evidence: { issued } }: HeldSource,
  language: string | null,
): string => madeFromOf(evidence, quote, { id, snapshotsVersion, issued }, language);

/** Where quotes stand elsewhere is told by sources: labels change with the text, and sources come and go. */
function relabelled(comparison: Comparison, own: HeldSource, references: readonly HeldReference[]): Comparison {
  if (comparison.state !== 'COMPARED' || comparison.quotes.every(({ elsewhere }) => elsewhere.length === 0)) {
    return comparison;
  }
  const labels = new Map<string, string>();
  for (const { source, label } of references) {
    if (source && !labels.has(source.evidence.key)) labels.set(source.evidence.key, label);
  }
  labels.delete(own.evidence.key);
  const quotes = comparison.quotes.map((quote) => ({
    ...quote,
    elsewhere: quote.elsewhere.flatMap((each) => {
      const label = labels.get(each.source);
      return label === undefined ? [] : [{ ...each, label }];
    }),
  }));
  return { ...comparison, quotes };
}
