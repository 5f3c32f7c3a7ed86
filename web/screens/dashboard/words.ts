import { useLingui } from '@lingui/react/macro';
import type { Standing } from '../../api/graphql.js';
import { percent } from '../../parts/percent.js';
import { STANDING_NAMES, type StandingCounts, STANDINGS } from '../../parts/standing.js';

/** What charts show: claims that state no fact have no place in a score. */
export const CHECKABLE: readonly Standing[] = STANDINGS.filter((standing) => standing !== 'NOT_CHECKABLE');

export interface Words {
  /** "12 May", of a time in UTC: days of the API begin at its midnight. */
  readonly day: (time: string) => string;
  /** "62 %"; a dash where there is none. */
  readonly share: (value: number | null) => string;
  readonly count: (value: number) => string;
  /** "3 weak, 2 cited", without those of 0. */
  readonly standings: (counts: StandingCounts, of: readonly Standing[]) => string;
}

/** How numbers and days are written here. */
export function useWords(): Words {
  const { t, i18n } = useLingui();
  const count = (value: number): string => i18n.number(value);
  return {
    day: (time) => i18n.date(time, { day: 'numeric', month: 'short', timeZone: 'UTC' }),
    share: (value) => (value === null ? '–' : percent(i18n, value)),
    count,
    standings(counts, of) {
      const told = of
        .filter((standing) => (counts.get(standing) ?? 0) > 0)
        .map((standing) => {
          const [name, many] = [i18n._(STANDING_NAMES[standing]), count(counts.get(standing)!)];
          return t`${name} ${many}`;
        });
      return told.length === 0 ? t`no claims to check` : told.join(', ');
    },
  };
}
