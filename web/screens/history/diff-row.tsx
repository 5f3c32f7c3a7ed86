import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo, type ReactNode } from 'react';
import { Link } from 'react-router';
import { StandingSign } from '../../parts/standing-sign.js';
import { readerPath } from '../../paths.js';
import { BECAME, SIGNS } from '../../parts/events/became.js';
import type { DiffRow as Row } from './documents.js';
import styles from './history.module.css';
import { MarkedWords } from './marked-words.js';
import { compareWords } from './words.js';

/** What became of a claim: as it read and stood, and as it does, side by side. */
export function DiffRow({ row, articleId }: { readonly row: Row; readonly articleId: string }): ReactNode {
  const { i18n } = useLingui();
  const { change, claim, textBefore, textAfter, standingBefore, standingAfter } = row;
  const words = useMemo(() => compareWords(textBefore ?? '', textAfter ?? ''), [textBefore, textAfter]);
  return (
    <li className={styles['became']} data-change={change} data-row tabIndex={-1}>
      <p className={styles['change']}>
        <span aria-hidden="true" className={styles['sign']}>
          {SIGNS[change]}
        </span>
        <strong>{i18n._(BECAME[change])}</strong>
        {textAfter !== null && (
          <Link to={readerPath(articleId, claim.id)}>
            <Trans>In the reader</Trans>
          </Link>
        )}
      </p>
      <div className={styles['side']}>
        <p className={`hint ${styles['name']}`}>
          <Trans>Original</Trans>
        </p>
        {textBefore === null ? (
          <p className="hint">
            <Trans>It was not there.</Trans>
          </p>
        ) : (
          <p>
            <MarkedWords stretches={words.before} as="del" />
          </p>
        )}
        {standingBefore !== null && <StandingSign standing={standingBefore} withName />}
      </div>
      <div className={styles['side']}>
        <p className={`hint ${styles['name']}`}>
          <Trans>Revised</Trans>
        </p>
        {textAfter === null ? (
          <p className="hint">
            <Trans>It is there no longer.</Trans>
          </p>
        ) : (
          <p>
            <MarkedWords stretches={words.after} as="ins" />
          </p>
        )}
        {standingAfter !== null && <StandingSign standing={standingAfter} withName />}
      </div>
    </li>
  );
}
