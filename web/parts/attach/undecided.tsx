import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { InFront } from '../dialog.js';
import { Conflict } from './conflict.js';
import type { Draft } from './draft.js';

/** What a person must decide about an edit that was not taken. */
export function Undecided({
  draft,
  onSolved,
  onClose,
}: {
  readonly draft: Draft;
  readonly onSolved: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useLingui();
  return (
    <InFront title={t`An edit that was not taken`} onClose={onClose}>
      <Conflict key={draft.key} draft={draft} onSolved={onSolved} />
    </InFront>
  );
}
