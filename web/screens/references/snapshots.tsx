import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useId, type ReactNode } from 'react';
import type { Source } from './documents.js';
import styles from './references.module.css';

type Snapshot = Source['snapshots']['edges'][number]['node'];

const EXTENTS: Readonly<Record<Snapshot['extent'], MessageDescriptor>> = {
  FULL: msg`All of it, as far as is known`,
  PARTIAL: msg`A part`,
  SHORT: msg`So short that it may be a teaser`,
  EMPTY: msg`Without words`,
};

/** The texts of a source that were captured, the newest first. */
export function Snapshots({ source }: { readonly source: Source }): ReactNode {
  const id = useId();
  const snapshots = source.snapshots.edges.map(({ node }) => node);
  return (
    <section aria-labelledby={id} className={styles['section']}>
      <h2 id={id}>
        <Trans>Captured texts</Trans>
      </h2>
      {snapshots.length === 0 ? (
        <p className="hint">
          <Trans>None: quotes cannot be looked up, nor claims compared with it.</Trans>
        </p>
      ) : (
        <ul role="list" className={styles['snapshots']}>
          {snapshots.map((snapshot) => (
            <li key={snapshot.id}>
              <Captured snapshot={snapshot} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Captured({
  snapshot: { capturedAt, extent, wordCount, cautions },
}: {
  readonly snapshot: Snapshot;
}): ReactNode {
  const { i18n } = useLingui();
  return (
    <>
      <p>
        <time dateTime={capturedAt}>{i18n.date(capturedAt, { dateStyle: 'medium', timeStyle: 'short' })}</time> ·{' '}
        <Plural value={wordCount} one="# word" other="# words" /> · {i18n._(EXTENTS[extent])}
      </p>
      {cautions.map((caution) => (
        <p key={caution} className="hint">
          {caution}
        </p>
      ))}
    </>
  );
}
