import { languageOf } from '../../languages/languages.js';
import { CLEAR, NOT_APPLICABLE, type ClaimRule } from '../rule.js';
import { quoted } from '../text/normalise.js';
import { addsSpecifics, notesOf, repetition } from '../text/notes.js';

/** A note on evidence that says the claim once more. */
export const restatedClaim: ClaimRule = {
  scope: 'claim',
  meta: {
    id: 'restated-claim',
    title: 'The evidence note only repeats the claim',
    description: `Fires on a note beside a claim, in an evidence table or on a citation, when at least four fifths of its content words
stand in the claim itself (by stems) and it adds no quotation, place, figure or condition.

A claim does not become likelier by being said twice. Notes of fewer than three words from the claim are left to
vacuous-evidence.`,
    remedy: "Put the source's own words in the note instead of the claim's.",
    version: 1,
    severity: 'WARNING',
    bearings: ['WEAK'],
    reads: ['claim', 'citations', 'sources'],
    thresholds: {
      containment: { default: 0.8, min: 0.1, max: 1, description: 'Share of the note that must stand in the claim.' },
    },
    examples: {
      fires: ['The tram stops at nine piers. | The tram has nine piers at which it stops. | [1]'],
      quiet: ['The tram stops at nine piers. | The map of May lists each pier by name. | [1]'],
    },
  },
  judge(claim, { article, threshold }) {
    const notes = notesOf(claim);
    if (!claim.checkable || notes.length === 0) return NOT_APPLICABLE;
    const language = languageOf(article.language);
    const repeated = notes.filter(
      (note) => repetition(note, claim, language) >= threshold('containment') && !addsSpecifics(note, claim, language),
    );
    if (repeated.length === 0) return CLEAR;
    return repeated.map(({ text, label }) => ({
      kind: 'finding',
      message: `The note ${quoted(text)}${label === null ? '' : ` on [${label}]`} repeats the claim and adds nothing`,
      remedy: "Put the source's own words in the note, and where they stand in it.",
      bearing: 'WEAK',
      about: text,
    }));
  },
};
