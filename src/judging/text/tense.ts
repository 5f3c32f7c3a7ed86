import type { Language, TenseWords } from '../../languages/language.js';
import { figures } from './figures.js';
import { plain } from './normalise.js';
import { periodOf, type Period } from './periods.js';
import { words } from './words.js';

/** Whether a clause tells what has happened, what is to come, what was supposed ('would', 'might'), or none of it for sure. */
export type Tense = 'PAST' | 'FUTURE' | 'SUPPOSED' | 'NEITHER';

/** A date that a claim states, and how the clause around it speaks of that time. */
export interface DatedEvent {
  readonly text: string;
  readonly period: Period;
  readonly tense: Tense;
  /** The date bounds something ("until 2031", "by March") or belongs to a name ("the 2031 fair"): it does not say when. */
  readonly aside: boolean;
}

/** UTF-16 units before a date in which such words can stand. */
const BOUND_WITHIN = 24;
/** Every date with a year has one: a quick look before a slow one. */
const YEAR = /\d{4}/;

/** Whether a text may state a date with a year, in any language. */
export const mayBeDated = (text: string): boolean => YEAR.test(text);

/** The dates with a year that a claim states, in order, each with the tense of its clause; none without words of tense. */
export function datedEvents(claim: string, language: Language): DatedEvent[] {
  const { tense: forms } = language;
  if (!forms || !YEAR.test(claim)) return [];
  const text = plain(claim);
  const dates = figures(text, language).filter(({ kind }) => kind === 'date');
  if (dates.length === 0) return [];
  const clauses = clausesOf(text, forms);
  let at = 0;
  return dates.flatMap((date) => {
    while (clauses[at]!.end < date.end && at < clauses.length - 1) at++;
    const period = periodOf(date.date!);
    if (!period) return [];
    const clause = clauses[at]!;
    clause.tense ??= tenseOf(text.slice(clause.start, clause.end), forms);
    const before = text.slice(Math.max(0, date.start - BOUND_WITHIN), date.start);
    return [{ text: date.text, period, tense: clause.tense, aside: isAside(date.date!, before, forms) }];
  });
}

const isAside = (date: string, before: string, { bound, placed }: TenseWords): boolean =>
  bound.test(before) || (date.length === 4 && !placed.test(before));

interface Clause {
  readonly start: number;
  readonly end: number;
  /** Null until somebody asks. */
  tense: Tense | null;
}

function clausesOf(text: string, { clauseEnd }: TenseWords): Clause[] {
  const ends = [...text.matchAll(clauseEnd)].map(({ index }) => index);
  return [...ends, text.length].map((end, i) => ({ start: ends[i - 1] ?? 0, end, tense: null }));
}

/** The tense of one clause; NEITHER where it has no verb of past or future, or of both. */
export function tenseOf(clause: string, forms: TenseWords): Tense {
  // May is a month where it has a capital.
  const all = words(clause).map(({ raw, text }) => (raw === 'May' ? raw : text));
  if (all.some((word) => forms.hypothetical.has(word) || forms.hypotheticalEnding.test(word))) return 'SUPPOSED';
  const future = all.some((word, i) => isFuture(all, word, i, forms));
  const past = all.some((word, i) => isPast(all, word, i, forms));
  if (future) return past ? 'NEITHER' : 'FUTURE';
  return past ? 'PAST' : 'NEITHER';
}

function isFuture(all: readonly string[], word: string, i: number, forms: TenseWords): boolean {
  const { planning, planned, pastAuxiliaries, presentBe, to } = forms;
  if (forms.futureModals.has(word) || forms.future.test(word)) return true;
  if (planning.has(word)) return all[i + 1] === to;
  if (planned.has(word) && all[i + 1] === to)
    return !all.slice(Math.max(0, i - 3), i).some((each) => pastAuxiliaries.has(each));
  if (!presentBe.has(word)) return false;
  // "Is to open", "is now expected to open", "is due in March".
  const next = all.slice(i + 1, i + 4);
  return next[0] === to || next.some((each) => planned.has(each));
}

function isPast(all: readonly string[], word: string, i: number, forms: TenseWords): boolean {
  const { planned, presentBe, determiners, to } = forms;
  const before = all[i - 1] ?? '';
  if (forms.pastAuxiliaries.has(word)) return true;
  if (!forms.past.test(word) && !forms.irregularPast.has(word)) return false;
  // A participle after "is" tells a state, after "to" nothing at all; after a determiner it is an adjective or noun.
  return (
    !planned.has(word) &&
    !all.slice(Math.max(0, i - 3), i).some((each) => presentBe.has(each)) &&
    before !== to &&
    !determiners.has(before)
  );
}
