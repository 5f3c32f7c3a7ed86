import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { problemOf } from '../../api/problem.js';
import { KIND_NAMES } from '../../parts/events/kind-names.js';
import { WhatChanged } from '../../parts/events/what-changed.js';
import { CLAIM_HISTORY } from './documents.js';
import styles from './queue.module.css';

/** What happened to a claim, the newest first; brought when it is opened. */
export function ClaimHistory({ id, version }: { readonly id: string; readonly version: number }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <section>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <Trans>History</Trans>
        </summary>
        {isOpen && <Events key={version} id={id} />}
      </details>
    </section>
  );
}

function Events({ id }: { readonly id: string }): ReactNode {
  const { t, i18n } = useLingui();
  const [{ data, error }] = useQuery({
    query: CLAIM_HISTORY,
    variables: { id },
    requestPolicy: 'network-only',
  });
  const nameOf = (kind: string): string => {
    const name = KIND_NAMES.get(kind);
    return name ? i18n._(name) : kind;
  };
  if (error) return <p className="hint">{problemOf(error).message}</p>;
  return (
    <ul role="list">
      {data?.history.edges
        .map(({ node }) => node)
        .toReversed()
        .map(({ seq, kind, at, actor, before, after }) => (
          <li key={`${seq} ${at} ${kind}`}>
            <span className={styles['facts']}>
              <time dateTime={at}>{i18n.date(at, { dateStyle: 'medium', timeStyle: 'short' })}</time>
              <span>{actor?.name ?? t`By itself`}</span>
              <span>{nameOf(kind)}</span>
            </span>
            <WhatChanged before={before} after={after} />
          </li>
        ))}
    </ul>
  );
}
