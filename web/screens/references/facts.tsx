import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { issuedIn } from '../../parts/issued.js';
import { linkProblemWords } from '../../parts/link-problem.js';
import styles from './references.module.css';
import type { Listed } from './documents.js';

/** What a source is called where it has no title. */
export const nameOf = ({ title, url, doi }: Pick<Listed, 'title' | 'url' | 'doi'>): string => title ?? url ?? doi ?? '';

/** When a source was published. */
export function Issued({ issued }: { readonly issued: string }): ReactNode {
  const { i18n } = useLingui();
  return <span>{issuedIn(i18n, issued)}</span>;
}

/** Who published it, and when. */
export function Origin({ source }: { readonly source: Pick<Listed, 'publisher' | 'issued' | 'doi'> }): ReactNode {
  const { publisher, issued, doi } = source;
  return (
    <>
      {publisher && <span>{publisher.name}</span>}
      {publisher && issued && ' · '}
      {issued && <Issued issued={issued} />}
      {doi !== null && <span className={styles['doi']}>doi:{doi}</span>}
    </>
  );
}

/** What speaks against relying on it, and whether its text is kept; each with a sign, never by colour alone. */
export function Health({ source }: { readonly source: Pick<Listed, 'retracted' | 'link' | 'snapshots'> }): ReactNode {
  const { retracted, link, snapshots } = source;
  const snapshot = snapshots.edges[0]?.node;
  return (
    <ul role="list" className={styles['health']}>
      {retracted && (
        <li data-bad="true">
          <span aria-hidden="true">✕</span> <Trans>Retracted</Trans>
        </li>
      )}
      {link && link.failures > 0 && (
        <li data-bad="true">
          <span aria-hidden="true">⚠</span> <Failing link={link} />
        </li>
      )}
      <li>
        <span aria-hidden="true">{snapshot ? '▤' : '▢'}</span> <Kept snapshot={snapshot} />
      </li>
    </ul>
  );
}

function Failing({ link }: { readonly link: NonNullable<Listed['link']> }): ReactNode {
  const { i18n } = useLingui();
  const day = i18n.date(link.failingSince ?? link.checkedAt, { dateStyle: 'medium', timeZone: 'UTC' });
  const problem = linkProblemWords(i18n, link);
  return (
    <Trans>
      Fails since {day}: {problem}
    </Trans>
  );
}

function Kept({
  snapshot,
}: {
  readonly snapshot: Listed['snapshots']['edges'][number]['node'] | undefined;
}): ReactNode {
  const { i18n } = useLingui();
  if (!snapshot) return <Trans>No text captured</Trans>;
  const day = i18n.date(snapshot.capturedAt, { dateStyle: 'medium' });
  return snapshot.complete ? <Trans>Text of {day}</Trans> : <Trans>A part of the text, of {day}</Trans>;
}
