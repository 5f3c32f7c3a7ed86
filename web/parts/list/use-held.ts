import { useCallback, useState } from 'react';
import { hold, type Held, type HeldRow } from './hold.js';

const NOBODY: ReadonlySet<string> = new Set();

export interface HeldList<Node> extends Held<Node> {
  /** Takes in what waits, and lets go what is gone. */
  renew(): void;
  /** Told what one does something to oneself, so that it comes or goes at once. */
  mine(id: string): void;
}

/**
 * A list that holds still while somebody works on it.
 *
 * @param nodes what there is by now, in order; another array only where something changed
 * @param pages how many pages were asked for: what a further one brings is not news
 */
export function useHeld<Node extends { readonly id: string }>(nodes: readonly Node[], pages = 1): HeldList<Node> {
  const [mine, setMine] = useState(NOBODY);
  const [held, setHeld] = useState({ ...hold<Node>([], nodes, NOBODY, false), nodes, mine, pages });
  let shown = held;
  if (held.nodes !== nodes || held.mine !== mine) {
    const isOther = held.nodes !== nodes;
    const now = hold(held.rows, nodes, mine, isOther && pages > held.pages);
    // A page that is asked for is not there yet.
    shown = { ...now, nodes, mine, pages: isOther ? pages : held.pages };
    setHeld(shown);
  }
  const renew = (): void => setHeld({ ...hold<Node>([], nodes, mine, false), nodes, mine, pages });
  const isMine = useCallback((id: string) => setMine((before) => new Set([...before, id])), []);
  return { rows: shown.rows, waiting: shown.waiting, renew, mine: isMine };
}

export type { HeldRow };
