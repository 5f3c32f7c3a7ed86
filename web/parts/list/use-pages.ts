import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useClient, type AnyVariables, type CombinedError, type TypedDocumentNode } from 'urql';
import type { Subscription } from 'wonka';

interface Connection<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

interface Answer<Data> {
  readonly data?: Data | undefined;
  readonly error?: CombinedError | undefined;
}

export interface Pages<Node> {
  /** What came so far, in order. */
  readonly nodes: readonly Node[];
  /** How many pages were asked for. */
  readonly count: number;
  readonly isLoading: boolean;
  /** Whether there is more to ask for. */
  readonly hasMore: boolean;
  readonly error: CombinedError | undefined;
  /** Asks for the next page; does nothing while one is on its way, and when there is none. */
  more(): void;
  /** Begins anew. */
  again(): void;
}

/**
 * Pages of a connection as they are wanted, for lists that may have no end. Each follows the cache, so that an edit
 * shows in it.
 *
 * @param document takes `$after`, and asks for `pageInfo { hasNextPage endCursor }`
 * @param pick the connection in an answer; the same function each time
 */
export function usePages<Data, Variables extends AnyVariables & { after?: string | null }, Node>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Omit<Variables, 'after'>,
  pick: (data: Data) => Connection<Node> | null | undefined,
): Pages<Node> {
  const client = useClient();
  const [answers, setAnswers] = useState<readonly Answer<Data>[]>([]);
  const [attempt, setAttempt] = useState(0);
  const next = useRef<() => void>(undefined);
  const key = JSON.stringify(variables);
  useEffect(() => {
    const subscriptions: Subscription[] = [];
    const came: Answer<Data>[] = [];
    const ask = (after: string | null): void => {
      const place = came.push({}) - 1;
      // Until the first page is there, what was shown before stays.
      if (place > 0) setAnswers([...came]);
      const asked = { ...(JSON.parse(key) as object), after } as Variables;
      subscriptions[place] = client.query(document, asked).subscribe(({ data, error }) => {
        // What was not there at all is told by the error; urql has null for it then.
        came[place] = { data: data ?? undefined, error };
        setAnswers([...came]);
      });
    };
    next.current = () => {
      const last = came.at(-1)?.data;
      const info = last === undefined ? undefined : pick(last)?.pageInfo;
      if (info?.hasNextPage) ask(info.endCursor);
    };
    ask(null);
    return () => {
      next.current = undefined;
      for (const each of subscriptions) each.unsubscribe();
    };
  }, [client, document, pick, key, attempt]);
  const nodes = useMemo(
    () => answers.flatMap(({ data }) => (data && pick(data)?.edges.map(({ node }) => node)) ?? []),
    [answers, pick],
  );
  const last = answers.at(-1);
  const error = answers.find((answer) => answer.error)?.error;
  const isLoading = !error && last?.data === undefined;
  return {
    nodes,
    count: answers.length,
    isLoading,
    // What is on its way is not there yet.
    hasMore: isLoading ? answers.length > 0 : (last?.data && pick(last.data)?.pageInfo.hasNextPage) === true,
    error,
    more: useCallback(() => next.current?.(), []),
    again: useCallback(() => setAttempt((before) => before + 1), []),
  };
}
