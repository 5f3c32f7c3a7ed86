import type { BreakdownBy } from '../../api/graphql.js';
import { useAddress } from '../../parts/use-address.js';
import { isPeriod, type PeriodName } from './period.js';

/** What can be told apart, in the order of the choice. */
export const APART = ['DESK', 'ARTICLE', 'RULE', 'PUBLISHER'] as const satisfies readonly BreakdownBy[];
export type Apart = (typeof APART)[number];

const isApart = (text: string): text is Apart => (APART as readonly string[]).includes(text);

/** What the address says of how the dashboard is looked at. */
export interface View {
  /** Null: all desks. */
  readonly desk: string | null;
  readonly period: PeriodName;
  readonly by: Apart;
  /** For a screen on a wall: large, dark, without controls. */
  readonly isWall: boolean;
  /** @param value null takes it out of the address: what holds then is the default */
  change(name: 'desk' | 'period' | 'by' | 'wall', value: string | null): void;
}

/** The address holds all of it, so that a link or a reload shows the same. */
export function useView(): View {
  const { asked: search, change } = useAddress();
  const [desk, period, by] = [search.get('desk'), search.get('period'), search.get('by')?.toUpperCase() ?? ''];
  return {
    desk: desk === '' ? null : desk,
    period: isPeriod(period) ? period : 'month',
    by: isApart(by) ? by : 'DESK',
    isWall: search.has('wall'),
    change: (name, value) => change({ [name]: value }),
  };
}
