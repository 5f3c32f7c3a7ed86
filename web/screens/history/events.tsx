import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useQuery, useSubscription } from 'urql';
import { Empty, Failed, Loading } from '../../parts/states.js';
import { EVENTS, HAPPENED, type HistoryEvent } from './documents.js';
import { EventRow } from './event-row.js';
import styles from './history.module.css';
import { useRows } from './use-rows.js';

/** Which events are shown. */
export interface Wanted {
  /** The id of a member; "none": what happened by itself; null: all. */
  readonly member: string | null;
  readonly kind: string | null;
}

const isWanted = ({ kind, actor }: HistoryEvent, wanted: Wanted): boolean =>
  (wanted.kind === null || kind === wanted.kind) &&
  (wanted.member === null || (wanted.member === 'none' ? actor === null : actor?.id === wanted.member));

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
  const arrived = useArrived(article);
  const rows = useRows<HTMLOListElement>();
  const waiting = arrived - shown;
  return (
    <>
      <div role="status" className={styles['arrivals']}>
        {waiting > 0 && (
          <Button
            className="button"
            onPress={() => {
              setPages(1);
              setShown(arrived);
            }}
          >
            <Plural value={waiting} one="# new" other="# new" />
          </Button>
        )}
      </div>
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

/** How many events changed claims since the screen opened. */
function useArrived(article: string | null): number {
  const [{ data }] = useSubscription(
    { query: HAPPENED, variables: article === null ? {} : { article } },
    (before: Arrivals | undefined, { claimChanged: { position } }): Arrivals =>
      before?.last === position ? before : { last: position, count: (before?.count ?? 0) + 1 },
  );
  return data?.count ?? 0;
}

interface Arrivals {
  /** The position of the last one: an event can change several claims. */
  readonly last: number;
  readonly count: number;
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
  const { t, i18n } = useLingui();
  const [{ data, error }, again] = useQuery({ query: EVENTS, variables: { subject, before } });
  if (!data) {
    return <li>{error ? <Failed error={error} onAgain={again} /> : <Loading of={t`Loading the history …`} />}</li>;
  }
  const {
    edges,
    pageInfo: { hasPreviousPage, startCursor },
  } = data.history;
  const events = edges.toReversed();
  const matching = events.filter(({ node }) => isWanted(node, wanted));
  const isFiltered = wanted.member !== null || wanted.kind !== null;
  const oldest = events.at(-1)?.node.at;
  const day = oldest === undefined ? '' : i18n.date(oldest, { dateStyle: 'long' });
  return (
    <>
      {matching.map(({ cursor, node }) => (
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
          {isFiltered && (
            <span className="hint">
              <Trans>Looked at what happened since {day}.</Trans>
            </span>
          )}
          <Button className="button" onPress={onMore}>
            {isFiltered ? <Trans>Look further back</Trans> : <Trans>Earlier</Trans>}
          </Button>
        </li>
      )}
      {!hasPreviousPage && (
        <li className={styles['more']}>
          {events.length === 0 ? (
            <Empty title={t`Nothing has happened yet`} />
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
