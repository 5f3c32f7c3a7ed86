import {
  CURRENCY_CODES,
  CURRENCY_SYMBOLS,
  CURRENCY_WORDS,
  DESIGNATORS,
  MONTHS,
  NUMBER_WORDS,
  SCALES,
  SHORT_UNITS,
  UNITS,
} from './figure-words.js';
import { STOP_WORDS } from './stop-words.js';
import { POINTS } from './units.js';

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

/**
 * The figures of an English text, in order: 1,234; 1.2 million; $3bn; 45 %; 12 March 2031; 2031-03-12; Q3 2031; "three
 * hundred". Digits that are part of a name (GPT-4, B2B, Area 51) are none, nor is "one". Linear in the text's length.
 */
export function figures(text: string): Figure[] {
  const tokens = tokenise(text);
  const found: Figure[] = [];
  for (let i = 0; i < tokens.length;) {
    const read = dateAt(text, tokens, i) ?? quantityAt(text, tokens, i);
    if (read) {
      if (read.figure) found.push(read.figure);
      i = read.next;
    } else i++;
  }
  return found;
}

/** Whether the text states any figure. */
export const hasFigure = (text: string): boolean => figures(text).length > 0;

/** What stands at a token: a figure, or (null) something with digits that is none; and the token after it. */
interface Read {
  readonly figure: Figure | null;
  readonly next: number;
}

function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let before = -1;
  for (const match of text.matchAll(TOKEN)) {
    const start = match.index;
    const end = start + match[0].length;
    const kind = /^\p{Nd}/u.test(match[0]) ? 'digits' : /^[\p{L}\p{M}]/u.test(match[0]) ? 'word' : 'sign';
    tokens.push({ text: match[0], lower: match[0].toLowerCase(), start, end, kind, glued: start === before });
    before = end;
  }
  return tokens;
}

