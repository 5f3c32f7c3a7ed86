import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { Empty, Failed, Loading } from '../../parts/states.js';
import { useMay } from '../../parts/viewer.js';
import { SOURCES, type Listed } from './documents.js';
import { Health, nameOf, Origin } from './facts.js';
import { MergeDialog } from './merge-dialog.js';
import styles from './references.module.css';
import { sameTitles } from './same-titles.js';
import { pickSources } from './source-list.js';
import { usePages } from '../../parts/list/use-pages.js';
import type { View } from './view.js';

/** As many as the API gives at once. */
const PAGE = 100;
/** Pages that are looked through before somebody asks for more. */
const AT_ONCE = 10;

/** Sources of the same title: they may be one, and then their citations belong together. */
export function Duplicates({ view }: { readonly view: View }): ReactNode {
  const { t } = useLingui();
  const may = useMay('EDITOR');
  const [wanted, setWanted] = useState(AT_ONCE);
  const [merged, setMerged] = useState<readonly Listed[] | null>(null);
  const pages = usePages(SOURCES, { orderBy: 'TITLE', first: PAGE }, pickSources);
  const { nodes, count, isLoading, hasMore, error, more, again } = pages;
  const groups = useMemo(() => sameTitles(nodes), [nodes]);
  useEffect(() => {
    if (!isLoading && hasMore && count < wanted) more();
  }, [isLoading, hasMore, count, wanted, more]);
  if (error) return <Failed error={error} onAgain={again} />;
  const isLooking = isLoading || (hasMore && count < wanted);
  if (groups.length === 0 && isLooking) return <Loading of={t`Looking for the same titles …`} />;
  return (
    <>
      <p className="hint">
        <Trans>
          These have the same title. Whether they are one, you say: reports of two years are called the same, too.
        </Trans>{' '}
        {!may && <Trans>To merge them needs the role Editor.</Trans>}
      </p>
      {groups.length === 0 && !hasMore && <Empty title={t`No two sources have the same title`} />}
      <ul role="list" className={styles['groups']}>
        {groups.map((group) => (
          <li key={group[0].id} className="card">
            <ul role="list" className={styles['group']}>
              {group.map((source) => (
                <li key={source.id}>
                  <Link to={view.sourceAddress(source.id)}>{nameOf(source)}</Link>
                  <p className="hint">
                    <Origin source={source} />
                  </p>
                  {source.url !== null && <p className={styles['address']}>{source.url}</p>}
                  <Health source={source} />
                </li>
              ))}
            </ul>
            {may && (
              <button type="button" className="button" onClick={() => setMerged(group)}>
                {t`Merge`} <span className="visually-hidden">{nameOf(group[0])}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      <p className="hint" role="status">
        {isLooking ? (
          <Plural value={nodes.length} one="# source looked through …" other="# sources looked through …" />
        ) : (
          <Plural value={nodes.length} one="# source looked through" other="# sources looked through" />
        )}
      </p>
      {hasMore && !isLooking && (
        <button type="button" className="button" onClick={() => setWanted(count + AT_ONCE)}>
          <Trans>Look further</Trans>
        </button>
      )}
      {merged && (
        <MergeDialog
          sources={merged}
          onClose={() => setMerged(null)}
          onDone={() => {
            setMerged(null);
            again();
          }}
        />
      )}
    </>
  );
}
