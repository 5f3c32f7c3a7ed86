import { languageOf, unknownWords } from '../../languages/languages.js';
import type { Claim } from '../evidence.js';
import { CLEAR, NOT_APPLICABLE, notAssessed, type ClaimRule } from '../rule.js';
import { quotedClaim } from '../text/claims.js';
import { quoted } from '../text/normalise.js';
import { hasQualifier } from '../text/qualifiers.js';
import { oncePerGroup } from '../text/restatements.js';
import { contentStems } from '../text/words.js';

/** A statement that is made without the condition or exception that it has elsewhere. */
export const droppedQualifier: ClaimRule = {
  scope: 'claim',
  meta: {
    id: 'dropped-qualifier',
    title: 'A condition or exception is dropped that the same statement has elsewhere',
    description: `Fires on a claim that makes no condition or exception, when a restatement of it in the article makes one ("unless",
"except", "only if", "provided that", "as long as"). Without it the claim says more than its source does.

Quiet when the claim has the condition's words in another form ("if it is booked", for "only if it is booked"). A date or
amount that one of them leaves out is no condition; "until" and "through" with a date are one bound. Not assessed
in a language whose words are not known.`,
    remedy: 'Put the condition back, or say why it does not apply here.',
    version: 3,
    severity: 'WARNING',
    bearings: ['WEAK'],
    reads: ['claim', 'restatements'],
    examples: {
      fires: ['"Night trams run hourly", where another line says "Night trams run hourly, except on Sundays"'],
      quiet: ['"Night trams run hourly until 2032", where another line leaves out the year'],
    },
  },
  judge(claim, { article, restatements }) {
    if (!claim.checkable) return NOT_APPLICABLE;
    const language = languageOf(article.language);
    if (!language.logic) return notAssessed(unknownWords(article.language));
    const parts = restatements.allPartsOf(claim);
    if (parts.length === 0) return NOT_APPLICABLE;
    if (hasQualifier(claim.text, language)) return CLEAR;
    const stated = new Set(contentStems(claim.text, language));
    const qualified = parts.flatMap(({ group }) => qualifiedIn(group) ?? [])[0];
    if (!qualified || contentStems(qualified.qualifier, language).every((stem) => stated.has(stem))) return CLEAR;
    return {
      kind: 'finding',
      message: `${quotedClaim(claim)} lacks ${quoted(qualified.qualifier)}, which line ${qualified.claim.line} has`,
      remedy: `Add ${quoted(qualified.qualifier)}, or say why it does not hold here.`,
      bearing: 'WEAK',
    };
  },
};

/** The first member of a group that makes a condition or exception. */
const qualifiedIn = oncePerGroup((group): { claim: Claim; qualifier: string } | null => {
  for (const { claim, qualifier } of group.members) if (qualifier !== null) return { claim, qualifier };
  return null;
});
