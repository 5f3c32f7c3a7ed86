import { ENGLISH } from '../../languages/en.js';
import { polarityOf } from '../text/polarity.js';
import { words } from '../text/words.js';
import type { ClaimWords } from './claim-words.js';
import { likest } from './likeness.js';
import { HEDGES, OPPOSITES, UNIVERSALS } from './lexicon.js';
import { termsOf } from './terms.js';

/** How the wording of a claim lies in a passage. All shares are of the claim, 0 to 1. */
export interface Alignment {
  /** Of the claim's pairs of neighbouring words that carry meaning, those that are neighbours in the passage. */
  readonly pairs: number;
  /** The longest run of the claim's words that stand in the passage in this order with nothing between. */
  readonly run: number;
  /** The most words of the claim that stand in the passage in this order. */
  readonly order: number;
  /** Of the claim's runs of five letters, those that stand in the passage. */
  readonly letters: number;
  /** How much of the passage the claim's words make. */
  readonly density: number;
  /** For each of the claim's stems, how like the likest word of the passage is to it in spelling. */
  readonly likeness: readonly number[];
  /** One denies what the other affirms. */
  readonly denies: boolean;
  /** A word of the claim that is not in the passage, and its opposite is. */
  readonly opposite: boolean;
  /** The passage hedges, and the claim does not. */
  readonly hedged: boolean;
  /** The claim speaks of all cases, and the passage does not. */
  readonly widened: boolean;
}

/** Longer passages are cut: aligning takes the product of the lengths. In words that carry meaning. */
const LONGEST = 400;
const LETTERS = 5;

export function align(claim: ClaimWords, passage: string): Alignment {
  const mine = claim.terms.map(({ stem }) => stem).slice(0, LONGEST);
  const theirs = termsOf(passage)
    .map(({ stem }) => stem)
    .slice(0, LONGEST);
  const there = new Set(theirs);
  const neighbours = new Set(theirs.slice(1).map((stem, i) => `${theirs[i]} ${stem}`));
  const pairs = mine.slice(1).filter((stem, i) => neighbours.has(`${mine[i]} ${stem}`)).length;
  const own = new Set(mine);
  const { run, order } = common(mine, theirs);
  const passageWords = words(passage);
  const raw = new Set(passageWords.map(({ text }) => text));
  const claimWords = words(claim.text);
  const claimRaw = new Set(claimWords.map(({ text }) => text));
  const has = (set: ReadonlySet<string>, of: ReadonlySet<string>): boolean => [...set].some((word) => of.has(word));
  return {
    pairs: share(pairs, mine.length - 1),
    run: share(run, mine.length),
    order: share(order, mine.length),
    letters: lettersShared(claim.text, passage),
    density: share(theirs.filter((stem) => own.has(stem)).length, theirs.length),
    likeness: claim.stems.map(({ stem }) => (there.has(stem) ? 1 : likest(stem, there))),
    denies: (claim.polarity === 'DENIES') !== (polarityOf(passageWords, ENGLISH) === 'DENIES'),
    opposite: [...claimRaw].some(
      (word) =>
        !raw.has(word) && [...(OPPOSITES.get(word) ?? [])].some((other) => raw.has(other) && !claimRaw.has(other)),
    ),
    hedged: has(raw, HEDGES) && !has(claimRaw, HEDGES),
    widened: has(claimRaw, UNIVERSALS) && !has(raw, UNIVERSALS),
  };
}

const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);

/** Longest common run and subsequence. */
function common(a: readonly string[], b: readonly string[]): { run: number; order: number } {
  let [runs, orders] = [new Int32Array(b.length + 1), new Int32Array(b.length + 1)];
  let run = 0;
  for (const word of a) {
    const [nextRuns, nextOrders] = [new Int32Array(b.length + 1), new Int32Array(b.length + 1)];
    for (let j = 1; j <= b.length; j++) {
      if (word === b[j - 1]) {
        nextRuns[j] = runs[j - 1]! + 1;
        nextOrders[j] = orders[j - 1]! + 1;
        run = Math.max(run, nextRuns[j]!);
      } else nextOrders[j] = Math.max(orders[j]!, nextOrders[j - 1]!);
    }
    [runs, orders] = [nextRuns, nextOrders];
  }
  return { run, order: orders[b.length]! };
}

function lettersShared(claim: string, passage: string): number {
  const [mine, theirs] = [runsOfLetters(claim), runsOfLetters(passage)];
  let shared = 0;
  for (const each of mine) if (theirs.has(each)) shared++;
  return share(shared, mine.size);
}

function runsOfLetters(text: string): Set<string> {
  const form = ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
  const runs = new Set<string>();
  for (let i = 0; i + LETTERS <= form.length; i++) runs.add(form.slice(i, i + LETTERS));
  return runs;
}
