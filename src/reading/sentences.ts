import type { Span } from '../judging/evidence.js';
import type { Language } from '../languages/language.js';
import { findQuotations } from './quotations.js';

/**
 * Splits prose into sentences. Own code, because neither `Intl.Segmenter` nor the libraries know of citation markers,
 * which may stand before or after the stop: "rose [4]." and "rose.[4] Then" and "rose. [4] Then".
 *
 * So do raised numbers that lost their markup on the way into the text: "rose.40, 41 Then".
 *
 * A stop ends a sentence when what follows it (after closing quotes, brackets and markers) begins with a capital, a
 * digit, an opening quote or bracket, and what precedes it is no abbreviation, initial or "No." before a figure. The
 * stops within a quotation end none: it is one statement with the words that lead up to it.
 */

const STOP = /[.!?…]+/g;
/**
 * No sentence is longer (UTF-16 units); what goes on without a stop, as a copy without its breaks may for megabytes, is
 * cut at white space. So much is the most that a claim's text may have when a person writes it.
 */
export const LONGEST_SENTENCE = 5_000;
/** French sets a narrow space before the mark that closes. */
const CLOSERS = /^(?:["'“”’»)\]]|[\u00a0\u202f ]»)+/;
const STARTS = /^["'“‘„‚«»(\[¿¡]*[\u00a0\u202f]?[\p{Lu}\p{Lt}\p{Lo}\p{N}$€£¥#@]/u;
/** "rose.40, 41 Then", "rose).8–11 Then": what stands behind the stop, in the context of a word and a new sentence. */
const RAISED =
  /^.{0,2}\p{Ll}{2}[)\]”"’]?\.["”’]?(\d{1,3}(?:,? ?[–-] ?\d{1,3}|, ?\d{1,3}| \d{1,3}){0,6})\s+\p{Lu}\p{Ll}/u;
/** How far back an abbreviation is looked for, in characters. */
const LONGEST_TOKEN = 24;

/**
 * @param text one block's text
 * @param markers its markers' spans, in order; they belong to the sentence before them
 * @returns the sentences' spans, white space trimmed, none empty or longer than `LONGEST_SENTENCE` (but for a longer
 *   marker), together all of the text that is not white space
 */
export function splitSentences(text: string, markers: readonly Span[], language: Language): Span[] {
  const { exclaimed } = language.sentences;
  const sentences: Span[] = [];
  const quotations = findQuotations(text, markers);
  let start = 0;
  let nextMarker = 0;
  let nextQuotation = 0;
  for (const match of text.matchAll(STOP)) {
    const at = match.index;
    if (at < start) continue;
    while (nextMarker < markers.length && markers[nextMarker]!.end <= at) nextMarker++;
    const marker = markers[nextMarker];
    if (marker && marker.start < at) continue; // a stop inside a marker
    let end = at + match[0].length;
    while (nextQuotation < quotations.length && quotations[nextQuotation]!.end <= end) nextQuotation++;
    const quotation = quotations[nextQuotation];
    if (quotation && quotation.start < at && end < quotation.end - 1) continue;
    end += CLOSERS.exec(text.slice(end, end + 8))?.[0].length ?? 0;
    end += RAISED.exec(text.slice(Math.max(0, at - 4), end + 40))?.[1]!.length ?? 0;
    // A bracket that opens a marker is no closer.
    if (marker && end > marker.start) end = marker.start;
    const afterMarkers = swallowMarkers(text, end, markers, nextMarker);
    const gap = /^\s*/.exec(text.slice(afterMarkers, afterMarkers + 200))![0].length;
    const next = afterMarkers + gap;
    if (next >= text.length) break;
    if (gap === 0 && afterMarkers === end) continue; // "3.5", "example.org"
    const rest = text.slice(next, next + 60);
    if (!STARTS.test(rest)) {
      // "… rose. [4] shows why": the marker is the next sentence's subject; not "Okoro et al. (2024) show".
      if (/\bet al$/.test(text.slice(Math.max(0, at - 6), at))) continue;
      if (afterMarkers > end && /^\p{Ll}/u.test(rest) && /^\s/.test(text.slice(end, end + 1)) && match[0] === '.') {
        push(sentences, text, start, end);
        start = end;
      }
      continue;
    }
    if (match[0] === '.' && !endsSentence(text, at, rest, afterMarkers > end, language)) continue;
    if (match[0] === '!' && end === at + 1 && isExclaimedName(text, at, exclaimed) && !startsSentence(rest, language))
      continue;
    push(sentences, text, start, afterMarkers);
    start = afterMarkers;
  }
  push(sentences, text, start, text.length);
  return sentences.some(isTooLong) ? cutLong(sentences, text, markers) : sentences;
}

const isTooLong = ({ start, end }: Span): boolean => end - start > LONGEST_SENTENCE;

/** The sentences, those that are too long in pieces: cut before a word and in no marker. */
function cutLong(sentences: readonly Span[], text: string, markers: readonly Span[]): Span[] {
  const pieces: Span[] = [];
  let nextMarker = 0;
  for (const sentence of sentences) {
    let { start } = sentence;
    while (isTooLong({ start, end: sentence.end })) {
      let cut = cutBefore(text, start, start + LONGEST_SENTENCE);
      while (nextMarker < markers.length && markers[nextMarker]!.end <= cut) nextMarker++;
      const marker = markers[nextMarker];
      if (marker && marker.start < cut) cut = marker.start > start ? marker.start : Math.min(marker.end, sentence.end);
      push(pieces, text, start, cut);
      start = cut;
    }
    push(pieces, text, start, sentence.end);
  }
  return pieces;
}

/** The last place after `start` and up to `end` where a word begins; where there is none, one that splits no character. */
function cutBefore(text: string, start: number, end: number): number {
  for (let at = end; at > start; at--) if (/\s/.test(text.charAt(at - 1))) return at;
  return /[\uDC00-\uDFFF]/.test(text.charAt(end)) ? end - 1 : end;
}

function swallowMarkers(text: string, from: number, markers: readonly Span[], first: number): number {
  let at = from;
  for (let i = first; i < markers.length; i++) {
    const marker = markers[i]!;
    if (marker.start < at) continue;
    if (!/^[\s,;]*$/.test(text.slice(at, marker.start))) break;
    at = marker.end;
  }
  return at;
}

/** Whether a single full stop at `at` ends a sentence, given what comes next. */
function endsSentence(text: string, at: number, rest: string, marked: boolean, language: Language): boolean {
  const words = language.sentences;
  if (marked) return true;
  const before = text.slice(Math.max(0, at - LONGEST_TOKEN), at);
  const token = /[^\s([“"‘']*$/.exec(before)![0];
  const word = token.toLowerCase();
  if (word === 'v' && /\p{Lu}\S*\s+$/u.test(before.slice(0, -1))) return !/^\p{Lu}/u.test(rest); // "Roe v. Wade"
  if (words.ordinal?.test(token)) return startsSentence(rest, language); // "am 3. Mai"
  if (words.beforeFigure.has(token) && /^\d/.test(rest)) return false; // "c. 1911", "p. 22"
  if (words.number.has(word)) return !/^["'(]?\d/.test(rest); // "No. 4", but "He said no. Then"
  if (words.abbreviations.has(word)) return false;
  if (/^\p{L}$/u.test(token)) return !/^\p{Lu}/u.test(token) || !startsName(rest, language); // an initial: "J. Okoro"
  if (/^(\p{Lu}\.)+\p{Lu}$/u.test(token) || words.mayEnd.has(word)) return startsSentence(rest, language);
  if (/^\d+$/.test(token) && /^\s*$/.test(text.slice(0, at - token.length))) return false; // "1. First"
  return true;
}

/** "Yahoo!" and its like, at the end of what stands before `at`. */
function isExclaimedName(text: string, at: number, exclaimed: ReadonlySet<string>): boolean {
  const word = /\p{L}+$/u.exec(text.slice(Math.max(0, at - LONGEST_TOKEN), at))?.[0] ?? '';
  return /^\p{Lu}/u.test(word) && exclaimed.has(word.toLowerCase());
}

const startsName = (rest: string, language: Language): boolean =>
  /^\p{Lu}/u.test(rest) && !startsSentence(rest, language);

const startsSentence = (rest: string, { sentences }: Language): boolean =>
  sentences.starters.has(/^["'“‘„‚«»(¿¡]*[\u00a0\u202f ]?([\p{L}]+)/u.exec(rest)?.[1]?.toLowerCase() ?? '');

function push(sentences: Span[], text: string, from: number, to: number): void {
  let [start, end] = [from, to];
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  if (end > start) sentences.push({ start, end });
}
