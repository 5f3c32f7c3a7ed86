import { ENGLISH } from '../../languages/en.js';
import type { Figure } from '../text/figures.js';
import { plain } from '../text/normalise.js';
import type { Quantity } from '../text/quantities.js';
import { polarityOf, type Polarity } from '../text/polarity.js';
import { words } from '../text/words.js';
import { rarity, type Background } from './background.js';
import { figuresIn } from './figures-in.js';
import { withoutLeadIn } from './lead-ins.js';
import { CALENDAR } from './lexicon.js';
import { companyOf, withoutMarkers, type Company } from './markers.js';
import { termsOf, type Term } from './terms.js';

/** A stem of a claim with what it counts for. */
export interface Weighted {
  readonly stem: string;
  /** How rare it is in general. */
  readonly weight: number;
  readonly isName: boolean;
  readonly isFigure: boolean;
}

/** A name in a claim: words with capitals that stand together. */
export interface Name {
  readonly text: string;
  readonly stems: readonly string[];
}

/** A claim as it is compared with a source. */
export interface ClaimWords {
  /** Plain, without markers of citations. */
  readonly text: string;
  /** All words that carry meaning, in order. */
  readonly terms: readonly Term[];
  /** Each stem once, in order of first occurrence; of an endless claim the rarest. */
  readonly stems: readonly Weighted[];
  /** For each clause, its stems' places in `stems`. */
  readonly clauses: readonly (readonly number[])[];
  readonly dates: readonly Figure[];
  readonly quantities: readonly Quantity[];
  readonly names: readonly Name[];
  readonly polarity: Polarity;
  readonly company: Company;
}

/** As many as two 32-bit masks hold. */
export const MOST_STEMS = 64;

const CLAUSE_END = /[,;:()–—]\s|\s(?:and|but|while|which|who|where|although|because|after|before|when)\s/g;

/** Reads a claim. */
export function readClaim(claim: string, background: Background): ClaimWords {
  const text = withoutLeadIn(plain(withoutMarkers(claim)));
  const terms = termsOf(text);
  const names = namesIn(text);
  const inName = new Set(names.flatMap(({ terms: own }) => own.map(({ stem }) => stem)));
  const each = new Map<string, Weighted>();
  for (const { stem } of terms) {
    if (each.has(stem)) continue;
    const isFigure = /^\p{Nd}/u.test(stem);
    each.set(stem, { stem, weight: rarity(background, stem), isName: inName.has(stem), isFigure });
  }
  const stems = rarest([...each.values()]);
  const places = new Map(stems.map(({ stem }, at) => [stem, at]));
  const bounds = [0, ...[...text.matchAll(CLAUSE_END)].map(({ index }) => index + 1), text.length];
  const clauses: number[][] = [];
  for (let i = 1; i < bounds.length; i++) {
    const own = terms.filter(({ word }) => word.start >= bounds[i - 1]! && word.start < bounds[i]!);
    const at = [...new Set(own.flatMap(({ stem }) => places.get(stem) ?? []))];
    // A fragment belongs to the clause before it.
    if (at.length < 2 && clauses.length > 0) clauses.at(-1)!.push(...at);
    else if (at.length > 0) clauses.push(at);
  }
  return {
    text,
    terms,
    stems,
    clauses,
    ...figuresIn(text),
    names: names.map(({ text: name, terms: own }) => ({ text: name, stems: own.map(({ stem }) => stem) })),
    polarity: polarityOf(words(text), ENGLISH),
    company: companyOf(claim),
  };
}

function rarest(all: readonly Weighted[]): readonly Weighted[] {
  if (all.length <= MOST_STEMS) return all;
  const least = all.map(({ weight }) => weight).sort((a, b) => b - a)[MOST_STEMS - 1]!;
  return all.filter(({ weight }) => weight >= least).slice(0, MOST_STEMS);
}

/** Words with capitals in a row; the first word of the text is one only when another follows or it has a second capital. */
const NAME =
  /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}\p{N}'.&-]{0,40}(?: (?:(?:of|the|de|la|van|von|and|for) ){0,2}\p{Lu}[\p{L}\p{M}\p{N}'.&-]{0,40}){0,9}/gu;

function namesIn(text: string): { readonly text: string; readonly terms: readonly Term[] }[] {
  const found: { text: string; terms: Term[] }[] = [];
  for (const match of text.matchAll(NAME)) {
    let name = match[0].replace(/[.'&-]+$/, '');
    if (match.index === 0) {
      const [first, ...rest] = name.split(' ');
      const opens =
        ENGLISH.stopWords.has(first!.toLowerCase()) || (rest.length === 0 && !/\p{Lu}/u.test(first!.slice(1)));
      if (opens) name = rest.join(' ').replace(/^(?:(?:of|the|and|for) )+/, '');
    }
    const terms = termsOf(name).filter(({ stem, word }) => !/^\p{Nd}/u.test(stem) && !CALENDAR.has(word.text));
    if (terms.length > 0) found.push({ text: name, terms });
  }
  return found;
}
