import { useMemo } from 'react';
import type { Standing } from '../../api/graphql.js';
import { STANDINGS } from '../../parts/standing.js';
import { toggled } from '../../parts/toggled.js';
import { useAddress } from '../../parts/use-address.js';
import { useCurrent } from '../../parts/use-current.js';

/** What the address says of how an article is looked at. */
export interface View {
  /** Standings that are marked; empty: all. */
  readonly standings: ReadonlySet<Standing>;
  readonly claim: string | null;
  /** The claim at which somebody stopped: one that a held key only passes by is not asked for. */
  readonly settled: string | null;
  choose(claim: string | null): void;
  toggle(standing: Standing): void;
  showAll(): void;
}

/** In the address: standings that are marked. */
const STANDING = 'standing';

const standingsIn = (listed: string | null): ReadonlySet<Standing> => {
  const named = listed?.split(',') ?? [];
  return new Set(STANDINGS.filter((each) => named.includes(each)));
};

/** The address holds the claim and the filter, so that both can be sent to somebody. */
export function useView(): View {
  const { asked, change } = useAddress();
  const [claim, settled, choose] = useCurrent();
  const listed = asked.get(STANDING);
  const standings = useMemo(() => standingsIn(listed), [listed]);
  return {
    standings,
    claim,
    settled,
    choose,
    toggle: (standing) =>
      change((now) => {
        const next = toggled(standingsIn(now.get(STANDING)), standing);
        return { [STANDING]: STANDINGS.filter((each) => next.has(each)).join() || null };
      }),
    showAll: () => change({ [STANDING]: null }),
  };
}
