import type { RuleMeta } from './rule.js';

/**
 * What changed: which citations a claim has and how they stand, what came of comparing them with their sources, what is
 * known of a source, what people concluded about a claim, or nothing but the time.
 */
export type Change = 'citations' | 'comparisons' | 'sources' | 'history' | 'time';

/** How a claim stands to one whose citations, or whose sources, changed; 'article' is the article itself. */
export type Place = 'changed' | 'same paragraph' | 'restatement' | 'article';

/** What of the changed claim, and of the article, changes with the claim's citations. */
const WITH_CITATIONS = ['citations', 'references', 'sources', 'totals', 'quotes', 'comparisons'] as const;

/**
 * Whether a rule can answer otherwise after a change, from what its meta says that it reads. What only texts decide
 * (restatements as such, conflicts, markers) does not change with citations and sources.
 */
export function canTouch({ reads }: Pick<RuleMeta, 'reads'>, change: Change, place: Place): boolean {
  // Time goes on, whatever else changed: a claim that is judged again is judged as of now.
  if (reads.includes('clock') && (change === 'time' ? place === 'changed' : place !== 'article')) return true;
  if (change === 'time') return false;
  if (change === 'comparisons') return place === 'changed' && reads.includes('comparisons');
  if (change === 'history') return place === 'changed' && reads.includes('history');
  if (change === 'sources') return (place === 'changed' || place === 'article') && reads.includes('sources');
  switch (place) {
    case 'same paragraph':
      return reads.includes('paragraph');
    case 'restatement':
      return reads.includes('restatements') && reads.includes('citations');
    default:
      return WITH_CITATIONS.some((each) => reads.includes(each));
  }
}
