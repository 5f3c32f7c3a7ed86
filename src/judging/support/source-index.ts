import { once } from '../once.js';
import type { Figure } from '../text/figures.js';
import type { Quantity } from '../text/quantities.js';
import { figuresIn, type StatedFigures } from './figures-in.js';
import { sentencesOf, type Stretch } from './sentences.js';
import { termsOf } from './terms.js';

/** A source as it is given: one text, or the sentences of one (all of them, or those that a search brought). */
export type Source = { readonly text: string } | { readonly sentences: readonly string[] };

/** What is known of a source: a page, a short text, or a few sentences that a search brought. They are weighed apart. */
export const SOURCE_KINDS = ['page', 'snippet', 'excerpts'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** As many given sentences at most are excerpts. */
export const MOST_EXCERPTS = 12;
/** A text of at least as many UTF-16 units is a page. */
export const PAGE = 1500;

const kindOf = (source: Source, length: number): SourceKind => {
  if ('sentences' in source && source.sentences.length <= MOST_EXCERPTS) return 'excerpts';
  return length >= PAGE ? 'page' : 'snippet';
};

/** A sentence of a source, or a piece of what has no sentences. */
export interface SourceSentence extends Stretch {
  readonly text: string;
  /** Which of the given sentences it is, or is part of; its place among those found when one text was given. */
  readonly ordinal: number;
}

/** A source as claims are compared with it: read once for all of them. */
export interface SourceIndex {
  readonly kind: SourceKind;
  readonly sentences: readonly SourceSentence[];
  /** In UTF-16 units. */
  readonly length: number;
  /** In which sentences a stem stands, in order, each once. */
  readonly postings: ReadonlyMap<string, readonly number[]>;
  /** Read when a claim with figures asks for them. */
  readonly figures: () => StatedFigures;
  /** Initials of names of several words: "WHO". Read when a claim asks for them. */
  readonly initials: () => ReadonlySet<string>;
  /** Words of capitals alone. Read when a claim asks for them. */
  readonly abbreviations: () => ReadonlySet<string>;
}

/** Reads a source. Linear in its length. */
export function indexSource(source: Source): SourceIndex {
  const sentences = 'text' in source ? ofText(source.text) : source.sentences.flatMap(ofSentence);
  const postings = new Map<string, number[]>();
  for (const [at, { text }] of sentences.entries()) {
    for (const { stem } of termsOf(text)) {
      const known = postings.get(stem);
      if (!known) postings.set(stem, [at]);
      else if (known.at(-1) !== at) known.push(at);
    }
  }
  const length = sentences.reduce((sum, { text }) => sum + text.length, 0);
  return {
    kind: kindOf(source, length),
    sentences,
    length,
    postings,
    figures: once(() => figuresOf(sentences)),
    initials: once(() => initialsOf(sentences)),
    abbreviations: once(() => new Set(sentences.flatMap(({ text }) => text.match(ABBREVIATION) ?? []))),
  };
}

const ofText = (text: string): SourceSentence[] =>
  sentencesOf(text).map(({ start, end }, ordinal) => ({ start, end, ordinal, text: text.slice(start, end) }));

/** A given sentence stays one, unless it is too long or holds lines. */
const ofSentence = (sentence: string, ordinal: number): SourceSentence[] =>
  sentencesOf(sentence).map(({ start, end }) => ({ start, end, ordinal, text: sentence.slice(start, end) }));

function figuresOf(sentences: readonly SourceSentence[]): StatedFigures {
  const dates: Figure[] = [];
  const quantities: Quantity[] = [];
  for (const sentence of sentences) {
    const { dates: own, quantities: others } = figuresIn(sentence.text);
    dates.push(...own);
    quantities.push(...others);
  }
  return { dates, quantities };
}

const ABBREVIATION = /(?<![\p{L}\p{N}])\p{Lu}{3,6}(?![\p{L}\p{N}])/gu;
const NAME = /(?:\p{Lu}[\p{L}'’-]{0,30}(?:[ ](?:of|the|and|for|de|la)){0,2}[ ]){1,8}\p{Lu}[\p{L}'’-]{0,30}/gu;

function initialsOf(sentences: readonly SourceSentence[]): Set<string> {
  const found = new Set<string>();
  for (const { text } of sentences)
    for (const [name] of text.matchAll(NAME)) for (const each of initials(name)) found.add(each);
  return found;
}

/** The initials of a name with a capital, of each run of two to six of its words. */
export function initials(name: string): string[] {
  const letters = name
    .split(/[ -]/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word.charAt(0));
  const made: string[] = [];
  for (let from = 0; from < letters.length; from++) {
    for (let to = from + 2; to <= Math.min(letters.length, from + 6); to++) made.push(letters.slice(from, to).join(''));
  }
  return made;
}
