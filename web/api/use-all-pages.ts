import { startTransition, useEffect, useMemo, useState } from 'react';
import { useClient, type AnyVariables, type CombinedError, type TypedDocumentNode } from 'urql';
import type { Subscription } from 'wonka';

interface Connection<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export interface AllPages<Data, Node> {
  /** What came so far, in order. */
  readonly nodes: readonly Node[];
  /** The first page, with what stands beside the connection. */
  readonly first: Data | undefined;
  /** Whether there is more to come. */
  readonly isLoading: boolean;
  readonly error: CombinedError | undefined;
  again(): void;
}

interface PageAnswer<Data> {
  readonly data?: Data | undefined;
  readonly error?: CombinedError | undefined;
}

/**
 * All pages of a connection, one after the other; what came is shown meanwhile. Each page follows the cache, so that an
 * event or an edit shows in it. For what people want as a whole, as an article; a list without an end is not.
 *
 * @param document takes `$after`, and asks for `pageInfo { hasNextPage endCursor }`
 * @param pick the connection in an answer; the same function each time
 */
export function useAllPages<Data, Variables extends AnyVariables & { after?: string | null }, Node>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Omit<Variables, 'after'>,
  pick: (data: Data) => Connection<Node> | null | undefined,
): AllPages<Data, Node> {
  const client = useClient();
  const [pages, setPages] = useState<readonly PageAnswer<Data>[]>([]);
  const [attempt, setAttempt] = useState(0);
  const key = JSON.stringify(variables);
  useEffect(() => {
    const subscriptions: Subscription[] = [];
    const ask = (i: number, after: string | null): void => {
      const asked = { ...(JSON.parse(key) as object), after } as Variables;
      const take = ({ data, error }: PageAnswer<Data>): void => {
        const show = (): void =>
          // What was not there at all is told by the error; urql has null for it then.
          setPages((before) => before.with(i, { data: data ?? undefined, error }));
        // The first page is waited for; what is drawn of later ones makes way for what a person does meanwhile.
        if (i === 0) show();
        else startTransition(show);
        const info = data == null ? undefined : pick(data)?.pageInfo;
        if (info?.hasNextPage && subscriptions[i + 1] === undefined) ask(i + 1, info.endCursor);
      };
      setPages((before) => [...before.slice(0, i), { data: undefined, error: undefined }]);
      // A page may be answered before `subscribe` returns: it is not to be asked for twice.
      const placeholder: Subscription = { unsubscribe: () => undefined };
      subscriptions[i] = placeholder;
      subscriptions[i] = client.query(document, asked).subscribe(take);
    };
    ask(0, null);
    return () => {
      for (const each of subscriptions) each.unsubscribe();
      setPages([]);
    };
  }, [client, document, pick, key, attempt]);
  const nodes = useMemo(
    () => pages.flatMap(({ data }) => (data && pick(data)?.edges.map(({ node }) => node)) ?? []),
    [pages, pick],
  );
  const last = pages.at(-1)?.data;
  return {
    nodes,
    first: pages[0]?.data,
    isLoading: last === undefined || pick(last)?.pageInfo.hasNextPage === true,
    error: pages.find(({ error }) => error)?.error,
    again: () => setAttempt((before) => before + 1),
  };
}
