import { ENGLISH } from '../../languages/en.js';
import { agree } from '../text/agreement.js';
import { plain } from '../text/normalise.js';
import type { Quantity } from '../text/quantities.js';
import { stem, words } from '../text/words.js';
import type { Beside } from './conflict.js';
import { figuresIn } from './figures-in.js';
import { isAmong } from './missing.js';
import type { SourceIndex } from './source-index.js';

/** So far before a figure a word can change what it counts. In UTF-16 units. */
const REACH = 24;

/** Another quantity of the same things, and this one nowhere: "6 cups", "5 cups". Of things stated twice it may be the other's. */
export function isOutnumbered(beside: Beside): boolean {
  const { claim, source, sentence } = beside;
  if (claim.quantities.length === 0 || !isOfTheSameDates(beside)) return false;
  const theirs = figuresIn(sentence.text).quantities;
  const text = plain(sentence.text);
  return claim.quantities.some((mine) => {
    const counted = countedBy(mine, claim.text);
    if (counted === null || isAmong(mine, source.figures())) return false;
    const own = claim.quantities.filter((each) => countedBy(each, claim.text) === counted);
    const others = theirs.filter((each) => countedBy(each, text) === counted);
    const [other] = others;
    return own.length === 1 && others.length === 1 && other!.kind === mine.kind && other!.measure === mine.measure;
  });
}

/** What holds at one time need not hold at another. */
const isOfTheSameDates = ({ claim, sentence }: Beside): boolean => {
  if (claim.dates.length === 0) return true;
  const { dates } = figuresIn(sentence.text);
  return claim.dates.every((mine) => dates.some((other) => agree(mine, other)));
};

/** "The top 10 boats" counts no boats that there are. */
const RANKED = /(?<!\p{L})(?:top|first|last|next|every) $/iu;

/** The stems of the one or two words behind the figure that name what is counted; null when a word of grammar stands there. */
function countedBy({ text: figure }: Quantity, text: string): string | null {
  const at = text.indexOf(figure);
  if (RANKED.test(text.slice(Math.max(0, at - REACH), at))) return null;
  const from = at + figure.length;
  const behind = /^(?:[\s-]\p{L}[\p{L}'-]*){1,2}/u.exec(text.slice(from, from + 60))?.[0] ?? '';
  const named = words(behind).map((word) => word.text);
  const end = named.findIndex((word) => ENGLISH.stopWords.has(word));
  const stems = named.slice(0, end < 0 ? 2 : end).map((word) => stem(word, ENGLISH));
  return stems.length > 0 ? stems.join(' ') : null;
}

/** How many of something: "five League titles", "three times". */
interface Count {
  readonly value: number;
  /** The stems of the one or two words behind it. */
  readonly things: string;
}

/** Behind these a number leaves open how many there are, or names a rank, a score or a sign. */
const NO_COUNT =
  /(?:at (?:least|most)|than|over|under|to|about|around|nearly|almost|only|another|top|first|last|next|every|[^\p{L}\p{N}\s]) ?$/iu;
const { numberWords, scales } = ENGLISH.figures;

/** Another number of the same things in words or small figures: the reader of figures takes "five Cups" for a name. */
export function isCountedOtherwise(beside: Beside): boolean {
  const mine = countsIn(beside.claim.text);
  if (mine.length === 0 || !isOfTheSameDates(beside)) return false;
  const theirs = countsIn(beside.sentence.text);
  return mine.some(({ value, things }) => {
    const [own, others] = [mine, theirs].map((all) => all.filter((each) => each.things === things));
    if (own!.length !== 1 || others!.length !== 1 || others![0]!.value === value) return false;
    return !isCounted({ value, things }, beside.source);
  });
}

/** Only sentences in which the things stand are read again. */
const isCounted = ({ value, things }: Count, { sentences, postings }: SourceIndex): boolean =>
  (postings.get(things.split(' ', 1)[0]!) ?? []).some((at) =>
    countsIn(sentences[at]!.text).some((each) => each.things === things && each.value === value),
  );

function countsIn(text: string): Count[] {
  const form = plain(text);
  const all = words(form);
  return all.flatMap((word, i): Count[] => {
    // "One" is mostly a pronoun.
    const value =
      word.text === 'one'
        ? null
        : (numberWords.get(word.text) ?? (/^\d{1,3}$/.test(word.text) ? Number(word.text) : null));
    if (value === null || NO_COUNT.test(form.slice(Math.max(0, word.start - REACH), word.start))) return [];
    // "17 million" is another number: the reader of figures knows it.
    if (scales.has(all[i + 1]?.text ?? '')) return [];
    const things: string[] = [];
    let { end } = word;
    for (const next of all.slice(i + 1, i + 3)) {
      const apart = form.slice(end, next.start) !== ' ';
      if (apart || /^\p{N}/u.test(next.text) || ENGLISH.stopWords.has(next.text)) break;
      things.push(stem(next.text, ENGLISH));
      ({ end } = next);
    }
    return things.length > 0 ? [{ value, things: things.join(' ') }] : [];
  });
}
