import type { Claim } from '../evidence.js';
import { groupBy } from '../group-by.js';
import { agree } from './agreement.js';
import { canAgree, weights, type Weigh } from './likeness.js';
import { compareKeys, distinct, StatementIndex, type Node } from './statement-index.js';
import type { Statement } from './statements.js';

/** Which claims of one article say the same thing in other words. */
export interface Restatements {
  /** In the order of their numbers. */
  readonly groups: readonly RestatementGroup[];
  /**
   * What the claim says that other claims say too: one for a claim that is restated as a whole, several for one that
   * joins statements which stand alone elsewhere. None for a claim of which a part is not among the first `MOST_COMPARED`
   * of its group.
   */
  partsOf(claim: Claim): readonly RestatedPart[];
  /** The same for every claim, however often it is restated. For what texts alone decide. */
  allPartsOf(claim: Claim): readonly RestatedPart[];
}

/**
 * So many claims that say the same are compared by what they cite, the first in reading order. What is said more often is
 * boilerplate; and each change of a citation judges all of these again, and needs their paragraphs. Missed behind the last of
 * them: other sources than elsewhere, and the line to name beside a claim that cites nothing. A condition that is dropped is
 * seen in all.
 */
export const MOST_COMPARED = 25;

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
  /** The first of them, at most `MOST_COMPARED`. */
  readonly compared: readonly RestatedStatement[];
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

/** Other groups that a statement is told to be near to. */
const MOST_NEAR = 5;
/** Groups that are told to be near to one: its claims are judged by that, too. */
const MOST_NEIGHBOURS = 20;

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
 * it; groups do not chain further. The order of the claims plays no part.
 *
 * Near-linear: equal statements are one, and only those that share a rare word are compared, at most `MOST_CANDIDATES` with
 * each. In an article where each word of a statement is among the rarest of more statements than that, it is found only
 * beside those that state one of its figures in the same words; without a figure, only equal ones are.
 */
export function findRestatements(statements: readonly Statement[]): Restatements {
  const weigh = weights(statements);
  // Short statements first: a group's leader is the plainest way to say it.
  const nodes = distinct(statements, weigh).toSorted((a, b) => a.length - b.length || compareKeys(a, b));
  const leaders = new StatementIndex<Group>(weigh, isOtherColumn);
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
  const neighbours = new Map<Group, Set<Group>>();
  for (const group of groups) {
    if (group.members.length < 2) continue;
    for (const node of group.nodes) {
      const others = fewOf(near(node, group, members), group, neighbours);
      if (others.length > 0) for (const statement of node.statements) found.set(statement, others);
    }
  }
  return found;
}

/** As many of the groups, the most like first, as keep it small what one change of a citation can touch. */
function fewOf(others: readonly Group[], own: Group, neighbours: Map<Group, Set<Group>>): Group[] {
  const few: Group[] = [];
  let claims = 0;
  for (const other of others) {
    let of = neighbours.get(other);
    if (!of) neighbours.set(other, (of = new Set()));
    claims += other.members.length;
    if (few.length >= MOST_NEAR || claims > MOST_COMPARED) break;
    if (of.size >= MOST_NEIGHBOURS && !of.has(own)) continue;
    of.add(own);
    few.push(other);
  }
  return few;
}

/** The other groups of which a member says the same as a statement that does not contradict the leader. */
const near = (node: Node, own: Group, members: StatementIndex<Group>): Group[] =>
  members.alike(node).filter((other) => other !== own && canAgree(node.statement, other.nodes[0]!.statement));

/** The members of the groups that say a thing in more than one way. */
function indexed(groups: Iterable<Group>, weigh: Weigh): StatementIndex<Group> {
  const index = new StatementIndex<Group>(weigh, isOtherColumn);
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

const NONE: readonly Group[] = [];
const NO_PARTS: readonly RestatedPart[] = [];

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
        groupOf(
          i + 1,
          members.map(({ statement }) => statement),
        ),
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
    const parts = this.allPartsOf(claim);
    return parts.every(isCompared) ? parts : NO_PARTS;
  }

  allPartsOf(claim: Claim): readonly RestatedPart[] {
    return this.parts.get(claim.ordinal) ?? [];
  }
}

/** A group with these members, which are in reading order. */
export const groupOf = (number: number, members: readonly RestatedStatement[]): RestatementGroup => ({
  number,
  members,
  compared: members.slice(0, MOST_COMPARED),
});

/** It is not behind the last that is compared. */
const isCompared = ({ statement, group: { compared } }: RestatedPart): boolean =>
  statement.claim.ordinal <= compared.at(-1)!.claim.ordinal;

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

/** Two cells of one row: another time, or another subject. */
function isOtherColumn(group: Group, { claim }: Statement): boolean {
  return (
    claim.block === 'CELL' && group.cells.has(claim.blockIndex) && group.cells.get(claim.blockIndex) !== claim.column
  );
}
