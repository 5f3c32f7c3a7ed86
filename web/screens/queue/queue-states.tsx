import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { Link } from 'react-router';
import { Empty } from '../../parts/states.js';
import { PATHS } from '../../paths.js';
import styles from './queue.module.css';

/** There are claims that were not there when the list was brought. Nothing moves before it is asked for. */
export function News({ count, onShow }: { readonly count: number; readonly onShow: () => void }): ReactNode {
  return (
    <div className={styles['news']} role="status">
      {count > 0 && (
        <Button className="button" onPress={onShow}>
          <Plural value={count} one="# new" other="# new" />
        </Button>
      )}
    </div>
  );
}

/** Nothing to show, for the one reason or the other. @param isFiltered whether filters may be why */
export function NothingHere({
  isFiltered,
  hasClaims,
  onAll,
}: {
  readonly isFiltered: boolean;
  readonly hasClaims: boolean;
  readonly onAll: () => void;
}): ReactNode {
  const { t } = useLingui();
  if (isFiltered) {
    return (
      <Empty title={t`No claim is like this`}>
        <Button className="button" onPress={onAll}>
          <Trans>No filters</Trans>
        </Button>
      </Empty>
    );
  }
  if (hasClaims) {
    return (
      <Empty title={t`Nothing is unsupported`}>
        <p>
          <Trans>
            Every claim has evidence, or somebody accepted that it has none. That does not say that it is true.
          </Trans>
        </p>
      </Empty>
    );
  }
  return (
    <Empty title={t`There is no claim yet`}>
      <Link to={PATHS.import}>
        <Trans>Import an article</Trans>
      </Link>
    </Empty>
  );
}
