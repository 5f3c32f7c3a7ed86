import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import { useClient, type AnyVariables, type CombinedError, type TypedDocumentNode } from 'urql';
import { ConnectionPages, type Connection, type PagesState } from './connection-pages.js';

export type { Connection };

type State<Data, Node> = PagesState<Data, Node, CombinedError>;

interface Shown<Data, Node> {
  /** Of which variables. */
  readonly key: string;
  readonly attempt: number;
  readonly state: State<Data, Node>;
}

export interface UsedConnection<Data, Node> {
  readonly state: State<Data, Node>;
  /** Whether it is of the variables that are asked for now; else of those before them. */
  readonly isCurrent: boolean;
  /** Asks for the next page; does nothing while one is on its way, and when there is none. */
  more(): void;
  /** Told which rows are near what is seen, from the first to before the last: pages far from them are not followed. */
  seen(first: number, end: number): void;
  /** Asks anew; what is shown stays until what is new can take its place. */
  again(): void;
}

const NOTHING: State<never, never> = {
  nodes: [],
  first: undefined,
  count: 0,
  isLoading: true,
  hasNext: false,
  error: undefined,
};

/**
 * Pages of a connection, followed in the cache. What is shown stays until the first page of what is asked for now is there, and where
 * the whole is wanted of the same as before, until all of it is: it would shrink and grow under who reads.
 *
 * @param document takes `$after`, and asks for `pageInfo { hasNextPage endCursor }`
 * @param pick the connection in an answer; the same function each time
 * @param isWhole whether all pages are asked for, one after the other, or each when it is wanted
 */
export function useConnection<Data, Variables extends AnyVariables & { after?: string | null }, Node>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Omit<Variables, 'after'>,
  pick: (data: Data) => Connection<Node> | null | undefined,
  isWhole: boolean,
): UsedConnection<Data, Node> {
  const client = useClient();
  const key = JSON.stringify(variables);
  const [shown, setShown] = useState<Shown<Data, Node>>({ key, attempt: 0, state: NOTHING });
  const [attempt, setAttempt] = useState(0);
  const pages = useRef<ConnectionPages<Data, Node, CombinedError>>(undefined);
  useEffect(() => {
    const made = new ConnectionPages<Data, Node, CombinedError>(
      (after, told) => {
        const asked = { ...(JSON.parse(key) as object), after } as Variables;
        const following = client.query(document, asked).subscribe(told);
        return () => following.unsubscribe();
      },
      pick,
      isWhole,
      (state) => {
        const show = (): void =>
          setShown((before) => {
            const isAgain = before.key === key && before.attempt !== attempt && before.state.first !== undefined;
            const isComplete = state.error !== undefined || (!state.isLoading && !state.hasNext);
            return isWhole && isAgain && !isComplete ? before : { key, attempt, state };
          });
        // The first page is waited for; what is drawn of later ones makes way for what a person does meanwhile.
        if (isWhole && state.count > 1) startTransition(show);
        else show();
      },
    );
    pages.current = made;
    made.begin();
    return () => {
      pages.current = undefined;
      made.end();
    };
  }, [client, document, pick, isWhole, key, attempt]);
  return {
    state: shown.state,
    isCurrent: shown.key === key,
    more: useCallback(() => pages.current?.more(), []),
    seen: useCallback((first, end) => pages.current?.seen(first, end), []),
    again: useCallback(() => {
      if (!isWhole) return pages.current?.refresh();
      // Why it failed is not why it may fail again.
      setShown((before) => ({
        ...before,
        state: { ...before.state, error: undefined, isLoading: before.state.first === undefined },
      }));
      setAttempt((before) => before + 1);
    }, [isWhole]),
  };
}
