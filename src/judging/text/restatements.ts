import type { Claim } from '../evidence.js';
import { groupBy } from '../group-by.js';
import { agree } from './figures.js';
import { canAgree, likeness, weightOf, weights, type Weigh, type Weighed } from './likeness.js';
import type { Statement } from './statements.js';

/** Which claims of one article say the same thing in other words. */
export interface Restatements {
  /** In the order of their numbers. */
  readonly groups: readonly RestatementGroup[];
  /**
   * What the claim says that other claims say too: one for a claim that is restated as a whole, several for one that
   * joins statements which stand alone elsewhere.
   */
  partsOf(claim: Claim): readonly RestatedPart[];
}

/** What rules need to know of a statement that is made more than once. */
export type RestatedStatement = Pick<Statement, 'claim' | 'whole' | 'qualifier'>;

/** One statement of a claim that other claims of the article make too. */
export interface RestatedPart {
  readonly statement: RestatedStatement;
  readonly group: RestatementGroup;
  /** Other groups that it says the same as: they say it in words that are less like its own. */
  readonly near: readonly RestatementGroup[];
}

/** The same statement wherever it is made: two claims or more. One object per group, so what follows from it can be kept. */
export interface RestatementGroup {
  /** From 1, in reading order of the first member. */
  readonly number: number;
  /** One per claim, in reading order. */
  readonly members: readonly RestatedStatement[];
}

/** Works something out once per group: a group of 10,000 claims is asked about 10,000 times. */
export const oncePerGroup = <T>(work: (group: RestatementGroup) => T): ((group: RestatementGroup) => T) =>
  oncePer(work);

/** The same for a group with those near it, which equal statements share. */
export function oncePerNeighbourhood<T>(work: (part: RestatedPart) => T): (part: RestatedPart) => T {
  const done = new WeakMap<readonly RestatementGroup[], { readonly result: T }>();
  return (part) => {
    let known = done.get(part.near);
    if (!known) done.set(part.near, (known = { result: work(part) }));
    return known.result;
  };
}

function oncePer<K extends object, T>(work: (key: K) => T): (key: K) => T {
  const done = new WeakMap<K, { readonly result: T }>();
  return (key) => {
    let known = done.get(key);
    if (!known) done.set(key, (known = { result: work(key) }));
    return known.result;
  };
}

/** A leader is indexed under its rarest stems; one that shares none of them cannot reach CONTAINED. */
const INDEXED_STEMS = 4;
/** Leaders compared with one statement: a stem that leads to more is too common to tell anything. */
const MOST_CANDIDATES = 200;

/** Other groups that a statement is told to be near to. */
const MOST_NEAR = 5;

interface Node extends Weighed {
  /** Equal in all that is compared to `statement`, which is the first of them. */
  readonly statements: Statement[];
  /** What its content and the label before it weigh: who needs no label to be understood says it more plainly. */
  readonly length: number;
}

interface Group {
  /** The first leads it. */
  readonly nodes: Node[];
  readonly members: Statement[];
  /** Which column of which table row is among the members: row → column. */
  readonly cells: Map<number, string | null>;
}

/**
 * Groups statements by their content words, the rarer in this article the heavier. A statement joins the group whose leader
 * (its shortest statement) it is most like: see `likeness`. What then stands alone joins a group of which any member is like
 * it; groups do not chain further. Near-linear: equal statements are one, and only those that share a rare word are compared.
 */
export function findRestatements(statements: readonly Statement[]): Restatements {
  const weigh = weights(statements);
  // Short statements first: a group's leader is the plainest way to say it.
  const nodes = distinct(statements, weigh).toSorted((a, b) => a.length - b.length || first(a) - first(b));
  const leaders = new Index(weigh);
  const groups = new Set<Group>();
  for (const node of nodes) {
    const group = leaders.alike(node)[0];
    if (group) join(group, node);
    else if (node.weight > 0) {
      const made: Group = { members: [], nodes: [], cells: new Map() };
      join(made, node);
      groups.add(made);
      leaders.add(node, made);
    }
  }
  adoptSingles(groups, weigh);
  return new GroupedClaims([...groups], nearOf(groups, weigh), rowsOf(statements));
}

