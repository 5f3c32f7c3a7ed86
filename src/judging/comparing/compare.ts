import { ENGLISH } from '../../languages/en.js';
import { languageOf } from '../../languages/languages.js';
import {
  COMPARISON_VERSION,
  SNAPSHOT_EXTENTS,
  type Comparison,
  type FoundElsewhere,
  type QuoteMatch,
  type QuoteOrigin,
  type SupportFound,
} from '../comparison.js';
import { once } from '../once.js';
import { readClaim } from '../support/claim-words.js';
import type { Model } from '../support/model.js';
import { ownModel, supportOfWords } from '../support/support.js';
import { termsOf } from '../support/terms.js';
import { claimText, type ClaimParts } from './claim-text.js';
import { quotationsIn } from './claim-quotations.js';
import { compareFigures, type Beside } from './compare-figures.js';
import { findQuote, findVerbatim, readQuote, type FoundQuote, type Quote } from './find-quote.js';
import { placeIn, type SnapshotIndex } from './snapshot.js';

/** What a claim is held beside. */
export interface CitedSource {
  /** Of the source that the citation names, the newest first. */
  readonly snapshots: readonly SnapshotIndex[];
  /** When it was issued, as `Source.issued`. */
  readonly issued: string | null;
  /** The other sources of the article, in the order in which a misattributed quote is looked for. */
  readonly others: readonly OtherSource[];
}

export interface OtherSource {
  /** `Source.key`. */
  readonly source: string;
  readonly label: string;
  readonly snapshots: readonly SnapshotIndex[];
}

/** What of a citation is compared. */
export interface CitationParts {
  readonly quote: string | null;
}

/** With fewer words that carry meaning a claim is found anywhere, or nowhere. */
const LEAST_TERMS = 3;
/** A quote is told to stand in so many other sources at most. */
const MOST_ELSEWHERE = 3;

/**
 * Holds a claim, and the quote on one of its citations, beside the snapshots of the source: quotes, figures and names, and how
 * much of the claim is found. Of several snapshots what one of them has is there.
 *
 * Linear in the length of the texts. Snapshots are indexed once, by `indexSnapshot`, for all claims and quotes.
 *
 * @param language of the article, BCP 47; null for one too short to tell. Quotes are compared in any language, the rest in English.
 * @param model another than the program's own, to measure one
 * @returns plain JSON; NO_SNAPSHOT when the source has none
 */
export function compare(
  claim: ClaimParts,
  citation: CitationParts,
  { snapshots, issued, others }: CitedSource,
  language: string | null,
  model: Model = ownModel(),
): Comparison {
  if (snapshots.length === 0) return { state: 'NO_SNAPSHOT' };
  const text = claimText(claim);
  const words = once(() => readClaim(text, model.background));
  const isEnglish = (tag: string | null): boolean => languageOf(tag) === ENGLISH;
  const beside: readonly Beside[] = snapshots
    .filter((snapshot) => isEnglish(language) && isEnglish(snapshot.language))
    .map((snapshot) => ({ snapshot, support: supportOfWords(words(), snapshot.source(), model) }));
  // What a source says in another language is quoted in translation.
  const isTranslated = !snapshots.some((snapshot) => isOneLanguage(language, snapshot.language));
  return {
    state: 'COMPARED',
    version: COMPARISON_VERSION,
    extent: SNAPSHOT_EXTENTS.find((extent) => snapshots.some((snapshot) => snapshot.extent === extent))!,
    quotes: quotesOf(claim, citation, isTranslated).map(([of, quote]) => matchOf(of, quote, snapshots, others)),
    figures: beside.length > 0 ? compareFigures(claim, words(), { quote: citation.quote, issued }, beside) : null,
    support: termsOf(text).length < LEAST_TERMS ? null : bestOf(beside),
  };
}

/** By the primary subtag ("de" of "de-AT"). What is not known may be the same. */
function isOneLanguage(one: string | null, other: string | null): boolean {
  const [a, b] = [one, other].map((tag) => tag?.toLowerCase().split(/[-_]/, 1)[0]);
  return a === undefined || b === undefined || a === b;
}

function quotesOf(
  claim: ClaimParts,
  { quote }: CitationParts,
  isTranslated: boolean,
): (readonly [QuoteOrigin, Quote])[] {
  const all = [
    ...(quote === null ? [] : [['CITATION', readQuote(quote)] as const]),
    ...(isTranslated ? [] : quotationsIn(claim.text)).map((text) => ['CLAIM', readQuote(text)] as const),
  ];
  return all.filter(([, { patterns }]) => patterns.length > 0);
}

function matchOf(
  of: QuoteOrigin,
  quote: Quote,
  snapshots: readonly SnapshotIndex[],
  others: readonly OtherSource[],
): QuoteMatch {
  const found = bestIn(quote, snapshots);
  const { result, differences, span } = found;
  const isElsewhere = result !== 'VERBATIM' && !quote.short;
  return {
    of,
    text: quote.text,
    short: quote.short,
    result,
    place: span && placeIn(found.snapshot, span),
    differences,
    elsewhere: isElsewhere ? elsewhere(quote, others) : [],
  };
}

/** The first snapshot that has it word for word, else the first that nearly has it. */
function bestIn(quote: Quote, snapshots: readonly SnapshotIndex[]): FoundQuote & { readonly snapshot: SnapshotIndex } {
  const all: (FoundQuote & { readonly snapshot: SnapshotIndex })[] = [];
  for (const snapshot of snapshots) {
    const found = { ...findQuote(quote, snapshot.words(), snapshot.text), snapshot };
    if (found.result === 'VERBATIM') return found;
    all.push(found);
  }
  return all.find(({ result }) => result === 'NEAR') ?? all[0]!;
}

function elsewhere(quote: Quote, others: readonly OtherSource[]): FoundElsewhere[] {
  const found: FoundElsewhere[] = [];
  for (const { source, label, snapshots } of others) {
    if (found.length === MOST_ELSEWHERE) break;
    for (const snapshot of snapshots) {
      const span = findVerbatim(quote, snapshot.words());
      if (!span) continue;
      found.push({ source, label, place: placeIn(snapshot, span) });
      break;
    }
  }
  return found;
}

function bestOf(beside: readonly Beside[]): SupportFound | null {
  const all = beside.filter(({ support }) => !support.cautions.some((caution) => caution.startsWith('empty')));
  if (all.length === 0) return null;
  const { snapshot, support } = all.reduce((best, each) => (each.support.score > best.support.score ? each : best));
  const { score, label, confidence, passages } = support;
  return { score, label, confidence, passages: passages.map((passage) => placeIn(snapshot, passage)) };
}
