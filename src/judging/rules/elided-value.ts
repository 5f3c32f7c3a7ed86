import { languageOf, unknownWords } from '../../languages/languages.js';
import { CLEAR, NOT_APPLICABLE, notAssessed, type ClaimRule } from '../rule.js';
import { quotedClaim } from '../text/claims.js';
import { listed } from '../text/normalise.js';

/** A sentence with a hole where a name or date should stand. */
export const elidedValue: ClaimRule = {
  scope: 'claim',
  meta: {
    id: 'elided-value',
    title: 'Words are missing from the sentence',
    description: `Fires once on a sentence in which a preposition that wants an object has none before a marker, a comma or the full
stop: "opened on [1, 2]", "letters from , by the council". Dates and names get lost like this when text is made from a
template or its links are stripped.

Quiet where the sentence may end so ("the plan that it is based on [3]"). The reader of the article finds the holes; not assessed
in a language whose words are not known.`,
    remedy: 'Put back the missing words, with a source for them.',
    version: 2,
    severity: 'ERROR',
    bearings: ['MISSING'],
    reads: ['claim'],
    examples: {
      fires: ['The line was opened on [1, 2].', 'See the letters from , by the council.'],
      quiet: ['The line was opened on 3 May [1, 2].', 'This is the study that it is based on [3].'],
    },
  },
  judge(claim, { article }) {
    if (!claim.checkable) return NOT_APPLICABLE;
    const [first] = claim.holes;
    if (!first) return languageOf(article.language).holes ? CLEAR : notAssessed(unknownWords(article.language));
    const after = listed([...new Set(claim.holes.map((hole) => `“${hole.word}”`))]);
    return {
      kind: 'finding',
      message: `Words are missing after ${after} in ${quotedClaim(claim)}`,
      remedy: `Say what stood after ${after}, and cite a source for it.`,
      span: first.span,
      bearing: 'MISSING',
    };
  },
};
