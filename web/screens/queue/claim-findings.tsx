import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { SEVERITY_NAMES } from '../../parts/value-names.js';
import type { Claim } from './documents.js';
import styles from './queue.module.css';

/** What rules found, what would mend it, and what they could not look at. */
export function ClaimFindings({ claim: { findings, notAssessed } }: { readonly claim: Claim }): ReactNode {
  const { i18n } = useLingui();
  return (
    <section>
      <h3>
        <Trans>Findings</Trans>
      </h3>
      {findings.length === 0 && (
        <p className="hint">
          <Trans>Nothing was found. That does not say that it is true.</Trans>
        </p>
      )}
      <ul role="list">
        {findings.map(({ id, severity, message, remedy, rule }) => (
          <li key={id} className={styles['item']}>
            <p>
              <span className={styles['severity']} data-severity={severity}>
                {i18n._(SEVERITY_NAMES[severity])}:
              </span>{' '}
              {message}
            </p>
            <p className="hint">{remedy}</p>
            <p className={styles['facts']}>
              <a href={rule.documentationUrl} target="_blank" rel="noreferrer">
                {rule.title}
              </a>
            </p>
          </li>
        ))}
      </ul>
      {notAssessed.length > 0 && (
        <details>
          <summary className="hint">
            <Plural value={notAssessed.length} one="# rule could not look" other="# rules could not look" />
          </summary>
          <ul className="hint">
            {notAssessed.map(({ rule, reason }) => (
              <li key={rule}>
                <code>{rule}</code>: {reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
