import { auroc, calibrationError, macroF1, reliability } from './measures.js';

describe('auroc', () => {
  const scored = (...pairs: [boolean, number][]) => pairs.map(([isSo, score]) => ({ isSo, score }));

  it('is the share of pairs in the right order, ties counted half', () => {
    expect(auroc(scored([true, 0.9], [true, 0.4], [false, 0.4], [false, 0.1]))).toBe(3.5 / 4);
    expect(auroc(scored([true, 1], [false, 0]))).toBe(1);
    expect(auroc(scored([true, 0], [false, 1]))).toBe(0);
  });

  it('is a half when all score alike, and cannot be told of one kind alone', () => {
    expect(auroc(scored([true, 1], [false, 1], [false, 1]))).toBe(0.5);
    expect(auroc(scored([true, 1], [true, 0]))).toBeNull();
  });
});

describe('macroF1', () => {
  it('counts each class alike', () => {
    const pairs = [
      ...Array.from({ length: 8 }, () => ({ expected: 'a', found: 'a' })),
      { expected: 'a', found: 'b' },
      { expected: 'b', found: 'b' },
      { expected: 'c', found: 'b' },
    ];
    expect(macroF1(pairs)).toBeCloseTo((16 / 17 + 2 / 4 + 0) / 3);
    expect(macroF1([])).toBeNull();
  });
});

describe('reliability', () => {
  it('sets confidence beside the share that was right', () => {
    const said = [
      ...Array.from({ length: 4 }, (_, i) => ({ confidence: 0.9, isRight: i < 3 })),
      { confidence: 1, isRight: true },
      { confidence: 0.1, isRight: false },
    ];
    const bins = reliability(said, 2);
    expect(bins).toEqual([
      { from: 0, to: 0.5, count: 1, confidence: 0.1, right: 0 },
      { from: 0.5, to: 1, count: 5, confidence: expect.closeTo(0.92), right: 0.8 },
    ]);
    expect(calibrationError(bins)).toBeCloseTo((1 / 6) * 0.1 + (5 / 6) * 0.12);
    expect(calibrationError([])).toBeNull();
  });
});
