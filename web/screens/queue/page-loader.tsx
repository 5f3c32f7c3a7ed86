import { useEffect, useState, type ReactNode } from 'react';
import { useQuery, type RequestPolicy } from 'urql';
import type { ClaimFilter } from '../../api/graphql.js';
import { Failed, Loading } from '../../parts/states.js';
import { PAGE, type Row } from './documents.js';
import type { QueueList } from './queue-list.js';

/**
 * Brings a page of the list, and what changes in it as long as it is near what is seen. Shows only that it is not there
 * yet.
 */
export function PageLoader({
  list,
  page,
  filter,
  loading,
}: {
  readonly list: QueueList<Row>;
  readonly page: number;
  readonly filter: ClaimFilter;
  readonly loading: string;
}): ReactNode {
  // What was answered once is at hand when somebody scrolls back.
  const [requestPolicy] = useState<RequestPolicy>(page < list.pages ? 'cache-first' : 'network-only');
  const [{ data, error, fetching, stale }, again] = useQuery({
    query: PAGE,
    variables: { filter, after: list.cursors[page] ?? null },
    requestPolicy,
  });
  useEffect(() => {
    // What an earlier list of the same was told is no answer to this one.
    if (!data || stale || fetching) return;
    const { edges, pageInfo } = data.claims;
    list.answered(page, {
      rows: edges.map(({ node }) => node),
      next: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    });
  }, [list, page, data, stale, fetching]);
  if (page < list.pages) return null;
  if (error && !fetching) return <Failed error={error} onAgain={() => again({ requestPolicy: 'network-only' })} />;
  if (page === 0) return <Loading of={loading} />;
  return (
    <p className="hint" role="status">
      {loading}
    </p>
  );
}
