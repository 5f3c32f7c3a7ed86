import { FOUND_LABELS, type FoundLabel } from '../judging/comparison.js';
import { findVerbatim, readQuote } from '../judging/comparing/find-quote.js';
import { indexWords } from '../judging/comparing/word-index.js';
import type { Span } from '../judging/evidence.js';
import { isRecord } from '../judging/is-record.js';
import { cutTo, oneLine } from '../judging/text/normalise.js';

/** An answer that can be used. */
export interface Opinion {
  readonly label: FoundLabel;
  /** From 0 to 1, as the judge says; null: it does not. */
  readonly confidence: number | null;
  readonly rationale: string;
  /** Where the words stand that it rests on, in the text that it was shown. */
  readonly quotes: readonly Span[];
}

/** An opinion, or why an answer is none. */
export type ReadAnswer =
  { readonly opinion: Opinion; readonly problem: null } | { readonly opinion: null; readonly problem: string };

const MOST_QUOTES = 8;
const LONGEST_QUOTE = 2_000;
const LONGEST_RATIONALE = 2_000;
/** Far more than was asked for. In UTF-16 units. */
const LONGEST_ANSWER = 50_000;

/**
 * Reads what a second judge answered. It is believed in nothing that can be checked: each quote must stand, word for word, in what
 * it was shown, and what is said to be found, or contradicted, must rest on one.
 *
 * @param text the snapshot's
 * @param spans what of it was shown
 */
export function readAnswer(content: string, text: string, spans: readonly Span[]): ReadAnswer {
  const given = parsed(content);
  if (given === null) return unusable('it is not the JSON object that was asked for');
  const { label, confidence = null, rationale, quotes } = given;
  if (!FOUND_LABELS.includes(label as FoundLabel)) return unusable(`its label is none: ${shown(label)}`);
  if (confidence !== null && !(typeof confidence === 'number' && confidence >= 0 && confidence <= 1)) {
    return unusable(`its confidence is no number from 0 to 1: ${shown(confidence)}`);
  }
  const reason = typeof rationale === 'string' ? oneLine(rationale) : '';
  if (reason === '' || reason.length > LONGEST_RATIONALE) {
    return unusable(reason === '' ? 'it gives no reason' : 'its reason is too long');
  }
  if (!Array.isArray(quotes) || quotes.length > MOST_QUOTES || !quotes.every(isQuote)) {
    return unusable('its quotes are no short list of texts');
  }
  const found = placesOf(quotes, text, spans);
  if (found.lacking !== null) return unusable(`it quotes what the source does not have: ${shown(found.lacking)}`);
  if (label !== 'NOT_FOUND' && !found.isTelling) return unusable('it rests on no words of the source');
  return {
    opinion: { label: label as FoundLabel, confidence, rationale: reason, quotes: found.places },
    problem: null,
  };
}

const unusable = (problem: string): ReadAnswer => ({ opinion: null, problem });
const isQuote = (quote: unknown): quote is string => typeof quote === 'string' && quote.length <= LONGEST_QUOTE;

function parsed(content: string): Readonly<Record<string, unknown>> | null {
  if (content.length > LONGEST_ANSWER) return null;
  try {
    const value: unknown = JSON.parse(unwrapped(content));
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

/** Without what some models think aloud before they answer, and the fence of Markdown that many put around it. */
function unwrapped(content: string): string {
  const [, end] = /^\s*<think>[^]*?(<\/think>)/d.exec(content)?.indices?.[1] ?? [0, 0];
  const plain = content.slice(end).trim();
  return plain.startsWith('```') && plain.endsWith('```') ? plain.slice(plain.indexOf('\n'), -3) : plain;
}

/** Where quotes stand in what was shown; the first that stands nowhere. */
function placesOf(
  quotes: readonly string[],
  text: string,
  spans: readonly Span[],
): { readonly places: Span[]; readonly lacking: string | null; readonly isTelling: boolean } {
  const indices = spans.map(({ start, end }) => ({ start, index: indexWords(text.slice(start, end)) }));
  const places = new Map<number, Span>();
  let isTelling = false;
  for (const given of quotes) {
    const quote = readQuote(given);
    if (quote.patterns.every((pieces) => pieces.length === 0)) continue;
    const place = firstOf(indices, ({ start, index }) => {
      const span = findVerbatim(quote, index);
      return span && { start: span.start + start, end: span.end + start };
    });
    if (!place) return { places: [], lacking: given, isTelling };
    places.set(place.start, place);
    isTelling ||= !quote.short;
  }
  return { places: [...places.values()], lacking: null, isTelling };
}

function firstOf<T, R>(all: readonly T[], look: (each: T) => R | null): R | null {
  for (const each of all) {
    const found = look(each);
    if (found) return found;
  }
  return null;
}

const shown = (value: unknown): string => {
  const text = oneLine(JSON.stringify(value) ?? 'nothing');
  return text.length > 120 ? `${cutTo(text, 119)}…` : text;
};
