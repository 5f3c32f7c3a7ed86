import { useCallback, useMemo } from 'react';
import { useLocation, useNavigate, useNavigationType, type Location, type NavigateOptions } from 'react-router';
import { searchWith, type AddressChanges } from './search-with.js';

export interface Address {
  readonly asked: URLSearchParams;
  /** Whether somebody went back or followed a link; otherwise it is as `change` made it. */
  readonly isArrival: boolean;
  /**
   * Changes what the address says, and leaves the rest as it is now: not as of what is drawn, which may be some changes behind.
   *
   * @param changes or what makes them of the address as it is now, where they depend on it
   * @param isStep whether going back undoes it
   */
  readonly change: (changes: AddressChanges | ((now: URLSearchParams) => AddressChanges), isStep?: boolean) => void;
}

/** In an entry of the browser's history: it was made by `change`. */
const CHANGED = { isChanged: true };

/** What the address is about to say: a change is not in the browser's address at once. */
let comingSearch: string | null = null;

/** The address holds what is shown, so that a link or a reload shows the same. */
export function useAddress(): Address {
  const { search, state } = useLocation() as Location<Partial<typeof CHANGED> | null>;
  const type = useNavigationType();
  const navigate = useNavigate();
  const change = useCallback<Address['change']>(
    (changes, isStep = false) => {
      const now = comingSearch ?? window.location.search;
      const next = searchWith(now, typeof changes === 'function' ? changes(new URLSearchParams(now)) : changes);
      if (next === searchWith(now, {})) return;
      comingSearch = next;
      const options: NavigateOptions = { replace: !isStep, preventScrollReset: true, state: CHANGED };
      void Promise.resolve(navigate(`?${next}`, options)).finally(() => {
        if (comingSearch === next) comingSearch = null;
      });
    },
    [navigate],
  );
  const asked = useMemo(() => new URLSearchParams(search), [search]);
  return { asked, isArrival: type === 'POP' || state?.isChanged !== true, change };
}
