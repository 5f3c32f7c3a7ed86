import { defaultRangeExtractor, useWindowVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { useKeys } from '../../keys/use-keys.js';
import styles from './rows.module.css';

/** About as high as a row is; each is measured when it is drawn. */
const ROW_PX = 64;
/** Rows beyond the edges that are drawn in advance. */
const OVERSCAN = 10;
/** What stays at the top of the window, and would cover a row that is gone to. */
const STICKY_PX = 96;

export interface Column {
  readonly name: string;
  readonly isNumber?: boolean;
}

/**
 * A table of which only the rows near what is seen are on the page, and the one that keys are at: focus stays on it
 * through updates. It asks for more when its end comes near.
 *
 * @param shape which of the classes of rows.module.css divides its rows
 * @param rows the same array as long as they are the same
 * @param keyOf the same function each time
 * @param onSeen told which rows are near what is seen, from the first to before the last
 * @param onOpen what Enter does with the row that keys are at
 */
export function Rows<Row>({
  label,
  shape,
  columns,
  rows,
  keyOf,
  cells,
  hasMore,
  onMore,
  onSeen,
  onOpen,
}: {
  readonly label: string;
  readonly shape: 'missing' | 'sources' | 'citations' | 'articles';
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly cells: (row: Row) => readonly ReactNode[];
  readonly hasMore: boolean;
  readonly onMore: () => void;
  readonly onSeen: (first: number, end: number) => void;
  readonly onOpen: (row: Row) => void;
}): ReactNode {
  const body = useRef<HTMLDivElement>(null);
  const [margin, setMargin] = useState(0);
  const [current, setCurrent] = useState<string | null>(null);
  const at = current === null ? -1 : rows.findIndex((row) => keyOf(row) === current);
  const rangeExtractor = useCallback(
    (range: Range) => {
      const seen = defaultRangeExtractor(range);
      return at < 0 || seen.includes(at) ? seen : [...seen, at].sort((a, b) => a - b);
    },
    [at],
  );
  // Another function has the places of all rows worked out anew.
  const getItemKey = useCallback((index: number) => keyOf(rows[index]!), [rows, keyOf]);
  const virtual = useWindowVirtualizer<HTMLDivElement>({
    count: rows.length,
    estimateSize,
    overscan: OVERSCAN,
    scrollMargin: margin,
    scrollPaddingStart: STICKY_PX,
    getItemKey,
    rangeExtractor,
  });
  const placed = useCallback((element: HTMLDivElement | null) => {
    body.current = element;
    if (element) setMargin(element.getBoundingClientRect().top + scrollY);
  }, []);
  const [first, end] = [virtual.range?.startIndex ?? 0, virtual.range?.endIndex ?? 0];
  useEffect(() => onSeen(first, end + 1), [onSeen, first, end, rows.length]);
  const isNearEnd = hasMore && end >= rows.length - OVERSCAN * 2;
  useEffect(() => {
    if (isNearEnd) onMore();
  }, [isNearEnd, onMore, rows.length]);

  const go = (to: number): void => {
    const place = Math.max(0, Math.min(rows.length - 1, to));
    const row = rows[place];
    if (!row) return;
    setCurrent(keyOf(row));
    virtual.scrollToIndex(place, { align: 'auto' });
  };
  useEffect(() => {
    if (at >= 0) body.current?.querySelector<HTMLElement>(`[data-index="${at}"]`)?.focus({ preventScroll: true });
    // Only when keys went elsewhere: an update of the list is no reason to take the focus from where it is.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [current]);
  useKeys({
    nextClaim: () => go(at + 1),
    previousClaim: () => go(at < 0 ? 0 : at - 1),
    ...(at >= 0 ? { open: () => onOpen(rows[at]!) } : {}),
  });
  return (
    <div
      role="table"
      aria-label={label}
      aria-rowcount={hasMore ? -1 : rows.length + 1}
      aria-colcount={columns.length}
      className={styles['table']}
      data-shape={shape}
    >
      <div role="rowgroup">
        <div role="row" aria-rowindex={1} className={styles['head']}>
          {columns.map(({ name, isNumber }) => (
            <div key={name} role="columnheader" className={isNumber ? styles['number'] : undefined}>
              {name}
            </div>
          ))}
        </div>
      </div>
      <div ref={placed} role="rowgroup" className={styles['body']} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => (
          <div
            key={key}
            ref={virtual.measureElement}
            role="row"
            tabIndex={-1}
            className={styles['row']}
            data-index={index}
            data-current={index === at}
            aria-rowindex={index + 2}
            style={{ transform: `translateY(${start - margin}px)` }}
          >
            {cells(rows[index]!).map((cell, i) => (
              <div
                key={columns[i]!.name}
                role="cell"
                className={columns[i]!.isNumber ? styles['number'] : undefined}
                data-label={columns[i]!.name}
              >
                {cell}
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

const estimateSize = (): number => ROW_PX;
