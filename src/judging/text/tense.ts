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

/** Finite forms of "be", "have" and "do" in the past (Quirk et al. 1985, §3.31–36). */
const PAST_AUXILIARIES = new Set('was were had did'.split(' '));
/** Past forms that differ from the verb: the irregular verbs of Quirk et al. (1985), §3.11–20, as texts report by them. */
const IRREGULAR_PAST = new Set(
  `became began bought broke brought built came caught chose cost cut drew fell fled flew forbade forgot found fought froze
   gave got grew held kept knew laid led left lent lost made met paid put ran rang rose said sang sank sat saw sent set shook
   shot shut sold sought spent split spoke spread stole stood struck swore swept taught threw told took thought tore
   understood undertook went withdrew woke won wore wrote`.split(/\s+/),
);
/** Modals of what is to come. */
const FUTURE_MODALS = new Set("will shall won't".split(' '));
const HYPOTHETICAL = new Set('would could should might may'.split(' '));
/** What makes "is … to" and "is … for" speak of what is to come (Quirk et al. 1985, §4.41–48). */
const PLANNED = new Set(
  'bound due expected forecast intended planned projected scheduled set slated supposed targeted going'.split(' '),
);
const PLANNING = new Set('aims expects hopes intends plans promises wants aim expect hope intend plan'.split(' '));
const PRESENT_BE = new Set('am are is be being'.split(' '));
const DETERMINERS = new Set('a an the its his her their our this that these those'.split(' '));

/** Before a date that limits something instead of placing it. */
const BOUND =
  /\b(?:by|until|till|before|through|to|than|for|of|[-–—])\s*(?:the\s+)?(?:end\s+of\s+|early\s+|late\s+|mid-?\s*)?$/i;
/** Before a bare year that says when. */
const PLACED =
  /(?:^|[.,;:(]|\b(?:in|during|since|from|after|around|circa|early|late|mid|year|spring|summer|autumn|fall|winter))[\s-]*$/i;
/** UTF-16 units before a date in which such words can stand. */
const BOUND_WITHIN = 24;
/** Where one clause ends and the next begins, roughly: a stop inside, or a comma with a conjunction. */
const CLAUSE_END = /[;:()]|\s[–—-]\s|,\s+(?:and|but|or|while|whereas|although|though|which|who|when|where)\s/g;

/** Every date with a year has one: a quick look before a slow one. */
const YEAR = /\d{4}/;

/** The dates with a year that a claim states, in order, each with the tense of its clause. English. */
export function datedEvents(claim: string): DatedEvent[] {
  if (!YEAR.test(claim)) return [];
  const text = plain(claim);
  const dates = figures(text).filter(({ kind }) => kind === 'date');
  if (dates.length === 0) return [];
  const clauses = clausesOf(text);
  let at = 0;
  return dates.flatMap((date) => {
    while (clauses[at]!.end < date.end && at < clauses.length - 1) at++;
    const period = periodOf(date.date!);
    if (!period) return [];
    const clause = clauses[at]!;
    clause.tense ??= tenseOf(text.slice(clause.start, clause.end));
    const before = text.slice(Math.max(0, date.start - BOUND_WITHIN), date.start);
    return [{ text: date.text, period, tense: clause.tense, aside: isAside(date.date!, before) }];
  });
}

const isAside = (date: string, before: string): boolean =>
  BOUND.test(before) || (date.length === 4 && !PLACED.test(before));

interface Clause {
  readonly start: number;
  readonly end: number;
  /** Null until somebody asks. */
  tense: Tense | null;
}

function clausesOf(text: string): Clause[] {
  const ends = [...text.matchAll(CLAUSE_END)].map(({ index }) => index);
  return [...ends, text.length].map((end, i) => ({ start: ends[i - 1] ?? 0, end, tense: null }));
}

/** The tense of one clause; NEITHER where it has no verb of past or future, or of both. */
export function tenseOf(clause: string): Tense {
  // May is a month where it has a capital.
  const all = words(clause).map(({ raw, text }) => (raw === 'May' ? raw : text));
  if (all.some((word) => HYPOTHETICAL.has(word))) return 'SUPPOSED';
  const future = all.some((word, i) => isFuture(all, word, i));
  const past = all.some((word, i) => isPast(all, word, i));
  if (future) return past ? 'NEITHER' : 'FUTURE';
  return past ? 'PAST' : 'NEITHER';
}

function isFuture(all: readonly string[], word: string, i: number): boolean {
  if (FUTURE_MODALS.has(word) || word.endsWith("'ll")) return true;
  if (PLANNING.has(word)) return all[i + 1] === 'to';
  if (PLANNED.has(word) && all[i + 1] === 'to')
    return !all.slice(Math.max(0, i - 3), i).some((each) => PAST_AUXILIARIES.has(each));
  if (!PRESENT_BE.has(word)) return false;
  // "Is to open", "is now expected to open", "is due in March".
  const next = all.slice(i + 1, i + 4);
  return next[0] === 'to' || next.some((each) => PLANNED.has(each));
}

function isPast(all: readonly string[], word: string, i: number): boolean {
  const before = all[i - 1] ?? '';
  if (PAST_AUXILIARIES.has(word)) return true;
  if (!/[a-z]ed$/.test(word) && !IRREGULAR_PAST.has(word)) return false;
  // A participle after "is" tells a state, after "to" nothing at all; after a determiner it is an adjective or noun.
  return (
    !PLANNED.has(word) &&
    ![...all.slice(Math.max(0, i - 3), i)].some((each) => PRESENT_BE.has(each)) &&
    before !== 'to' &&
    !DETERMINERS.has(before)
  );
}
