import { ENGLISH } from '../../languages/en.js';
import type { Figure } from '../text/figures.js';
import { stem } from '../text/words.js';
import { figuresIn } from '../support/figures-in.js';
import type { SourceIndex } from '../support/source-index.js';

const DAY = 86_400_000;
/** "On Wednesday" is said of the week before and behind. */
const WEEK = 7;
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
/** "The 2017 film": which work is meant, rather than when something was. */
const OF_A_WORK =
  /^\s(?:\p{Ll}+\s){0,2}(?:album|biography|book|comedy|documentary|drama|episode|essay|film|game|memoir|movie|musical|novel|opera|painting|play|poem|single|song|study|thriller)\b/u;

/** A date that a claim states and a source does not. */
export interface LackingDate {
  /** As the claim writes it. */
  readonly words: string;
  /** When the source was issued, in ISO 8601; null when that is not known. */
  readonly issued: string | null;
}

/**
 * Whether a source can say a date without stating it. Pages leave out what the day on which they were written tells: of a page that
 * names no year at all, of the year and month in which it was issued, of a month that it names without a year, and of a day of the week
 * around a date that it states, it says nothing that the date is not there.
 */
export function isImplied({ words, issued }: LackingDate, source: SourceIndex): boolean {
  const { dates } = source.figures();
  const dated = dates.filter(({ date }) => /^\d{4}/.test(date!));
  if (dated.length === 0) return true;
  const date = figuresIn(words).dates[0]?.date ?? words;
  return isOfIssue(date, issued) || isMonthNamed(date, source) || isWeekdayNamed(date, dated, source);
}

/** Whether a year tells which film, book or study is meant: no statement of when something was. */
export function isYearOfWork(words: string, claim: string): boolean {
  const behind = claim.indexOf(words) + words.length;
  return /^\d{4}$/.test(words) && OF_A_WORK.test(claim.slice(behind, behind + 60));
}

function isOfIssue(date: string, issued: string | null): boolean {
  if (issued === null) return false;
  const isMonth = [date, issued].every((each) => /^\d{4}-\d\d/.test(each));
  const length = isMonth ? 'yyyy-mm'.length : 'yyyy'.length;
  return date.slice(0, length) === issued.slice(0, length);
}

/** "In June", and no year behind it. */
function isMonthNamed(date: string, source: SourceIndex): boolean {
  const month = /^\d{4}-(\d\d)$/.exec(date)?.[1];
  if (month === undefined) return false;
  const names = [...ENGLISH.figures.months].flatMap(([name, number]) => (number === month ? [name] : []));
  const bare = new RegExp(`\\b(?:${names.join('|')})\\b(?!\\.?,? ?\\d)`, 'i');
  return sentencesWith(names, source).some((text) => bare.test(text));
}

/** "On Wednesday", and a date within a week of that Wednesday. */
function isWeekdayNamed(date: string, dated: readonly Figure[], source: SourceIndex): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return false;
  const day = Date.parse(date);
  const isNear = dated.some(
    (other) => Math.abs(Date.parse(other.date!) - day) <= WEEK * DAY && other.date!.length === date.length,
  );
  return isNear && sentencesWith([WEEKDAYS[new Date(day).getUTCDay()]!.toLowerCase()], source).length > 0;
}

const sentencesWith = (words: readonly string[], source: SourceIndex): string[] =>
  words.flatMap((word) => (source.postings.get(stem(word, ENGLISH)) ?? []).map((at) => source.sentences[at]!.text));
