import type { FigureWords, Language } from '../../languages/language.js';
import { CURRENCY_CODES, CURRENCY_SYMBOLS, SHORT_UNITS, UNITS } from './figure-words.js';
import { POINTS, type Unit, unitOf } from './units.js';

/** A number, amount, percentage or date that a text states. */
export interface Figure {
  readonly kind: 'number' | 'amount' | 'percentage' | 'date';
  /** What it comes to; null for a date. */
  readonly value: number | null;
  /** The step in which it is stated: 0.1 million is 100,000. Null for a date. */
  readonly step: number | null;
  /** Of a date, ISO 8601 as far as it is stated: "2031", "2031-04", "2031-04-02", "2031-Q3"; "--04-02" without a year. */
  readonly date: string | null;
  /** ISO 4217 where the sign or word leaves no doubt; a lone "$" is "$". Null when it is no amount. */
  readonly currency: string | null;
  /** What it counts or measures in, where that is written to it: "km", "gb". */
  readonly unit: string | null;
  /** What that unit measures; null for one that does not convert. */
  readonly measure: Unit | null;
  readonly text: string;
  /** UTF-16 offsets in the text that was given. */
  readonly start: number;
  readonly end: number;
}

interface Token {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  readonly kind: 'digits' | 'word' | 'sign';
  /** No white space between it and the token before. */
  readonly glued: boolean;
}

/** Digits with their separators (a no-break or thin space can part thousands), words, and single signs. */
const TOKEN =
  /\p{Nd}{1,3}(?:[\u00a0\u2009\u202f]\p{Nd}{3})+(?![\p{Nd}])|\p{Nd}+(?:[.,]\p{Nd}+)*|[\p{L}\p{M}]+|[^\s\p{L}\p{M}\p{Nd}]/gu;

/** The same where thousands are parted by spaces of any kind: 1 250 000. */
const SPACED_TOKEN = new RegExp(TOKEN.source.replace('[\\u00a0', '[ \\u00a0'), 'gu');

/**
 * The figures of a text, in order: 1,234; 1.2 million; $3bn; 45 %; 12 March 2031; 2031-03-12; Q3 2031; "three
 * hundred". Digits that are part of a name (GPT-4, B2B, Area 51) are none, nor is "one". Linear in the text's length.
 */
export function figures(text: string, language: Language): Figure[] {
  const words = language.figures;
  const tokens = tokenise(text, words.decimalComma ? SPACED_TOKEN : TOKEN);
  const found: Figure[] = [];
  for (let i = 0; i < tokens.length;) {
    const read = dateAt(text, tokens, i, words) ?? quantityAt(text, tokens, i, language);
    if (read) {
      if (read.figure) found.push(read.figure);
      i = read.next;
    } else i++;
  }
  return found;
}

/** Whether the text states any figure. */
export const hasFigure = (text: string, language: Language): boolean => figures(text, language).length > 0;

/** What stands at a token: a figure, or (null) something with digits that is none; and the token after it. */
interface Read {
  readonly figure: Figure | null;
  readonly next: number;
}

function tokenise(text: string, token: RegExp): Token[] {
  const tokens: Token[] = [];
  let before = -1;
  for (const match of text.matchAll(token)) {
    const start = match.index;
    const end = start + match[0].length;
    const kind = /^\p{Nd}/u.test(match[0]) ? 'digits' : /^[\p{L}\p{M}]/u.test(match[0]) ? 'word' : 'sign';
    tokens.push({ text: match[0], lower: match[0].toLowerCase(), start, end, kind, glued: start === before });
    before = end;
  }
  return tokens;
}