/** What stands alone joins a group of which any member is like it. */
function adoptSingles(groups: Set<Group>, weigh: Weigh): void {
  const members = indexed(groups, weigh);
  for (const group of groups) {
    const [node, another] = group.nodes as [Node, Node?];
    // What a claim of several clauses says is compared clause by clause.
    if (another || node.statement.compound) continue;
    const adopting = near(node, group, members)[0];
    if (!adopting) continue;
    join(adopting, node);
    groups.delete(group);
  }
}

function nearOf(groups: Iterable<Group>, weigh: Weigh): Map<Statement, readonly Group[]> {
  const members = indexed(groups, weigh);
  const found = new Map<Statement, readonly Group[]>();
  for (const group of groups) {
    if (group.members.length < 2) continue;
    for (const node of group.nodes) {
      const others = near(node, group, members).slice(0, MOST_NEAR);
      if (others.length > 0) for (const statement of node.statements) found.set(statement, others);
    }
  }
  return found;
}

/** The other groups of which a member says the same as a statement that does not contradict the leader. */
const near = (node: Node, own: Group, members: Index): Group[] =>
  members.alike(node).filter((other) => other !== own && canAgree(node.statement, other.nodes[0]!.statement));

/** The members of the groups that say a thing in more than one way. */
function indexed(groups: Iterable<Group>, weigh: Weigh): Index {
  const index = new Index(weigh);
  for (const group of groups) {
    if (group.nodes.length > 1) for (const node of group.nodes) index.add(node, group);
  }
  return index;
}

function join(group: Group, node: Node): void {
  group.nodes.push(node);
  for (const statement of node.statements) {
    group.members.push(statement);
    const { block, blockIndex, column } = statement.claim;
    if (block === 'CELL') group.cells.set(blockIndex, column);
  }
}

const first = ({ statement }: Node): number => statement.claim.ordinal;

const NONE: readonly Group[] = [];

class GroupedClaims implements Restatements {
  readonly groups: readonly RestatementGroup[];
  private readonly parts = new Map<number, RestatedPart[]>();

  constructor(groups: readonly Group[], near: ReadonlyMap<Statement, readonly Group[]>, rows: Rows) {
    const restated = groups
      .map((group) => [group, onePerClaim(group.members, rows)] as const)
      .filter(([, members]) => members.length > 1)
      .sort(([, a], [, b]) => a[0]!.statement.claim.ordinal - b[0]!.statement.claim.ordinal);
    const made = new Map<Group, RestatementGroup>(
      restated.map(([group, members], i) => [
        group,
        { number: i + 1, members: members.map(({ statement }) => statement) },
      ]),
    );
    this.groups = [...made.values()];
    const nearby = oncePer((others: readonly Group[]) => others.flatMap((other) => made.get(other) ?? []));
    for (const [of, members] of restated) {
      const group = made.get(of)!;
      for (const { statement, read } of members) {
        const part: RestatedPart = { statement, group, near: nearby(near.get(read) ?? NONE) };
        const known = this.parts.get(statement.claim.ordinal);
        if (known) known.push(part);
        else this.parts.set(statement.claim.ordinal, [part]);
      }
    }
    for (const [ordinal, parts] of this.parts) this.parts.set(ordinal, significant(parts));
  }

  partsOf(claim: Claim): readonly RestatedPart[] {
    return this.parts.get(claim.ordinal) ?? [];
  }
}

/** A claim that is restated as a whole has one part; else its clauses are its parts. */
function significant(parts: RestatedPart[]): RestatedPart[] {
  const whole = parts.find((part) => part.statement.whole);
  return whole ? [whole] : parts;
}

interface Member {
  /** As it stands in its group: as a whole, or as one of the things that its claim says. */
  readonly statement: Statement;
  readonly read: Statement;
}

/**
 * One statement of each claim in a group, in reading order. A claim of several clauses stands there as a whole only beside
 * others like it: beside a plain statement it says that and more, so that counts as one of its clauses. So does a sentence
 * that sums up several cells of a row.
 */
