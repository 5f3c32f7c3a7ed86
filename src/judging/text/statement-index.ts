import type { Figure } from './figures.js';
import { groupBy } from '../group-by.js';
import { likeness, weightOf, type Weigh, type Weighed } from './likeness.js';
import type { Statement } from './statements.js';

/** Statements that are one in all that is compared. */
export interface Node extends Weighed {
  readonly statement: Statement;
  /** All that is compared, in one form: puts nodes in an order that does not depend on where they stand. */
  readonly key: string;
  /** In reading order; `statement` is the first. */
  readonly statements: Statement[];
  /** What its content and the label before it weigh: who needs no label to be understood says it more plainly. */
  readonly length: number;
}

/** Puts nodes in an order that their texts alone decide. */
export const compareKeys = (a: Node, b: Node): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

/** The statements of an article, equal ones as one. */
export function distinct(statements: readonly Statement[], weigh: Weigh): Node[] {
  return [...groupBy(statements, keyOf)].map(([key, same]) => {
    const [statement] = same as [Statement, ...Statement[]];
    const { content, setting } = statement;
    // Sorted, for sums of the same numbers in another order can differ in their last digit.
    const weighed = (stems: Iterable<string>): number => weightOf([...stems].sort(), weigh);
    const length = weighed(new Set([...content, ...setting]));
    return { key, statement, statements: same, weight: weighed(content), length };
  });
}

/** Cells of a table are kept apart: two columns of one row are never restatements. */
function keyOf(s: Statement): string {
  const figures = s.figures.map(figureKey);
  const cell = s.claim.block === 'CELL' ? [s.claim.column, s.claim.blockIndex] : [];
  return JSON.stringify([[...s.content].sort(), s.names, figures, s.polarity, s.former, [...s.setting], cell]);
}

const figureKey = (f: Figure): string => f.date ?? `${f.value}${f.kind}${f.currency ?? f.unit ?? ''}`;

/** A leader is indexed under its rarest stems; one that shares none of them cannot reach CONTAINED. */
const INDEXED_STEMS = 4;
/** Statements compared with one: a stem that leads to more is too common to tell anything without a figure beside it. */
const MOST_CANDIDATES = 200;

interface Entry<Group> {
  readonly node: Node;
  readonly group: Group;
}

/** Statements that speak for their groups, found by their rarest stems; where those are common, by stem and figure. */
export class StatementIndex<Group> {
  private readonly byStem = new Map<string, Entry<Group>[]>();
  private readonly byFigure = new Map<string, Entry<Group>[]>();

  /** @param isApart whether nothing in a group can be restated by the statement, whatever their words */
  constructor(
    private readonly weigh: Weigh,
    private readonly isApart: (group: Group, statement: Statement) => boolean,
  ) {}

  add(node: Node, group: Group): void {
    const { content, figures } = node.statement;
    for (const stem of this.rarestFirst(content).slice(0, INDEXED_STEMS)) {
      post(this.byStem, stem, { node, group });
      for (const figure of figures.slice(0, INDEXED_STEMS)) post(this.byFigure, beside(stem, figure), { node, group });
    }
  }

  /** The groups that say the same as a statement, the most like first. */
  alike(node: Node): Group[] {
    const { content, setting, figures } = node.statement;
    const candidates = new Map<Node, Group>();
    const take = (posting: readonly Entry<Group>[]): boolean => {
      if (candidates.size + posting.length > MOST_CANDIDATES) return false;
      for (const each of posting) candidates.set(each.node, each.group);
      return true;
    };
    for (const stem of this.rarestFirst(new Set([...content, ...setting]))) {
      if (take(this.byStem.get(stem) ?? [])) continue;
      for (const figure of figures.slice(0, INDEXED_STEMS)) take(this.byFigure.get(beside(stem, figure)) ?? []);
    }
    const alike: (Entry<Group> & { readonly likeness: number })[] = [];
    for (const [other, group] of candidates) {
      const found = this.isApart(group, node.statement) ? 0 : likeness(node, other, this.weigh);
      if (found > 0) alike.push({ node: other, group, likeness: found });
    }
    alike.sort((a, b) => rounded(b.likeness) - rounded(a.likeness) || compareKeys(a.node, b.node));
    return [...new Set(alike.map(({ group }) => group))];
  }

  private rarestFirst(stems: ReadonlySet<string>): string[] {
    return [...stems].sort((a, b) => this.weigh(b) - this.weigh(a) || (a < b ? -1 : 1));
  }
}

/** Without the last digits, which differ with the order of what was added up. */
const rounded = (likeness: number): number => Math.round(likeness * 1e9);

const beside = (stem: string, figure: Figure): string => `${stem} ${figureKey(figure)}`;

function post<Group>(postings: Map<string, Entry<Group>[]>, key: string, entry: Entry<Group>): void {
  const posting = postings.get(key);
  // What is longer than this is never looked through, however much longer.
  if (!posting) postings.set(key, [entry]);
  else if (posting.length <= MOST_CANDIDATES) posting.push(entry);
}
