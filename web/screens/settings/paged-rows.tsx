import { Trans } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useQuery, type TypedDocumentNode } from 'urql';
import { Failed, Loading } from '../../parts/states.js';
import styles from './settings.module.css';

interface Props<Data, Node> {
  readonly query: TypedDocumentNode<Data, { after?: string | null }>;
  readonly pick: (data: Data) => {
    readonly edges: readonly { readonly node: Node }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
  /** What is told while they are on their way. */
  readonly loading: string;
  /** What is told where there is none; absent where there is always one. */
  readonly empty?: ReactNode;
  readonly row: (node: Node) => ReactNode;
}

/** A list a page at a time, with a button for more. Each page follows the cache, and is asked for anew by itself. */
export function PagedRows<Data, Node>({
  label,
  anew,
  ...rows
}: Props<Data, Node> & {
  readonly label: string;
  /** Another one has the pages that are shown asked for anew. */
  readonly anew?: number;
}): ReactNode {
  const [pages, setPages] = useState(1);
  return (
    <ul role="list" className={styles['rows']} aria-label={label}>
      <RowsPage key={anew} {...rows} after={null} pages={pages} onMore={() => setPages(pages + 1)} />
    </ul>
  );
}

/** A page, and those behind it that were asked for. */
function RowsPage<Data, Node>({
  after,
  pages,
  onMore,
  ...rows
}: Props<Data, Node> & {
  readonly after: string | null;
  readonly pages: number;
  readonly onMore: () => void;
}): ReactNode {
  const { query, pick, loading, empty, row } = rows;
  const [{ data, error }, again] = useQuery({ query, variables: { after } });
  if (!data) return <li>{error ? <Failed error={error} onAgain={again} /> : <Loading of={loading} />}</li>;
  const {
    edges,
    pageInfo: { hasNextPage, endCursor },
  } = pick(data);
  return (
    <>
      {edges.length === 0 && after === null && empty !== undefined && <li>{empty}</li>}
      {edges.map(({ node }) => row(node))}
      {hasNextPage && pages > 1 && <RowsPage {...rows} after={endCursor} pages={pages - 1} onMore={onMore} />}
      {hasNextPage && pages === 1 && (
        <li className={styles['more']}>
          <Button className="button" onPress={onMore}>
            <Trans>More</Trans>
          </Button>
        </li>
      )}
    </>
  );
}
