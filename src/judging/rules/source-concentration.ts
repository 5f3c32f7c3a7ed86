import type { Citation } from '../evidence.js';
import { groupBy } from '../group-by.js';
import { CLEAR, NOT_APPLICABLE, type ArticleRule } from '../rule.js';
import { nameOf } from '../text/claims.js';
import { distinctCitations, marked, standsOn } from '../text/cited.js';

/** An article that leans on one source. */
export const sourceConcentration: ArticleRule = {
  scope: 'article',
  meta: {
    id: 'source-concentration',
    title: 'One source carries much of the article',
    description: `Fires for each source that carries more than a share of the article's citations. A citation is one claim and one
number; numbers of one source count together, and a number that resolves to nothing counts by itself.

Not applicable to an article with few citations, where any source makes a large share. If the source is wrong, so is much of
the article; often it also means that the article retells it.`,
    remedy: 'Look for other sources for some of the claims.',
    version: 1,
    severity: 'NOTE',
    bearings: [],
    reads: ['citations', 'references', 'totals'],
    thresholds: {
      share: { default: 0.3, min: 0, max: 1, description: 'Fires above this share of all citations of the article.' },
      citations: { default: 5, min: 1, max: 1000, description: 'Articles with fewer citations are left alone.' },
    },
    examples: {
      fires: ['Of ten citations, four are [1]'],
      quiet: ['Of ten citations, three are [1] and no other number has more'],
    },
  },
  judge({ article, threshold, entryOf }) {
    const citations = article.claims.flatMap(distinctCitations);
    if (citations.length < threshold('citations')) return NOT_APPLICABLE;
    const heavy = [...groupBy(citations, standsOn).values()].filter(
      (same) => same.length / citations.length > threshold('share'),
    );
    if (heavy.length === 0) return CLEAR;
    return heavy.map((same) => ({
      kind: 'finding',
      message: `${shown(same, entryOf)} carries ${same.length} of ${citations.length} citations (${percent(same.length / citations.length)})`,
      remedy: `Look for other sources for some of the ${same.length} claims that rest on it.`,
      bearing: null,
      about: standsOn(same[0]!),
    }));
  },
};

function shown(same: readonly Citation[], entryOf: (label: string) => string | null): string {
  const labels = marked(same.map(({ label }) => label));
  const { source } = same[0]!;
  return source ? `${nameOf(source, entryOf(same[0]!.label))} ${labels}` : labels;
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;
