import { useMemo } from 'react';
import type { Standing } from '../../api/graphql.js';
import { STANDINGS } from '../../parts/standing.js';
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

const isStanding = (text: string): text is Standing => (STANDINGS as readonly string[]).includes(text);

/** The address holds the claim and the filter, so that both can be sent to somebody. */
export function useView(): View {
  const { asked, change } = useAddress();
  const [claim, settled, choose] = useCurrent();
  const listed = asked.get('standing') ?? '';
  const standings = useMemo(() => new Set(listed.split(',').filter(isStanding)), [listed]);
  return {
    standings,
    claim,
    settled,
    choose,
    toggle: (standing) => {
      const next = new Set(standings);
      if (!next.delete(standing)) next.add(standing);
      change({ standing: next.size === 0 ? null : STANDINGS.filter((each) => next.has(each)).join(',') });
    },
    showAll: () => change({ standing: null }),
  };
}
