import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { StandingSign } from '../../parts/standing-sign.js';
import { ClaimWords } from './claim-words.js';
import type { Row } from './documents.js';
import styles from './queue.module.css';

/** A claim in the list: its standing, its words, the gravest finding, and where it stands. */
export function ClaimRow({
  row,
  isSelected,
  onOpen,
  onToggle,
}: {
  readonly row: Row;
  readonly isSelected: boolean;
  readonly onOpen: () => void;
  readonly onToggle: () => void;
}): ReactNode {
  const { t } = useLingui();
  const { standing, findings, article, assignee, priority } = row;
  const [gravest] = findings;
  return (
    // Keys of the grid do what a press does.
    // eslint-disable-next-line jsx-a11y-x/click-events-have-key-events
    <div role="gridcell" className={styles['cell']} onClick={onOpen} tabIndex={-1}>
      <input
        type="checkbox"
        className={styles['check']}
        tabIndex={-1}
        checked={isSelected}
        onChange={onToggle}
        onClick={(event) => event.stopPropagation()}
        aria-label={t`Select`}
      />
      <div className={styles['words']}>
        <p className={styles['claim']}>
          <ClaimWords claim={row} />
        </p>
        {gravest && (
          <p className={styles['finding']}>
            {gravest.message}
            {findings.length > 1 && (
              <>
                {' '}
                <span className={styles['more']}>
                  <Plural value={findings.length - 1} one="and # more" other="and # more" />
                </span>
              </>
            )}
          </p>
        )}
        <p className={styles['where']}>
          <span className={styles['article']}>{article.title}</span>
          {article.desk !== null && <span>{article.desk}</span>}
          {priority === 'HIGH' && (
            <span className={styles['high']}>
              <Trans>High priority</Trans>
            </span>
          )}
          {assignee && <span>{t`for ${assignee.name}`}</span>}
        </p>
      </div>
      <span className={styles['sign']}>
        <StandingSign standing={standing} withName />
      </span>
    </div>
  );
}
