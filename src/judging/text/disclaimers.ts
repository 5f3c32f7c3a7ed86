import type { Claim } from '../evidence.js';
import { DOCUMENT_NOUNS, REPORTING_VERBS } from './lexicon.js';
import { polarityOf } from './polarity.js';
import { stem, words } from './words.js';

/** Negators that deny a verb (Quirk et al. 1985, §10.54–60); "n't" is seen by its ending. */
const NOT = new Set('not never cannot nowhere neither'.split(' '));
/** "Fails to mention", "omits to say": verbs that deny the one that follows. */
const FAILING = new Set('fails fail failed neglects neglected omits omitted'.split(' '));
/**
 * What a source does for a claim: verbs of VerbNet's say-37.7 and indicate-78, and WordNet's "confirm", "support" and
 * "prove". Not those that can be what a claim is about ("include", "cover", "share").
 */
const BACKING = new Set(
  `address back claim confirm corroborate discuss document indicate mention prove refer report say show specify state
   substantiate suggest support verify said shown stated`
    .split(/\s+/)
    .map(stem),
);
/** What stands for the source where a note speaks of it. */
const SOURCE = new Set('it this that which they these here'.split(' '));
const AUXILIARIES = new Set(
  'do does did has have had is are was were be been can could also actually in fact'.split(' '),
);
/** "Unless it cannot": what is so on a condition only. */
const CONDITION = new Set('if unless when where whether until while because'.split(' '));
/** What there is "no" of where a source is silent. */
const TRACE = new Set(
  'basis confirmation corroboration evidence hint indication mention proof reference sign source statement substantiation support trace'
    .split(' ')
    .map(stem),
);
/** Verbs of speaking against: WordNet's "contradict", "refute", "disprove", "dispute" and their synonyms. */
const AGAINST = new Set('belie contradict controvert debunk disprove dispute rebut refute'.split(' ').map(stem));
const SILENT = new Set('silent mute'.split(' '));
const OTHERWISE = new Set('otherwise opposite contrary reverse'.split(' '));
const UNBACKED = new Set('unsupported unconfirmed unverified unsubstantiated uncorroborated'.split(' '));
/** The note weighs one thing against another, or denies only a part. */
const CONTRAST = new Set('but although though however yet only just except'.split(' '));
/** Words before a negator among which its subject is looked for. */
const SUBJECT_WITHIN = 12;
/** Words between a negator and the verb that it denies. */
const REACH = 3;

/**
 * The words by which a note on evidence says that the source does not say what it is cited for, or says otherwise; null
 * when it says no such thing. A claim that itself denies something can be backed by a denial. English.
 */
export function disclaims(note: string, claim: Pick<Claim, 'text'>): string | null {
  const all = words(note).map(({ text }) => text);
  const claimed = words(claim.text);
  if (all.some((word) => CONTRAST.has(word)) || polarityOf(claimed) !== 'AFFIRMS') return null;
  const said = new Set(claimed.map(({ text }) => stem(text)));
  for (const [i, word] of all.entries()) {
    const length = disclaimerAt(all, word, i);
    // "The mayor disputes it" is no objection to a claim that the mayor disputed it.
    if (length > 0 && !all.slice(i, i + length).some((each) => AGAINST.has(stem(each)) && said.has(stem(each)))) {
      return all.slice(i, i + length).join(' ');
    }
  }
  return null;
}

/** Whether what is denied is said of the source ("the report does not", "does not"), or of the claim ("is not stated"). */
function isOfSource(all: readonly string[], i: number, verb: string): boolean {
  const before = all.slice(Math.max(0, i - SUBJECT_WITHIN), i);
  if (before.some((word) => CONDITION.has(word))) return false;
  if (/^(is|are|was|were|isn't|aren't|wasn't|weren't)$/.test(before.at(-1) ?? all[i]!))
    return /(ed|en|n|id)$/.test(verb);
  const subject = before.filter((word) => !AUXILIARIES.has(word)).at(-1);
  return subject === undefined || SOURCE.has(subject) || DOCUMENT_NOUNS.has(stem(subject));
}

/** How many words a disclaimer has that begins here; 0: none does. */
function disclaimerAt(all: readonly string[], word: string, i: number): number {
  const next = all.slice(i + 1, i + 1 + REACH);
  if (NOT.has(word) || word.endsWith("n't") || FAILING.has(word)) {
    const verb = next.findIndex((each) => BACKING.has(stem(each)));
    return verb < 0 || !isOfSource(all, i, next[verb]!) ? 0 : verb + 2;
  }
  if (word === 'no' || word === 'without' || word === 'any') {
    const denied = word !== 'any' || NOT.has(all[i - 1] ?? '') || /n't$/.test(all[i - 1] ?? '');
    const noun = denied ? next.findIndex((each) => TRACE.has(stem(each))) : -1;
    return noun < 0 ? 0 : noun + 2;
  }
  if (word === 'nothing') return next.some((each) => /^(about|in|of|on|that|to)$/.test(each)) ? 2 : 0;
  if (AGAINST.has(stem(word)) || UNBACKED.has(word)) return 1;
  if (SILENT.has(word)) return /^(on|about|in|here)$/.test(next[0] ?? '') ? 2 : 0;
  if (OTHERWISE.has(word)) {
    return all.slice(Math.max(0, i - REACH), i).some((each) => REPORTING_VERBS.has(stem(each))) ? 1 : 0;
  }
  return 0;
}
