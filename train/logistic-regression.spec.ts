import { fitLogistic } from './logistic-regression.js';

const rows = (table: readonly (readonly [value: number, isSo: boolean, times: number])[]) =>
  table.map(([value, isSo, weight]) => ({ values: [value], isSo, weight }));

describe('logistic regression', () => {
  it('finds the odds that stand in a table', () => {
    // Odds of 1 to 3 at 0, of 3 to 1 at 1.
    const [constant, slope] = fitLogistic(
      rows([
        [0, true, 10],
        [0, false, 30],
        [1, true, 30],
        [1, false, 10],
      ]),
      [0],
    );
    expect(constant).toBeCloseTo(-Math.log(3), 6);
    expect(slope).toBeCloseTo(2 * Math.log(3), 6);
  });

  it('is at a minimum: no step aside makes the penalised loss smaller', () => {
    const some = rows([
      [0.3, true, 2],
      [-1.2, false, 1],
      [2, true, 1],
      [0.1, false, 3],
      [-0.4, true, 1],
    ]);
    const loss = ([constant, slope]: readonly number[]) =>
      (slope! ** 2 * 0.7) / 2 +
      some.reduce(
        (sum, { values, isSo, weight }) =>
          sum + weight * Math.log1p(Math.exp((isSo ? -1 : 1) * (constant! + slope! * values[0]!))),
        0,
      );
    const best = fitLogistic(some, [0.7]);
    for (const [a, b] of [
      [0.01, 0],
      [-0.01, 0],
      [0, 0.01],
      [0, -0.01],
    ]) {
      expect(loss([best[0]! + a!, best[1]! + b!])).toBeGreaterThan(loss(best));
    }
  });

  it('stays finite where a line parts all, for the penalty holds it', () => {
    const [, slope] = fitLogistic(
      rows([
        [0, false, 50],
        [1, true, 50],
      ]),
      [1],
    );
    expect(slope).toBeGreaterThan(1);
    expect(slope).toBeLessThan(20);
  });
});
