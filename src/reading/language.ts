import type { ArticleFormat } from '../judging/evidence.js';
import type { Language } from '../languages/language.js';
import { LANGUAGES, languageOf } from '../languages/languages.js';
import { NEIGHBOURS } from '../languages/neighbours.js';
import { WORDLESS } from '../languages/wordless.js';

/** The language that an article is read in. */
export interface ReadLanguage {
  /** BCP 47; "und" when the text is in none that is known; null when it is too short to tell, and is read as English. */
  readonly tag: string | null;
  readonly words: Language;
}

/** Tells the language of an article, given what its format says of it. Formats are asked while they are read. */
export type TellLanguage = (declared: string | null) => ReadLanguage;

/** What the article says counts; where it says nothing, its words do. */
export function languageTeller(input: string, format: ArticleFormat): TellLanguage {
  return (declared) => {
    const tag =
      declared !== null && TAG.test(declared.trim()) ? declared.trim() : guessLanguage(proseOf(input, format));
    return { tag, words: languageOf(tag) };
  };
}

const TAG = /^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8}){0,4}$/;

/** UTF-16 units looked at, from the beginning. */
const SAMPLE = 40_000;

/** The beginning of a text without markup, roughly: its words are only counted. */
function proseOf(input: string, format: ArticleFormat): string {
  if (format === 'TEXT') return input.slice(0, SAMPLE);
  const sample = input.slice(0, 5 * SAMPLE);
  const plain =
    format === 'WIKITEXT'
      ? sample.replace(/\{\{[^{}]{0,2000}\}\}|<ref[^<>]{0,200}>[^<>]{0,1000}<\/ref>/gi, ' ')
      : sample.replace(/<(script|style)\b[^<]{0,20000}<\/\1>/gi, ' ');
  return plain.replace(/<[^<>]{0,2000}>|https?:\/\/\S+/gi, ' ').slice(0, SAMPLE);
}

const CANDIDATES: readonly (readonly [string, ReadonlySet<string>])[] = [
  ...LANGUAGES.map(({ tag, stopWords }) => [tag, stopWords] as const),
  ...Object.entries(NEIGHBOURS),
];

/** Words that are looked at, at most. */
const MOST_WORDS = 3000;
/** Share of words of grammar from which a text is taken for that language's prose; prose has two to four times as many. */
const LEAST_SHARE = 0.12;
/** So many words of grammar at least: one or two stand in any language's names and titles. */
const FEWEST_FOUND = 3;
/** Of fewer words it cannot be told that they are in no language that is known. */
const FEWEST_WORDS = 40;
/** A text with more words of grammar of English than this, and few of others, can be tables and lists in English. */
const TABLES_SHARE = 0.04;
/** Share of the letters that are Latin in a text in Latin letters. */
const LATIN = 0.6;

/**
 * The likeliest language of a text by its words of grammar.
 *
 * @returns its BCP 47 tag; "und" when it is in no language that can be told; null when there is too little to tell
 */
export function guessLanguage(text: string): string | null {
  const letters = text.slice(0, SAMPLE).match(/\p{L}/gu)?.length ?? 0;
  const latin = text.slice(0, SAMPLE).match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters >= FEWEST_WORDS && latin < LATIN * letters) return WORDLESS.tag;
  // Names have capitals: "La Paz" is no French.
  const words = [...text.matchAll(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}'’]*/gu)].slice(0, MOST_WORDS).map(([word]) => word);
  const shares = CANDIDATES.map(([tag, set]) => ({ tag, share: shareOf(words, set) })).sort(
    (a, b) => b.share - a.share,
  );
  const [best] = shares as [(typeof shares)[number]];
  if (best.share >= LEAST_SHARE && best.share * words.length >= FEWEST_FOUND) return best.tag;
  if (words.length < FEWEST_WORDS) return null;
  return best.tag === 'en' && best.share >= TABLES_SHARE ? 'en' : WORDLESS.tag;
}

function shareOf(words: readonly string[], set: ReadonlySet<string>): number {
  let found = 0;
  for (const word of words) if (set.has(word.replace('’', "'"))) found++;
  return found / Math.max(1, words.length);
}
