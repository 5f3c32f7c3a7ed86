import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode, Ref } from 'react';
import { Button } from 'react-aria-components';
import type { CombinedError } from 'urql';
import { ShownKeys } from '../../keys/shown-keys.js';
import type { Act } from '../../parts/acting/act.js';
import { ErrorBoundary } from '../../parts/error-boundary.js';
import { Empty, Failed, Loading } from '../../parts/states.js';
import { ClaimDetail } from './claim-detail.js';
import type { Claim } from './documents.js';
import styles from './queue.module.css';

/** What is beside the list: the claim that is current, or a panel in its place. */
export function QueueSide({
  id,
  claim,
  isLoading,
  error,
  panel,
  headingRef,
  onAct,
  onAgain,
  onBack,
}: {
  readonly id: string | null;
  readonly claim: Claim | null;
  readonly isLoading: boolean;
  readonly error: CombinedError | undefined;
  readonly panel: ReactNode;
  readonly headingRef: Ref<HTMLHeadingElement>;
  readonly onAct: (act: Act, citationId?: string) => void;
  readonly onAgain: () => void;
  readonly onBack: () => void;
}): ReactNode {
  const { t } = useLingui();
  return (
    // Keys scroll what has nothing to be focused.
    // eslint-disable-next-line jsx-a11y-x/no-noninteractive-tabindex
    <section className={styles['side']} aria-label={t`Claim`} tabIndex={0}>
      <Button className={`button button-plain ${styles['backward']}`} onPress={onBack}>
        ← <Trans>Back to the list</Trans>
      </Button>
      <ErrorBoundary resetKey={id ?? ''}>
        {panel || (
          <>
            {id === null && (
              <Empty title={t`No claim is chosen`}>
                <p>
                  <ShownKeys name="nextClaim" /> <Trans>shows the first one</Trans>
                </p>
              </Empty>
            )}
            {id !== null && !claim && error && <Failed error={error} onAgain={onAgain} />}
            {id !== null && !claim && !error && isLoading && <Loading of={t`Loading the claim …`} />}
            {id !== null && !claim && !error && !isLoading && <Empty title={t`This claim is not there any more`} />}
            {claim && <ClaimDetail claim={claim} headingRef={headingRef} onAct={onAct} />}
          </>
        )}
      </ErrorBoundary>
    </section>
  );
}
