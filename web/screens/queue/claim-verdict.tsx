import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { VERDICT_NAMES } from '../../parts/edits/verdict-names.js';
import type { Claim } from './documents.js';
import styles from './queue.module.css';

/** What a person concluded, if somebody did. */
export function ClaimVerdict({ claim: { verdict } }: { readonly claim: Claim }): ReactNode {
  const { i18n } = useLingui();
  if (!verdict) return null;
  return (
    <section>
      <h3>
        <Trans>Verdict</Trans>
      </h3>
      <p>
        <strong>{i18n._(VERDICT_NAMES[verdict.value])}.</strong> {verdict.text}
      </p>
      <p className={styles['facts']}>
        {verdict.createdBy.name}, {i18n.date(verdict.createdAt, { dateStyle: 'medium' })}
      </p>
    </section>
  );
}
