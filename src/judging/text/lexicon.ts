import type { Language, Lexicon } from '../../languages/language.js';
import { stem } from './words.js';

/** The word lists that the rules share, as stems. Empty for a language that has none. */
export interface StemLists {
  readonly reportingVerbs: ReadonlySet<string>;
  readonly documentNouns: ReadonlySet<string>;
  readonly shellNouns: ReadonlySet<string>;
  readonly lightVerbs: ReadonlySet<string>;
  readonly giving: ReadonlySet<string>;
  readonly paying: ReadonlySet<string>;
  readonly buying: ReadonlySet<string>;
  readonly generalNouns: ReadonlySet<string>;
  readonly stative: ReadonlySet<string>;
  /** "Clear" and "clearly". */
  isEmphasis(stemmed: string): boolean;
  /** What a note can be made of and still say nothing but that the source says so. */
  saysNothing(stemmed: string): boolean;
  /** The stem that stands for all of its meaning in the name of an attribute: "monthly" and "month" are one, "fee" and "cost". */
  attributeStem(stemmed: string): string;
}

const made = new WeakMap<Language, StemLists>();

export function lexiconOf(language: Language): StemLists {
  let known = made.get(language);
  if (!known) made.set(language, (known = stemLists(language)));
  return known;
}

/** The stem under which prices are held together, whatever a label calls them. */
export const PRICE = 'price';
const LIMIT = 'limit';

function stemLists(language: Language): StemLists {
  const list = (words: string): ReadonlySet<string> =>
    new Set(words.split(/\s+/).flatMap((word) => (word === '' ? [] : stem(word, language))));
  const of = (name: Exclude<keyof Lexicon, 'adverbEnding' | 'periods'>): ReadonlySet<string> =>
    list(language.lexicon?.[name] ?? '');
  const [reportingVerbs, documentNouns, shellNouns] = [of('reportingVerbs'), of('documentNouns'), of('shellNouns')];
  const [emphasis, prices, limits] = [of('emphasis'), of('prices'), of('limits')];
  const periods = new Map(
    language.lexicon?.periods.map((pair) => pair.split(' ').map((word) => stem(word, language)) as [string, string]),
  );
  const isEmphasis = (stemmed: string): boolean =>
    emphasis.has(stemmed) || emphasis.has(stemmed.replace(language.lexicon?.adverbEnding ?? '', ''));
  return {
    reportingVerbs,
    documentNouns,
    shellNouns,
    lightVerbs: of('lightVerbs'),
    giving: of('giving'),
    paying: of('paying'),
    buying: of('buying'),
    generalNouns: of('generalNouns'),
    stative: of('stative'),
    isEmphasis,
    saysNothing: (stemmed) =>
      reportingVerbs.has(stemmed) || documentNouns.has(stemmed) || shellNouns.has(stemmed) || isEmphasis(stemmed),
    attributeStem(stemmed) {
      if (prices.has(stemmed)) return PRICE;
      return limits.has(stemmed) ? LIMIT : (periods.get(stemmed) ?? stemmed);
    },
  };
}
