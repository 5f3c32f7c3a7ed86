import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { News } from '../../parts/list/news.js';
import type { HeldList } from '../../parts/list/use-held.js';
import type { Pages } from '../../parts/list/use-pages.js';
import { Failed, Loading } from '../../parts/states.js';
import styles from './settings.module.css';

/** A list a page at a time, with a button for more. Its rows hold still. */
export function PagedRows<Node>({
  pages,
  held,
  label,
  loading,
  empty,
  row,
}: {
  readonly pages: Pages<Node>;
  /** The same as it is shown. */
  readonly held: HeldList<Node>;
  readonly label: string;
  /** What is told while they are on their way. */
  readonly loading: string;
  /** What is told where there is none; absent where there is always one. */
  readonly empty?: ReactNode;
  readonly row: (node: Node, isGone: boolean) => ReactNode;
}): ReactNode {
  const { isLoading, hasMore, error, more, again } = pages;
  const { rows, waiting, renew } = held;
  return (
    <>
      {rows.length > 0 && (
        <ul role="list" className={styles['rows']} aria-label={label}>
          {rows.map(({ node, isGone }) => row(node, isGone))}
        </ul>
      )}
      <News count={waiting} onShow={renew} />
      {error && <Failed error={error} onAgain={again} />}
      {isLoading && <Loading of={loading} />}
      {rows.length === 0 && !isLoading && !error && empty}
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