function dateAt(text: string, tokens: readonly Token[], i: number, words: FigureWords): Read | null {
  const token = tokens[i]!;
  const made = (date: string, next: number): Read => ({ figure: dated(text, date, token, tokens[next - 1]!), next });
  const year = (at: number): string | null => {
    const t = tokens[at];
    return t && /^(1\d|2[01])\d\d$/.test(t.text) && !isGluedTo(tokens, at + 1, 'word') ? t.text : null;
  };
  /** Behind "4 May" a comma or "de" may stand before the year. */
  const beforeYear = (at: number): number => {
    const joint = tokens[at];
    return joint && (joint.text === ',' || words.of.has(joint.lower)) && year(at + 1) ? at + 1 : at;
  };

  if (token.kind === 'digits') {
    const iso = isoDate(tokens, i, year(i));
    if (iso) return made(iso.date, iso.next);
    const day = dayOfMonth(token.text);
    if (day) {
      const ordinal = isOrdinal(tokens[i + 1], words) ? i + 2 : i + 1;
      const at = words.of.has(tokens[ordinal]?.lower ?? '') ? ordinal + 1 : ordinal;
      const month = monthAt(tokens, at, words);
      if (month) {
        const y = beforeYear(at + 1);
        return year(y) ? made(`${year(y)}-${month}-${day}`, y + 1) : made(`--${month}-${day}`, at + 1);
      }
    }
    return null;
  }
  const month = monthAt(tokens, i, words);
  if (month) {
    const at = tokens[i + 1]?.text === '.' ? i + 2 : i + 1;
    const day = tokens[at]?.kind === 'digits' ? dayOfMonth(tokens[at].text) : null;
    if (day && !isCounted(tokens, at + 1, words)) {
      const after = isOrdinal(tokens[at + 1], words) ? at + 2 : at + 1;
      const y = beforeYear(after);
      return year(y) ? made(`${year(y)}-${month}-${day}`, y + 1) : made(`--${month}-${day}`, after);
    }
    const y = beforeYear(at);
    if (year(y)) return made(`${year(y)}-${month}`, y + 1);
  }
  if (/^[qh]$/.test(token.lower) && isGluedTo(tokens, i + 1, 'digits') && /^[1-4]$/.test(tokens[i + 1]!.text)) {
    const y = year(i + 2);
    return y ? made(`${y}-${token.text.toUpperCase()}${tokens[i + 1]!.text}`, i + 3) : { figure: null, next: i + 2 };
  }
  return null;
}

/** 2031-03-12 or 2031-03: not 2031-33, which is two years. */
function isoDate(tokens: readonly Token[], i: number, year: string | null): { date: string; next: number } | null {
  const part = (at: number, most: number): string | null => {
    const [sign, digits] = [tokens[at], tokens[at + 1]];
    if (sign?.text !== '-' || !sign.glued || !digits?.glued || !/^\d\d$/.test(digits.text)) return null;
    return Number(digits.text) >= 1 && Number(digits.text) <= most ? digits.text : null;
  };
  const month = year ? part(i + 1, 12) : null;
  if (!month) return null;
  const day = part(i + 3, 31);
  return day ? { date: `${year}-${month}-${day}`, next: i + 5 } : { date: `${year}-${month}`, next: i + 3 };
}

/** "March" and "May" are also verbs: only with a capital is any of them a month. */
function monthAt(tokens: readonly Token[], at: number, { months, lowerMonths }: FigureWords): string | null {
  const t = tokens[at];
  return t && (lowerMonths || /^\p{Lu}/u.test(t.text)) ? (months.get(t.lower) ?? null) : null;
}

const dayOfMonth = (text: string): string | null =>
  /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= 31 ? text.padStart(2, '0') : null;
const isOrdinal = (t: Token | undefined, { ordinal, ordinalStop }: FigureWords): boolean =>
  t !== undefined && t.glued && (ordinal.test(t.lower) || (ordinalStop && t.text === '.'));
const isCounted = (tokens: readonly Token[], at: number, { scales }: FigureWords): boolean =>
  tokens[at]?.text === '%' || scales.has(tokens[at]?.lower ?? '');
const isGluedTo = (tokens: readonly Token[], at: number, kind: Token['kind']): boolean =>
  tokens[at] !== undefined && tokens[at].glued && tokens[at].kind === kind;

