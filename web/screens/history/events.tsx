import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useQuery } from 'urql';
import type { HistoryFilter } from '../../api/graphql.js';
import { Anew } from '../../parts/list/anew.js';
import { useAnew } from '../../parts/list/use-told.js';
import { Empty, Failed, Loading } from '../../parts/states.js';
import { EVENTS } from './documents.js';
import { EventRow } from './event-row.js';
import styles from './history.module.css';
import { useRows } from './use-rows.js';

/** Which events are shown. */
export interface Wanted {
  /** The id of a member; "none": what happened by itself; null: all. */
  readonly member: string | null;
  readonly kind: string | null;
}

const filterOf = ({ member, kind }: Wanted): HistoryFilter => ({
  ...(kind === null ? {} : { kinds: [kind] }),
  ...(member === null ? {} : member === 'none' ? { byItself: true } : { actorId: member }),
});

/** What happened, the newest first. What happens meanwhile waits behind a button: no row moves. */
export function Events({
  subject,
  article,
  wanted,
}: {
  /** The workspace or an article. */
  readonly subject: string;
  readonly article: string | null;
  readonly wanted: Wanted;
}): ReactNode {
  const [pages, setPages] = useState(1);
  const [shown, setShown] = useState(0);
  const { kind } = wanted;
  const anew = useAnew(article !== null ? { articleId: article } : kind !== null ? { kinds: [kind] } : {}, () => {
    setPages(1);
    setShown(shown + 1);
  });
  const rows = useRows<HTMLOListElement>();
  return (
    <>
      <Anew {...anew} />
      <ol ref={rows} className={styles['events']}>
        <EventPage
          key={shown}
          subject={subject}
          before={null}
          pages={pages}
          wanted={wanted}
          withArticle={article === null}
          onMore={() => setPages(pages + 1)}
        />
      </ol>
    </>
  );
}

/** A page of events, and those before it that were asked for: each begins where the one above ends. */
function EventPage({
  subject,
  before,
  pages,
  wanted,
  withArticle,
  onMore,
}: {
  readonly subject: string;
  readonly before: string | null;
  /** This one, and how many before it. */
  readonly pages: number;
  readonly wanted: Wanted;
  readonly withArticle: boolean;
  readonly onMore: () => void;
}): ReactNode {
  const { t } = useLingui();
  const [{ data, error }, again] = useQuery({
    query: EVENTS,
    variables: { subject, filter: filterOf(wanted), before },
  });
  if (!data) {
    return <li>{error ? <Failed error={error} onAgain={again} /> : <Loading of={t`Loading the history …`} />}</li>;
  }
  const {
    edges,
    pageInfo: { hasPreviousPage, startCursor },
  } = data.history;
  const events = edges.toReversed();
  const isFiltered = wanted.member !== null || wanted.kind !== null;
  return (
    <>
      {events.map(({ cursor, node }) => (
        <EventRow key={cursor} event={node} withArticle={withArticle} />
      ))}
      {hasPreviousPage && pages > 1 && (
        <EventPage
          subject={subject}
          before={startCursor}
          pages={pages - 1}
          wanted={wanted}
          withArticle={withArticle}
          onMore={onMore}
        />
      )}
      {hasPreviousPage && pages === 1 && (
        <li className={styles['more']}>
          <Button className="button" onPress={onMore}>
            <Trans>Earlier</Trans>
          </Button>
        </li>
      )}
      {!hasPreviousPage && (
        <li className={styles['more']}>
          {events.length === 0 && before === null ? (
            <Empty title={isFiltered ? t`Nothing of the kind has happened` : t`Nothing has happened yet`} />
          ) : (
            <span className="hint">
              <Trans>This is where it begins.</Trans>
            </span>
          )}
        </li>
      )}
    </>
  );
}
