import { diceOf } from '../../test/support/random.js';
import { drawerOf, logNormalSizes, normal, sharesOf, zipfWeights } from './skew.js';

const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);

describe('uneven sizes', () => {
  it('of articles add up, none is empty, and the longest is many times the middle one', () => {
    const sizes = logNormalSizes(diceOf(1), 50_000, 1_000, 0.9);
    expect(sum(sizes)).toBe(50_000);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(1);
    const sorted = [...sizes].sort((a, b) => a - b);
    const middle = sorted[500]!;
    // The median of a log-normal of mean 50 is 50 / exp(σ² / 2) = 33.
    expect(middle).toBeGreaterThan(28);
    expect(middle).toBeLessThan(39);
    expect(sorted.at(-1)! / middle).toBeGreaterThan(8);
    expect(logNormalSizes(diceOf(1), 50_000, 1_000, 0.9)).toEqual(sizes);
  });

  it('are even without spread, and refused where not each can have one', () => {
    expect(logNormalSizes(diceOf(1), 40, 4, 0)).toEqual([10, 10, 10, 10]);
    expect(sharesOf(3, [5, 1, 1])).toEqual([1, 1, 1]);
    expect(() => sharesOf(2, [1, 1, 1])).toThrow('2 cannot be divided into 3 parts of at least 1');
  });

  it('follow Zipf: the first of a thousand is drawn as often as its weight says', () => {
    const weights = zipfWeights(1_000, 0.8);
    const [draw, drawn] = [diceOf(7), drawerOf(weights)];
    const counts = new Map<number, number>();
    for (let i = 0; i < 20_000; i++) {
      const rank = drawn(draw);
      counts.set(rank, (counts.get(rank) ?? 0) + 1);
    }
    expect([...counts.keys()].every((rank) => rank >= 0 && rank < 1_000)).toBe(true);
    const expected = 20_000 / sum(weights);
    // Five standard deviations of a Poisson variable.
    expect(Math.abs(counts.get(0)! - expected)).toBeLessThan(5 * Math.sqrt(expected));
    expect(counts.get(0)!).toBeGreaterThan(20 * (counts.get(500) ?? 0));
  });

  it('draw one that has all the weight, first or last', () => {
    const draw = diceOf(3);
    expect(Array.from({ length: 50 }, () => drawerOf([0, 0, 1])(draw))).toEqual(Array(50).fill(2));
    expect(Array.from({ length: 50 }, () => drawerOf([1, 0, 0])(draw))).toEqual(Array(50).fill(0));
  });

  it('rest on numbers of mean 0 and variance 1', () => {
    const draw = diceOf(11);
    const drawn = Array.from({ length: 10_000 }, () => normal(draw));
    const mean = sum(drawn) / drawn.length;
    const variance = sum(drawn.map((each) => (each - mean) ** 2)) / drawn.length;
    expect(Math.abs(mean)).toBeLessThan(0.05);
    expect(Math.abs(variance - 1)).toBeLessThan(0.08);
  });
});
