import type { Claim } from '../evidence.js';
import { agree } from './figures.js';
import { LIGHT_VERBS } from './lexicon.js';
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
}

/** The same statement wherever it is made: two claims or more. One object per group, so what follows from it can be kept. */
export interface RestatementGroup {
  /** From 1, in reading order of the first member. */
  readonly number: number;
  /** One per claim, in reading order. */
  readonly members: readonly RestatedStatement[];
}

/** Works something out once per group: a group of 10,000 claims is asked about 10,000 times. */
export function oncePerGroup<T>(work: (group: RestatementGroup) => T): (group: RestatementGroup) => T {
  const done = new WeakMap<RestatementGroup, { readonly result: T }>();
  return (group) => {
    let known = done.get(group);
    if (!known) done.set(group, (known = { result: work(group) }));
    return known.result;
  };
}

/** Share of the lesser statement's weight that the other must hold. */
const CONTAINED = 0.8;
/** Likeness (Dice) of the two: a longer one may add a phrase, not another statement. */
const ALIKE = 0.6;
/** A claim of several clauses is alike as a whole only if it says no more: what its clauses say is compared by themselves. */
const ALIKE_AS_A_WHOLE = 0.85;
/** Verbs that writers swap freely count this much of a word of the same frequency. */
const LIGHT_WEIGHT = 0.3;
/** Content words that two statements must share; fewer only when they are equal. */
const LEAST_SHARED = 3;
/** A leader is indexed under its rarest stems; one that shares none of them cannot reach CONTAINED. */
const INDEXED_STEMS = 4;
/** Leaders compared with one statement: a stem that leads to more is too common to tell anything. */
const MOST_CANDIDATES = 200;

interface Node {
  /** Equal in all that is compared. The first stands for all. */
  readonly statements: Statement[];
  readonly weight: number;
}

interface Group {
  readonly leader: Node;
  readonly members: Statement[];
  /** Which column of which table row is among the members: row → column. */
  readonly cells: Map<number, string | null>;
}

/**
 * Groups statements by their content words, the rarer in this article the heavier. A statement joins the group whose
 * leader (its shortest statement) it is most like, if it contains that, affirms or denies as it does, names the same in
 * the same order, and states no other figure. Groups do not chain: each member is like the leader itself. Near-linear:
 * equal statements are one, and only leaders that share a rare word are compared.
 */
export function findRestatements(statements: readonly Statement[]): Restatements {
  const weigh = weights(statements);
  const nodes = distinct(statements, weigh);
  const index = new Map<string, Group[]>();
  const groups: Group[] = [];
  // Short statements first: a group's leader is the plainest way to say it.
  for (const node of nodes.toSorted((a, b) => a.weight - b.weight || first(a) - first(b))) {
    const group = bestGroup(node, index, weigh);
    if (group) join(group, node);
    else if (node.weight > 0) {
      const made: Group = { leader: node, members: [], cells: new Map() };
      join(made, node);
      groups.push(made);
      for (const stem of rarest(node, weigh)) {
        const posting = index.get(stem);
        if (posting) posting.push(made);
        else index.set(stem, [made]);
      }
    }
  }
  return new GroupedClaims(groups);
}

function join(group: Group, node: Node): void {
  for (const statement of node.statements) {
    group.members.push(statement);
    const { block, blockIndex, column } = statement.claim;
    if (block === 'CELL') group.cells.set(blockIndex, column);
  }
}

const first = (node: Node): number => node.statements[0]!.claim.ordinal;

class GroupedClaims implements Restatements {
  readonly groups: readonly RestatementGroup[];
  private readonly parts = new Map<number, RestatedPart[]>();