function onePerClaim(members: readonly Statement[], rows: Rows): Member[] {
  const compounds = new Set(
    members.filter(({ whole, compound }) => whole && compound).map(({ claim }) => claim.ordinal),
  );
  const cell = members.find(({ claim }) => claim.block === 'CELL');
  const byClaim = new Map<number, Member>();
  for (const read of members) {
    const known = byClaim.get(read.claim.ordinal);
    if (known && !(read.whole && !known.statement.whole)) continue;
    const saysMore = (read.compound && compounds.size < 2) || (cell !== undefined && sumsUp(read, cell, rows));
    byClaim.set(read.claim.ordinal, { statement: saysMore ? { ...read, whole: false } : read, read });
  }
  return [...byClaim.values()].sort((a, b) => a.statement.claim.ordinal - b.statement.claim.ordinal);
}

/** The cells that state figures, by the row in which they stand. */
type Rows = ReadonlyMap<number, readonly Statement[]>;

function rowsOf(statements: readonly Statement[]): Rows {
  return groupBy(
    statements.filter(({ claim, whole, figures }) => whole && claim.block === 'CELL' && figures.length > 0),
    ({ claim }) => claim.blockIndex,
  );
}

/** The sentence states the figures of another cell of the row too: "80 % of trams are on time, against 76 % of buses". */
function sumsUp(sentence: Statement, cell: Statement, rows: Rows): boolean {
  if (sentence.claim.block === 'CELL' || sentence.figures.length <= cell.figures.length) return false;
  const states = (of: Statement) => of.figures.every((figure) => sentence.figures.some((own) => agree(own, figure)));
  return (rows.get(cell.claim.blockIndex) ?? []).some(
    (other) => other.claim.column !== cell.claim.column && states(other),
  );
}

function distinct(statements: readonly Statement[], weigh: Weigh): Node[] {
  const nodes = new Map<string, Node>();
  for (const statement of statements) {
    const key = keyOf(statement);
    const known = nodes.get(key);
    if (known) known.statements.push(statement);
    else {
      const weight = weightOf(statement.content, weigh);
      const length = weightOf(new Set([...statement.content, ...statement.setting]), weigh);
      nodes.set(key, { statement, statements: [statement], weight, length });
    }
  }
  return [...nodes.values()];
}

/** Cells of a table are kept apart: two columns of one row are never restatements. */
function keyOf(s: Statement): string {
  const figures = s.figures.map((f) => f.date ?? `${f.value}${f.kind}${f.currency ?? f.unit ?? ''}`);
  const cell = s.claim.block === 'CELL' ? [s.claim.column, s.claim.blockIndex] : [];
  return JSON.stringify([[...s.content].sort(), s.names, figures, s.polarity, s.former, [...s.setting], cell]);
}

/** Statements that speak for their groups, found by their rarest stems. */
class Index {
  private readonly byStem = new Map<string, { readonly node: Node; readonly group: Group }[]>();

  constructor(private readonly weigh: Weigh) {}

  add(node: Node, group: Group): void {
    const rarest = this.rarestFirst(node.statement.content).slice(0, INDEXED_STEMS);
    for (const stem of rarest) {
      const posting = this.byStem.get(stem);
      if (posting) posting.push({ node, group });
      else this.byStem.set(stem, [{ node, group }]);
    }
  }

  /** The groups that say the same as a statement, the most like first. */
  alike(node: Node): Group[] {
    const { content, setting } = node.statement;
    const candidates = new Map<Node, Group>();
    for (const stem of this.rarestFirst(new Set([...content, ...setting]))) {
      const posting = this.byStem.get(stem) ?? [];
      if (candidates.size + posting.length > MOST_CANDIDATES) continue;
      for (const each of posting) candidates.set(each.node, each.group);
    }
    const alike: { readonly group: Group; readonly likeness: number }[] = [];
    for (const [other, group] of candidates) {
      const found = isOtherColumn(group, node.statement) ? 0 : likeness(node, other, this.weigh);
      if (found > 0) alike.push({ group, likeness: found });
    }
    alike.sort((a, b) => b.likeness - a.likeness);
    return [...new Set(alike.map(({ group }) => group))];
  }

  private rarestFirst(stems: ReadonlySet<string>): string[] {
    return [...stems].sort((a, b) => this.weigh(b) - this.weigh(a));
  }
}

/** Two cells of one row: another time, or another subject. */
function isOtherColumn(group: Group, { claim }: Statement): boolean {
  return (
    claim.block === 'CELL' && group.cells.has(claim.blockIndex) && group.cells.get(claim.blockIndex) !== claim.column
  );
}