function quantityAt(text: string, tokens: readonly Token[], i: number, language: Language): Read | null {
  const words = language.figures;
  const currencyBefore = currencySignAt(tokens, i);
  const at = currencyBefore ? currencyBefore.next : i;
  const number = tokens[at]?.kind === 'digits' ? digitsAt(tokens, at, words) : wordsAt(tokens, at, language);
  if (!number) return null;
  if (number.value === null) return { figure: null, next: number.next };

  let next = number.next;
  const sign = tokens[next];
  const percent =
    sign?.text === '%' || words.percent.test(sign?.lower ?? '')
      ? next + 1
      : sign?.lower === words.percentPair[0] && tokens[next + 1]?.lower === words.percentPair[1]
        ? next + 2
        : null;
  const currencyAfter = percent || currencyBefore ? null : currencyWordAt(tokens, next, words);
  if (percent) next = percent;
  if (currencyAfter) next = currencyAfter.next;
  const currency = currencyBefore?.currency ?? currencyAfter?.currency ?? null;
  const points = percent !== null && words.points.test(tokens[percent]?.lower ?? '');
  const unit = points ? POINTS : !percent && !currency && isUnit(sign) ? sign!.lower : null;
  if (unit) next++;

  if (!percent && !currency && !unit && number.year && isYearHere(tokens, i, language)) {
    return { figure: dated(text, tokens[i]!.text, tokens[i]!, tokens[i]!), next };
  }
  if (!percent && !currency && !unit && number.plain && belongsToName(tokens, i, language))
    return { figure: null, next };
  const [start, end] = [tokens[i]!.start, tokens[next - 1]!.end];
  const kind = percent ? 'percentage' : currency ? 'amount' : 'number';
  const { value, step } = number;
  const measure = unit === null ? null : unitOf(unit, language);
  return {
    figure: { kind, value, step, date: null, currency, unit, measure, text: text.slice(start, end), start, end },
    next,
  };
}

const isUnit = (t: Token | undefined): boolean =>
  t !== undefined && (UNITS.has(t.lower) || (t.glued && SHORT_UNITS.has(t.text)));

interface Counted {
  /** Null for digits that are no quantity: a time, an ordinal, part of an identifier. */
  readonly value: number | null;
  readonly step: number;
  readonly next: number;
  /** Bare digits: no scale, no letters. */
  readonly plain: boolean;
  /** Four digits that can be a year. */
  readonly year: boolean;
}

function digitsAt(tokens: readonly Token[], at: number, words: FigureWords): Counted {
  const token = tokens[at]!;
  const nothing = (next: number): Counted => ({ value: null, step: 1, next, plain: true, year: false });
  const before = tokens[at - 1];
  const isPartOfWord =
    token.glued && (before?.kind === 'word' || (/^[-‑–_/.]$/.test(before?.text ?? '') && isGluedWord(tokens, at - 1)));
  const after = tokens[at + 1];
  if (after?.text === ':' && isGluedTo(tokens, at + 2, 'digits') && after.glued) return nothing(at + 3);
  if (after?.glued && words.ordinal.test(after.lower)) return nothing(at + 2);
  // "Der 3. Platz": a word in the same sentence follows the stop.
  if (words.ordinalStop && after?.text === '.' && after.glued && /^\d{1,2}$/.test(token.text) && isSoon(tokens, at + 2))
    return nothing(at + 2);
  // "#12", "№ 12": the name of a thing that is numbered.
  if ((before?.text === '#' && token.glued) || before?.text === '№') return nothing(at + 1);

  const parsed = parseDigits(token.text, words.decimalComma);
  if (!parsed) return nothing(at + 1);
  const { value, step } = parsed;
  const scale = words.scales.get(after?.lower ?? '');
  // A single letter scales only what it touches: "5k", but "5 m" is metres and "5 b" nothing.
  if (!isPartOfWord && after && scale && (after.glued || after.text.length > 1)) {
    const times = words.scales.get(tokens[at + 2]?.lower ?? '') ?? 1;
    const next = times > 1 && tokens[at + 2]!.text.length > 2 ? at + 3 : at + 2;
    const factor = next === at + 3 ? scale * times : scale;
    // "3 Mio. Euro": the stop of an abbreviation.
    const isShort = /^(?:mio|mrd|tsd|mds?)$/.test(tokens[next - 1]!.lower) && tokens[next]?.text === '.';
    return { value: value * factor, step: step * factor, next: isShort ? next + 1 : next, plain: false, year: false };
  }
  // "2.x", "3.js": part of a version or of a name.
  if (
    after?.text === '.' &&
    after.glued &&
    isGluedTo(tokens, at + 2, 'word') &&
    /^\p{Ll}/u.test(tokens[at + 2]!.text)
  ) {
    return nothing(at + 3);
  }
  const gluedLetters = after?.glued && after.kind === 'word' && !isUnit(after);
  if (isPartOfWord || gluedLetters) return nothing(gluedLetters ? at + 2 : at + 1);
  return { value, step, next: at + 1, plain: true, year: /^(1[5-9]|2[01])\d\d$/.test(token.text) };
}

