import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { Link, useNavigate } from 'react-router';
import type { ResultOf } from '../../api/graphql.js';
import { Anew } from '../../parts/list/anew.js';
import { Rows } from '../../parts/list/rows.js';
import { usePages } from '../../parts/list/use-pages.js';
import { percent } from '../../parts/percent.js';
import { Empty, Failed, Loading } from '../../parts/states.js';
import { PATHS, readerPath } from '../../paths.js';
import { ARTICLES, type Listed } from './documents.js';
import { useLive } from './use-live.js';
import type { View } from './view.js';

const pick = (data: ResultOf<typeof ARTICLES>): ResultOf<typeof ARTICLES>['articles'] => data.articles;
const keyOf = ({ id }: Listed): string => id;

/** The articles that a view is of, and how each stands. */
export function List({ view }: { readonly view: View }): ReactNode {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const { nodes, isLoading, hasMore, error, more, seen, again } = usePages(
    ARTICLES,
    { filter: view.filter, orderBy: view.order },
    pick,
  );
  const [[first, end], setSeen] = useState<readonly [first: number, end: number]>([0, 0]);
  const onSeen = useCallback(
    (from: number, to: number) => {
      setSeen([from, to]);
      seen(from, to);
    },
    [seen],
  );
  const known = useMemo(() => nodes.map(keyOf), [nodes]);
  const { isOld, renewed } = useLive(view.filter, known.slice(first, end).join(' '), known);
  const anew = (
    <Anew
      isOld={isOld}
      onAnew={() => {
        renewed();
        again();
      }}
    />
  );
  if (nodes.length === 0) {
    if (error) return <Failed error={error} onAgain={again} />;
    if (isLoading) return <Loading of={t`Loading the articles …`} />;
    return (
      <>
        {anew}
        <NoneFound view={view} />
      </>
    );
  }
  return (
    <>
      {anew}
      <Rows
        label={t`Articles`}
        shape="articles"
        columns={[
          { name: t`Title` },
          { name: t`Desk` },
          { name: t`Claims to check`, isNumber: true },
          { name: t`Score`, isNumber: true },
          { name: t`Changed`, isNumber: true },
        ]}
        rows={nodes}
        keyOf={keyOf}
        hasMore={hasMore}
        onMore={more}
        onSeen={onSeen}
        onOpen={({ id }) => void navigate(readerPath(id))}
        cells={({ id, title, desk, summary, updatedAt }) => [
          <Link key="title" to={readerPath(id)}>
            {title}
          </Link>,
          desk,
          i18n.number(summary.checkable),
          summary.score === null ? '–' : percent(i18n, summary.score),
          <time key="changed" dateTime={updatedAt}>
            {i18n.date(new Date(updatedAt), { dateStyle: 'medium' })}
          </time>,
        ]}
      />
      {error && <Failed error={error} onAgain={again} />}
      <p className="hint" role="status">
        {hasMore ? (
          <Plural value={nodes.length} one="# shown, there are more" other="# shown, there are more" />
        ) : (
          <Plural value={nodes.length} one="# article" other="# articles" />
        )}
      </p>
    </>
  );
}

function NoneFound({ view }: { readonly view: View }): ReactNode {
  const { t } = useLingui();
  if (Object.keys(view.filter).length > 0) {
    return (
      <Empty title={t`No article is like this`}>
        <Button className="button" onPress={view.clear}>
          <Trans>Show all</Trans>
        </Button>
      </Empty>
    );
  }
  return (
    <Empty title={t`There is no article yet`}>
      <Link to={PATHS.import}>
        <Trans>Import one</Trans>
      </Link>
    </Empty>
  );
}
