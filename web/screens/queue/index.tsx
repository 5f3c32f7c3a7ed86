import { Plural, useLingui } from '@lingui/react/macro';
import { useCallback, useRef, useState, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { isAboutSeveral, useMayAct, type Act } from '../../parts/acting/act.js';
import { ActingDialog, ActingPanel } from '../../parts/acting/acting.js';
import { citationToQuote, isPanel, type Acting } from '../../parts/acting/begun.js';
import { useAssign } from '../../parts/edits/use-assign.js';
import { useToggleCheckable } from '../../parts/edits/use-checkable.js';
import { Page } from '../../parts/page.js';
import { tell } from '../../parts/toasts.js';
import { useAddress } from '../../parts/use-address.js';
import { CLAIM_IN_ADDRESS, useCurrent } from '../../parts/use-current.js';
import { useViewer } from '../../parts/viewer.js';
import { BulkBar } from './bulk-bar.js';
import { ClaimGrid, type GridHandle } from './claim-grid.js';
import { CLAIM, type Row } from './documents.js';
import { FilterBar } from './filter-bar.js';
import {
  addressOf,
  claimFilter,
  inAddress,
  NO_FILTERS,
  readFilters,
  toggleStanding,
  type FilterBy,
} from './filters.js';
import { PageLoader } from './page-loader.js';
import styles from './queue.module.css';
import { QueueSide } from './queue-side.js';
import { News, NothingHere } from './queue-states.js';
import { useQueue } from './use-queue.js';
import { isUnsupported, placeFrom, useQueueKeys } from './use-queue-keys.js';
import { useSelection } from './use-selection.js';
import { useTotals } from './use-totals.js';

/** In the address: the claim is shown in the place of the list, where there is room for one of both. */
const OPEN = 'open';

/** Unsupported claims of all articles, the worst and most important first. */
export function Component(): ReactNode {
  const { t } = useLingui();
  const { member: me } = useViewer();
  const mayAct = useMayAct();
  const { asked, change } = useAddress();
  const filters = readFilters(asked);
  const { list, listKey, renew } = useQueue(filters);
  const totals = useTotals(filters);
  const [currentId, settledId, setCurrent] = useCurrent();
  const selection = useSelection();
  const [acting, setActing] = useState<Acting | null>(null);
  const [hasFields, setHasFields] = useState(false);
  const [near, setNear] = useState<readonly [first: number, last: number]>([0, 0]);
  const onPages = useCallback((first: number, last: number) => setNear([first, last]), []);
  const [grid, search, heading] = [
    useRef<GridHandle>(null),
    useRef<HTMLInputElement>(null),
    useRef<HTMLHeadingElement>(null),
  ];
  const assign = useAssign();
  const toggleCheckable = useToggleCheckable();
  const [detail, askAgain] = useQuery({
    query: CLAIM,
    variables: { id: settledId ?? '' },
    pause: settledId === null,
  });
  const node = settledId === null ? null : detail.data?.node;
  const claim = node && 'selector' in node && node.id === settledId ? node : null;

  const place = currentId === null ? -1 : list.ids.indexOf(currentId);
  const rowOf = (id: string): Row | undefined => list.row(id) ?? (claim?.id === id ? claim : undefined);
  const rowsOf = (ids: Iterable<string>): readonly Row[] => [...ids].flatMap((id) => rowOf(id) ?? []);
  const one = rowsOf(currentId === null ? [] : [currentId]);
  const inHand = selection.ids.size > 0 ? rowsOf(selection.ids) : one;

  const setOpen = (isOpen: boolean): void => {
    // The claim is in the address only when keys have stood still on it; going back is to come to this one.
    if (isOpen) change({ [CLAIM_IN_ADDRESS]: currentId, [OPEN]: '' }, true);
    else change({ [OPEN]: null });
  };
  const move = (to: number): void => {
    const id = list.ids[Math.max(0, Math.min(list.ids.length - 1, to))];
    if (id === undefined) return;
    setCurrent(id);
    setActing(null);
  };
  const back = (): void => {
    setActing(null);
    setOpen(false);
    grid.current?.focus();
  };
  const filterBy: FilterBy = (next) => {
    change((now) => inAddress(next(readFilters(now))));
    selection.clear();
  };
  const begin = (act: Act, rows: readonly Row[], citationId?: string): void => {
    const [first] = rows;
    if (!first || !mayAct(act)) return;
    if (act === 'checkable') return void toggleCheckable(first);
    if (act === 'quote' && claim && !citationToQuote(claim, citationId)) {
      tell({ title: t`This claim cites no source yet; attach one.` });
      return;
    }
    setActing({ act, ids: rows.map(({ id }) => id), ...(citationId !== undefined && { citationId }) });
    if (isPanel({ act, ids: [] })) setOpen(true);
  };
  const onDone = (): void => {
    const ids = acting?.ids ?? [];
    if (ids.every((id) => selection.ids.has(id))) selection.clear();
    setActing(null);
    setOpen(false);
    const isOfCurrent = ids.length === 1 && ids[0] === currentId;
    if (acting && isPanel(acting) && isOfCurrent) move(placeFrom(list, place, 1, isUnsupported));
    grid.current?.focus();
  };
  useQueueKeys({
    list,
    place,
    selection,
    move,
    open: () => {
      if (currentId === null) return;
      setOpen(true);
      heading.current?.focus();
    },
    back,
    act: (act) => begin(act, isAboutSeveral(act) ? inHand : one),
    assignToMe: () => {
      if (mayAct('assign') && inHand.length > 0) void assign(inHand, me).then((isDone) => isDone && selection.clear());
    },
    toggleStanding: (standing) => filterBy((now) => toggleStanding(now, standing)),
    search: () => search.current?.focus(),
    filters: () => setHasFields(!hasFields),
  });

  const filter = claimFilter(filters, me.id);
  const pages = [...new Set([Math.min(near[0], list.pages), Math.min(near[1], list.pages), list.pages === 0 ? 0 : -1])];
  const actingRows = rowsOf(acting?.ids ?? []);
  const actingClaim = claim?.id === acting?.ids[0] ? claim : null;
  return (
    <Page
      title={t`Queue`}
      wide
      beside={
        totals.unsupported !== null && (
          <p className="hint" role="status">
            <Plural value={totals.unsupported} one="# unsupported claim" other="# unsupported claims" />
          </p>
        )
      }
    >
      <div className={styles['screen']} data-open={asked.has(OPEN) && currentId !== null}>
        <FilterBar
          searchRef={search}
          filters={filters}
          counts={totals.listed === null ? null : totals.byStanding}
          isOpen={hasFields}
          onOpen={setHasFields}
          onChange={filterBy}
        />
        <div className={styles['left']}>
          <News
            count={list.waiting}
            onShow={() => {
              renew();
              grid.current?.focus();
            }}
          />
          {selection.ids.size > 0 && (
            <BulkBar
              count={selection.ids.size}
              onAttach={() => begin('attach', inHand)}
              onWaive={() => begin('waive', inHand)}
              onAssign={() => begin('assign', inHand)}
              onNone={selection.clear}
            />
          )}
          {list.pages > 0 && list.isWhole && list.ids.length === 0 ? (
            <NothingHere
              isFiltered={addressOf(filters) !== ''}
              hasClaims={[...(totals.byStanding?.values() ?? [])].some((count) => count > 0)}
              onAll={() => filterBy(() => NO_FILTERS)}
            />
          ) : (
            list.pages > 0 && (
              <ClaimGrid
                key={listKey}
                ref={grid}
                list={list}
                total={totals.listed}
                current={place}
                selected={selection.ids}
                onMove={move}
                onOpen={() => setOpen(true)}
                onToggle={selection.toggle}
                onPages={onPages}
              />
            )
          )}
          {pages
            .filter((page) => page >= 0 && page < list.cursors.length)
            .map((page) => (
              <PageLoader
                key={`${listKey} ${page}`}
                list={list}
                page={page}
                filter={filter}
                loading={t`Loading the queue …`}
              />
            ))}
        </div>
        <QueueSide
          id={settledId}
          claim={claim}
          isLoading={detail.fetching || node !== null}
          error={detail.error}
          panel={
            acting &&
            isPanel(acting) && (
              <ActingPanel
                acting={acting}
                rows={actingRows}
                claim={actingClaim}
                hasFailed={detail.error !== undefined}
                onDone={onDone}
                onClose={back}
              />
            )
          }
          headingRef={heading}
          onAct={(act, citationId) => begin(act, one, citationId)}
          onAgain={() => askAgain({ requestPolicy: 'network-only' })}
          onBack={back}
        />
      </div>
      {acting && <ActingDialog acting={acting} rows={actingRows} onDone={onDone} onClose={back} />}
    </Page>
  );
}
