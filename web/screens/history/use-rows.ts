import { useRef, type RefObject } from 'react';
import { useKeys } from '../../keys/use-keys.js';

/**
 * Lets keys go from row to row: what has `data-row` within the element, and can be focused.
 *
 * @returns for the element around the rows
 */
export function useRows<Around extends HTMLElement>(): RefObject<Around | null> {
  const around = useRef<Around>(null);
  const move = (by: 1 | -1): void => {
    const rows = [...(around.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    const next = at < 0 ? rows[0] : rows[at + by];
    next?.focus();
  };
  useKeys({ nextClaim: () => move(1), previousClaim: () => move(-1) });
  return around;
}
