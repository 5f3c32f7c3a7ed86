import { CLEAR, NOT_APPLICABLE, type ArticleRule } from '../rule.js';
import { distinctCitations, marked } from '../text/cited.js';
import { counted } from '../text/normalise.js';

/** How many labels a message lists before it stops. */
const MOST_LISTED = 12;

/** Markers all over the text, and nowhere what they mean. */
export const noBibliography: ArticleRule = {
  scope: 'article',
  meta: {
    id: 'no-bibliography',
    title: 'Citations, and no list of references at all',
    description: `Fires once on an article that cites and has no list of references: no reader can follow any of its markers. The message
counts citations as source-concentration does: a citation is one claim and one number, however many markers it has.

Quiet as soon as the article has a list, even an empty or incomplete one (then each number that lacks an entry is a
dangling-citation), and when its citations name their sources themselves, as links do, or were given them by hand.`,
    remedy: 'Add a list of references that says what each number is.',
    version: 1,
    severity: 'ERROR',
    bearings: [],
    reads: ['references', 'totals'],
    examples: {
      fires: ['"The tram opened in May [1]. It has nine stops [1, 2]." and nothing after it'],
      quiet: ['The same, with "References", "1. …" and "2. …" below'],
    },
  },
  judge({ article }) {
    const cited = article.references.filter((reference) => reference.citationCount > 0 || reference.markerCount > 0);
    if (cited.length === 0) return NOT_APPLICABLE;
    const hasAny = article.references.some((reference) => reference.source !== null || reference.text !== null);
    if (article.hasReferenceList || hasAny) return CLEAR;

    const labels = cited.map((reference) => reference.label);
    const shown = marked(labels.slice(0, MOST_LISTED)) + (labels.length > MOST_LISTED ? ' and more' : '');
    const citations = article.claims.flatMap(distinctCitations).length;
    const inAll = citations > 0 ? `, ${counted(citations, 'citation')} in all,` : ' outside its claims';
    return {
      kind: 'finding',
      message: `The article cites ${shown}${inAll} and has no list of references`,
      remedy: `Add a list of references with ${labels.length === 1 ? 'this entry' : `these ${labels.length} entries`}.`,
      bearing: null,
    };
  },
};
