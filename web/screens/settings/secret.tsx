import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import styles from './settings.module.css';

/** A text that is shown this once. @param onSeen takes it off the page */
export function Secret({ text, onSeen }: { readonly text: string; readonly onSeen: () => void }): ReactNode {
  const { t } = useLingui();
  const [isCopied, setCopied] = useState(false);
  // Over http from elsewhere, a browser has no clipboard for pages.
  const canCopy = typeof navigator.clipboard?.writeText === 'function';
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <div className={styles['secret']} role="alert">
      <p>
        <strong>
          <Trans>Copy it now: it is not shown again.</Trans>
        </strong>
      </p>
      <input
        className="input"
        readOnly
        value={text}
        aria-label={t`The token`}
        spellCheck={false}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className={styles['actions']}>
        {canCopy && (
          <Button className="button" onPress={() => void copy()}>
            <Trans>Copy</Trans>
          </Button>
        )}
        <Button className="button" onPress={onSeen}>
          <Trans>I have it</Trans>
        </Button>
        <span role="status" className="hint">
          {isCopied && <Trans>Copied</Trans>}
        </span>
      </div>
    </div>
  );
}
