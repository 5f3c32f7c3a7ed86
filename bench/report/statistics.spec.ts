import { median, ratioOf, spreadOf } from './statistics.js';

describe('statistics of rounds', () => {
  it('take the middle, whatever the order', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([7])).toBe(7);
    expect(() => median([])).toThrow('the median of nothing');
  });

  it('compare round by round, so that a slow round of both changes no ratio', () => {
    expect(ratioOf([100, 10, 90], [50, 5, 45])).toEqual({ value: 2, low: 2, high: 2 });
    expect(ratioOf([100, 90, 20], [100, 100, 100])).toEqual({ value: 0.9, low: 0.2, high: 1 });
    expect(() => ratioOf([1, 2], [1])).toThrow('2 rounds beside 1');
  });

  it('tell how far the middle half lies apart', () => {
    expect(spreadOf([10, 10, 10, 10])).toBe(0);
    expect(spreadOf([1, 8, 9.5, 10, 10, 10.5, 11, 50])).toBeCloseTo(0.1, 5);
    expect(spreadOf([5])).toBe(0);
  });
});
