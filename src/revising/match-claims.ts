import type { BlockKind } from '../judging/evidence.js';
import { normalise } from '../judging/text/normalise.js';
import { words } from '../judging/text/words.js';
import { inOrder } from './longest-run.js';

/** What of a claim tells it apart from others. */
export interface ClaimSaid {
  readonly text: string;
  readonly attribute: string | null;
  readonly column: string | null;
  readonly block: BlockKind;
}

/** @param claim with its block as it was read */
export function claimSaid({ text, attribute, column, block }: ClaimSaid): ClaimSaid {
  return { text, attribute, column, block };
}

/** What became of a claim in a revision that has it. */
export type Continuation = 'KEPT' | 'MOVED' | 'REWORDED' | 'ADDED';

/** One claim of a new revision: the index of the one before that it continues, if any. */
export interface ClaimMatch {
  readonly from: number | null;
  readonly change: Continuation;
}

/**
 * Two claims are taken for one that was reworded when they share at least this much of their words (Dice, all words
 * counted alike). Measured on the sample articles in test/fixtures: of two different sentences of one article 0.5 % are
 * so alike, nearly all of them restatements, while 99 % of sentences are that have lost a third of their words, and
 * 88 % of which a third was replaced.
 */
export const ALIKE = 0.5;
/** A word that more claims of a stretch hold tells nothing there. */
const COMMON = 50;
/** Claims compared with one claim by their words, at most: those that share the most uncommon ones. */
const CANDIDATES = 20;
/** And those that stand this near to where it would stand. */
const NEAR = 3;

/**
 * Says which claims of a revision are those of the one before. First what reads the same (label, heading and text) is
 * paired in order, in the manner of a patience diff; what reads the same elsewhere has moved. Then, between pairs that
 * hold their order, claims of the same kind of place are paired by likeness: fields and cells by label and heading,
 * sentences by their words. Near-linear in the number of claims.
 *
 * @returns for each of `after`, in order; what of `before` is in none is gone
 */
export function matchClaims(before: readonly ClaimSaid[], after: readonly ClaimSaid[]): ClaimMatch[] {
  const pairs = new Pairs(before.length, after.length);
  pairEqual(before, after, pairs);
  const equal = new Set(pairs.list().map(([, to]) => to));
  for (const gap of pairs.gaps()) pairAlike(gap, before, after, pairs);
  const held = new Set(pairs.held());
  return after.map((_, to): ClaimMatch => {
    const from = pairs.fromOf(to);
    if (from === null) return { from, change: 'ADDED' };
    if (!equal.has(to)) return { from, change: 'REWORDED' };
    return { from, change: held.has(to) ? 'KEPT' : 'MOVED' };
  });
}

/** A stretch between two pairs that hold their order: what in it has no partner. */
interface Gap {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** Who continues whom, one to one. */
class Pairs {
  private readonly to: (number | null)[];
  private readonly from: (number | null)[];

  constructor(before: number, after: number) {
    this.to = new Array<null>(before).fill(null);
    this.from = new Array<null>(after).fill(null);
  }

  /** Pairs the two unless one of them has a partner. */
  add(from: number, to: number): boolean {
    if (this.to[from] !== null || this.from[to] !== null) return false;
    this.to[from] = to;
    this.from[to] = from;
    return true;
  }

  hasFrom(from: number): boolean {
    return this.to[from] !== null;
  }

  fromOf(to: number): number | null {
    return this.from[to] ?? null;
  }

  /** In the order of what comes after. */
  list(): [from: number, to: number][] {
    return this.from.flatMap((from, to): [number, number][] => (from === null ? [] : [[from, to]]));
  }

  /** The most that can be said to have held their places, the others having moved: indices of what comes after. */
  held(): number[] {
    const list = this.list();
    return inOrder(list.map(([from]) => from)).map((i) => list[i]![1]);
  }

  gaps(): Gap[] {
    const held = new Set(this.held());
    const gaps: { before: number[]; after: number[] }[] = [{ before: [], after: [] }];
    let from = 0;
    const fillBefore = (until: number): void => {
      for (; from < until; from++) if (this.to[from] === null) gaps.at(-1)!.before.push(from);
    };
    for (const [to, partner] of this.from.entries()) {
      if (held.has(to)) {
        fillBefore(partner!);
        gaps.push({ before: [], after: [] });
      } else if (partner === null) gaps.at(-1)!.after.push(to);
    }
    fillBefore(this.to.length);
    return gaps.filter(({ before, after }) => before.length > 0 && after.length > 0);
  }
}

function pairEqual(before: readonly ClaimSaid[], after: readonly ClaimSaid[], pairs: Pairs): void {
  const [old, fresh] = [before.map(keyOf), after.map(keyOf)];
  let start = 0;
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) {
    pairs.add(start, start);
    start++;
  }
  for (let end = 1; end <= Math.min(old.length, fresh.length) - start; end++) {
    if (old[old.length - end] !== fresh[fresh.length - end]) break;
    pairs.add(old.length - end, fresh.length - end);
  }
  pairUnique(old, fresh, pairs);
  const oldKey = (from: number): string => old[from]!;
  const freshKey = (to: number): string => fresh[to]!;
  for (const gap of pairs.gaps()) pairInTurn(gap, oldKey, freshKey, pairs);
  const left: Gap = {
    before: [...old.keys()].filter((from) => !pairs.hasFrom(from)),
    after: [...fresh.keys()].filter((to) => pairs.fromOf(to) === null),
  };
  pairInTurn(left, oldKey, freshKey, pairs);
}

const keyOf = ({ text, attribute, column }: ClaimSaid): string =>
  [attribute ?? '', column ?? '', text].map(normalise).join('\n');

