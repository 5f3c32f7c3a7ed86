/** What the address says by name; null takes it out. */
export type AddressChanges = Readonly<Record<string, string | null>>;

/** @param search with its "?" or without. @returns without it, in one way of writing */
export function searchWith(search: string, changes: AddressChanges): string {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) next.delete(name);
    else next.set(name, value);
  }
  return next.toString();
}
