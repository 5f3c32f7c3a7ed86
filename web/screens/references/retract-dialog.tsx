import { Trans, useLingui } from '@lingui/react/macro';
import { useId, useState, type ReactNode } from 'react';
import { InFront } from '../../parts/dialog.js';
import { Form } from './form.js';
import type { Retraction } from './use-retraction.js';

/** Why a source is retracted, and who says so. */
export function RetractDialog({
  retraction,
  onClose,
}: {
  readonly retraction: Retraction;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useLingui();
  const field = useId();
  const [reason, setReason] = useState('');
  return (
    <InFront title={t`Retract this source`} onClose={onClose}>
      <Form
        says={t`Retract`}
        isRunning={retraction.isRunning}
        isReady={reason.trim() !== ''}
        onSubmit={async () => {
          const refusals = await retraction.retract(reason.trim());
          if (refusals.length === 0) onClose();
          return refusals;
        }}
      >
        <p>
          <Trans>It supports nothing any more, in no article. All claims that rest on it are judged again.</Trans>
        </p>
        <div className="field">
          <label htmlFor={field}>
            <Trans>Why, and who says so</Trans>
          </label>
          <textarea
            id={field}
            className="input"
            rows={3}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
            required
          />
        </div>
      </Form>
    </InFront>
  );
}
