import { Trans } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMay } from '../../parts/viewer.js';
import { CaptureDialog } from './capture-dialog.js';
import type { Source } from './documents.js';
import styles from './references.module.css';
import { RetractDialog } from './retract-dialog.js';
import { useRetraction } from './use-retraction.js';

/** What can be done with a source, as far as one may. @param onJob told the job that goes on with it */
export function SourceActions({
  source,
  onJob,
}: {
  readonly source: Source;
  readonly onJob: (id: string) => void;
}): ReactNode {
  const [open, setOpen] = useState<'retract' | 'capture' | null>(null);
  const [mayCapture, mayRetract] = [useMay('CHECKER'), useMay('EDITOR')];
  const retraction = useRetraction(source, onJob);
  const close = (): void => setOpen(null);
  if (!mayCapture) {
    return (
      <p className="hint">
        <Trans>To capture its text needs the role Checker, to retract it the role Editor.</Trans>
      </p>
    );
  }
  return (
    <div className={styles['actions']}>
      <button type="button" className="button" onClick={() => setOpen('capture')}>
        <Trans>Capture its text</Trans>
      </button>
      {mayRetract &&
        (source.retracted ? (
          <button
            type="button"
            className="button"
            disabled={retraction.isRunning}
            onClick={() => void retraction.reinstate()}
          >
            <Trans>Reinstate</Trans>
          </button>
        ) : (
          <button type="button" className="button" onClick={() => setOpen('retract')}>
            <Trans>Retract</Trans>
          </button>
        ))}
      {open === 'retract' && <RetractDialog retraction={retraction} onClose={close} />}
      {open === 'capture' && <CaptureDialog source={source} onClose={close} onJob={onJob} />}
    </div>
  );
}
