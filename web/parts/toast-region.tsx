import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import {
  Button,
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';
import { ShownKeys } from '../keys/shown-keys.js';
import styles from './toast-region.module.css';
import { notices } from './toasts.js';

/** Where notices are shown, and read out. */
export function Notices(): ReactNode {
  const { t } = useLingui();
  return (
    <ToastRegion queue={notices} className={styles['region'] ?? ''} aria-label={t`Notices`}>
      {({ toast }) => {
        const { title, detail, isMistake, undo } = toast.content;
        return (
          <Toast toast={toast} className={styles['toast'] ?? ''} data-mistake={isMistake}>
            <ToastContent className={styles['content'] ?? ''}>
              <Text slot="title">{title}</Text>
              {detail !== undefined && <Text slot="description">{detail}</Text>}
            </ToastContent>
            {undo && (
              <Button
                className="button"
                onPress={() => {
                  undo();
                  notices.close(toast.key);
                }}
              >
                <Trans>Undo</Trans> <ShownKeys name="undo" />
              </Button>
            )}
            <Button slot="close" className="button button-plain" aria-label={t`Close`}>
              ×
            </Button>
          </Toast>
        );
      }}
    </ToastRegion>
  );
}
