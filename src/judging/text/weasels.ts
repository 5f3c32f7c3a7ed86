import { EMPHASIS } from './lexicon.js';
import { plain } from './normalise.js';
import { stem, words, type Word } from './words.js';

/*
 * Unnamed voices: the kinds of "unsupported attribution" that Wikipedia's manual of style warns of, which Ganter and
 * Strube (2009, "Finding hedges by catching weasels") and the shared task of CoNLL 2010 found to be few: unnamed groups
 * that say or think, passives of saying and thinking, and adverbs of hearsay.
 */

/** People and writings that can be named, and are not. WordNet: hyponyms of "expert", "critic", "observer", "research". */
const VOICES = new Set(
  `academics analysts authorities commentators critics detractors experts fans historians insiders observers people
   pundits researchers research scholars scientists skeptics sceptics sources specialists studies supporters opponents
   proponents reports rumours rumors reviewers`.split(/\s+/),
);
/** Only these make "people" and "reports" nobody in particular. */
const ONLY_QUANTIFIED = new Set(
  'authorities fans people reports research studies sources supporters opponents proponents researchers reviewers'.split(
    ' ',
  ),
);
const QUANTIFIERS = new Set('certain countless few many most multiple numerous several some various'.split(' '));
/** Between a quantifier and who it counts: "many legal experts". In words. */
const ADJECTIVES = 2;
/** Verbs of saying and thinking: VerbNet classes say-37.7, conjecture-29.5 and consider-29.9. */
const SAYING = new Set(
  `agree agreed allege alleged argue argued assert asserted assume believe believed claim claimed consider considered
   contend contended criticise criticised criticize criticized estimate fear feel felt hail hailed hold maintain
   maintained praise praised predict predicted say said see show shown speculate speculated suggest suggested suspect
   suspected think thought warn warned`.split(/\s+/),
);
const THOUGHT = new Set(
  `accepted acclaimed acknowledged agreed alleged argued assumed believed claimed considered credited deemed estimated
   expected held perceived presumed recognised recognized regarded reported reputed rumored rumoured said seen
   speculated suggested supposed suspected thought understood viewed`.split(/\s+/),
);
/** How many share a view, with nobody named. */
const WIDELY = new Set(
  'broadly commonly frequently generally largely often popularly universally usually widely'.split(' '),
);
/** Adverbs by which writers pass on what they were told. */
const HEARSAY = new Set('allegedly purportedly reportedly reputedly supposedly'.split(' '));
const SIGHT = new Set(['seen', 'viewed', 'held']);
const BE = new Set('is are was were been be being'.split(' '));
/** Who says it is told after all. */
const NAMED =
  /(?:\b(?:according to|by)|,\s+(?:including|such as|among them))\s+(?:the\s+|a\s+|an\s+|its\s+|his\s+|her\s+|their\s+)?(?:[\p{Ll}]+\s+){0,4}\p{Lu}/u;
