/** An event, as far as it matters who did it. */
export interface Done {
  readonly kind: string;
  /** Its place among all events; null: it has none yet. */
  readonly position: number | null;
  readonly actor: { readonly id: string } | null;
}

/**
 * Whether all that happened between two places was done by one member.
 *
 * @param events the newest ones, the oldest first
 * @param kinds of which kinds, or first words of kinds; null: of any
 * @returns false also where the events do not reach back so far, and where there is none
 */
export function areAllBy(
  memberId: string,
  events: readonly Done[],
  { from, to, kinds }: { readonly from: number; readonly to: number; readonly kinds: readonly string[] | null },
): boolean {
  const first = events.find(({ position }) => position !== null)?.position ?? null;
  // Of some article, or from the first event on: then what comes first need not be the next.
  if (first === null || (first > from + 1 && events.length >= MOST)) return false;
  const between = events.filter(
    ({ kind, position }) =>
      position !== null && position > from && position <= to && (kinds === null || isOf(kind, kinds)),
  );
  return between.length > 0 && between.every(({ actor }) => actor?.id === memberId);
}

/** As many as are asked for at once. */
export const MOST = 50;

const isOf = (kind: string, kinds: readonly string[]): boolean =>
  kinds.some((each) => kind === each || kind.startsWith(`${each}.`));
