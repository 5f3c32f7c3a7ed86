import { languageOf, unknownWords } from '../../languages/languages.js';
import { CLEAR, NOT_APPLICABLE, notAssessed, type ClaimRule } from '../rule.js';
import { isGap, quotedClaim } from '../text/claims.js';
import { quoted } from '../text/normalise.js';
import { weaselsIn } from '../text/weasels.js';

/** A claim that rests on somebody whom it does not name. */
export const weaselWording: ClaimRule = {
  scope: 'claim',
  meta: {
    id: 'weasel-wording',
    title: 'The claim rests on somebody whom it does not name',
    description: `Fires on a claim in which unnamed people say or think something ("some experts believe", "critics have argued"), in which a
passive hides who does ("it is believed that", "is widely regarded as"), or which is hearsay by an adverb ("reportedly",
"allegedly"). The kinds are those of the unsupported attributions in Wikipedia's manual of style.

A citation may tell who it was; the reader of the sentence still does not know how many they are and what they know. It
bears nothing on the standing. Quiet where the name follows ("it is believed by the Harbour Board"), and within quotation
marks. Not assessed in a language whose words are not known.`,
    remedy: 'Say who says so, or say it as a fact and cite who found it.',
    version: 2,
    severity: 'NOTE',
    bearings: [],
    reads: ['claim'],
    examples: {
      fires: ['Some experts believe that the tram is too slow.', 'The tram is widely regarded as a failure.'],
      quiet: ['The Harbour Board believes that the tram is too slow.'],
    },
  },
  judge(claim, { article }) {
    if (!claim.checkable || isGap(claim)) return NOT_APPLICABLE;
    const language = languageOf(article.language);
    if (!language.weasels) return notAssessed(unknownWords(article.language));
    const found = weaselsIn(claim.value ?? claim.text, language.weasels, language);
    if (found.length === 0) return CLEAR;
    const phrases = [...new Set(found.map((text) => quoted(text, 60)))];
    return {
      kind: 'finding',
      message: `${phrases.join(', ')} in ${quotedClaim(claim)} names nobody`,
      remedy: 'Say who says so, or say it as a fact and cite who found it.',
      bearing: null,
    };
  },
};
