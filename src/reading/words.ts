/** What the readers ask of single words and lines. English; other languages come with their own lexicons. */

/** Words that a title in title case leaves in lower case (Chicago Manual of Style, 8.159). */
export const SMALL_WORDS = new Set(
  'a an the and but or nor for of in on at to by from with as per vs via into over than off up out so yet if is'.split(
    ' ',
  ),
);

/** Prepositions and conjunctions of time and place: a closed class of words (Quirk et al. 1985, §9.7, §14.12). */
export const PREPOSITIONS: ReadonlySet<string> = new Set(
  (
    'about above across after against along amid among around as at before behind below beneath beside between beyond by ' +
    'despite down during for from in inside into like near of off on onto outside over past per since than through ' +
    'throughout till to toward towards under until up upon via versus vs when where while with within without'
  ).split(' '),
);

/** A month's name or its abbreviation, as the source of a pattern. */
export const MONTH =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';

/** Words as they stand between white space. */
export function tokens(text: string): { readonly text: string; readonly start: number; readonly end: number }[] {
  const found: { text: string; start: number; end: number }[] = [];
  for (const { 0: word, index } of text.matchAll(/\S+/g))
    found.push({ text: word, start: index, end: index + word.length });
  return found;
}

export const startsUpper = (word: string): boolean => /^["'“‘(\[]*\p{Lu}/u.test(word);
export const startsLower = (word: string): boolean => /^["'“‘(\[]*\p{Ll}/u.test(word);
export const startsFigure = (word: string): boolean => /^["'“‘(]*[$€£¥~≈+−-]?\d/.test(word);

/** A word without the punctuation around it. */
export function bare(word: string): string {
  const start = word.search(LETTER_OR_DIGIT);
  if (start < 0) return '';
  // From the end, by whole characters: a pattern for what stands at the end would look from each place of the word.
  let end = word.length;
  let last = characterBefore(word, end);
  while (!LETTER_OR_DIGIT.test(word.slice(last, end))) [end, last] = [last, characterBefore(word, last)];
  return word.slice(start, end);
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const characterBefore = (text: string, end: number): number =>
  end - (/^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(end - 2, end)) ? 2 : 1);

export const endsWithStop = (line: string): boolean => /[.!?…:;][”’"')\]]*$/.test(line.trimEnd());

/** Words that open a question, or the clause that leads up to one. */
const OPENS_QUESTION =
  /^(?:(?:and|but|so|then|also)\s+)?(?:who|whom|whose|what|which|why|how|when|where|is|are|was|were|am|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must)\b/i;
/** "When asked, she said, “Why?”": these open clauses, too. */
const OPENS_CLAUSE = /^(?:when|where|while)\b.*[,:]\s*$/is;
const OPENING_OF: Readonly<Record<string, string>> = { '”': '“', '’': '‘', "'": "'", '"': '"' };

/** Whether a line or sentence asks; not when it only tells of somebody's question: `He asked: "Why?"`. */
export function isQuestion(line: string): boolean {
  const end = /\?([”’"']?)[”’"')\]]*$/.exec(line.slice(-20).trimEnd());
  if (!end) return false;
  const opening = OPENING_OF[end[1]!];
  if (opening === undefined) return true;
  const text = line.trimEnd();
  const lead = text.slice(0, Math.max(0, text.lastIndexOf(opening, text.length - end[0].length)));
  return !/\p{L}/u.test(lead) || (OPENS_QUESTION.test(lead.trimStart()) && !OPENS_CLAUSE.test(lead.trimStart()));
}

/** Most words begin with a capital (or a figure), the small ones aside. */
export function isTitleCase(line: string): boolean {
  const words = tokens(line)
    .map((t) => bare(t.text))
    .filter((w) => w !== '' && !SMALL_WORDS.has(w.toLowerCase()));
  const high = words.filter((w) => /^[\p{Lu}\p{N}]/u.test(w)).length;
  return words.length > 0 && high / words.length >= 0.75;
}

/** Verb forms that make a line a sentence rather than a title: auxiliaries and copulas. */
const FINITE = new Set(
  (
    'is are was were has have had does do did will would can could may might must shall should be been isn’t aren’t ' +
    'wasn’t won’t can’t cannot'
  ).split(' '),
);

/** Whether a line has such a form; "May" inside it is the month. */
export const hasFiniteVerb = (line: string): boolean =>
  tokens(line).some(({ text }, i) => FINITE.has(bare(text).toLowerCase()) && (i === 0 || bare(text) !== 'May'));
