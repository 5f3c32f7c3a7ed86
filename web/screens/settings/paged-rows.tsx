import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { Pages } from '../../parts/list/use-pages.js';
import { Failed, Loading } from '../../parts/states.js';
import styles from './settings.module.css';

/** A list a page at a time, with a button for more. */
export function PagedRows<Node>({
  pages,
  label,
  loading,
  empty,
  row,
}: {
  readonly pages: Pages<Node>;
  readonly label: string;
  /** What is told while they are on their way. */
  readonly loading: string;
  /** What is told where there is none; absent where there is always one. */
  readonly empty?: ReactNode;
  readonly row: (node: Node) => ReactNode;
}): ReactNode {
  const { nodes, isLoading, hasMore, error, more, again } = pages;
  return (
    <>
      {nodes.length > 0 && (
        <ul role="list" className={styles['rows']} aria-label={label}>
          {nodes.map(row)}
        </ul>
      )}
      {error && <Failed error={error} onAgain={again} />}
      {isLoading && <Loading of={loading} />}
      {nodes.length === 0 && !isLoading && !error && empty}
      {hasMore && !isLoading && (
        <p className={styles['more']}>
          <Button className="button" onPress={more}>
            <Trans>More</Trans>
          </Button>
        </p>
      )}
    </>
  );
}
