import type { Article, Claim } from '../evidence.js';
import { figures, type Figure } from './figures.js';
import { cutQualifier } from './qualifiers.js';
import { polarityOf, type Polarity } from './polarity.js';
import { plain } from './normalise.js';
import { STOP_WORDS } from './stop-words.js';
import { stem, words, type Word } from './words.js';

/**
 * A claim, or one clause of a claim that joins several, as what it states: the form in which claims are compared.
 * "While ferries run daily, trams stop at nine" makes three statements: the whole, and its two clauses.
 */
export interface Statement {
  readonly claim: Claim;
  /** The claim as a whole, rather than one of its clauses. */
  readonly whole: boolean;
  /** Its words, plain, without label, condition and exception. Positions of figures are in this. */
  readonly text: string;
  /** Stems of what it states, in order of first occurrence, without figures. */
  readonly content: ReadonlySet<string>;
  /** Of a cell too short to speak for itself: stems of its own text; `content` has those of its label and heading too. */
  readonly own: ReadonlySet<string> | null;
  /** Of a cell: stems of its row's label. */
  readonly label: ReadonlySet<string>;
  /** It joins clauses, which are statements of their own. */
  readonly compound: boolean;
  /** Of a cell: stems of its column's heading. */
  readonly heading: ReadonlySet<string>;
  /**
   * Stems of what it stands under: of a cell that speaks for itself, its row's label; of a sentence, the label before it
   * ("Closing: …"). They can help a likeness, and never cost one.
   */
  readonly setting: ReadonlySet<string>;
  /** Stems of the proper names in the label before it and in the heading it stands under: what it may speak of unnamed. */
  readonly under: readonly string[];
  /** Stems of the proper names in it, in order of first occurrence: who does what to whom. */
  readonly names: readonly string[];
  readonly figures: readonly Figure[];
  readonly polarity: Polarity;
  /** It speaks of a state that it says is over: a column "Before", "previously", "used to". */
  readonly former: boolean;
  /** The condition or exception that it makes ("unless it rains"), as written; null when it makes none. */
  readonly qualifier: string | null;
}

/** A cell with fewer content words than this says nothing without its row's label and its column's heading. */
const SELF_CONTAINED = 3;
/** Clauses shorter than this are fragments of a list, not statements. In content words. */
const SHORTEST_CLAUSE = 3;

/** The statements of an article's checkable claims that have a text to compare, in reading order. */
export function readStatements(article: Article): Statement[] {
  const names = namesOf(article);
  return article.claims.filter(isComparable).flatMap((claim) => statementsOf(claim, names));
}

const NOTHING: ReadonlySet<string> = new Set();

/** A gap, and what is labelled as untrue, states nothing that others could say in other words. */
function isComparable(claim: Claim): boolean {
  if (!claim.checkable || claim.holes.length > 0) return false;
  if (claim.valueState !== null && claim.valueState !== 'PRESENT') return false;
  return !UNTRUE.test(labelOf(plain(claim.text)));
}

/** Labels under which articles quote what they go on to deny. */
const UNTRUE = /\b(myths?|misconceptions?|falsehoods?|fiction|rumou?rs?|hoax|debunked)\b/i;

