import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import styles from './dashboard.module.css';
import { APART, type Apart, type View } from './view.js';

const NAMES: Readonly<Record<Apart, MessageDescriptor>> = {
  DESK: msg`Desk`,
  ARTICLE: msg`Article`,
  RULE: msg`Rule`,
  PUBLISHER: msg`Publisher`,
};

/** What the totals are told apart by. */
export function ApartChoice({ view }: { readonly view: View }): ReactNode {
  const { t, i18n } = useLingui();
  return (
    <div className={styles['choice']} role="group" aria-label={t`Told apart by`}>
      {APART.map((apart) => (
        <button
          key={apart}
          type="button"
          className="button"
          aria-pressed={view.by === apart}
          onClick={() => view.change('by', apart.toLowerCase())}
        >
          {i18n._(NAMES[apart])}
        </button>
      ))}
    </div>
  );
}
