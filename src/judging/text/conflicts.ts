import type { Article, Claim } from '../evidence.js';
import { languageOf } from '../../languages/languages.js';
import { groupBy } from '../group-by.js';
import { differ, placeOf, type Difference } from './differences.js';
import { conflictsOfFields, MOST_WAYS } from './field-conflicts.js';
import { quantitiesOf } from './quantities.js';
import { said, SubjectTest } from './same-subject.js';
import type { Statement } from './statements.js';
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

/** Claims that are looked through for one that another conflicts with, and that are told to conflict with one. */
const MOST_OTHERS = 20;

/**
 * Finds statements that say the same of the same subject, but with another number or date, or one denies what the other
 * affirms. Made for few false alarms rather than for finding all: every content word of both must be accounted for,
 * they must name the same in the same order, and figures that are open ("over 40"), at another time or of another kind
 * are left alone, as is a series: statements that differ in more than `MOST_WAYS`. Linear: only statements with equal words
 * are compared.
 */
export function findConflicts(article: Article, statements: readonly Statement[]): Conflicts {
  const title = new Set(contentStems(article.title, languageOf(article.language)));
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
    else if (known.length < MOST_OTHERS && !known.some(({ other }) => other === conflict.other)) known.push(conflict);
  }
}

function compare(mine: readonly Statement[], theirs: readonly Statement[], subject: SubjectTest, found: Found): void {
  const difference = differ(mine[0]!, theirs[0]!);
  if (!difference) return;
  // Of many that say the same, one is enough to name.
  const few = theirs.slice(0, MOST_OTHERS);
  for (const statement of mine) {
    const other = few.find((their) => subject.isSame(statement, their));
    if (other) found.add(statement.claim, { ...difference, other: other.claim });
  }
}

/** All that is said, whoever or whatever in the title it is said of. */
function keyOf(s: Statement, title: ReadonlySet<string>): string {
  return JSON.stringify([...said(s)].filter((word) => !title.has(word)).sort());
}

/** Statements that are equal in this cannot conflict. */
function wayOf(s: Statement): string {
  const dates = s.figures.filter(({ kind }) => kind === 'date').map((date) => [date.date, placeOf(s, date)]);
  const quantities = quantitiesOf(s).all.map(({ text: _, ...size }) => size);
  return JSON.stringify([s.polarity, dates, quantities]);
}
