import { groupBy } from '../group-by.js';
import { CLEAR, NOT_APPLICABLE, type ArticleRule } from '../rule.js';
import { listed, quoted } from '../text/normalise.js';
import { words } from '../text/words.js';

/** One passage made to carry many claims. */
export const reusedQuote: ArticleRule = {
  scope: 'article',
  meta: {
    id: 'reused-quote',
    title: 'One quote stands on several different claims',
    description: `Fires for a quote that stands as evidence on at least three claims of the article which say different things. Claims that
say the same in other words count as one. Quotes are compared by their words: case and punctuation do not tell them apart.

One passage seldom says three things. Rejected citations do not count.`,
    remedy: 'Quote for each claim the passage that says it.',
    version: 1,
    severity: 'NOTE',
    bearings: [],
    reads: ['citations', 'quotes'],
    thresholds: {
      claims: { default: 3, min: 2, max: 1000, description: 'Different claims with one quote from which on it fires.' },
    },
    examples: {
      fires: ['"The tram runs daily" on three claims: about hours, about fares, about stops'],
      quiet: ['"The tram runs daily" on a claim, and on two that say the same'],
    },
  },
  judge({ quotes, threshold }) {
    const byWords = groupBy(
      quotes.map((use) => ({
        ...use,
        key: words(use.quote)
          .map((word) => word.text)
          .join(' '),
      })),
      ({ key }) => key,
    );
    byWords.delete('');
    if (byWords.size === 0) return NOT_APPLICABLE;
    const reused = [...byWords.values()].filter(
      (uses) => new Set(uses.map(({ statement }) => statement)).size >= threshold('claims'),
    );
    if (reused.length === 0) return CLEAR;
    return reused.map((uses) => ({
      kind: 'finding',
      message: `The quote ${quoted(uses[0]!.quote)} stands on ${new Set(uses.map(({ statement }) => statement)).size} different claims, on ${lines(uses)}`,
      remedy: 'Quote for each of them the passage that says it.',
      bearing: null,
      about: uses[0]!.key,
    }));
  },
};

const LINES_SHOWN = 6;

function lines(uses: readonly { readonly line: number }[]): string {
  const all = [...new Set(uses.map(({ line }) => line))];
  const more = all.length - LINES_SHOWN;
  const shown = [...all.slice(0, LINES_SHOWN).map(String), ...(more > 0 ? [`${more} more`] : [])];
  return `line${all.length === 1 ? '' : 's'} ${listed(shown)}`;
}
