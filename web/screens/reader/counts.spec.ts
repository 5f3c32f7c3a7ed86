import { countsIn, countsOf } from './counts.js';
import type { Claim } from './documents.js';

it('what the server counts and what is counted here is told alike', () => {
  const server = countsOf({
    byStanding: [
      { standing: 'WEAK', count: 2 },
      { standing: 'CITED', count: 0 },
      { standing: 'MISSING', count: 1 },
    ],
  });
  const here = countsIn(['WEAK', 'MISSING', 'WEAK'].map((standing) => ({ standing }) as Claim));
  expect(new Map(server)).toEqual(new Map(here));
});
