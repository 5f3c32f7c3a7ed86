import { PRIORITIES, SEVERITIES, STANDINGS, UNSUPPORTED } from './evidence.js';
import { ENGLISH } from '../languages/en.js';
import { rankOf as rankIn, UNSUPPORTED_RANK_BELOW } from './rank.js';

const plain = { priority: 'NORMAL', text: 'The pier is long.', value: null } as const;

type Ranked = Parameters<typeof rankIn>;
const rankOf = (claim: Ranked[0], standing: Ranked[1], worst: Ranked[2]): number =>
  rankIn(claim, standing, worst, ENGLISH);

describe('rankOf', () => {
  it('fits a smallint, and parts the unsupported from the rest by one bound', () => {
    for (const standing of STANDINGS) {
      for (const priority of PRIORITIES) {
        for (const severity of [...SEVERITIES, null]) {
          const rank = rankOf({ ...plain, priority }, standing, severity);
          expect(rank).toBeLessThan(32_768);
          expect(rank < UNSUPPORTED_RANK_BELOW).toBe(UNSUPPORTED.includes(standing));
        }
      }
    }
  });

  it('orders by standing, then priority, then severity, then whether a figure is stated', () => {
    const inOrder = [
      rankOf({ ...plain, priority: 'LOW' }, 'REFUTED', null),
      rankOf({ ...plain, priority: 'HIGH' }, 'MISSING', 'NOTE'),
      rankOf({ ...plain, text: 'The pier is 90 m long.' }, 'MISSING', 'ERROR'),
      rankOf(plain, 'MISSING', 'ERROR'),
      rankOf(plain, 'MISSING', 'WARNING'),
      rankOf(plain, 'WEAK', 'ERROR'),
      rankOf(plain, 'WAIVED', null),
      rankOf(plain, 'CITED', null),
      rankOf(plain, 'ADEQUATE', null),
      rankOf(plain, 'NOT_CHECKABLE', null),
    ];
    expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));
    expect(new Set(inOrder).size).toBe(inOrder.length);
  });

  it('looks for the figure in the value of a field, not in its label', () => {
    const field = { priority: 'NORMAL', text: 'Budget 2031 not known', value: 'not known' } as const;
    expect(rankOf(field, 'WEAK', null) % 10).toBe(1);
    expect(rankOf({ ...field, value: '€3bn' }, 'WEAK', null) % 10).toBe(0);
  });
});
