import type { AnyVariables, CombinedError, TypedDocumentNode } from 'urql';
import { useConnection, type Connection } from './use-connection.js';

export interface AllPages<Data, Node> {
  /** What came so far, in order. */
  readonly nodes: readonly Node[];
  /** The first page, with what stands beside the connection. */
  readonly first: Data | undefined;
  /** How many pages that is. */
  readonly count: number;
  /** Whether there is more to come. */
  readonly isLoading: boolean;
  readonly error: CombinedError | undefined;
  /** Begins anew; what is there is shown until all of it is there anew. */
  again(): void;
}

const NONE: readonly never[] = [];

/**
 * All pages of a connection, one after the other; what came is shown meanwhile. For what people want as a whole, as an article; a list
 * without an end is not.
 *
 * @param document takes `$after`, and asks for `pageInfo { hasNextPage endCursor }`
 * @param pick the connection in an answer; the same function each time
 */
export function useAllPages<Data, Variables extends AnyVariables & { after?: string | null }, Node>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Omit<Variables, 'after'>,
  pick: (data: Data) => Connection<Node> | null | undefined,
): AllPages<Data, Node> {
  const { state, isCurrent, again } = useConnection(document, variables, pick, true);
  // One article is not shown where another is asked for.
  if (!isCurrent) return { nodes: NONE, first: undefined, count: 0, isLoading: true, error: undefined, again };
  const { nodes, first, count, isLoading, hasNext, error } = state;
  return { nodes, first, count, isLoading: isLoading || hasNext, error, again };
}
