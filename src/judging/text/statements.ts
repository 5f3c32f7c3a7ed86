import type { Article, Claim } from '../evidence.js';
import type { Language, LogicWords } from '../../languages/language.js';
import { languageOf } from '../../languages/languages.js';
import { figures, type Figure } from './figures.js';
import { cutQualifier } from './qualifiers.js';
import { polarityOf, type Polarity } from './polarity.js';
import { plain } from './normalise.js';
import { stem, words, type Word } from './words.js';

/** What of a claim says what it states. */
export type StatedClaim = Pick<
  Claim,
  'text' | 'block' | 'blockIndex' | 'attribute' | 'column' | 'section' | 'checkable' | 'holes' | 'valueState'
>;

/** Claims of one language that are compared with each other. */
export interface StatedClaims<C extends StatedClaim> {
  /** BCP 47; null: English is assumed. */
  readonly language: Article['language'];
  readonly claims: readonly C[];
}

/**
 * A claim, or one clause of a claim that joins several, as what it states: the form in which claims are compared.
 * "While ferries run daily, trams stop at nine" makes three statements: the whole, and its two clauses.
 */
export interface Statement<C extends StatedClaim = Claim> {
  readonly claim: C;
  /** Whose words it is made of. */
  readonly language: Language;
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

/** The statements of the checkable claims that have a text to compare, in their order. */
export function readStatements<C extends StatedClaim>(of: StatedClaims<C>): Statement<C>[] {
  const language = languageOf(of.language);
  const names = namesOf(of.claims, language);
  return of.claims
    .filter((claim) => isComparable(claim, language))
    .flatMap((claim) => statementsOf(claim, names, language));
}

const NOTHING: ReadonlySet<string> = new Set();

/** A gap, and what is labelled as untrue, states nothing that others could say in other words. */
function isComparable(claim: StatedClaim, language: Language): boolean {
  if (!claim.checkable || claim.holes.length > 0) return false;
  if (claim.valueState !== null && claim.valueState !== 'PRESENT') return false;
  return !language.logic?.untrue.test(labelOf(plain(claim.text)));
}

/** Bounded, so that it cannot run far: an address is one thing, whatever words it is made of. */
const ADDRESS = /\bhttps?:\/\/([^\s<>"()]{1,300})/gi;
const asOneWord = (text: string): string =>
  text.replace(ADDRESS, (_, rest: string) => rest.replace(/[^\p{L}\p{N}]+/gu, ''));

function statementsOf<C extends StatedClaim>(claim: C, names: ReadonlySet<string>, language: Language): Statement<C>[] {
  const text = asOneWord(plain(claim.text));
  const label = labelOf(text);
  const body = withoutAnswer(text.slice(label.length), language);
  const clauses = clausesOf(body, language);
  const read = (of: string) => readStatement(of, label, claim, names, language);
  const whole = { ...read(body), whole: true, compound: clauses.length > 1 };
  if (!whole.compound) return [whole];
  const parts = clauses.map((clause) => ({ ...read(clause), whole: false, compound: false }));
  return [whole, ...parts.filter((part) => part.content.size >= SHORTEST_CLAUSE)];
}

function readStatement<C extends StatedClaim>(
  text: string,
  lead: string,
  claim: C,
  known: ReadonlySet<string>,
  language: Language,
): Omit<Statement<C>, 'whole' | 'compound'> {
  const { core, qualifier } = cutQualifier(text, language);
  const stated = figures(core, language);
  const all = words(core);
  const contentIn = (part: string) => contentOf(words(part), [], language);
  const own = contentOf(all, stated, language);
  const isCell = claim.block === 'CELL';
  const label = isCell ? contentIn(claim.attribute ?? '') : NOTHING;
  const heading = isCell ? contentIn(claim.column ?? '') : NOTHING;
  const isShort = isCell && own.size < SELF_CONTAINED;
  const namesIn = outside(all, stated).flatMap((word) =>
    isName(word, core, known, language) ? stem(word.text, language) : [],
  );
  return {
    claim,
    language,
    text: core,
    content: isShort ? new Set([...label, ...heading, ...own]) : own,
    own: isShort ? own : null,
    label,
    heading,
    setting: isShort ? NOTHING : isCell ? label : contentIn(lead),
    under: namesUnder(claim, lead, known, language),
    names: [...new Set(namesIn)],
    figures: stated,
    polarity: polarityOf(all, language),
    former: isFormer(claim, core, language),
    qualifier,
  };
}

function contentOf(all: readonly Word[], stated: readonly Figure[], language: Language): Set<string> {
  return new Set(
    outside(all, stated).flatMap((word) => (language.stopWords.has(word.text) ? [] : stem(word.text, language))),
  );
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
function namesUnder({ section }: StatedClaim, label: string, known: ReadonlySet<string>, language: Language): string[] {
  const text = plain(`${(section ?? '').slice(0, LONGEST_HEADING)}. ${label}`);
  const above = outside(words(text), figures(text, language)).filter((word) => known.has(word.text));
  return [...new Set(above.map((word) => stem(word.text, language)))].sort();
}

/** "Opening hours: ", where a statement follows; '' when there is no such label. */
function labelOf(text: string): string {
  const label = /^[^:.;!?]{1,80}: /.exec(text)?.[0] ?? '';
  return label !== '' && words(label).length <= 10 && words(text.slice(label.length)).length >= 3 ? label : '';
}

const withoutAnswer = (text: string, { logic }: Language): string => (logic ? text.replace(logic.yesNo, '') : text);

/** A semicolon; a comma and "but", "while" and their like, or a participle. Not "and": it joins words more often. */
function clausesOf(text: string, language: Language): string[] {
  const { logic } = language;
  if (!logic) return [text];
  const opened = logic.openedClause.exec(text);
  const parts = opened ? [opened[1]!, ...opened[2]!.split(logic.clauseEnd)] : text.split(logic.clauseEnd);
  return parts.filter((part) => part.trim() !== '').flatMap((part) => halvesOf(part, language, logic));
}

/** A unit that is written out, behind a figure: "40 tons". */
const LONGEST_UNIT = 12;

/** "The pier cut fares by 4% and keeps …": the figure ends what the first verb says. */
function endsInFigure(clause: string, stated: readonly Figure[], { betweenWord }: LogicWords): boolean {
  const figure = stated.at(-1);
  if (!figure || betweenWord.test(clause)) return false;
  return /^\W*\p{L}*$/u.test(clause.slice(figure.end)) && clause.length - figure.end <= LONGEST_UNIT;
}

/** "Adults pay 9 crowns and children pay 4": "and" joins two statements when both state a figure of one matter. */
function halvesOf(clause: string, language: Language, logic: LogicWords): string[] {
  const [first, second, more] = clause.split(logic.and);
  if (first === undefined || second === undefined || more !== undefined) return [clause];
  const [one, other] = [figures(first, language), figures(second, language)];
  // "… and keeps its old tickets": a verb and its object where a list after a figure would have another thing.
  if (endsInFigure(first, one, logic) && logic.goesOn.test(second)) return [first, second];
  if (one.length !== 1 || other.length !== 1 || one[0]!.kind !== other[0]!.kind) return [clause];
  const content = contentOf(words(second), other, language);
  return [...contentOf(words(first), one, language)].some((shared) => content.has(shared)) ? [first, second] : [clause];
}

/** Its column or its words say that the state is over. */
function isFormer(claim: StatedClaim, core: string, { logic }: Language): boolean {
  if (!logic) return false;
  return (claim.column !== null && logic.formerHeading.test(claim.column)) || logic.formerText.test(core);
}

/** Words with a capital where a sentence does not ask for one, or with capitals or digits inside ("iOS", "X2"). */
function isName(word: Word, text: string, known: ReadonlySet<string>, language: Language): boolean {
  if (language.stopWords.has(word.text)) return /^\p{Lu}\p{Lu}/u.test(word.raw);
  if (/^.+\p{Lu}/u.test(word.raw) || (/\p{L}/u.test(word.raw) && /\p{N}/u.test(word.raw))) return true;
  if (!/^\p{Lu}/u.test(word.raw)) return false;
  return opensSentence(word, text) || language.capitalNouns ? known.has(word.text) : true;
}

const opensSentence = (word: Word, text: string): boolean =>
  /(^|[.!?:"(]\s*|["(])$/.test(text.slice(Math.max(0, word.start - 4), word.start));

/**
 * The words that the article writes with a capital inside its sentences, and where all nouns have one, never behind a
 * word or number that makes it a common noun. Title Case texts show nothing.
 */
function namesOf(claims: readonly StatedClaim[], { stopWords, capitalNouns }: Language): Set<string> {
  const known = new Set<string>();
  const common = new Set<string>();
  for (const claim of claims) {
    const text = plain(claim.text);
    const all = words(text);
    for (const [i, word] of capitalNouns ? all.entries() : []) {
      const before = all[i - 1]?.text ?? '';
      if (capitalNouns!.has(before) || /\p{N}/u.test(before)) common.add(word.text);
    }
    const inside = all.filter((word) => !opensSentence(word, text) && !stopWords.has(word.text));
    const capitals = inside.filter((word) => /^\p{Lu}/u.test(word.raw));
    if (inside.length >= 4 && capitals.length > 0.7 * inside.length && !capitalNouns) continue;
    for (const word of capitals) known.add(word.text);
  }
  for (const word of common) known.delete(word);
  return known;
}