  constructor(groups: readonly Group[]) {
    this.groups = groups
      .map((group) => onePerClaim(group.members))
      .filter((members) => members.length > 1)
      .sort((a, b) => a[0]!.claim.ordinal - b[0]!.claim.ordinal)
      .map((members, i) => ({ number: i + 1, members }));
    for (const group of this.groups) {
      for (const statement of group.members) {
        const known = this.parts.get(statement.claim.ordinal);
        if (known) known.push({ statement, group });
        else this.parts.set(statement.claim.ordinal, [{ statement, group }]);
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

/**
 * One statement of each claim in a group, in reading order. A claim of several clauses stands there as a whole only beside
 * others like it: beside a plain statement it says that and more, so that counts as one of its clauses.
 */
function onePerClaim(members: readonly Statement[]): Statement[] {
  const compounds = new Set(
    members.filter(({ whole, compound }) => whole && compound).map(({ claim }) => claim.ordinal),
  );
  const byClaim = new Map<number, Statement>();
  for (const member of members) {
    const known = byClaim.get(member.claim.ordinal);
    if (known && !(member.whole && !known.whole)) continue;
    const alone = member.compound && compounds.size < 2;
    byClaim.set(member.claim.ordinal, alone ? { ...member, whole: false } : member);
  }
  return [...byClaim.values()].sort((a, b) => a.claim.ordinal - b.claim.ordinal);
}

type Weigh = (stem: string) => number;

/** Inverse document frequency, smoothed so that a word in every claim still weighs something. */
function weights(statements: readonly Statement[]): Weigh {
  const frequency = new Map<string, number>();
  let total = 0;
  for (const { whole, content } of statements) {
    if (!whole) continue;
    total++;
    for (const stem of content) frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
  }
  return (stem) => Math.log(1 + total / (frequency.get(stem) ?? 1)) * (LIGHT_VERBS.has(stem) ? LIGHT_WEIGHT : 1);
}

function distinct(statements: readonly Statement[], weigh: Weigh): Node[] {
  const nodes = new Map<string, Node>();
  for (const statement of statements) {
    const key = keyOf(statement);
    const known = nodes.get(key);
    if (known) known.statements.push(statement);
    else nodes.set(key, { statements: [statement], weight: sum(statement.content, weigh) });
  }
  return [...nodes.values()];
}

/** Cells of a table are kept apart: two columns of one row are never restatements. */
function keyOf(s: Statement): string {
  const figures = s.figures.map((f) => f.date ?? `${f.value}${f.kind}${f.currency ?? f.unit ?? ''}`);
  const cell = s.claim.block === 'CELL' ? [s.claim.column, ...s.setting, s.claim.blockIndex] : [];
  return JSON.stringify([[...s.content].sort(), s.names, figures, s.polarity, s.former, cell]);
}

function rarest(node: Node, weigh: Weigh): string[] {
  return [...node.statements[0]!.content].sort((a, b) => weigh(b) - weigh(a)).slice(0, INDEXED_STEMS);
}

function bestGroup(node: Node, index: ReadonlyMap<string, Group[]>, weigh: Weigh): Group | null {
  const statement = node.statements[0]!;
  const candidates = new Set<Group>();
  for (const stem of rarestFirst(statement, weigh)) {
    const posting = index.get(stem) ?? [];
    if (candidates.size + posting.length > MOST_CANDIDATES) continue;
    for (const group of posting) candidates.add(group);
  }
  let best: Group | null = null;
  let most = 0;
  for (const group of candidates) {
    const alike = likeness(statement, node.weight, group.leader, weigh);
    if (alike > most && !isOtherColumn(group, statement)) [best, most] = [group, alike];
  }
  return best;
}

const rarestFirst = (statement: Statement, weigh: Weigh): string[] =>
  [...statement.content, ...statement.setting].sort((a, b) => weigh(b) - weigh(a));

/** How alike a statement is to a leader, in (0, 1]; 0 when they do not say the same. */
function likeness(statement: Statement, weight: number, leader: Node, weigh: Weigh): number {
  const core = leader.statements[0]!;
  if (statement.polarity !== core.polarity || statement.former !== core.former) return 0;
  let shared = 0;
  let count = 0;
  for (const stem of core.content) {
    if (!statement.content.has(stem) && !statement.setting.has(stem)) continue;
    shared += weigh(stem);
    count++;
  }
  for (const stem of statement.content) {
    if (core.content.has(stem) || !core.setting.has(stem)) continue;
    shared += weigh(stem);
    count++;
  }
  const lesser = Math.min(weight, leader.weight);
  if (count < Math.min(LEAST_SHARED, core.content.size, statement.content.size)) return 0;
  if (count < LEAST_SHARED && core.content.size !== statement.content.size) return 0;
  const alike = (2 * shared) / (weight + leader.weight);
  if (shared < CONTAINED * lesser || alike < (statement.compound ? ALIKE_AS_A_WHOLE : ALIKE)) return 0;
  if (!isAnchored(statement, core) || !isAnchored(core, statement)) return 0;
  return namesAgree(statement.names, core.names) && figuresAgree(statement, core) ? alike : 0;
}

/**
 * A short cell is restated by what has its own words and most of its row's label: its heading alone is shared by a column.
 * Another cell must stand under the same label.
 */
function isAnchored(cell: Statement, other: Statement): boolean {
  if (cell.own === null) return true;
  if (other.claim.block === 'CELL') return cell.claim.attribute === other.claim.attribute;
  const has = (stem: string) => other.content.has(stem);
  const labelled = [...cell.label].filter(has).length;
  return [...cell.own].every(has) && labelled > 0 && labelled * 2 >= cell.label.size;
}

/** Neither names what the other does not while lacking what it does, and shared names come in the same order. */
function namesAgree(a: readonly string[], b: readonly string[]): boolean {
  const shared = a.filter((name) => b.includes(name));
  if (shared.length < a.length && shared.length < b.length) return false;
  const order = b.filter((name) => a.includes(name));
  return shared.every((name, i) => order[i] === name);
}

/** What one leaves out is no difference; what both state must agree. */
function figuresAgree(a: Statement, b: Statement): boolean {
  const [few, many] = a.figures.length <= b.figures.length ? [a.figures, b.figures] : [b.figures, a.figures];
  return few.every((figure) => many.some((other) => agree(figure, other)));
}

/** Two cells of one row: another time, or another subject. */
function isOtherColumn(group: Group, { claim }: Statement): boolean {
  return (
    claim.block === 'CELL' && group.cells.has(claim.blockIndex) && group.cells.get(claim.blockIndex) !== claim.column
  );
}

const sum = (stems: Iterable<string>, weigh: Weigh): number => {
  let total = 0;
  for (const stem of stems) total += weigh(stem);
  return total;
};