/** "GPT-4": a hyphen that itself touches a word. */
const isGluedWord = (tokens: readonly Token[], sign: number): boolean =>
  tokens[sign]!.glued && tokens[sign - 1]?.kind === 'word';

/**
 * 1,234.5 and 1.234,5. A lone comma before other than three digits is a decimal comma everywhere, a lone stop before
 * three digits parts thousands where the decimal sign is the comma. Null for 3.11.2, a version.
 */
function parseDigits(text: string, decimalComma: boolean): { value: number; step: number } | null {
  const digits = text.replace(/[ \u00a0\u2009\u202f]/g, '').normalize('NFKC');
  const commas = decimalComma ? /^\d{1,3}(,\d{3}){2,}(\.\d+)?$/ : /^\d{1,3}(,\d{3})+(\.\d+)?$/;
  const stops = decimalComma ? /^\d{1,3}(\.\d{3})+(,\d+)?$/ : /^\d{1,3}(\.\d{3}){2,}(,\d+)?$/;
  const plain = commas.test(digits)
    ? digits.replace(/,/g, '')
    : stops.test(digits)
      ? digits.replace(/\./g, '').replace(',', '.')
      : digits.replace(',', '.');
  const value = Number(plain);
  return Number.isFinite(value) ? { value, step: 10 ** -(plain.split('.')[1]?.length ?? 0) } : null;
}

/** "three", "twenty-five", "two hundred and fifty thousand", "a million", "half a billion". */
function wordsAt(tokens: readonly Token[], at: number, language: Language): Counted | null {
  const { figures: words, capitalNouns } = language;
  const { numberWords, scales } = words;
  const mayGoOn = (word: string): boolean => numberWords.has(word) || words.twenties.has(word);
  let total = 0;
  let group = 0;
  let next = at;
  let scaled = false;
  if (
    words.one.has(tokens[at]?.lower ?? '') &&
    (scales.get(tokens[at + 1]?.lower ?? '') ?? 0) >= 100 &&
    tokens[at + 1]!.text.length > 2
  ) {
    group = 1;
    next = at + 1;
  }
  for (let i = next; i < tokens.length; i++) {
    const { lower, text } = tokens[i]!;
    const digit = numberWords.get(lower);
    const scale = text.length > 2 ? scales.get(lower) : undefined;
    if (group === 4 && words.twenties.has(lower)) group = 80;
    else if (digit !== undefined) group += digit;
    else if (scale && (group > 0 || total > 0)) {
      scaled = true;
      if (scale === 100) group *= 100;
      else {
        total += Math.max(group, 1) * scale;
        group = 0;
      }
    } else if ((lower === '-' || lower === words.and) && i > at && mayGoOn(tokens[i + 1]?.lower ?? '')) {
      if (lower === words.and && !scaled && !words.andBetween.test(tokens[i - 1]!.lower)) break;
      continue;
    } else break;
    next = i + 1;
  }
  const value = total + group;
  // "one" is mostly a pronoun; and a number word in a name ("Seven Oaks") is none.
  if (next === at || value < 2 || (!capitalNouns && /^\p{Lu}/u.test(tokens[next]?.text ?? ''))) return null;
  return { value, step: 1, next, plain: false, year: false };
}

