import type { Language, PassiveVoice, WeaselWords } from '../../languages/language.js';
import { lexiconOf } from './lexicon.js';
import { plain } from './normalise.js';
import { stem, words, type Word } from './words.js';

/*
 * Unnamed voices: the kinds of "unsupported attribution" that Wikipedia's manual of style warns of, which Ganter and
 * Strube (2009, "Finding hedges by catching weasels") and the shared task of CoNLL 2010 found to be few: unnamed groups
 * that say or think, passives of saying and thinking, and adverbs of hearsay.
 */

/** Between a quantifier and who it counts: "many legal experts". In words. */
const ADJECTIVES = 2;
/** Words between a voice and its verb, at most. */
const BEFORE_VERB = 3;
/** UTF-16 units after a word of hearsay in which the rest of its sentence can tell who says it. */
const TOLD_WITHIN = 300;
/** UTF-16 units after an unnamed voice in which its name can follow. */
const NAMED_WITHIN = 60;

/**
 * The words by which a text rests on somebody whom it does not name. What stands in quotation marks is somebody's own.
 *
 * @param weasels those of the language
 */
export function weaselsIn(text: string, weasels: WeaselWords, language: Language): string[] {
  const flat = plain(text);
  const quotes = [...flat.matchAll(/"[^"]{0,400}"/g)].map(({ index, 0: all }) => [index, index + all.length] as const);
  const all = words(text);
  const isEmphasis = (word: string): boolean => lexiconOf(language).isEmphasis(stem(word, language));
  const spans: [start: number, end: number][] = [];
  for (let i = 0; i < all.length; i++) {
    const length = weaselAt(all, i, weasels, isEmphasis);
    if (length === 0) continue;
    const { end } = all[i + length - 1]!;
    const isTold = weasels.hearsay.has(all[i]!.text) && weasels.toldBehind?.test(flat.slice(end, end + TOLD_WITHIN));
    if (!isTold) spans.push([all[i]!.start, end]);
    i += length - 1;
  }
  if (weasels.phrases) {
    for (const { index, 0: phrase } of flat.matchAll(weasels.phrases)) spans.push([index, index + phrase.length]);
    spans.sort(([a], [b]) => a - b);
  }
  let quote = 0;
  return spans.flatMap(([start, end], i) => {
    while (quote < quotes.length && quotes[quote]![1] <= start) quote++;
    const isQuoted = quote < quotes.length && quotes[quote]![0] < start;
    const isTold = i > 0 && spans[i - 1]![1] > start;
    return isQuoted || isTold || weasels.named.test(flat.slice(end, end + NAMED_WITHIN)) ? [] : flat.slice(start, end);
  });
}

/** How many words a weasel has that begins here; 0: none does. */
function weaselAt(
  all: readonly Word[],
  i: number,
  weasels: WeaselWords,
  isEmphasis: (word: string) => boolean,
): number {
  const { passive, hearsay } = weasels;
  const told = unnamedVoice(all, i, weasels) || accordingTo(all, i, weasels);
  if (told) return told;
  const thought = passive && (impersonal(all, i, passive, isEmphasis) || widelyHeld(all, i, passive));
  return thought || (hearsay.has(all[i]!.text) ? 1 : 0);
}

/** "Some experts believe", "critics have argued"; not "experts at Orsa said", nor "the critics said". */
function unnamedVoice(all: readonly Word[], i: number, weasels: WeaselWords): number {
  const quantified = weasels.quantifiers.has(all[i]!.text);
  const last = voiceAt(all, i, quantified, weasels);
  if (last < 0) return 0;
  if (!quantified && (isDetermined(all, i, weasels) || weasels.onlyQuantified.has(all[last]!.text))) return 0;
  let verb = last + 1;
  const says = (): boolean => weasels.saying.has(all[verb]?.text ?? '');
  while (verb <= last + BEFORE_VERB && !says() && weasels.betweenVerb.test(all[verb]?.text ?? '')) verb++;
  return says() ? verb - i + 1 : 0;
}

/** Where the noun of a voice stands that begins here; -1 for none. */
function voiceAt(all: readonly Word[], i: number, quantified: boolean, { voices }: WeaselWords): number {
  if (!quantified) return voices.has(all[i]!.text) ? i : -1;
  const end = Math.min(all.length, i + 2 + ADJECTIVES);
  for (let at = i + 1; at < end; at++) if (voices.has(all[at]!.text)) return at;
  return -1;
}

/** Somebody told before who they are, or the name begins with more: "its critics", "Orsa historians", "legal experts". */
function isDetermined(all: readonly Word[], i: number, { beforeVoice }: WeaselWords): boolean {
  const before = all[i - 1];
  if (!before) return false;
  return !beforeVoice.test(before.text);
}

/** "According to some", "according to experts". */
function accordingTo(all: readonly Word[], i: number, weasels: WeaselWords): number {
  const lead = weasels.accordingTo.find((each) => each.every((word, n) => all[i + n]?.text === word));
  if (!lead) return 0;
  const at = i + lead.length;
  const word = all[at]?.text ?? '';
  if (weasels.quantifiers.has(word)) {
    const noun = voiceAt(all, at, true, weasels);
    if (noun >= 0) return noun - i + 1;
    // "According to some, …": nobody follows.
    return !all[at + 1] || all[at + 1]!.start - all[at]!.end > 1 ? lead.length + 1 : 0;
  }
  return weasels.voices.has(word) && !weasels.notAccording.has(word) ? lead.length + 1 : 0;
}

/** "It is believed that", "it has been suggested". */
function impersonal(
  all: readonly Word[],
  i: number,
  { it, have, be, widely, thought, that }: PassiveVoice,
  isEmphasis: (word: string) => boolean,
): number {
  if (all[i]!.text !== it) return 0;
  let at = i + 1;
  while (have.test(all[at]?.text ?? '') || widely.has(all[at]?.text ?? '')) at++;
  if (!be.has(all[at]?.text ?? '')) return 0;
  at++;
  while (widely.has(all[at]?.text ?? '') || isEmphasis(all[at]?.text ?? '')) at++;
  return thought.has(all[at]?.text ?? '') && all[at + 1]?.text === that ? at - i + 1 : 0;
}

/** "Is widely regarded", "was often considered". */
function widelyHeld(all: readonly Word[], i: number, { widely, thought, sight, as, be, not }: PassiveVoice): number {
  if (!widely.has(all[i]!.text) || !thought.has(all[i + 1]?.text ?? '')) return 0;
  // "Seals are often seen" off the coast; a view is seen as something.
  if (sight.has(all[i + 1]!.text) && all[i + 2]?.text !== as) return 0;
  const before = all.slice(Math.max(0, i - 2), i).map(({ text }) => text);
  return before.some((text) => be.has(text)) && !before.includes(not) ? 2 : 0;
}
