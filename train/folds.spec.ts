import { foldsOf } from './folds.js';

const items = Array.from({ length: 40 }, (_, i) => ({ i, group: `g${i % 13}` }));
const folds = foldsOf(items, ({ group }) => group, 5, 1);

describe('folds', () => {
  it('hold each item once', () => {
    expect(
      folds
        .flatMap(({ fold }) => fold)
        .map(({ i }) => i)
        .sort((a, b) => a - b),
    ).toEqual(items.map(({ i }) => i));
    for (const { fold, rest } of folds) expect(fold.length + rest.length).toBe(items.length);
  });

  it('never part a group', () => {
    for (const { fold, rest } of folds) {
      expect(fold.length).toBeGreaterThan(0);
      const groups = new Set(fold.map(({ group }) => group));
      expect(rest.filter(({ group }) => groups.has(group))).toEqual([]);
    }
  });

  it('are the same for the same seed, and others for another', () => {
    expect(foldsOf(items, ({ group }) => group, 5, 1)).toEqual(folds);
    expect(foldsOf(items, ({ group }) => group, 5, 2)).not.toEqual(folds);
  });
});
