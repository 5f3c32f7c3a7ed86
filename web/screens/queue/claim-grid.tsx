import { useLingui } from '@lingui/react/macro';
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useRef,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
} from 'react';
import { ClaimRow } from './claim-row.js';
import type { Row } from './documents.js';
import styles from './queue.module.css';
import type { QueueList } from './queue-list.js';

/** About as high as a row of two lines of text is; each is measured when it is drawn. */
const ROW_PX = 96;
/** Rows beyond the edges that are drawn in advance. */
const OVERSCAN = 8;
/** How far arrow keys with a page's name go. */
const PAGE_ROWS = 10;

export interface GridHandle {
  focus(): void;
}

/**
 * The rows. Only those near what is seen are on the page, and the one that is current: focus stays on the grid, which
 * names it, so that no update takes it away.
 */
export function ClaimGrid({
  ref,
  list,
  total,
  current,
  selected,
  onMove,
  onOpen,
  onToggle,
  onPages,
}: {
  readonly ref: Ref<GridHandle>;
  readonly list: QueueList<Row>;
  /** How many rows there are in all; null: nobody knows yet. */
  readonly total: number | null;
  /** Place of the row that keys are about; -1: none. */
  readonly current: number;
  readonly selected: ReadonlySet<string>;
  readonly onMove: (place: number) => void;
  /** A row was pressed, not only gone to. */
  readonly onOpen: () => void;
  readonly onToggle: (id: string) => void;
  /** Told which pages are near what is seen. */
  readonly onPages: (first: number, last: number) => void;
}): ReactNode {
  const { t } = useLingui();
  const scroller = useRef<HTMLDivElement>(null);
  useImperativeHandle(ref, () => ({ focus: () => scroller.current?.focus({ preventScroll: true }) }), []);
  const count = list.ids.length;
  const rangeExtractor = useCallback(
    (range: Range) => {
      const seen = defaultRangeExtractor(range);
      return current < 0 || current >= range.count || seen.includes(current)
        ? seen
        : [...seen, current].sort((a, b) => a - b);
    },
    [current],
  );
  // Another function would have the places of all rows worked out anew.
  const getItemKey = useCallback((index: number) => list.ids[index]!, [list]);
  // The console does without the React compiler, which could not follow what this gives.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize,
    overscan: OVERSCAN,
    getItemKey,
    rangeExtractor,
  });
  const { startIndex, endIndex } = virtual.range ?? { startIndex: 0, endIndex: 0 };
  const isNearEnd = endIndex >= count - OVERSCAN * 2;
  const [first, last] = [list.pageAt(startIndex), isNearEnd ? list.pages : list.pageAt(endIndex)];
  useEffect(() => onPages(first, last), [onPages, first, last]);
  useEffect(() => {
    if (current >= 0) virtual.scrollToIndex(current, { align: 'auto' });
  }, [current, virtual]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = placeFor(event, current, count);
    if (to !== null) onMove(to);
    else if (event.key === ' ' && current >= 0) onToggle(list.ids[current]!);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={scroller}
      className={styles['scroller']}
      role="grid"
      tabIndex={0}
      aria-label={t`Claims`}
      aria-multiselectable="true"
      aria-rowcount={total ?? (list.isWhole ? count : -1)}
      aria-colcount={1}
      aria-activedescendant={current >= 0 ? rowId(current) : undefined}
      onKeyDown={onKeyDown}
    >
      <div className={styles['rows']} role="rowgroup" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const row = list.row(list.ids[index]!);
          return (
            row && (
              <div
                key={key}
                ref={virtual.measureElement}
                id={rowId(index)}
                role="row"
                className={styles['row']}
                data-index={index}
                data-current={index === current}
                aria-rowindex={index + 1}
                aria-selected={selected.has(row.id)}
                style={{ transform: `translateY(${start}px)` }}
              >
                <ClaimRow
                  row={row}
                  isSelected={selected.has(row.id)}
                  onOpen={() => {
                    onMove(index);
                    onOpen();
                  }}
                  onToggle={() => onToggle(row.id)}
                />
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}

const estimateSize = (): number => ROW_PX;

const rowId = (place: number): string => `claim-row-${place}`;

/** Where a key goes to; null: it is none that goes anywhere. */
function placeFor({ key, shiftKey }: KeyboardEvent, current: number, count: number): number | null {
  if (count === 0 || shiftKey) return null;
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: current + 1,
    ArrowUp: current - 1,
    PageDown: current + PAGE_ROWS,
    PageUp: current - PAGE_ROWS,
    Home: 0,
    End: count - 1,
  };
  const to = steps[key];
  return to === undefined ? null : Math.max(0, Math.min(count - 1, to));
}
