import { languageOf, unknownWords } from '../../languages/languages.js';
import { CLEAR, NOT_APPLICABLE, notAssessed, type ClaimRule } from '../rule.js';
import { quotedClaim } from '../text/claims.js';
import { quoted } from '../text/normalise.js';
import { addedBy, isSpecific, notesOf, repetition } from '../text/notes.js';

/** A note on evidence that gives none. */
export const vacuousEvidence: ClaimRule = {
  scope: 'claim',
  meta: {
    id: 'vacuous-evidence',
    title: 'The evidence note says only that the source says so',
    description: `Fires on a note beside a claim, in an evidence table or on a citation, that adds at most one content word to the claim,
the article's title, the source's title and a list of words that any note can be made of: verbs of reporting (after VerbNet),
nouns for documents and their parts (after WordNet), nouns that only point at what was said (Schmid's shell nouns), and words
of emphasis. "This is a key point of the agreement" passes every test of word overlap, and is no evidence. The words that
name a document count for nothing where the note says of it only that it says so: "The national pilots' register lists it".

Quiet when the note holds something to look up or check: a quotation, a page or section, a figure, a condition; or when a
quote or locator stands beside it. A note that repeats the claim is left to restated-claim. Not assessed in a language whose
words are not known.`,
    remedy: "Put the source's own words in the note, and where they stand in it.",
    version: 3,
    severity: 'WARNING',
    bearings: ['WEAK'],
    reads: ['claim', 'citations', 'sources'],
    thresholds: {
      words: {
        default: 1,
        min: 0,
        max: 10,
        description: 'Content words of its own that a note may have and still fire.',
      },
      repetition: {
        default: 0.8,
        min: 0.1,
        max: 1,
        description: 'A note with this share of repeated words is left to restated-claim.',
      },
    },
    examples: {
      fires: [
        'Trams run at night. | The report confirms this. | [1]',
        'Fares fell. | This is a central part of the deal. | [2]',
      ],
      quiet: [
        'Trams run at night. | The timetable has departures until 3.40. | [1]',
        'Fares fell. | "A ride now costs one euro", p. 4 | [2]',
      ],
    },
  },
  judge(claim, { article, threshold }) {
    const notes = notesOf(claim);
    if (!claim.checkable || notes.length === 0) return NOT_APPLICABLE;
    const language = languageOf(article.language);
    if (!language.lexicon) return notAssessed(unknownWords(article.language));
    const vacuous = notes.filter(
      (note) =>
        !isSpecific(note, language) &&
        repetition(note, claim, language) < threshold('repetition') &&
        addedBy(note, claim, article).length <= threshold('words'),
    );
    if (vacuous.length === 0) return CLEAR;
    return vacuous.map(({ text, label }) => ({
      kind: 'finding',
      message: `The note ${quoted(text)}${label === null ? '' : ` on [${label}]`} says only that the source says so`,
      remedy: `Put the source's own words in the note, and where they stand in it: what does it say of ${quotedClaim(claim)}?`,
      bearing: 'WEAK',
      about: text,
    }));
  },
};
