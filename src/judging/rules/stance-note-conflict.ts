import { languageOf, unknownWords } from '../../languages/languages.js';
import { CLEAR, NOT_APPLICABLE, notAssessed, type ClaimRule } from '../rule.js';
import { quotedClaim } from '../text/claims.js';
import { disclaims } from '../text/disclaimers.js';
import { quoted } from '../text/normalise.js';

/** A citation that is counted as support, and a note beside it that says it is none. */
export const stanceNoteConflict: ClaimRule = {
  scope: 'claim',
  meta: {
    id: 'stance-note-conflict',
    title: 'A citation counts as support, and its note says that it is none',
    description: `Fires when a citation supports its claim by its stance, and the note on it, or the note that an evidence table has beside
the claim, says that the source does not: "does not mention", "no evidence of", "contradicts this", "says otherwise". Either
the stance is wrong or the note is.

The words are those of denying (after Quirk et al.), of saying (after VerbNet) and of speaking against (after WordNet). Quiet
on notes that weigh one thing against another ("does not name the price, but the date"), and beside claims that themselves
deny something. Not assessed in other languages than English, whose words of denying notes
are the only ones known.`,
    remedy: 'Set the stance to what the source says, or correct the note.',
    version: 1,
    severity: 'WARNING',
    bearings: ['WEAK'],
    reads: ['claim', 'citations'],
    examples: {
      fires: ['The tram is free at night. | The timetable does not mention fares. | [1]'],
      quiet: ['The tram is free at night. | "No fare is charged after ten", p. 4 | [1]'],
    },
  },
  judge(claim, { article }) {
    const supporting = claim.citations.filter(({ stance, state }) => stance === 'SUPPORTS' && state !== 'REJECTED');
    if (!claim.checkable || supporting.length === 0) return NOT_APPLICABLE;
    const notes = [
      { text: claim.evidenceNote, label: null },
      ...supporting.map(({ note, label }) => ({ text: note, label })),
    ].flatMap(({ text, label }) => (text?.trim() ? [{ text, label }] : []));
    if (notes.length === 0) return NOT_APPLICABLE;
    const language = languageOf(article.language);
    const { disclaimers } = language;
    if (!disclaimers) return notAssessed(unknownWords(article.language));
    const conflicts = notes.flatMap(({ text, label }) => {
      const phrase = QUOTATION.test(text) ? null : disclaims(text, claim, disclaimers, language);
      return phrase === null ? [] : [{ text, label, phrase }];
    });
    if (conflicts.length === 0) return CLEAR;
    return conflicts.map(({ text, label, phrase }) => ({
      kind: 'finding',
      message: `The note ${quoted(text)}${label === null ? '' : ` on [${label}]`} says “${phrase}”, and the citation counts as support for ${quotedClaim(claim)}`,
      remedy: 'Set the stance to what the source says, or correct the note.',
      bearing: 'WEAK',
      about: text,
    }));
  },
};

/** A note that quotes gives the source's words, which deny what they like. */
const QUOTATION = /["“„«]/;
