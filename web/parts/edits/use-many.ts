import { useLingui } from '@lingui/react/macro';
import { useClient, type AnyVariables, type TypedDocumentNode } from 'urql';
import { problemOf } from '../../api/problem.js';
import { tell } from '../toasts.js';
import type { Refusal } from '../use-edit.js';
import { inPacks, reasons, type ManyOutcome } from './packs.js';

interface Answered<Result> {
  readonly results: readonly (Result & { readonly userErrors: readonly Refusal[] })[];
  readonly userErrors: readonly Refusal[];
}

/**
 * A mutation of several items, each of which is done or refused by itself. What was refused is told, with how many.
 *
 * @param variables those of the mutation, for a pack of items
 * @param pick its payload in the answer
 * @returns what runs it; quiet, where its caller tells what was refused
 */
export function useMany<Item, Data, Variables extends AnyVariables, Result>(
  document: TypedDocumentNode<Data, Variables>,
  variables: (items: readonly Item[]) => Variables,
  pick: (data: Data) => Answered<Result> | null | undefined,
): (items: readonly Item[], quiet?: boolean) => Promise<ManyOutcome<Item, Result>> {
  const client = useClient();
  const { t } = useLingui();
  return async (items, quiet = false) => {
    const outcome = await inPacks<Item, Result>(items, async (pack) => {
      const { data, error } = await client.mutation(document, variables(pack));
      const payload = data === undefined ? undefined : pick(data);
      if (error || !payload) {
        return { refusals: [{ message: error ? problemOf(error).message : t`The server answered with nothing.` }] };
      }
      return { results: payload.results, refusals: payload.userErrors };
    });
    if (outcome.refused.length > 0 && !quiet) {
      const [of, failed] = [items.length, outcome.refused.length];
      const detail = reasons(outcome.refused)
        .map(({ why, count }) => (of === 1 ? why : `${count}: ${why}`))
        .join('; ');
      tell({ title: of === 1 ? t`Not done` : t`Not done: ${failed} of ${of}`, detail, isMistake: true });
    }
    return outcome;
  };
}

/** The first reason why something was not done; null: all was. */
export const firstReason = ({ refused }: Pick<ManyOutcome<unknown, unknown>, 'refused'>): string | null =>
  refused[0]?.why ?? null;
