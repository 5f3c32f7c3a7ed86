import type { Article, Claim } from '../evidence.js';
import { groupBy } from '../group-by.js';
import { differ, isVague, roleOf, turnAlike, type Difference } from './differences.js';
import { agree } from './agreement.js';
import { figures, type Figure } from './figures.js';
import { conflictsOfFields, MOST_WAYS } from './field-conflicts.js';
import { attributeStem, STATIVE } from './lexicon.js';
import { quantitiesOf } from './quantities.js';
import type { Statement } from './statements.js';
import { plain } from './normalise.js';
import { contentStems } from './words.js';

/** What one claim says against another. */
export interface Conflict extends Difference {
  readonly other: Claim;
}

/** Which claims of one article cannot both be true. */
export interface Conflicts {
  /** The claims that one claim conflicts with, in reading order; one for each way in which they differ from it. */
  of(claim: Claim): readonly Conflict[];
}

/** Statements of fewer stems ("Revenue was $5 million") leave their subject to what stands around them. */
const SELF_CONTAINED = 2;

/**
 * Finds statements that say the same of the same subject, but with another number or date, or one denies what the other
 * affirms. Made for few false alarms rather than for finding all: every content word of both must be accounted for,
 * they must name the same in the same order, and figures that are open ("over 40"), at another time or of another kind
 * are left alone. Linear: only statements with equal words are compared.
 */
export function findConflicts(article: Article, statements: readonly Statement[]): Conflicts {
  const title = new Set(contentStems(article.title));
  const subject = new SubjectTest(article, title);
  const found = new Found();
  for (const bucket of groupBy(statements, (s) => keyOf(s, title)).values()) {
    if (bucket.length < 2 || ![...said(bucket[0]!)].some((word) => !title.has(word))) continue;
    const ways = [...groupBy(bucket, (s) => wayOf(s)).values()];
    if (ways.length < 2 || ways.length > MOST_WAYS) continue;
    for (const mine of ways) {
      for (const theirs of ways) if (mine !== theirs) compare(mine, theirs, subject, found);
    }
  }
  for (const { field, sentence, difference } of conflictsOfFields(statements, title)) {
    found.add(field, { ...difference, other: sentence });
    found.add(sentence, { kind: difference.kind, here: difference.there, there: difference.here, other: field });
  }
  return found;
}

class Found implements Conflicts {
  private readonly byClaim = new Map<number, Conflict[]>();

  of(claim: Claim): readonly Conflict[] {
    return (this.byClaim.get(claim.ordinal) ?? []).toSorted((a, b) => a.other.ordinal - b.other.ordinal);
  }

  add(claim: Claim, conflict: Conflict): void {
    const known = this.byClaim.get(claim.ordinal);
    if (!known) this.byClaim.set(claim.ordinal, [conflict]);
    else if (known.length < MOST_WAYS && !known.some(({ other }) => other === conflict.other)) known.push(conflict);
  }
}

function compare(mine: readonly Statement[], theirs: readonly Statement[], subject: SubjectTest, found: Found): void {
  const difference = differ(mine[0]!, theirs[0]!);
  if (!difference) return;
  // Of many that say the same, one is enough to name.
  const few = theirs.slice(0, MOST_WAYS);
  for (const statement of mine) {
    const other = few.find((their) => subject.isSame(statement, their));
    if (other) found.add(statement.claim, { ...difference, other: other.claim });
  }
}

/** All that is said, whoever or whatever in the title it is said of. */
function keyOf(s: Statement, title: ReadonlySet<string>): string {
  return JSON.stringify([...said(s)].filter((word) => !title.has(word)).sort());
}

function said(s: Statement): Set<string> {
  const dated = s.figures.some((figure) => figure.kind === 'date');
  // A cell that names nobody speaks of its row and column.
  const isNameless = s.claim.block === 'CELL' && s.names.length === 0;
  const all = isNameless ? [...s.content, ...s.label, ...s.heading] : [...s.content];
  const { stems } = quantitiesOf(s);
  return new Set(
    all.filter((word) => !STATIVE.has(word) && !stems.has(word) && !(dated && word === 'date')).map(attributeStem),
  );
}

