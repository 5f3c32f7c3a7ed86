import { OftenSent } from './often-sent.js';

describe('statements that are sent often', () => {
  it('are those that come for the fourth time', () => {
    const often = new OftenSent(2);
    expect([1, 2, 3, 4, 5].map(() => often.has('a'))).toEqual([false, false, false, true, true]);
    expect(often.has('b')).toBe(false);
  });

  it('are no more than may be kept', () => {
    const often = new OftenSent(2);
    const has = (sql: string): boolean => [1, 2, 3, 4].map(() => often.has(sql)).at(-1) === true;
    expect(['a', 'b', 'c', 'd'].map(has)).toEqual([true, true, false, false]);
    expect(often.has('a')).toBe(true);
  });

  it('are not those between which many others come', () => {
    const often = new OftenSent(10);
    for (let round = 0; round < 10; round++) {
      expect(often.has('now and then')).toBe(false);
      for (let i = 0; i < 200; i++) expect(often.has(`${round} ${i}`)).toBe(false);
    }
  });
});
