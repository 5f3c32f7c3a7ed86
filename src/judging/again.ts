import type { RuleMeta } from './rule.js';

/** What changed: which citations a claim has and how they stand, or what is known of a source. */
export type Change = 'citations' | 'sources';

/** How a claim stands to one whose citations, or whose sources, changed; 'article' is the article itself. */
export type Place = 'changed' | 'same paragraph' | 'restatement' | 'article';

/**
 * Whether a rule can answer otherwise after a change, from what its meta says that it reads. What only texts decide
 * (restatements as such, conflicts, markers) does not change with citations and sources.
 */
export function canTouch({ reads }: Pick<RuleMeta, 'reads'>, change: Change, place: Place): boolean {
  if (change === 'sources') return (place === 'changed' || place === 'article') && reads.includes('sources');
  switch (place) {
    case 'same paragraph':
      return reads.includes('paragraph');
    case 'restatement':
      return reads.includes('restatements') && reads.includes('citations');
    default:
      return (['citations', 'references', 'sources', 'totals'] as const).some((each) => reads.includes(each));
  }
}