/** Bounded, so that it cannot run far: an address is one thing, whatever words it is made of. */
const ADDRESS = /\bhttps?:\/\/([^\s<>"()]{1,300})/gi;
const asOneWord = (text: string): string =>
  text.replace(ADDRESS, (_, rest: string) => rest.replace(/[^\p{L}\p{N}]+/gu, ''));

function statementsOf(claim: Claim, names: ReadonlySet<string>): Statement[] {
  const text = asOneWord(plain(claim.text));
  const label = labelOf(text);
  const body = withoutAnswer(text.slice(label.length));
  const clauses = clausesOf(body);
  const read = (of: string) => readStatement(of, label, claim, names);
  const whole = { ...read(body), whole: true, compound: clauses.length > 1 };
  if (!whole.compound) return [whole];
  const parts = clauses.map((clause) => ({ ...read(clause), whole: false, compound: false }));
  return [whole, ...parts.filter((part) => part.content.size >= SHORTEST_CLAUSE)];
}

function readStatement(
  text: string,
  lead: string,
  claim: Claim,
  known: ReadonlySet<string>,
): Omit<Statement, 'whole' | 'compound'> {
  const { core, qualifier } = cutQualifier(text);
  const stated = figures(core);
  const all = words(core);
  const own = contentOf(all, stated);
  const isCell = claim.block === 'CELL';
  const label = isCell ? contentOf(words(claim.attribute ?? ''), []) : NOTHING;
  const heading = isCell ? contentOf(words(claim.column ?? ''), []) : NOTHING;
  const isShort = isCell && own.size < SELF_CONTAINED;
  return {
    claim,
    text: core,
    content: isShort ? new Set([...label, ...heading, ...own]) : own,
    own: isShort ? own : null,
    label,
    heading,
    setting: isShort ? NOTHING : isCell ? label : contentOf(words(lead), []),
    under: namesUnder(claim, lead, known),
    names: [...new Set(outside(all, stated).flatMap((word) => (isName(word, core, known) ? stem(word.text) : [])))],
    figures: stated,
    polarity: polarityOf(all),
    former: isFormer(claim, core),
    qualifier,
  };
}

function contentOf(all: readonly Word[], stated: readonly Figure[]): Set<string> {
  return new Set(outside(all, stated).flatMap((word) => (STOP_WORDS.has(word.text) ? [] : stem(word.text))));
}

/** The words that are no part of a figure: "December" in "2 December 2031" is neither content nor a name. */
function outside(all: readonly Word[], stated: readonly Figure[]): Word[] {
  let f = 0;
  return all.filter((word) => {
    while (f < stated.length && stated[f]!.end <= word.start) f++;
    return f >= stated.length || stated[f]!.start >= word.end;
  });
}

/** A heading stands over many claims, and is read for each. In UTF-16 units. */
const LONGEST_HEADING = 200;

/** In a heading capitals show nothing: a word of it is a name if the article's sentences write it as one. */
function namesUnder({ section }: Claim, label: string, known: ReadonlySet<string>): string[] {
  const text = plain(`${(section ?? '').slice(0, LONGEST_HEADING)}. ${label}`);
  const above = outside(words(text), figures(text)).filter((word) => known.has(word.text));
  return [...new Set(above.map((word) => stem(word.text)))].sort();
}

/** "Opening hours: ", where a statement follows; '' when there is no such label. */
function labelOf(text: string): string {
  const label = /^[^:.;!?]{1,80}: /.exec(text)?.[0] ?? '';
  return label !== '' && words(label).length <= 10 && words(text.slice(label.length)).length >= 3 ? label : '';
}

const withoutAnswer = (text: string): string => text.replace(/^(yes|no)\s*[,.;:-]\s*/i, '');

/**
 * Where one statement ends and another begins: a semicolon; a comma and "but", "while", "whereas", "although", "with",
 * or a participle ("…, allowing …"); "while" between two halves of a sentence. Not "and": it joins words more often.
 */
const CLAUSE_END =
  /\s*;\s*|,\s+(?:but|yet|while|whereas|although|though|with)\s+|\s+(?:while|whereas)\s+|,\s+(?:thus |thereby )?(?=\p{Ll}{2,20}ing\s)/giu;

function clausesOf(text: string): string[] {
  const opened = /^(?:while|although|though|whereas)\s+([^,]{3,300}),\s+(.*)$/i.exec(text);
  const parts = opened ? [opened[1]!, ...opened[2]!.split(CLAUSE_END)] : text.split(CLAUSE_END);
  return parts.filter((part) => part.trim() !== '').flatMap(halvesOf);
}

/** "… and keeps its old tickets": a verb and its object where a list after a figure would have another thing ("and dogs in …"). */
const GOES_ON = /^\p{Ll}{2,20}(?:[^s\P{Ll}]s|ed)\s+(?:the|an?|its|their|his|her|our|all|every|each|no|it|them)\b/u;
/** A unit that is written out, behind a figure: "40 tons". */
const LONGEST_UNIT = 12;

/** "The pier cut fares by 4% and keeps …": the figure ends what the first verb says. */
function endsInFigure(clause: string, stated: readonly Figure[]): boolean {
  const figure = stated.at(-1);
  if (!figure || /\bbetween\b/i.test(clause)) return false;
  return /^\W*\p{L}*$/u.test(clause.slice(figure.end)) && clause.length - figure.end <= LONGEST_UNIT;
}

/** "Adults pay 9 crowns and children pay 4": "and" joins two statements when both state a figure of one matter. */
function halvesOf(clause: string): string[] {
  const [first, second, more] = clause.split(/,?\s+and\s+/);
  if (first === undefined || second === undefined || more !== undefined) return [clause];
  const [one, other] = [figures(first), figures(second)];
  if (endsInFigure(first, one) && GOES_ON.test(second)) return [first, second];
  if (one.length !== 1 || other.length !== 1 || one[0]!.kind !== other[0]!.kind) return [clause];
  const content = contentOf(words(second), other);
  return [...contentOf(words(first), one)].some((shared) => content.has(shared)) ? [first, second] : [clause];
}

/** Headings and adverbs of a state that is over. */
const FORMER_HEADING =
  /\b(previous(ly)?|former(ly)?|old|older|earlier|prior|before|past|legacy|until now|original(ly)?)\b/i;
const FORMER_TEXT = /\b(previously|formerly|used to|in the past|back then|at the time)\b/i;

function isFormer(claim: Claim, core: string): boolean {
  if (claim.column !== null && FORMER_HEADING.test(claim.column)) return true;
  return FORMER_TEXT.test(core);
}

/** Words with a capital where a sentence does not ask for one, or with capitals or digits inside ("iOS", "X2"). */
function isName(word: Word, text: string, known: ReadonlySet<string>): boolean {
  if (STOP_WORDS.has(word.text)) return /^\p{Lu}\p{Lu}/u.test(word.raw);
  if (/^.+\p{Lu}/u.test(word.raw) || (/\p{L}/u.test(word.raw) && /\p{N}/u.test(word.raw))) return true;
  if (!/^\p{Lu}/u.test(word.raw)) return false;
  return opensSentence(word, text) ? known.has(word.text) : true;
}

const opensSentence = (word: Word, text: string): boolean =>
  /(^|[.!?:"(]\s*|["(])$/.test(text.slice(Math.max(0, word.start - 4), word.start));

/** The words that the article writes with a capital inside its sentences. Title Case texts show nothing. */
function namesOf(article: Article): Set<string> {
  const known = new Set<string>();
  for (const claim of article.claims) {
    const text = plain(claim.text);
    const all = words(text);
    const inside = all.filter((word) => !opensSentence(word, text) && !STOP_WORDS.has(word.text));
    const capitals = inside.filter((word) => /^\p{Lu}/u.test(word.raw));
    if (inside.length >= 4 && capitals.length > 0.7 * inside.length) continue;
    for (const word of capitals) known.add(word.text);
  }
  return known;
}
