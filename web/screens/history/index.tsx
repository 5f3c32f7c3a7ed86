import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Page } from '../../parts/page.js';
import { Empty } from '../../parts/states.js';
import { useViewer } from '../../parts/viewer.js';
import { ArticlePicker } from './article-picker.js';
import { AsOf } from './as-of.js';
import { useAsked, type HistoryView } from './asked.js';
import { Diff } from './diff.js';
import { EventFilters } from './event-filters.js';
import { Events } from './events.js';
import styles from './history.module.css';

/** What happened, what became of claims between revisions, and how an article stood. */
export function Component(): ReactNode {
  const { t } = useLingui();
  const { workspace } = useViewer();
  const [{ view, article, member, kind, from, to, became, on }, change] = useAsked();
  const views: readonly (readonly [HistoryView, string])[] = [
    ['events', t`What happened`],
    ['diff', t`Revisions compared`],
    ['asof', t`As it stood`],
  ];
  return (
    <Page title={t`History`}>
      <div className={styles['views']} role="group" aria-label={t`What is shown`}>
        {views.map(([name, says]) => (
          <button
            key={name}
            type="button"
            className="button"
            aria-pressed={view === name}
            onClick={() => change({ view: name === 'events' ? null : name })}
          >
            {says}
          </button>
        ))}
      </div>
      <div className={styles['bar']}>
        <ArticlePicker
          article={article}
          isNeeded={view !== 'events'}
          onChoose={(chosen) => change({ article: chosen, from: null, to: null })}
        />
        {view === 'events' && (
          <EventFilters
            member={member}
            kind={kind}
            onMember={(chosen) => change({ member: chosen })}
            onKind={(chosen) => change({ kind: chosen })}
          />
        )}
      </div>
      {view === 'events' && (
        <Events
          key={`${article} ${member} ${kind}`}
          subject={article ?? workspace.id}
          article={article}
          wanted={{ member, kind }}
        />
      )}
      {view !== 'events' && article === null && (
        <Empty title={t`Which article?`}>
          <p>
            <Trans>Choose one above.</Trans>
          </p>
        </Empty>
      )}
      {view === 'diff' && article !== null && (
        <Diff key={article} article={article} from={from} to={to} became={became} onChange={change} />
      )}
      {view === 'asof' && article !== null && (
        <AsOf key={article} article={article} on={on} onDay={(day) => change({ on: day })} />
      )}
    </Page>
  );
}
