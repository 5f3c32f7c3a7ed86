import type { Article } from '../evidence.js';
import type { Language } from '../../languages/language.js';
import { agree } from './agreement.js';
import { isVague, turnAlike } from './differences.js';
import { figures, type Figure } from './figures.js';
import { lexiconOf } from './lexicon.js';
import { plain } from './normalise.js';
import { quantitiesOf } from './quantities.js';
import type { Statement } from './statements.js';

/** Statements of fewer stems ("Revenue was $5 million") leave their subject to what stands around them. */
const SELF_CONTAINED = 2;
/** So do somewhat longer ones that go on what other sentences began: "The city pays half of the premium." */
const SELF_CONTAINED_WITHIN = 4;

/** The stems of what a statement says, in the form in which statements are held together: figures and their units aside. */
export function said(s: Statement): Set<string> {
  const dated = s.figures.some((figure) => figure.kind === 'date');
  // A cell that names nobody speaks of its row and column.
  const isNameless = s.claim.block === 'CELL' && s.names.length === 0;
  const all = isNameless ? [...s.content, ...s.label, ...s.heading] : [...s.content];
  const { stems } = quantitiesOf(s);
  const { stative, attributeStem } = lexiconOf(s.language);
  return new Set(
    all
      .filter((word) => !stative.has(word) && !stems.has(word) && !(dated && word === s.language.logic?.date))
      .map(attributeStem),
  );
}

/** Whether two statements of equal words speak of one thing. */
export class SubjectTest {
  private readonly frames = new Map<number, readonly Figure[]>();
  /** By ordinal: sections can have one title, "Results" under each of several headings. */
  private readonly sections = new Map<number, number>();
  /** By ordinal: which list it is an item of, lists in lists as one. */
  private readonly lists = new Map<number, number>();

  constructor(
    private readonly article: Article,
    private readonly title: ReadonlySet<string>,
  ) {
    let [section, list] = [0, 0];
    for (const [i, { ordinal, ...claim }] of article.claims.entries()) {
      const before = article.claims[i - 1];
      if (before && before.section !== claim.section) section++;
      if (before?.section !== claim.section || before.block !== 'LIST_ITEM') list++;
      this.sections.set(ordinal, section);
      if (claim.block === 'LIST_ITEM') this.lists.set(ordinal, list);
    }
  }

  private inOneSection(a: Statement, b: Statement): boolean {
    return this.sections.get(a.claim.ordinal) === this.sections.get(b.claim.ordinal);
  }

  isSame(a: Statement, b: Statement): boolean {
    if (a.claim === b.claim || a.claim.blockIndex === b.claim.blockIndex) return false;
    if (isApart(a) || isApart(b) || !this.atOneTime(a, b) || this.areListed(a, b)) return false;
    if (a.polarity !== b.polarity && (deniesAside(a) || deniesAside(b))) return false;
    if (!turnAlike(a, b) || !sameWords(a, b) || !this.standAlike(a, b)) return false;
    const size = said(a).size;
    if (size < SELF_CONTAINED && !this.explainEachOther(a, b)) return false;
    if (size < SELF_CONTAINED_WITHIN && a.names.length === 0 && this.goOn(a, b)) return false;
    if (isRead(a, b) || isRead(b, a)) return true;
    return a.names.length === b.names.length && a.names.every((name, i) => b.names[i] === name);
  }

  /**
   * Fields have one subject only under one label and in one section. Two cells never surely have: other rows under one
   * label are other things, and other tables other times.
   */
  private standAlike(a: Statement, b: Statement): boolean {
    if (isCell(a) && isCell(b)) return false;
    if (isRead(a, b) || isRead(b, a)) return true;
    const [mine, theirs] = [a.claim, b.claim];
    if (isCell(a) || isCell(b) || mine.attribute !== theirs.attribute) return false;
    if (mine.attribute !== null) return this.inOneSection(a, b) && !IN_A_GROUP.test(mine.attribute);
    const isPointing = isVague(a) || isVague(b) || (a.setting.size > 0 && b.setting.size > 0);
    if (isPointing && !this.inOneSection(a, b)) return false;
    return sameLabels(a, b) && this.unnamed(a) === this.unnamed(b);
  }

  /** Items of one list tell of things that are set side by side. */
  private areListed(a: Statement, b: Statement): boolean {
    const list = this.lists.get(a.claim.ordinal);
    return list !== undefined && list === this.lists.get(b.claim.ordinal);
  }

  /** Both stand within a paragraph, in other sections: the sentences before them can speak of different things. */
  private goOn(a: Statement, b: Statement): boolean {
    return !this.inOneSection(a, b) && !this.opensBlock(a) && !this.opensBlock(b);
  }