function dateAt(text: string, tokens: readonly Token[], i: number): Read | null {
  const token = tokens[i]!;
  const made = (date: string, next: number): Read => ({ figure: dated(text, date, token, tokens[next - 1]!), next });
  const year = (at: number): string | null => {
    const t = tokens[at];
    return t && /^(1\d|2[01])\d\d$/.test(t.text) && !isGluedTo(tokens, at + 1, 'word') ? t.text : null;
  };
  const afterComma = (at: number): number => (tokens[at]?.text === ',' && year(at + 1) ? at + 1 : at);

  if (token.kind === 'digits') {
    const iso = isoDate(tokens, i, year(i));
    if (iso) return made(iso.date, iso.next);
    const day = dayOfMonth(token.text);
    if (day) {
      const ordinal = isOrdinal(tokens[i + 1]) ? i + 2 : i + 1;
      const at = tokens[ordinal]?.lower === 'of' ? ordinal + 1 : ordinal;
      const month = monthAt(tokens, at);
      if (month) {
        const y = afterComma(at + 1);
        return year(y) ? made(`${year(y)}-${month}-${day}`, y + 1) : made(`--${month}-${day}`, at + 1);
      }
    }
    return null;
  }
  const month = monthAt(tokens, i);
  if (month) {
    const at = tokens[i + 1]?.text === '.' ? i + 2 : i + 1;
    const day = tokens[at]?.kind === 'digits' ? dayOfMonth(tokens[at].text) : null;
    if (day && !isCounted(tokens, at + 1)) {
      const after = isOrdinal(tokens[at + 1]) ? at + 2 : at + 1;
      const y = afterComma(after);
      return year(y) ? made(`${year(y)}-${month}-${day}`, y + 1) : made(`--${month}-${day}`, after);
    }
    if (year(at)) return made(`${year(at)}-${month}`, at + 1);
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
function monthAt(tokens: readonly Token[], at: number): string | null {
  const t = tokens[at];
  return t && /^\p{Lu}/u.test(t.text) ? (MONTHS.get(t.lower) ?? null) : null;
}

const dayOfMonth = (text: string): string | null =>
  /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= 31 ? text.padStart(2, '0') : null;
const isOrdinal = (t: Token | undefined): boolean => t !== undefined && t.glued && /^(st|nd|rd|th)$/.test(t.lower);
const isCounted = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === '%' || SCALES.has(tokens[at]?.lower ?? '');
const isGluedTo = (tokens: readonly Token[], at: number, kind: Token['kind']): boolean =>
  tokens[at] !== undefined && tokens[at].glued && tokens[at].kind === kind;

function quantityAt(text: string, tokens: readonly Token[], i: number): Read | null {
  const currencyBefore = currencySignAt(tokens, i);
  const at = currencyBefore ? currencyBefore.next : i;
  const number = tokens[at]?.kind === 'digits' ? digitsAt(tokens, at) : wordsAt(tokens, at);
  if (!number) return null;
  if (number.value === null) return { figure: null, next: number.next };

  let next = number.next;
  const sign = tokens[next];
  const percent =
    sign?.text === '%' || /^(percent|percentage|pct)$/.test(sign?.lower ?? '')
      ? next + 1
      : sign?.lower === 'per' && tokens[next + 1]?.lower === 'cent'
        ? next + 2
        : null;
  const currencyAfter = percent || currencyBefore ? null : currencyWordAt(tokens, next);
  if (percent) next = percent;
  if (currencyAfter) next = currencyAfter.next;
  const currency = currencyBefore?.currency ?? currencyAfter?.currency ?? null;
  const points = percent !== null && /^(points?|pp)$/.test(tokens[percent]?.lower ?? '');
  const unit = points ? POINTS : !percent && !currency && isUnit(sign) ? sign!.lower : null;
  if (unit) next++;

  if (!percent && !currency && !unit && number.year && isYearHere(tokens, i)) {
    return { figure: dated(text, tokens[i]!.text, tokens[i]!, tokens[i]!), next };
  }
  if (!percent && !currency && !unit && number.plain && belongsToName(tokens, i)) return { figure: null, next };
  const [start, end] = [tokens[i]!.start, tokens[next - 1]!.end];
  const kind = percent ? 'percentage' : currency ? 'amount' : 'number';
  const { value, step } = number;
  return { figure: { kind, value, step, date: null, currency, unit, text: text.slice(start, end), start, end }, next };
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

function digitsAt(tokens: readonly Token[], at: number): Counted {
  const token = tokens[at]!;
  const nothing = (next: number): Counted => ({ value: null, step: 1, next, plain: true, year: false });
  const before = tokens[at - 1];
  const isPartOfWord =
    token.glued && (before?.kind === 'word' || (/^[-‑–_/.]$/.test(before?.text ?? '') && isGluedWord(tokens, at - 1)));
  const after = tokens[at + 1];
  if (after?.text === ':' && isGluedTo(tokens, at + 2, 'digits') && after.glued) return nothing(at + 3);
  if (isOrdinal(after)) return nothing(at + 2);
  // "#12", "№ 12": the name of a thing that is numbered.
  if ((before?.text === '#' && token.glued) || before?.text === '№') return nothing(at + 1);

  const parsed = parseDigits(token.text);
  if (!parsed) return nothing(at + 1);
  const { value, step } = parsed;
  const scale = SCALES.get(after?.lower ?? '');
  // A single letter scales only what it touches: "5k", but "5 m" is metres and "5 b" nothing.
  if (!isPartOfWord && after && scale && (after.glued || after.text.length > 1)) {
    const times = SCALES.get(tokens[at + 2]?.lower ?? '') ?? 1;
    const next = times > 1 && tokens[at + 2]!.text.length > 2 ? at + 3 : at + 2;
    const factor = next === at + 3 ? scale * times : scale;
    return { value: value * factor, step: step * factor, next, plain: false, year: false };
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

/** 1,234.5 and 1.234,5; a lone comma before other than three digits is a decimal comma. Null for 3.11.2, a version. */
function parseDigits(text: string): { value: number; step: number } | null {
  const digits = text.replace(/[\u00a0\u2009\u202f]/g, '').normalize('NFKC');
  const plain = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits)
    ? digits.replace(/,/g, '')
    : /^\d{1,3}(\.\d{3}){2,}(,\d+)?$/.test(digits)
      ? digits.replace(/\./g, '').replace(',', '.')
      : digits.replace(',', '.');
  const value = Number(plain);
  return Number.isFinite(value) ? { value, step: 10 ** -(plain.split('.')[1]?.length ?? 0) } : null;
}

/** "three", "twenty-five", "two hundred and fifty thousand", "a million", "half a billion". */
function wordsAt(tokens: readonly Token[], at: number): Counted | null {
  let total = 0;
  let group = 0;
  let next = at;
  let scaled = false;
  if (
    tokens[at]?.lower === 'a' &&
    (SCALES.get(tokens[at + 1]?.lower ?? '') ?? 0) >= 100 &&
    tokens[at + 1]!.text.length > 2
  ) {
    group = 1;
    next = at + 1;
  }
  for (let i = next; i < tokens.length; i++) {
    const { lower, text } = tokens[i]!;
    const digit = NUMBER_WORDS.get(lower);
    const scale = text.length > 2 ? SCALES.get(lower) : undefined;
    if (digit !== undefined) group += digit;
    else if (scale && (group > 0 || total > 0)) {
      scaled = true;
      if (scale === 100) group *= 100;
      else {
        total += Math.max(group, 1) * scale;
        group = 0;
      }
    } else if ((lower === '-' || lower === 'and') && i > at && NUMBER_WORDS.has(tokens[i + 1]?.lower ?? '')) {
      if (lower === 'and' && !scaled) break;
      continue;
    } else break;
    next = i + 1;
  }
  const value = total + group;
  // "one" is mostly a pronoun; and a number word in a name ("Seven Oaks") is none.
  if (next === at || value < 2 || /^\p{Lu}/u.test(tokens[next]?.text ?? '')) return null;
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

function currencyWordAt(tokens: readonly Token[], at: number): { currency: string; next: number } | null {
  const token = tokens[at];
  if (!token) return null;
  if (CURRENCY_CODES.has(token.text)) return { currency: token.text, next: at + 1 };
  const sign = CURRENCY_SYMBOLS.get(token.text);
  if (sign && token.text !== '$') return { currency: sign, next: at + 1 };
  const first = CURRENCY_WORDS.get(token.lower);
  if (first) return { currency: first, next: at + 1 };
  const second =
    token.kind === 'word' ? CURRENCY_WORDS.get(`${token.lower} ${tokens[at + 1]?.lower ?? ''}`) : undefined;
  return second ? { currency: second, next: at + 2 } : null;
}

const TIME_WORDS = new Set(
  `in by since until till through from to of during before after early late mid between and around circa fy year spring
   summer autumn fall winter january february`.split(/\s+/),
);

/** 2031 is a year after a word of time, and where no noun follows for it to count. */
function isYearHere(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (before && TIME_WORDS.has(before.lower)) return true;
  return !after || after.kind !== 'word' || STOP_WORDS.has(after.lower) || /^\p{Lu}/u.test(after.text);
}

/**
 * "Area 51", "Windows 11", "phase 2": bare digits right after a noun that they name. A word with a capital is taken for a
 * name unless it is one of grammar, a month, or an adverb or participle that opens a sentence ("Nearly 40", "Raised 40").
 */
function belongsToName(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (!before || before.kind !== 'word') return false;
  if (DESIGNATORS.has(before.lower)) return true;
  if (!/^\p{Lu}/u.test(before.text) || STOP_WORDS.has(before.lower) || MONTHS.has(before.lower)) return false;
  return !/(ly|ed)$/.test(before.lower);
}

function dated(text: string, date: string, first: Token, last: Token): Figure {
  const [start, end] = [first.start, last.end];
  return {
    kind: 'date',
    value: null,
    step: null,
    date,
    currency: null,
    unit: null,
    text: text.slice(start, end),
    start,
    end,
  };
}
