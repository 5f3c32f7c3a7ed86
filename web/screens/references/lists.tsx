import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './references.module.css';
import { LISTS, type ListName, type View } from './view.js';

const NAMES: Readonly<Record<ListName, MessageDescriptor>> = {
  missing: msg`Missing numbers`,
  sources: msg`All sources`,
  duplicates: msg`Duplicates`,
  retracted: msg`Retracted`,
  failing: msg`Dead addresses`,
};

/** Which list is shown, and the way to the others. */
export function Lists({ view }: { readonly view: View }): ReactNode {
  const { t, i18n } = useLingui();
  return (
    <nav className={styles['lists']} aria-label={t`Lists`}>
      {LISTS.map((list) => (
        <Link key={list} to={view.listAddress(list)} aria-current={view.list === list ? 'page' : undefined}>
          {i18n._(NAMES[list])}
        </Link>
      ))}
    </nav>
  );
}