  /** Not so where what stands around them sets other times: "2030" and "2031" as headings, or sentences before them. */
  private atOneTime(a: Statement, b: Statement): boolean {
    const [here, there] = [numbersOf(a), numbersOf(b)];
    if (here !== '' && there !== '' && here !== there) return false;
    const [mine, theirs] = [this.framed(a), this.framed(b)];
    return mine.length === 0 || theirs.length === 0 || mine.some((date) => theirs.some((other) => agree(date, other)));
  }

  /** The dates of its heading, else of the nearest sentence before it in its paragraph; none when it states one itself. */
  private framed({ claim, language, figures: own }: Statement): readonly Figure[] {
    if (own.some(isDate)) return [];
    const known = this.frames.get(claim.ordinal);
    if (known) return known;
    let dates = datesIn((claim.section ?? '').slice(0, LONGEST_HEADING), language);
    for (let i = 1; dates.length === 0 && i <= SENTENCES_BACK; i++) {
      const earlier = this.article.claims[claim.ordinal - 1 - i];
      if (!earlier || earlier.blockIndex !== claim.blockIndex) break;
      dates = datesIn(earlier.text, language);
    }
    this.frames.set(claim.ordinal, dates);
    return dates;
  }

  /** The names under which it stands, and which it may leave out for that. */
  private unnamed({ under, content }: Statement): string {
    return under.filter((name) => !this.title.has(name) && !content.has(name)).join();
  }

  /** Both are of one date, or sentences that open paragraphs of one section; "Default: 2" is of what stands above it. */
  private explainEachOther(a: Statement, b: Statement): boolean {
    const dates = a.figures.filter(({ kind }) => kind === 'date');
    if (dates.some((date) => b.figures.some((other) => agree(date, other)))) return true;
    if (isLabelled(a) || isLabelled(b)) return false;
    if (!endsSentence(a) || !endsSentence(b)) return false;
    return this.inOneSection(a, b) && this.opensBlock(a) && this.opensBlock(b) && a.figures.length > 0;
  }

  private opensBlock({ whole, claim }: Statement): boolean {
    return whole && this.article.claims[claim.ordinal - 2]?.blockIndex !== claim.blockIndex;
  }
}

/** "North: Sales rose by 3 %" and "South: Sales rose by 5 %" */
function sameLabels(a: Statement, b: Statement): boolean {
  return a.setting.size === 0 || b.setting.size === 0 || [...a.setting].join() === [...b.setting].join();
}

/** Sentences of a paragraph that are looked through for the time of which one speaks. */
const SENTENCES_BACK = 10;
const LONGEST_HEADING = 200;

const isDate = ({ kind }: Figure): boolean => kind === 'date';
const datesIn = (text: string, language: Language): readonly Figure[] => figures(plain(text), language).filter(isDate);

/**
 * The numbers of a heading: of a version, a season, a year. Not those that only count the headings: "3. Prices", "Part 2".
 */
function numbersOf({ claim: { section }, language: { logic } }: Statement): string {
  const heading = (section ?? '').slice(0, LONGEST_HEADING);
  const named = heading
    .replace(/^\W*\d{1,2}(?:\.\d{1,2}){0,3}[.):]?\s+(?=\p{L})/u, '')
    .replace(logic?.countedHeading ?? '', '');
  return named.match(/\d+/g)?.join('.') ?? '';
}

/** What is said to the reader ("You need a pass") holds under conditions that stand around it; each example is another. */
const isApart = ({ text, language: { logic } }: Statement): boolean => logic?.apart.test(text) ?? false;

/** "• Total": one of the rows under another label, which the next group of rows has, too. */
const IN_A_GROUP = /^[•·‣–-]\s/u;

/** "75 % (transparency)" is no sentence: what it is of stands elsewhere. */
const endsSentence = ({ claim }: Statement): boolean => /[.!?…]["'”’)\]]*$/u.test(claim.text);

const isLabelled = ({ text }: Statement): boolean => /^[^:]{1,80}:\s/.test(text);

/** It denies in brackets, or of what it speaks: "Ferries that do not run at night". */
const deniesAside = ({ text, language: { logic } }: Statement): boolean => logic?.deniesAside.test(text) ?? false;

const isCell = ({ claim }: Statement): boolean => claim.block === 'CELL';

/** A sentence that reads a short cell aloud: it names its row and its column. */
const isRead = (sentence: Statement, cell: Statement): boolean =>
  sentence.claim.attribute === null && !isCell(sentence) && isCell(cell) && cell.own !== null && cell.heading.size > 0;

function sameWords(a: Statement, b: Statement): boolean {
  const [mine, theirs] = [said(a), said(b)];
  return mine.size === theirs.size && [...mine].every((word) => theirs.has(word));
}
