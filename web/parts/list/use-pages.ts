import type { AnyVariables, CombinedError, TypedDocumentNode } from 'urql';
import { useConnection, type Connection, type UsedConnection } from '../../api/use-connection.js';

export interface Pages<Node> extends Pick<UsedConnection<unknown, Node>, 'more' | 'seen' | 'again'> {
  /** What came so far, in order. */
  readonly nodes: readonly Node[];
  /** How many pages were asked for. */
  readonly count: number;
  readonly isLoading: boolean;
  /** Whether there is more to ask for. */
  readonly hasMore: boolean;
  readonly error: CombinedError | undefined;
}

/**
 * Pages of a connection as they are wanted, for lists that may have no end. Where other variables are asked for, what was shown stays
 * until the first page is there.
 *
 * @param document takes `$after`, and asks for `pageInfo { hasNextPage endCursor }`
 * @param pick the connection in an answer; the same function each time
 */
export function usePages<Data, Variables extends AnyVariables & { after?: string | null }, Node>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Omit<Variables, 'after'>,
  pick: (data: Data) => Connection<Node> | null | undefined,
): Pages<Node> {
  const { state, more, seen, again } = useConnection(document, variables, pick, false);
  const { nodes, count, isLoading, hasNext, error } = state;
  // What is on its way is not there yet.
  return { nodes, count, isLoading, hasMore: isLoading ? count > 1 : hasNext, error, more, seen, again };
}
