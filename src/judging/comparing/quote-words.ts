/**
 * The words of a text as quotes are compared by them: what printers, browsers and converters change is left out, and what a
 * text says is kept. See `docs/comparing.md`. Offsets are in the text as it was given.
 */
export interface QuoteWords {
  /** Normalised: NFKC, lower case, no soft hyphens, plain apostrophes, no commas between thousands. */
  readonly forms: readonly string[];
  /** Where each begins and ends, in UTF-16 units of the text that was given. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Soft hyphens, zero-width spaces and joiners, byte order marks: they part nothing inside a word. */
const INVISIBLE = '\\u00ad\\u200b-\\u200d\\u2060\\ufeff';
const APOSTROPHE = "'\\u2018\\u2019\\u02bc\\u2032\\u00b4`";
/** Scripts that do not part words by spaces: each character is compared by itself. */
const UNSPACED = '[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmr}\\p{sc=Mymr}]';
/**
 * Markers of citations, which stand on neither side: `[4]`, `[1, 2]`, `[1–3]`, `[^note]`, `[note 2]`, `[citation needed]`, and a
 * letter in brackets that touches what is before it.
 */
const MARKER =
  '\\[(?:\\d{1,3}(?:\\s?[,–-]\\s?\\d{1,3}){0,20}|\\^[^\\]\\s]{1,40}|(?:note|ref|n\\.?b?\\.?) ?\\d{1,3}|citation needed)\\]|(?<=[\\p{L}\\p{N}.,;:!?)\\]”"’])\\[\\p{Ll}\\]';
/** Lowered figures belong to what they stand behind ("CO₂"); raised ones are mostly marks of notes, and are left out. */
const DIGIT = '[\\p{Nd}\\u2080-\\u2089]';
const NUMBER = `${DIGIT}+(?:[.,]\\p{Nd}+)*`;
const LETTER = '[\\p{L}\\p{M}]';
const WORD = `\\p{L}(?:${LETTER}|[${INVISIBLE}]+(?=${LETTER})|[${APOSTROPHE}](?=\\p{L}))*`;
/** They bear on what a figure says. */
const SIGN = '[%‰$€£¥₹]';

const TOKEN = new RegExp(`${MARKER}|${NUMBER}|${WORD}|${SIGN}`, 'giu');
const SPACED = `(?!${UNSPACED})`;
const SPACED_WORD = `${SPACED}\\p{L}(?:${SPACED}${LETTER}|[${INVISIBLE}]+(?=${LETTER})|[${APOSTROPHE}](?=\\p{L}))*`;
const TOKEN_UNSPACED = new RegExp(`${MARKER}|${NUMBER}|${UNSPACED}\\p{M}*|${SPACED_WORD}|${SIGN}`, 'giu');
const HAS_UNSPACED = new RegExp(UNSPACED, 'u');

/** A hyphen at the end of a line, before a word that goes on in lower case. */
const LINE_BREAK = /^[-\u2010\u00ad][^\S\r\n]{0,20}\r?\n\s{0,20}$/;
/** Longer gaps between two words hold more than that. In UTF-16 units. */
const LONGEST_BREAK = 44;

/** The words of a text, in order. Linear in its length. */
export function quoteWords(text: string): QuoteWords {
  const forms: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  /** Places of words that a line parts from the one before. */
  const broken: number[] = [];
  const token = HAS_UNSPACED.test(text) ? TOKEN_UNSPACED : TOKEN;
  let before = -1;
  for (const match of text.matchAll(token)) {
    const raw = match[0];
    if (raw.charCodeAt(0) === 0x5b) continue;
    const start = match.index;
    if (isBroken(text, before, start) && /^\p{Ll}/u.test(raw)) broken.push(forms.length);
    for (const part of partsOf(raw)) {
      const form = formOf(part.text);
      if (form === '') continue;
      forms.push(form);
      starts.push(start + part.at);
      ends.push(start + part.at + part.text.length);
    }
    before = start + raw.length;
  }
  const words = { forms, starts, ends };
  return broken.length > 0 ? joined(words, broken) : words;
}

function isBroken(text: string, before: number, start: number): boolean {
  const gap = start - before;
  if (before < 0 || gap < 2 || gap > LONGEST_BREAK) return false;
  const sign = text.charCodeAt(before);
  return (sign === 0x2d || sign === 0x2010 || sign === 0xad) && LINE_BREAK.test(text.slice(before, start));
}

/** "L’argent", "qu’on": two words that are written as one. */
const ELISION = new RegExp(`^(?:[cdjlmnst]|(?:jus|lors|puis)?qu)[${APOSTROPHE}](?=\\p{L}{2})`, 'iu');

function partsOf(raw: string): readonly { readonly text: string; readonly at: number }[] {
  const length = PLAIN.test(raw) ? undefined : ELISION.exec(raw)?.[0].length;
  if (length === undefined) return [{ text: raw, at: 0 }];
  return [
    { text: raw.slice(0, length - 1), at: 0 },
    { text: raw.slice(length), at: length },
  ];
}

const PLAIN = /^[a-z]+$/;
const APOSTROPHES = new RegExp(`[${APOSTROPHE}]`, 'g');
const INVISIBLES = new RegExp(`[${INVISIBLE}]`, 'g');

function formOf(raw: string): string {
  if (PLAIN.test(raw)) return raw;
  const form = raw.normalize('NFKC').replace(INVISIBLES, '').replace(APOSTROPHES, "'").toLowerCase();
  if (!/^\p{Nd}/u.test(form)) return form;
  // Full stops between two thousands and more are no decimal points.
  return (/^\p{Nd}{1,3}(?:\.\p{Nd}{3}){2,}$/u.test(form) ? form.replaceAll('.', '') : form).replace(
    /,(?=\p{Nd}{3}(?!\p{Nd}))/gu,
    '',
  );
}

/**
 * Puts together what the end of a line parts: "elec-", "tion". A hyphen can also belong to the word ("well-", "known"): where
 * both halves stand elsewhere as words, and the whole does not, they stay two.
 */
function joined({ forms, starts, ends }: QuoteWords, broken: readonly number[]): QuoteWords {
  const counts = new Map<string, number>();
  for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1);
  const isOne = (at: number): boolean => {
    const [first, second] = [forms[at - 1]!, forms[at]!];
    return counts.has(first + second) || counts.get(first)! < 2 || counts.get(second)! < 2;
  };
  const joins = new Set(broken.filter(isOne));
  const made: { forms: string[]; starts: number[]; ends: number[] } = { forms: [], starts: [], ends: [] };
  for (let at = 0; at < forms.length; at++) {
    if (joins.has(at) && made.forms.length > 0) {
      made.forms[made.forms.length - 1] += forms[at]!;
      made.ends[made.ends.length - 1] = ends[at]!;
    } else {
      made.forms.push(forms[at]!);
      made.starts.push(starts[at]!);
      made.ends.push(ends[at]!);
    }
  }
  return made;
}