/** ", police said.": whoever it is that said so, it is told. */
const SAID_BEHIND = /,\s(?:\p{L}[\p{L}'-]*\s){1,6}(?:say|says|said|told|wrote|reported|testified)\b/u;
const SAID_WITHIN = 300;
/** UTF-16 units after an unnamed voice in which its name can follow. */
const NAMED_WITHIN = 60;

/**
 * The words by which an English text rests on somebody whom it does not name. What stands in quotation marks is somebody's
 * own.
 */
export function weaselsIn(text: string): string[] {
  const flat = plain(text);
  const quotes = [...flat.matchAll(/"[^"]{0,400}"/g)].map(({ index, 0: all }) => [index, index + all.length] as const);
  const all = words(text);
  const found: string[] = [];
  let quote = 0;
  for (let i = 0; i < all.length; i++) {
    const length = weaselAt(all, i);
    if (length === 0) continue;
    const { start } = all[i]!;
    const { end } = all[i + length - 1]!;
    while (quote < quotes.length && quotes[quote]![1] <= start) quote++;
    const isQuoted = quote < quotes.length && quotes[quote]![0] < start;
    if (HEARSAY.has(all[i]!.text) && SAID_BEHIND.test(flat.slice(end, end + SAID_WITHIN))) continue;
    if (!isQuoted && !NAMED.test(flat.slice(end, end + NAMED_WITHIN))) found.push(flat.slice(start, end));
    i += length - 1;
  }
  return found;
}

function weaselAt(all: readonly Word[], i: number): number {
  return unnamedVoice(all, i) || accordingTo(all, i) || impersonal(all, i) || widelyHeld(all, i) || hearsay(all, i);
}

/** "Some experts believe", "critics have argued"; not "experts at Orsa said", nor "the critics said". */
function unnamedVoice(all: readonly Word[], i: number): number {
  const quantified = QUANTIFIERS.has(all[i]!.text);
  const last = voiceAt(all, i, quantified);
  if (last < 0) return 0;
  if (!quantified && (isDetermined(all, i) || ONLY_QUANTIFIED.has(all[last]!.text))) return 0;
  let verb = last + 1;
  while (
    verb < last + 4 &&
    /^(have|has|had|also|still|now|long|often|widely|generally|.*ly)$/.test(all[verb]?.text ?? '')
  )
    verb++;
  return SAYING.has(all[verb]?.text ?? '') ? verb - i + 1 : 0;
}

/** Where the noun of a voice stands that begins here; -1 for none. */
function voiceAt(all: readonly Word[], i: number, quantified: boolean): number {
  if (!quantified) return VOICES.has(all[i]!.text) ? i : -1;
  const end = Math.min(all.length, i + 2 + ADJECTIVES);
  for (let at = i + 1; at < end; at++) if (VOICES.has(all[at]!.text)) return at;
  return -1;
}

/** Somebody told before who they are, or the name begins with more: "its critics", "Orsa historians", "legal experts". */
function isDetermined(all: readonly Word[], i: number): boolean {
  const before = all[i - 1];
  if (!before) return false;
  return !/^(that|but|and|while|although|though|as|because|which|what|however|where|when|so|or)$/.test(before.text);
}

/** "According to some", "according to experts". */
function accordingTo(all: readonly Word[], i: number): number {
  if (all[i]!.text !== 'according' || all[i + 1]?.text !== 'to') return 0;
  const at = all[i + 2]?.text ?? '';
  if (QUANTIFIERS.has(at)) {
    const noun = voiceAt(all, i + 2, true);
    if (noun >= 0) return noun - i + 1;
    // "According to some, …": nobody follows.
    return !all[i + 3] || all[i + 3]!.start - all[i + 2]!.end > 1 ? 3 : 0;
  }
  return VOICES.has(at) && at !== 'research' ? 3 : 0;
}

/** "It is believed that", "it has been suggested". */
function impersonal(all: readonly Word[], i: number): number {
  if (all[i]!.text !== 'it') return 0;
  let at = i + 1;
  while (/^(has|had|have)$/.test(all[at]?.text ?? '') || WIDELY.has(all[at]?.text ?? '')) at++;
  if (!BE.has(all[at]?.text ?? '')) return 0;
  at++;
  while (WIDELY.has(all[at]?.text ?? '') || EMPHASIS.has(stem(all[at]?.text ?? ''))) at++;
  return THOUGHT.has(all[at]?.text ?? '') && all[at + 1]?.text === 'that' ? at - i + 1 : 0;
}

/** "Is widely regarded", "was often considered". */
function widelyHeld(all: readonly Word[], i: number): number {
  if (!WIDELY.has(all[i]!.text) || !THOUGHT.has(all[i + 1]?.text ?? '')) return 0;
  // "Seals are often seen" off the coast; a view is seen as something.
  if (SIGHT.has(all[i + 1]!.text) && all[i + 2]?.text !== 'as') return 0;
  const before = all.slice(Math.max(0, i - 2), i).map(({ text }) => text);
  return before.some((text) => BE.has(text)) && !before.includes('not') ? 2 : 0;
}

const hearsay = (all: readonly Word[], i: number): number => (HEARSAY.has(all[i]!.text) ? 1 : 0);
