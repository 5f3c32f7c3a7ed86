import { createHash } from 'node:crypto';
import { COMPARISON_VERSION, type Comparison } from '../judging/comparison.js';
import type { Claim } from '../judging/evidence.js';
import type { ArticleState, HeldCitation, HeldClaim, HeldReference, HeldSource } from './article-state.js';

/** What of a claim and its article a comparison is made from. */
export type ComparedClaim = Pick<Claim, 'block' | 'attribute' | 'column' | 'text'>;

/** What a comparison is made from, as a short text: another one is about other words, another quote or other snapshots. */
export function madeFromOf(
  { block, attribute, column, text }: ComparedClaim,
  quote: string | null,
  { id, snapshotsVersion, evidence: { issued } }: HeldSource,
  language: string | null,
): string {
  const from = [COMPARISON_VERSION, id, snapshotsVersion, issued, language, block, attribute, column, text, quote];
  return createHash('sha256').update(JSON.stringify(from)).digest('base64url');
}

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
  if (stored?.madeFrom !== madeFromOf(claim.evidence, quote, source, state.article.language)) return { state: 'PENDING' };
  return relabelled(stored.comparison, source, state.references);
}

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
