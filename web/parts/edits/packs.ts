import { refusalWords } from '../../api/refusal.js';
import type { Refusal } from '../use-edit.js';

/** As many as a mutation of several takes at once. */
export const PACK = 100;
/** As many as may be changed by one command: an undo of more would take too long. */
export const MOST = 1_000;

/** What became of one pack. @param results in the order of its items; absent when none was done */
export interface PackAnswer<Result> {
  readonly results?: readonly (Result & { readonly userErrors: readonly Refusal[] })[];
  readonly refusals: readonly Refusal[];
}

/** What became of all items. */
export interface ManyOutcome<Item, Result> {
  readonly done: readonly { readonly item: Item; readonly result: Result }[];
  readonly refused: readonly { readonly item: Item; readonly why: string }[];
}

/**
 * Does something for many items, a pack after the other. One that is refused holds up no other; where a whole pack
 * fails, the rest is not tried.
 */
export async function inPacks<Item, Result>(
  items: readonly Item[],
  act: (pack: readonly Item[]) => Promise<PackAnswer<Result>>,
): Promise<ManyOutcome<Item, Result>> {
  const done: { item: Item; result: Result }[] = [];
  const refused: { item: Item; why: string }[] = [];
  for (let from = 0; from < items.length; from += PACK) {
    const pack = items.slice(from, from + PACK);
    const { results, refusals } = await act(pack);
    if (!results || refusals.length > 0) {
      const why = said(refusals);
      refused.push(...items.slice(from).map((item) => ({ item, why })));
      break;
    }
    pack.forEach((item, at) => {
      const result = results[at];
      if (result && result.userErrors.length === 0) done.push({ item, result });
      else refused.push({ item, why: said(result?.userErrors ?? []) });
    });
  }
  return { done, refused };
}

const said = (refusals: readonly Refusal[]): string => refusals.map(refusalWords).join('; ');

/** Each reason once, the commonest first, with how many it is of. */
export function reasons(refused: readonly { readonly why: string }[]): { why: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { why } of refused) counts.set(why, (counts.get(why) ?? 0) + 1);
  return [...counts].map(([why, count]) => ({ why, count })).sort((a, b) => b.count - a.count);
}
