import { CLEAR, NOT_APPLICABLE, type ArticleRule, type CitationTotal } from '../rule.js';
import { nameOf } from '../text/claims.js';
import { marked } from '../text/cited.js';

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
  judge({ totals, threshold, entryOf }) {
    const all = totals.reduce((sum, { citations }) => sum + citations, 0);
    if (all < threshold('citations')) return NOT_APPLICABLE;
    const heavy = totals.filter(({ citations }) => citations / all > threshold('share'));
    if (heavy.length === 0) return CLEAR;
    return heavy.map((total) => ({
      kind: 'finding',
      message: `${shown(total, entryOf)} carries ${total.citations} of ${all} citations (${percent(total.citations / all)})`,
      remedy: `Look for other sources for some of the ${total.citations} claims that rest on it.`,
      bearing: null,
      about: total.key,
    }));
  },
};

const shown = ({ labels, source }: CitationTotal, entryOf: (label: string) => string | null): string =>
  source ? `${nameOf(source, entryOf(labels[0] ?? ''))} ${marked(labels)}` : marked(labels);

const percent = (share: number): string => `${Math.round(share * 100)} %`;
