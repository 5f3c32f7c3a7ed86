import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';

/** Stands beside the name of what somebody else took away: its row holds still until the list is brought anew. */
export const GoneHint = (): ReactNode => (
  <span className="hint">
    <Trans>(not there any more)</Trans>
  </span>
);
