import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { KIND_NAMES } from '../../parts/events/kind-names.js';
import { WhatChanged } from '../../parts/events/what-changed.js';
import { diffPath, readerPath } from '../../paths.js';
import type { HistoryEvent } from './documents.js';
import styles from './history.module.css';

/** Something that happened: when, who did it, to what, and what it changed. */
export function EventRow({
  event: { at, kind, actor, article, subjectId, subjectType, before, after },
  withArticle,
}: {
  readonly event: HistoryEvent;
  /** Whether it says in which article. */
  readonly withArticle: boolean;
}): ReactNode {
  const { t, i18n } = useLingui();
  const name = KIND_NAMES.get(kind);
  return (
    <li className={styles['event']} data-row tabIndex={-1}>
      <time dateTime={at} className="hint">
        {i18n.date(at, { dateStyle: 'medium', timeStyle: 'short' })}
      </time>
      <div className={styles['said']}>
        <p>
          <strong>{name ? i18n._(name) : kind}</strong> · {actor?.name ?? t`By itself`}
        </p>
        {article && (
          <p className={styles['where']}>
            {withArticle && <Link to={readerPath(article.id)}>{article.title}</Link>}
            {subjectType === 'Claim' && (
              <Link to={readerPath(article.id, subjectId)}>
                <Trans>The claim</Trans>
              </Link>
            )}
            {kind === 'article.imported' && (
              <Link to={diffPath(article.id)}>
                <Trans>Revisions</Trans>
              </Link>
            )}
          </p>
        )}
        <WhatChanged before={before} after={after} />
      </div>
    </li>
  );
}