/** Statements that are equal in this cannot conflict. */
function wayOf(s: Statement): string {
  const dates = s.figures.filter(({ kind }) => kind === 'date').map((date) => [date.date, roleOf(s.text, date)]);
  const quantities = quantitiesOf(s).all.map(({ text: _, ...size }) => size);
  return JSON.stringify([s.polarity, dates, quantities]);
}

/** Whether two statements of equal words speak of one thing. */
class SubjectTest {
  private readonly frames = new Map<number, readonly Figure[]>();
  /** By ordinal: sections can have one title, "Results" under each of several headings. */
  private readonly sections: ReadonlyMap<number, number>;

  constructor(
    private readonly article: Article,
    private readonly title: ReadonlySet<string>,
  ) {
    let section = 0;
    this.sections = new Map(
      article.claims.map((claim, i) => {
        if (i > 0 && claim.section !== article.claims[i - 1]!.section) section++;
        return [claim.ordinal, section];
      }),
    );
  }

  private inOneSection(a: Statement, b: Statement): boolean {
    return this.sections.get(a.claim.ordinal) === this.sections.get(b.claim.ordinal);
  }

  isSame(a: Statement, b: Statement): boolean {
    if (a.claim === b.claim || a.claim.blockIndex === b.claim.blockIndex) return false;
    if (isAddressed(a) || isAddressed(b) || !this.atOneTime(a, b)) return false;
    if (!turnAlike(a, b) || !sameWords(a, b) || !this.standAlike(a, b)) return false;
    if (said(a).size < SELF_CONTAINED && !this.explainEachOther(a, b)) return false;
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
    if (mine.attribute !== null || isVague(a) || isVague(b)) return this.inOneSection(a, b);
    if (a.setting.size > 0 && b.setting.size > 0 && !this.inOneSection(a, b)) return false;
    return sameLabels(a, b) && this.unnamed(a) === this.unnamed(b);
  }

  /** Not so where what stands around them sets other times: "2030" and "2031" as headings, or sentences before them. */
  private atOneTime(a: Statement, b: Statement): boolean {
    const [mine, theirs] = [this.framed(a), this.framed(b)];
    return mine.length === 0 || theirs.length === 0 || mine.some((date) => theirs.some((other) => agree(date, other)));
  }

  /** The dates of its heading, else of the nearest sentence before it in its paragraph; none when it states one itself. */
  private framed({ claim, figures: own }: Statement): readonly Figure[] {
    if (own.some(isDate)) return [];
    const known = this.frames.get(claim.ordinal);
    if (known) return known;
    let dates = datesIn((claim.section ?? '').slice(0, LONGEST_HEADING));
    for (let i = 1; dates.length === 0 && i <= SENTENCES_BACK; i++) {
      const earlier = this.article.claims[claim.ordinal - 1 - i];
      if (!earlier || earlier.blockIndex !== claim.blockIndex) break;
      dates = datesIn(earlier.text);
    }
    this.frames.set(claim.ordinal, dates);
    return dates;
  }

  /** The names under which it stands, and which it may leave out for that. */
  private unnamed({ under, content }: Statement): string {
    return under.filter((name) => !this.title.has(name) && !content.has(name)).join();
  }

  /** Both are of one date, or open paragraphs of one section. */
  private explainEachOther(a: Statement, b: Statement): boolean {
    const dates = a.figures.filter(({ kind }) => kind === 'date');
    if (dates.some((date) => b.figures.some((other) => agree(date, other)))) return true;
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
const datesIn = (text: string): readonly Figure[] => figures(plain(text)).filter(isDate);

/** What is said to the reader ("You need a pass") holds where he is told so, under conditions that stand around it. */
const isAddressed = ({ text }: Statement): boolean => /^\W*you\b/i.test(text);

const isCell = ({ claim }: Statement): boolean => claim.block === 'CELL';

/** A sentence that reads a short cell aloud: it names its row and its column. */
const isRead = (sentence: Statement, cell: Statement): boolean =>
  sentence.claim.attribute === null && !isCell(sentence) && isCell(cell) && cell.own !== null && cell.heading.size > 0;

function sameWords(a: Statement, b: Statement): boolean {
  const [mine, theirs] = [said(a), said(b)];
  return mine.size === theirs.size && [...mine].every((word) => theirs.has(word));
}
