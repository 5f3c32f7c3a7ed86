import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { MOST } from '../../parts/edits/packs.js';
import { tell } from '../../parts/toasts.js';
import { toggled } from '../../parts/toggled.js';

export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
  readonly add: (...ids: readonly string[]) => void;
  readonly clear: () => void;
}

/** Claims that are selected, to do something about all of them. */
export function useSelection(): Selection {
  const { t } = useLingui();
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const set = (next: ReadonlySet<string>): void => {
    if (next.size <= MOST) setIds(next);
    else tell({ title: t`No more than ${MOST} claims can be selected`, isMistake: true });
  };
  return {
    ids,
    toggle: (id) => set(toggled(ids, id)),
    add: (...more) => set(new Set([...ids, ...more])),
    clear: () => setIds(new Set()),
  };
}
