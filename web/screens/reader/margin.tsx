import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { memo, type ReactNode } from 'react';
import { StandingSign } from '../../parts/standing-sign.js';
import type { Claim } from './documents.js';
import styles from './margin.module.css';

/** Beside a section at most; the rest is counted. */
const MOST = 6;

/** What was found about a section's claims, beside it. */
export const Margin = memo(function Margin({
  claims,
  current,
  isWhole,
  actions,
  onChoose,
}: {
  /** Those of the section that are to be shown. */
  readonly claims: readonly Claim[];
  /** The one of them that is looked at, if any: all of it is shown. */
  readonly current: string | null;
  /** Whether all of all of them is shown. */
  readonly isWhole: boolean;
  /** What can be done about that one. */
  readonly actions: ReactNode;
  readonly onChoose: (id: string) => void;
}): ReactNode {
  const at = claims.findIndex(({ id }) => id === current);
  const shown = isWhole ? claims : at >= MOST ? [...claims.slice(0, MOST - 1), claims[at]!] : claims.slice(0, MOST);
  const more = claims.length - shown.length;
  if (claims.length === 0) return null;
  return (
    <ul role="list" className={styles['cards']}>
      {shown.map((claim) => (
        <li
          key={claim.id}
          className={styles['card']}
          data-standing={claim.standing}
          data-open={isWhole || claim.id === current}
        >
          <Card
            claim={claim}
            isOpen={isWhole || claim.id === current}
            actions={!isWhole && claim.id === current && actions}
            onChoose={onChoose}
          />
        </li>
      ))}
      {more > 0 && (
        <li className="hint">
          <Plural value={more} one="and # more claim" other="and # more claims" />
        </li>
      )}
    </ul>
  );
});

function Card({
  claim: { id, standing, findings, text },
  isOpen,
  actions,
  onChoose,
}: {
  readonly claim: Claim;
  readonly isOpen: boolean;
  readonly actions: ReactNode;
  readonly onChoose: (id: string) => void;
}): ReactNode {
  const { t } = useLingui();
  return (
    <>
      <button type="button" className={styles['head']} aria-expanded={isOpen} onClick={() => onChoose(id)}>
        <StandingSign standing={standing} withName={isOpen} />
        {!isOpen && <span className={styles['line']}>{findings[0]?.message ?? text}</span>}
        {!isOpen && findings.length > 1 && (
          <span className={styles['count']}>
            +{findings.length - 1}
            <span className="visually-hidden">
              <Trans>more</Trans>
            </span>
          </span>
        )}
      </button>
      {isOpen && (
        <div className={styles['opened']}>
          <ul role="list" className={styles['findings']} aria-label={t`Findings`}>
            {findings.map(({ id: finding, message, remedy, severity, rule }) => (
              <li key={finding}>
                <p>{message}</p>
                <p className="hint">{remedy}</p>
                <p className="hint">
                  <a href={rule.documentationUrl}>{rule.id}</a> · <Severity of={severity} />
                </p>
              </li>
            ))}
            {findings.length === 0 && (
              <li className="hint">
                <Trans>Nothing was found.</Trans>
              </li>
            )}
          </ul>
          {actions}
        </div>
      )}
    </>
  );
}

function Severity({ of }: { readonly of: Claim['findings'][number]['severity'] }): ReactNode {
  switch (of) {
    case 'ERROR':
      return <Trans>error</Trans>;
    case 'WARNING':
      return <Trans>warning</Trans>;
    case 'NOTE':
      return <Trans>note</Trans>;
  }
}
