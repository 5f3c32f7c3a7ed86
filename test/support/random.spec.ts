import { diceOf, randomOf } from './random.js';

describe('randomOf', () => {
  it('gives numbers from 0 to 1, spread evenly, the same for the same seed', () => {
    const [random, again] = [randomOf(7), randomOf(7)];
    const drawn = Array.from({ length: 10_000 }, () => random());
    expect(drawn.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => again()));
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...drawn)).toBeLessThan(1);
    const tenths = Array.from({ length: 10 }, (_, i) => drawn.filter((each) => Math.floor(each * 10) === i).length);
    for (const each of tenths) expect(Math.abs(each - 1000)).toBeLessThan(150);
  });
});

it('dice show every side, and no others', () => {
  const roll = diceOf(7);
  expect(new Set(Array.from({ length: 200 }, () => roll(6)))).toEqual(new Set([0, 1, 2, 3, 4, 5]));
});
