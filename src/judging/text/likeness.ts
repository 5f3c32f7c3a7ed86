import { agree } from './agreement.js';
import { lexiconOf } from './lexicon.js';
import type { StatedClaim, Statement } from './statements.js';

/** A statement of a claim of this article, or of any other. */
type Compared = Statement<StatedClaim>;

/** How much a stem tells in one article: the rarer, the more. */
export type Weigh = (stem: string) => number;

/** Share of the lesser statement's weight that the other must hold. */
const CONTAINED = 0.8;
/** Likeness (Dice) of the two: a longer one may add a phrase, not another statement. */
const ALIKE = 0.6;
/** A claim of several clauses is alike as a whole only if it says no more: what its clauses say is compared by themselves. */
const ALIKE_AS_A_WHOLE = 0.85;
/** Share of the lesser statement's weight that the other must hold in its own words, labels aside. */
const CONTAINED_BY_ITSELF = 0.6;
/** Verbs that writers swap freely count this much of a word of the same frequency. */
export const LIGHT_WEIGHT = 0.3;
/** Content words that two statements must share; fewer only when they are equal. */
const LEAST_SHARED = 3;

/** Inverse document frequency, smoothed so that a word in every claim still weighs something. */
export function weights(statements: readonly Compared[]): Weigh {
  const frequency = new Map<string, number>();
  let total = 0;
  for (const { whole, content } of statements) {
    if (!whole) continue;
    total++;
    for (const stem of content) frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
  }
  // All are of one article.
  const lightVerbs = statements[0] && lexiconOf(statements[0].language).lightVerbs;
  return (stem) => Math.log(1 + total / (frequency.get(stem) ?? 1)) * (lightVerbs?.has(stem) ? LIGHT_WEIGHT : 1);
}

/** What all these stems weigh together. */
export function weightOf(stems: Iterable<string>, weigh: Weigh): number {
  let total = 0;
  for (const stem of stems) total += weigh(stem);
  return total;
}

/** A statement with what its content weighs. */
export interface Weighed {
  readonly statement: Compared;
  readonly weight: number;
}

/**
 * How alike a statement is to one that leads a group, in (0, 1]; 0 when they do not say the same. They do when the lesser
 * is contained in the other, both affirm or both deny, name the same in the same order, and state no other figure.
 */
export function likeness({ statement, weight }: Weighed, leader: Weighed, weigh: Weigh): number {
  const core = leader.statement;
  // Most of what shares a rare word names another or states another figure: that is the quickest to see.
  if (!canAgree(statement, core)) return 0;
  const shared = sharedStems(statement, core);
  const least = Math.min(LEAST_SHARED, core.content.size, statement.content.size);
  if (shared.length < least) return 0;
  if (shared.length < LEAST_SHARED && core.content.size !== statement.content.size) return 0;
  const sharedWeight = weightOf(shared, weigh);
  const alike = (2 * sharedWeight) / (weight + leader.weight);
  const lesser = Math.min(weight, leader.weight);
  if (sharedWeight < CONTAINED * lesser) return 0;
  const stated = shared.filter((stem) => states(statement, stem) && states(core, stem));
  if (weightOf(stated, weigh) < CONTAINED_BY_ITSELF * lesser) return 0;
  if (alike < (statement.compound ? ALIKE_AS_A_WHOLE : ALIKE)) return 0;
  if (!isAnchored(statement, core) || !isAnchored(core, statement) || !sharesMoreThanNames(statement, core, shared))
    return 0;
  return alike;
}

/** Whether two statements can be the same, whatever their words: neither states, names or denies what the other does not. */
export function canAgree(a: Compared, b: Compared): boolean {
  if (a.polarity !== b.polarity || a.former !== b.former || answerOthers(a, b) || areCounted(a, b)) return false;
  return namesAgree(a.names, b.names) && figuresAgree(a, b);
}

/** "(d) …" and "(e) …": two paragraphs of a law or a contract, each of its own matter. */
function areCounted(a: Compared, b: Compared): boolean {
  const [mine, theirs] = [COUNTED.exec(a.claim.text)?.[1], COUNTED.exec(b.claim.text)?.[1]];
  return mine !== undefined && theirs !== undefined && mine !== theirs;
}

