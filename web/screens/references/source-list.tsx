import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import type { ResultOf, SourceFilter } from '../../api/graphql.js';
import { Empty, Failed, Loading } from '../../parts/states.js';
import { SOURCES, type Listed } from './documents.js';
import { Health, nameOf, Origin } from './facts.js';
import { Anew } from '../../parts/list/anew.js';
import { Rows } from '../../parts/list/rows.js';
import { Search } from '../../parts/list/search.js';
import { usePages } from '../../parts/list/use-pages.js';
import { useAnew } from '../../parts/list/use-told.js';
import type { View } from './view.js';

export type SourceListName = 'sources' | 'retracted' | 'failing';

const FILTERS: Readonly<Record<SourceListName, SourceFilter>> = {
  sources: {},
  retracted: { retracted: true },
  failing: { failing: true },
};
const PAGE = 50;
/** What brings a source, or makes it another. */
const MAKES_SOURCES = { kinds: ['source', 'snapshot', 'reference', 'citation', 'publisher', 'article.imported'] };

export const pickSources = (data: ResultOf<typeof SOURCES>): ResultOf<typeof SOURCES>['sources'] => data.sources;
const keyOf = ({ id }: Listed): string => id;

/** Sources of the workspace: all, those that are retracted, or those whose address fails; and a search in them. */
export function SourceList({ list, view }: { readonly list: SourceListName; readonly view: View }): ReactNode {
  const { t } = useLingui();
  return (
    <>
      <Search
        label={t`Search sources`}
        placeholder={t`Part of a title or an address`}
        text={view.text}
        onSearch={view.search}
      />
      <Found list={list} view={view} />
    </>
  );
}

function Found({ list, view }: { readonly list: SourceListName; readonly view: View }): ReactNode {
  const { t } = useLingui();
  const navigate = useNavigate();
  const filter = { ...FILTERS[list], text: view.text === '' ? null : view.text };
  const { nodes, isLoading, hasMore, error, more, seen, again } = usePages(
    SOURCES,
    { filter, orderBy: 'NEWEST', first: PAGE },
    pickSources,
  );
  const anew = useAnew(MAKES_SOURCES, again);
  if (nodes.length === 0) {
    if (error) return <Failed error={error} onAgain={again} />;
    if (isLoading) return <Loading of={t`Loading the sources …`} />;
    return (
      <>
        <Anew {...anew} />
        <NoneFound list={list} text={view.text} />
      </>
    );
  }
  return (
    <>
      <Anew {...anew} />
      <Rows
        label={t`Sources`}
        shape="sources"
        columns={[{ name: t`Source` }, { name: t`Published` }, { name: t`State` }]}
        rows={nodes}
        keyOf={keyOf}
        hasMore={hasMore}
        onMore={more}
        onSeen={seen}
        onOpen={({ id }) => void navigate(view.sourceAddress(id))}
        cells={(source) => [
          <Link key="name" to={view.sourceAddress(source.id)}>
            {nameOf(source)}
          </Link>,
          <Origin key="origin" source={source} />,
          <Health key="health" source={source} />,
        ]}
      />
      {error && <Failed error={error} onAgain={again} />}
      <p className="hint" role="status">
        {hasMore ? (
          <Plural value={nodes.length} one="# shown, there are more" other="# shown, there are more" />
        ) : (
          <Plural value={nodes.length} one="# source" other="# sources" />
        )}
      </p>
    </>
  );
}

function NoneFound({ list, text }: { readonly list: SourceListName; readonly text: string }): ReactNode {
  const { t } = useLingui();
  if (text !== '') {
    return (
      <Empty title={t`No source is called so`}>
        <p>
          <Trans>It is looked for in titles and addresses.</Trans>
        </p>
      </Empty>
    );
  }
  if (list === 'retracted') return <Empty title={t`No source is retracted`} />;
  if (list === 'failing') {
    return (
      <Empty title={t`No address failed when it was last tried`}>
        <p>
          <Trans>Addresses are tried where the server is told to.</Trans>
        </p>
      </Empty>
    );
  }
  return <Empty title={t`There are no sources yet`} />;
}
