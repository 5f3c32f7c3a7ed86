import { balancedAccuracy, bootstrap, confusionOf, f1, precision, proportion, recall } from './measures.js';

const judged = (expected: boolean, found: boolean, times: number) =>
  Array.from({ length: times }, () => ({ expected, found }));

describe('what people and the program say of the same things', () => {
  const confusion = confusionOf([
    ...judged(true, true, 6),
    ...judged(false, true, 2),
    ...judged(true, false, 3),
    ...judged(false, false, 9),
  ]);

  it('is counted', () => {
    expect(confusion).toEqual({ truePositives: 6, falsePositives: 2, falseNegatives: 3, trueNegatives: 9 });
  });

  it('gives precision, recall, F1 and balanced accuracy', () => {
    expect(precision(confusion)).toBeCloseTo(6 / 8);
    expect(recall(confusion)).toBeCloseTo(6 / 9);
    expect(f1(confusion)).toBeCloseTo((2 * 0.75 * (2 / 3)) / (0.75 + 2 / 3));
    expect(balancedAccuracy(confusion)).toBeCloseTo((6 / 9 + 9 / 11) / 2);
  });

  it('gives no figure where there is nothing to take a share of', () => {
    const nothing = confusionOf([]);
    expect([precision, recall, f1, balancedAccuracy].map((measure) => measure(nothing))).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(balancedAccuracy(confusionOf(judged(true, true, 3)))).toBeNull();
  });

  it('has a balanced accuracy of a half when everything is found', () => {
    expect(balancedAccuracy(confusionOf([...judged(true, true, 90), ...judged(false, true, 10)]))).toBe(0.5);
  });
});

describe('bootstrap', () => {
  const items = [...Array.from({ length: 80 }, () => 1), ...Array.from({ length: 20 }, () => 0)];
  const mean = (sample: readonly number[]) => sample.reduce((sum, each) => sum + each, 0) / sample.length;

  it('gives the figure with an interval near that of theory', () => {
    const estimate = bootstrap(items, mean)!;
    expect(estimate.value).toBe(0.8);
    // 1.96 standard errors: 0.078.
    expect(Math.abs(estimate.low - 0.722)).toBeLessThan(0.02);
    expect(Math.abs(estimate.high - 0.878)).toBeLessThan(0.02);
  });

  it('gives the same each time, and another with another seed', () => {
    const spread = Array.from({ length: 50 }, (_, i) => i ** 2);
    expect(bootstrap(spread, mean)).toEqual(bootstrap(spread, mean));
    expect(bootstrap(spread, mean, { seed: 2 })).not.toEqual(bootstrap(spread, mean));
  });

  it('leaves out resamples that have no figure, and gives none where the sample has none', () => {
    expect(bootstrap([], () => null)).toBeNull();
    const rare = bootstrap([1, 0, 0], (sample) => (sample.includes(1) ? 1 : null))!;
    expect(rare).toEqual({ value: 1, low: 1, high: 1 });
  });
});

describe('proportion', () => {
  it("has Wilson's interval", () => {
    const { value, low, high } = proportion(8, 10)!;
    expect(value).toBe(0.8);
    expect(low).toBeCloseTo(0.4902, 3);
    expect(high).toBeCloseTo(0.9433, 3);
  });

  it('is unsure of a small sample that agrees', () => {
    expect(proportion(5, 5)).toMatchObject({ value: 1, high: 1 });
    expect(proportion(5, 5)!.low).toBeCloseTo(0.5655, 3);
    expect(proportion(0, 0)).toBeNull();
  });
});
