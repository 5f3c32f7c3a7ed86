import { Marks, readPosition, writePosition } from './position.js';

describe('a position', () => {
  it.each(['0/0', '0/3000148', '16/B374D848', 'FFFFFFFF/FFFFFFFF'])('%s is read and written', (text) =>
    expect(writePosition(readPosition(text)!)).toBe(text),
  );

  it('is greater the further it is', () => {
    const all = ['0/FFFFFFFF', '1/0', '1/1', 'A/0', '10/0'].map((text) => readPosition(text)!);
    expect([...all].reverse().sort((a, b) => (a < b ? -1 : 1))).toEqual(all);
  });

  it.each(['', '0', '0/', '/0', 'G/0', '0/123456789', '0/0/0', '-1/0', ' 0/0'])('%j is none', (text) =>
    expect(readPosition(text)).toBeNull(),
  );
});

describe('marks', () => {
  it('tell up to which moment a position has everything', () => {
    const marks = new Marks();
    expect(marks.momentOf(5n)).toBeNull();
    for (const [position, at] of [
      [10n, 1],
      [10n, 2],
      [20n, 3],
      [30n, 4],
    ] as const)
      marks.add(position, at);
    expect([9n, 10n, 19n, 20n, 99n].map((position) => marks.momentOf(position))).toEqual([null, 2, 2, 3, 4]);
  });

  it('forget the oldest, and those of a log that was longer', () => {
    const marks = new Marks(2);
    for (const n of [1, 2, 3]) marks.add(BigInt(n), n);
    expect([1n, 2n].map((position) => marks.momentOf(position))).toEqual([null, 2]);
    marks.add(2n, 4);
    expect([1n, 2n, 3n].map((position) => marks.momentOf(position))).toEqual([null, 4, 4]);
  });
});
