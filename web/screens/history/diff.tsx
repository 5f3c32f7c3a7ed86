import { Trans, useLingui } from '@lingui/react/macro';
import { useId, type ReactNode } from 'react';
import type { ResultOf } from '../../api/graphql.js';
import { useAllPages } from '../../api/use-all-pages.js';
import { Empty, Failed, Loading } from '../../parts/states.js';
import { BECAME, CHANGES, SIGNS } from '../../parts/events/became.js';
import { DiffRow } from './diff-row.js';
import { DIFF, REVISIONS } from './documents.js';
import styles from './history.module.css';
import { useRows } from './use-rows.js';

type Revision = NonNullable<ResultOf<typeof REVISIONS>['article']>['revisions']['edges'][number]['node'];
const revisionsIn = (data: ResultOf<typeof REVISIONS>) => data.article?.revisions;
const diffIn = (data: ResultOf<typeof DIFF>) => data.article?.diff;

/** What became of an article's claims between two of its revisions. */
export function Diff({
  article,
  from,
  to,
  became,
  onChange,
}: {
  readonly article: string;
  readonly from: number | null;
  readonly to: number | null;
  /** What became of the claims that are shown; null: all. */
  readonly became: string | null;
  readonly onChange: (changes: { from?: string; to?: string; became?: string | null }) => void;
}): ReactNode {
  const { t } = useLingui();
  const [fromId, toId] = [useId(), useId()];
  const { nodes, first, isLoading, error, again } = useAllPages(REVISIONS, { id: article }, revisionsIn);
  if (error) return <Failed error={error} onAgain={again} />;
  if (first && !first.article) return <Empty title={t`There is no such article`} />;
  const newest = nodes[0];
  if (!newest) return <Loading of={t`Loading the revisions …`} />;
  if (newest.number === 1) {
    return (
      <Empty title={t`There is one revision only`}>
        <p>
          <Trans>Import the article again under its name, and what became of its claims stands here.</Trans>
        </p>
      </Empty>
    );
  }
  const later = to !== null && to > 1 && to <= newest.number ? to : newest.number;
  const earlier = from !== null && from < later ? from : later - 1;
  return (
    <>
      <div className={styles['bar']}>
        <div className="field">
          <label htmlFor={fromId}>{t`From revision`}</label>
          <RevisionSelect
            id={fromId}
            value={earlier}
            revisions={nodes.filter(({ number }) => number < later)}
            onChange={(number) => onChange({ from: number, to: String(later) })}
          />
        </div>
        <div className="field">
          <label htmlFor={toId}>{t`To revision`}</label>
          <RevisionSelect
            id={toId}
            value={later}
            revisions={nodes.filter(({ number }) => number > 1)}
            onChange={(number) => onChange({ from: String(Math.min(earlier, Number(number) - 1)), to: number })}
          />
        </div>
        <span role="status" className="hint">
          {isLoading && <Trans>more is on its way …</Trans>}
        </span>
      </div>
      <Rows
        article={article}
        from={earlier}
        to={later}
        became={became}
        onBecame={(value) => onChange({ became: value })}
      />
    </>
  );
}

function RevisionSelect({
  id,
  value,
  revisions,
  onChange,
}: {
  readonly id: string;
  readonly value: number;
  readonly revisions: readonly Revision[];
  readonly onChange: (number: string) => void;
}): ReactNode {
  const { i18n } = useLingui();
  return (
    <select id={id} className="input" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      {revisions.map(({ id: revision, number, createdAt }) => (
        <option key={revision} value={number}>
          {number} · {i18n.date(createdAt, { dateStyle: 'medium', timeStyle: 'short' })}
        </option>
      ))}
    </select>
  );
}

function Rows({
  article,
  from,
  to,
  became,
  onBecame,
}: {
  readonly article: string;
  readonly from: number;
  readonly to: number;
  readonly became: string | null;
  readonly onBecame: (became: string | null) => void;
}): ReactNode {
  const { t, i18n } = useLingui();
  const { nodes, first, isLoading, error, again } = useAllPages(DIFF, { id: article, from, to }, diffIn);
  const around = useRows<HTMLOListElement>();
  if (error) return <Failed error={error} onAgain={again} />;
  if (!first) return <Loading of={t`Comparing the revisions …`} />;
  if (nodes.length === 0 && !isLoading) return <Empty title={t`All claims read and stand as they did`} />;
  const counts = new Map<string, number>();
  for (const { change } of nodes) counts.set(change, (counts.get(change) ?? 0) + 1);
  const rows = nodes.filter(({ change }) => became === null || change === became);
  return (
    <>
      <div className={styles['counts']} role="group" aria-label={t`What became of claims`}>
        {CHANGES.filter((change) => counts.has(change) || change === became).map((change) => (
          <button
            key={change}
            type="button"
            className="button"
            aria-pressed={became === change}
            onClick={() => onBecame(became === change ? null : change)}
          >
            <span aria-hidden="true" className={styles['sign']}>
              {SIGNS[change]}
            </span>
            {i18n._(BECAME[change])} {i18n.number(counts.get(change) ?? 0)}
          </button>
        ))}
        <span role="status" className="hint">
          {isLoading ? <Trans>more is on its way …</Trans> : <Trans>All others read and stand as they did.</Trans>}
        </span>
      </div>
      <ol ref={around} className={styles['diff']}>
        {rows.map((row) => (
          <DiffRow key={`${row.claim.id} ${row.change}`} row={row} articleId={article} />
        ))}
      </ol>
    </>
  );
}