const COUNTED = /^\(([a-z]{1,4}|\d{1,3})\)\s/;

/** What both say; a word that only stands in the label of one counts, and between cells only under the same label. */
function sharedStems(a: Compared, b: Compared): string[] {
  const labelsHelp = !areCells(a, b) || a.claim.attribute === b.claim.attribute;
  const shared: string[] = [];
  for (const stem of b.content) {
    if (a.content.has(stem) || (labelsHelp && a.setting.has(stem))) shared.push(stem);
  }
  if (!labelsHelp || b.setting.size === 0) return shared;
  for (const stem of a.content) if (!b.content.has(stem) && b.setting.has(stem)) shared.push(stem);
  return shared;
}

/** A cell's row is part of what it states; the label before a sentence only announces it. */
const states = (s: Compared, stem: string): boolean =>
  s.content.has(stem) || (s.claim.block === 'CELL' && s.setting.has(stem));

const areCells = (a: Compared, b: Compared): boolean => a.claim.block === 'CELL' && b.claim.block === 'CELL';

/**
 * Two cells that answer other questions: of one row, or of one column under other labels; or short ones of other subjects
 * or with other answers: "Beta" and "Yes" under one label.
 */
function answerOthers(a: Compared, b: Compared): boolean {
  if (!areCells(a, b)) return false;
  if (a.claim.blockIndex === b.claim.blockIndex && a.claim.column !== b.claim.column) return true;
  if (a.claim.attribute !== b.claim.attribute) return a.claim.column === b.claim.column;
  if (a.own === null || b.own === null) return false;
  return !nested(a.heading, b.heading) || !nested(a.own, b.own) || isBare(a) !== isBare(b);
}

/** One holds the other: "Rubin Ultra" and "Nvidia Rubin Ultra", "14" and "14 currencies". */
function nested(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  return [...few].every((stem) => many.has(stem));
}

/** A plain "yes". */
const isBare = (cell: Compared): boolean => cell.own?.size === 0 && cell.figures.length === 0;

/**
 * A short cell is restated by what has its own words and most of its row's label: its heading alone is shared by a column.
 * Another cell must stand under the same label.
 */
function isAnchored(cell: Compared, other: Compared): boolean {
  if (cell.own === null) return true;
  if (other.claim.block === 'CELL') return cell.claim.attribute === other.claim.attribute;
  const has = (stem: string) => other.content.has(stem);
  const labelled = [...cell.label].filter(has).length;
  return [...cell.own].every(has) && labelled > 0 && labelled * 2 >= cell.label.size;
}

/** So many words of names in common are no coincidence: two people, or a firm and its product. */
const MANY_NAMES = 4;

/** Statements that only name the same person or thing say nothing in common of it, unless it is under one label. */
function sharesMoreThanNames(a: Compared, b: Compared, shared: readonly string[]): boolean {
  if (a.claim.attribute !== null && a.claim.attribute === b.claim.attribute) return true;
  const isName = (stem: string) => a.names.includes(stem) || b.names.includes(stem);
  return (
    shared.length >= MANY_NAMES || !shared.every(isName) || shared.length === Math.max(a.content.size, b.content.size)
  );
}

/** Neither names what the other does not while lacking what it does, and shared names come in the same order. */
function namesAgree(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return true;
  const places = a.length + b.length > FEW_NAMES ? new Map(b.map((name, i) => [name, i] as const)) : null;
  let shared = 0;
  let last = -1;
  let inOrder = true;
  for (const name of a) {
    const place = places ? (places.get(name) ?? -1) : b.indexOf(name);
    if (place < 0) continue;
    shared++;
    if (place < last) inOrder = false;
    last = place;
  }
  return inOrder && (shared === a.length || shared === b.length);
}

/** Of so many it is quicker to look through the list than to make an index of it. */
const FEW_NAMES = 32;

/** What one leaves out is no difference; what both state must agree. */
function figuresAgree(a: Compared, b: Compared): boolean {
  if (a.figures.length === 0 || b.figures.length === 0) return true;
  const [few, many] = a.figures.length <= b.figures.length ? [a.figures, b.figures] : [b.figures, a.figures];
  return few.every((figure) => many.some((other) => agree(figure, other)));
}
