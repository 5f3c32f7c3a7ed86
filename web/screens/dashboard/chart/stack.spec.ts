import type { Standing } from '../../../api/graphql.js';
import { stacked } from './stack.js';

it('counts stand one on the other, and those of 0 are left out', () => {
  const counts = new Map<Standing, number>([
    ['ADEQUATE', 4],
    ['REFUTED', 1],
    ['WEAK', 0],
    ['NOT_CHECKABLE', 9],
  ]);
  expect(stacked(counts, ['REFUTED', 'WEAK', 'ADEQUATE'])).toEqual([
    { standing: 'REFUTED', from: 0, to: 1 },
    { standing: 'ADEQUATE', from: 1, to: 5 },
  ]);
});

it('nothing is an empty stack', () => expect(stacked(new Map(), ['REFUTED'])).toEqual([]));