/** What reads like no other claim holds its place if most such claims agree; from there on, its equal neighbours do. */
function pairUnique(old: readonly string[], fresh: readonly string[], pairs: Pairs): void {
  const places = new Map<string, { from: number[]; to: number[] }>();
  const placesOf = (key: string): { from: number[]; to: number[] } => {
    let known = places.get(key);
    if (!known) places.set(key, (known = { from: [], to: [] }));
    return known;
  };
  for (const [from, key] of old.entries()) if (!pairs.hasFrom(from)) placesOf(key).from.push(from);
  for (const [to, key] of fresh.entries()) if (pairs.fromOf(to) === null) placesOf(key).to.push(to);
  const unique = [...places.values()]
    .filter(({ from, to }) => from.length === 1 && to.length === 1)
    .map(({ from, to }): [number, number] => [from[0]!, to[0]!])
    .sort((a, b) => a[1] - b[1]);
  const anchors = inOrder(unique.map(([from]) => from)).map((i) => unique[i]!);
  for (const [from, to] of anchors) pairs.add(from, to);
  for (const [from, to] of anchors) {
    for (const step of [1, -1]) {
      for (let i = step; old[from + i] !== undefined && old[from + i] === fresh[to + i]; i += step) {
        if (!pairs.add(from + i, to + i)) break;
      }
    }
  }
}

type Key = (index: number) => string | null;

/** The first with the first of the same key, the second with the second; what has no key stays alone. */
function pairInTurn(gap: Gap, old: Key, fresh: Key, pairs: Pairs): void {
  const waiting = Map.groupBy(gap.before, old);
  const next = new Map<string, number>();
  for (const to of gap.after) {
    const key = fresh(to);
    if (key === null) continue;
    const turn = next.get(key) ?? 0;
    const from = waiting.get(key)?.[turn];
    if (from === undefined) continue;
    pairs.add(from, to);
    next.set(key, turn + 1);
  }
}

function pairAlike(gap: Gap, before: readonly ClaimSaid[], after: readonly ClaimSaid[], pairs: Pairs): void {
  pairInTurn(
    gap,
    (from) => slotOf(before[from]!),
    (to) => slotOf(after[to]!),
    pairs,
  );
  pairByWords(gap, before, after, pairs);
}

const TABLES: readonly BlockKind[] = ['FIELD', 'CELL', 'EVIDENCE_ROW'];
const isOfTable = ({ block }: ClaimSaid): boolean => TABLES.includes(block);

/** A field or a cell is known by its label and heading, whatever value stands there; null for what has none. */
function slotOf(claim: ClaimSaid): string | null {
  if (!isOfTable(claim) || claim.attribute === null) return null;
  return [claim.attribute, claim.column ?? ''].map(normalise).join('\n');
}

type Bag = ReadonlyMap<string, number>;

function pairByWords(gap: Gap, before: readonly ClaimSaid[], after: readonly ClaimSaid[], pairs: Pairs): void {
  const old = gap.before.filter((from) => !pairs.hasFrom(from));
  const fresh = gap.after.filter((to) => pairs.fromOf(to) === null);
  if (old.length === 0 || fresh.length === 0) return;
  const bags = old.map((from) => bagOf(before[from]!));
  const holding = new Map<string, number[]>();
  for (const [i, bag] of bags.entries()) {
    for (const word of bag.keys()) {
      const known = holding.get(word);
      if (known) known.push(i);
      else holding.set(word, [i]);
    }
  }
  const alike: { from: number; to: number; likeness: number; apart: number }[] = [];
  for (const [j, to] of fresh.entries()) {
    const bag = bagOf(after[to]!);
    const place = (j * old.length) / fresh.length;
    for (const i of candidates(bag, holding, Math.round(place), old.length)) {
      if (isOfTable(before[old[i]!]!) !== isOfTable(after[to]!)) continue;
      const likeness = dice(bags[i]!, bag);
      if (likeness >= ALIKE) alike.push({ from: old[i]!, to, likeness, apart: Math.abs(i - place) });
    }
  }
  // The most alike first; among equals those that stand nearest to each other.
  alike.sort((a, b) => b.likeness - a.likeness || a.apart - b.apart || a.to - b.to || a.from - b.from);
  for (const { from, to } of alike) pairs.add(from, to);
}

function candidates(
  bag: Bag,
  holding: ReadonlyMap<string, readonly number[]>,
  place: number,
  count: number,
): Set<number> {
  const shared = new Map<number, number>();
  for (const word of bag.keys()) {
    const holders = holding.get(word) ?? [];
    if (holders.length <= COMMON) for (const i of holders) shared.set(i, (shared.get(i) ?? 0) + 1);
  }
  const most = [...shared].sort((a, b) => b[1] - a[1] || Math.abs(a[0] - place) - Math.abs(b[0] - place));
  const found = new Set(most.slice(0, CANDIDATES).map(([i]) => i));
  for (let i = Math.max(0, place - NEAR); i <= Math.min(count - 1, place + NEAR); i++) found.add(i);
  return found;
}

function bagOf({ text, attribute }: ClaimSaid): Bag {
  const bag = new Map<string, number>();
  for (const { text: word } of words(attribute === null ? text : `${attribute} ${text}`)) {
    bag.set(word, (bag.get(word) ?? 0) + 1);
  }
  return bag;
}

/** Twice what two bags share, by what both hold: 1 when they are equal. */
function dice(a: Bag, b: Bag): number {
  let shared = 0;
  let all = 0;
  for (const [word, count] of a) {
    shared += Math.min(count, b.get(word) ?? 0);
    all += count;
  }
  for (const count of b.values()) all += count;
  return all === 0 ? 0 : (2 * shared) / all;
}