function currencySignAt(tokens: readonly Token[], i: number): { currency: string; next: number } | null {
  const token = tokens[i]!;
  const touches = (at: number) => tokens[at]?.kind === 'digits';
  if (
    token.kind === 'word' &&
    tokens[i + 1]?.glued &&
    /^(us|a|c|nz|hk|s)$/.test(token.lower) &&
    tokens[i + 1]!.text === '$'
  ) {
    return touches(i + 2)
      ? { currency: token.lower === 'us' ? 'USD' : `${token.text.toUpperCase()}D`, next: i + 2 }
      : null;
  }
  const sign = CURRENCY_SYMBOLS.get(token.text);
  if (sign && touches(i + 1)) return { currency: sign, next: i + 1 };
  if (CURRENCY_CODES.has(token.text) && touches(i + 1)) return { currency: token.text, next: i + 1 };
  return null;
}

function currencyWordAt(
  tokens: readonly Token[],
  from: number,
  words: FigureWords,
): { currency: string; next: number } | null {
  // "3 millions d'euros", "3 millones de euros"
  const isOf = words.decimalComma && words.of.has(tokens[from]?.lower ?? '');
  const at = isOf ? (/^['’]$/.test(tokens[from + 1]?.text ?? '') ? from + 2 : from + 1) : from;
  const token = tokens[at];
  if (!token) return null;
  if (CURRENCY_CODES.has(token.text)) return { currency: token.text, next: at + 1 };
  const sign = CURRENCY_SYMBOLS.get(token.text);
  if (sign && token.text !== '$') return { currency: sign, next: at + 1 };
  const first = words.currencyWords.get(token.lower);
  if (first) return { currency: first, next: at + 1 };
  const second =
    token.kind === 'word' ? words.currencyWords.get(`${token.lower} ${tokens[at + 1]?.lower ?? ''}`) : undefined;
  return second ? { currency: second, next: at + 2 } : null;
}

/** 2031 is a year after a word of time, and where no noun follows for it to count. */
function isYearHere(
  tokens: readonly Token[],
  at: number,
  { figures: words, stopWords, capitalNouns }: Language,
): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (before && words.timeWords.has(before.lower)) return true;
  return (
    !after ||
    after.kind !== 'word' ||
    stopWords.has(after.lower) ||
    (!capitalNouns && /^\p{Lu}/u.test(after.text)) ||
    isVerbal(after.text, capitalNouns !== null)
  );
}

/**
 * "Area 51", "Windows 11", "phase 2": bare digits right after a noun that they name. A word with a capital is taken for a
 * name unless it is one of grammar, a month, or an adverb or participle that opens a sentence ("Nearly 40", "Raised 40").
 */
function belongsToName(tokens: readonly Token[], at: number, language: Language): boolean {
  const { designators, months, noName } = language.figures;
  const before = tokens[at - 1];
  if (!before || before.kind !== 'word') return false;
  if (designators.has(before.lower)) return true;
  if (!/^\p{Lu}/u.test(before.text) || language.stopWords.has(before.lower) || months.has(before.lower)) return false;
  // Where all nouns have capitals: "die Linie 3 fährt", and "hat die Stadt 3 Brücken".
  if (language.capitalNouns && /^\p{Lu}/u.test(tokens[at + 1]?.text ?? '')) return false;
  return !noName.test(before.lower);
}

/** In a language that writes nouns with capitals, a word without one is none that a number could count. */
const isVerbal = (word: string, capitalNouns: boolean): boolean => capitalNouns && /^\p{Ll}/u.test(word);

/** A word that goes on with the sentence. */
const isSoon = (tokens: readonly Token[], at: number): boolean => tokens[at]?.kind === 'word';

function dated(text: string, date: string, first: Token, last: Token): Figure {
  const [start, end] = [first.start, last.end];
  return {
    kind: 'date',
    value: null,
    step: null,
    date,
    currency: null,
    unit: null,
    measure: null,
    text: text.slice(start, end),
    start,
    end,
  };
}
