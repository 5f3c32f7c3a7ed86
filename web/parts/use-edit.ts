import { useLingui } from '@lingui/react/macro';
import { useMutation, type AnyVariables, type TypedDocumentNode } from 'urql';
import type { UserErrorCode } from '../api/graphql.js';
import { problemOf } from '../api/problem.js';
import { refusalWords } from '../api/refusal.js';
import { tell } from './toasts.js';

/** Why a mutation did nothing. */
export interface Refusal {
  /** Absent where there was no answer to the question at all. */
  readonly code?: UserErrorCode;
  readonly message: string;
  /** The input that is wrong, as a path. */
  readonly field?: readonly string[] | null;
}

export type Outcome<Payload> =
  { readonly ok: true; readonly payload: Payload } | { readonly ok: false; readonly refusals: readonly Refusal[] };

interface Answered {
  readonly userErrors: readonly {
    readonly code: UserErrorCode;
    readonly message: string;
    readonly field?: readonly string[] | null;
  }[];
}

/**
 * A mutation whose payload is either there or refused.
 *
 * @param pick its payload in the answer; it must ask for `userErrors { code message field }`
 * @param quiet the caller shows refusals itself, at the fields they are about; else they are told at the edge of the page
 * @returns what runs it, and whether it is running
 */
export function useEdit<Data, Variables extends AnyVariables, Payload extends Answered>(
  document: TypedDocumentNode<Data, Variables>,
  pick: (data: Data) => Payload | null | undefined,
  quiet = false,
): [run: (variables: Variables) => Promise<Outcome<Payload>>, isRunning: boolean] {
  const { t } = useLingui();
  const [{ fetching }, mutate] = useMutation<Data, Variables>(document);
  const run = async (variables: Variables): Promise<Outcome<Payload>> => {
    const { data, error } = await mutate(variables);
    const payload = data === undefined ? undefined : pick(data);
    if (!error && payload && payload.userErrors.length === 0) return { ok: true, payload };
    const refusals: readonly Refusal[] = payload?.userErrors.length
      ? payload.userErrors.map((refused) => ({ ...refused, message: refusalWords(refused) }))
      : [{ message: error ? problemOf(error).message : t`The server answered with nothing.` }];
    if (!quiet)
      tell({ title: t`Not done`, detail: refusals.map(({ message }) => message).join('; '), isMistake: true });
    return { ok: false, refusals };
  };
  return [run, fetching];
}
