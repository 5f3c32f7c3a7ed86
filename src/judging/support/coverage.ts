import type { ClaimWords } from './claim-words.js';
import type { SourceIndex } from './source-index.js';

/** Which of a claim's stems stand in some sentences: a bit each, the first 32 in `low`. */
interface Mask {
  readonly low: number;
  readonly high: number;
}

/** Sentences in a row, and which of the claim's stems stand there. */
export interface Window extends Mask {
  readonly first: number;
  /** The sentence after the last. */
  readonly end: number;
  /** The share of the claim's weight that stands there, 0 to 1. */
  readonly share: number;
}

/** How a claim's words are spread over a source. */
export interface Coverage {
  /** The share of each stem in the claim's weight, in their order; together 1. */
  readonly weights: readonly number[];
  /** Whether each stem stands anywhere in the source. */
  readonly present: readonly boolean[];
  /** The share that stands anywhere. */
  readonly anywhere: number;
  /** The best single sentence, and the best two and three in a row. Null when no word of the claim stands anywhere. */
  readonly windows: readonly [Window, Window, Window] | null;
  /** The sentences that each hold most, the fullest first. At most `NEAREST`. */
  readonly nearest: readonly Window[];
  /** Up to three sentences that together hold most, each the one that adds most to those before it. */
  readonly best: readonly Window[];
  /** The share that the first one, two and three of those hold together. */
  readonly together: readonly [number, number, number];
  readonly covers: (window: Mask, stem: number) => boolean;
}

/** Only sentences with the greatest share are looked at for windows. */
const CANDIDATES = 200;
/** So many sentences with the greatest share are told. */
const NEAREST = 12;
/** A sentence that adds less than this share adds nothing. */
const LEAST = 0.02;

/** Linear in the number of places where the claim's words stand in the source, and in the number of its sentences. */
export function coverageOf(claim: ClaimWords, source: SourceIndex): Coverage {
  const sum = claim.stems.reduce((total, { weight }) => total + weight, 0) || 1;
  const weights = claim.stems.map(({ weight }) => weight / sum);
  const count = source.sentences.length;
  const [low, high, shares] = [new Int32Array(count), new Int32Array(count), new Float64Array(count)];
  const present = claim.stems.map(({ stem }, bit) => {
    const postings = source.postings.get(stem);
    for (const at of postings ?? []) {
      if (bit < 32) low[at]! |= 1 << bit;
      else high[at]! |= 1 << (bit - 32);
      shares[at]! += weights[bit]!;
    }
    return postings !== undefined;
  });
  const share = (mask: Mask): number => {
    let total = 0;
    for (let bit = 0; bit < weights.length; bit++) if (covers(mask, bit)) total += weights[bit]!;
    return total;
  };
  const anywhere = weights.reduce((total, weight, bit) => total + (present[bit] ? weight : 0), 0);
  const candidates = highest(shares);
  const single = candidates.map((first): Window => ({
    first,
    end: first + 1,
    low: low[first]!,
    high: high[first]!,
    share: shares[first]!,
  }));
  if (single.length === 0) {
    return { weights, present, anywhere, windows: null, nearest: [], best: [], together: [0, 0, 0], covers };
  }
  const windowsOf = (length: number): Window => {
    let best: Window | null = null;
    const seen = new Set<number>();
    for (const at of candidates) {
      for (let first = Math.max(0, at - length + 1); first <= Math.min(at, Math.max(0, count - length)); first++) {
        if (seen.has(first)) continue;
        seen.add(first);
        let mask: Mask = { low: 0, high: 0 };
        const end = Math.min(count, first + length);
        for (let i = first; i < end; i++) mask = { low: mask.low | low[i]!, high: mask.high | high[i]! };
        const made = { ...mask, first, end, share: share(mask) };
        if (!best || made.share > best.share + 1e-12) best = made;
      }
    }
    return best!;
  };
  const best: Window[] = [];
  const together: number[] = [];
  let held: Mask = { low: 0, high: 0 };
  for (let i = 0; i < 3; i++) {
    const before = together.at(-1) ?? 0;
    let next: { readonly window: Window; readonly total: number } | null = null;
    for (const window of single) {
      const total = share({ low: held.low | window.low, high: held.high | window.high });
      if (!next || total > next.total + 1e-12) next = { window, total };
    }
    if (next && next.total - before >= LEAST) {
      best.push(next.window);
      held = { low: held.low | next.window.low, high: held.high | next.window.high };
      together.push(next.total);
    } else together.push(before);
  }
  const windows = [single[0]!, windowsOf(2), windowsOf(3)] as const;
  return {
    weights,
    present,
    anywhere,
    windows,
    nearest: single.slice(0, NEAREST),
    best,
    together: together as [number, number, number],
    covers,
  };
}

const covers = ({ low, high }: Mask, bit: number): boolean =>
  (bit < 32 ? (low >>> bit) & 1 : (high >>> (bit - 32)) & 1) === 1;

/** The places of the highest shares over 0, the highest first; among equals the earlier. */
function highest(shares: Float64Array): number[] {
  const found: number[] = [];
  for (let at = 0; at < shares.length; at++) if (shares[at]! > 0) found.push(at);
  if (found.length > CANDIDATES) {
    const least = Float64Array.from(found, (at) => shares[at]!).sort()[found.length - CANDIDATES]!;
    return found
      .filter((at) => shares[at]! >= least)
      .sort((a, b) => shares[b]! - shares[a]! || a - b)
      .slice(0, CANDIDATES);
  }
  return found.sort((a, b) => shares[b]! - shares[a]! || a - b);
}
