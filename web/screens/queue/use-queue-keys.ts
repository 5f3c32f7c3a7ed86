import { keyChoices, keysOf } from '../../keys/choices.js';
import { useKeys } from '../../keys/use-keys.js';
import type { Act } from '../../parts/acting/act.js';
import { STANDINGS, UNSUPPORTED } from '../../parts/standing.js';
import type { Standing } from '../../api/graphql.js';
import type { Row } from './documents.js';
import type { QueueList } from './queue-list.js';
import type { Selection } from './use-selection.js';

/** What the keys of the queue are about. */
interface Handled {
  readonly list: QueueList<Row>;
  readonly place: number;
  readonly selection: Selection;
  readonly move: (place: number) => void;
  readonly open: () => void;
  readonly back: () => void;
  readonly act: (act: Act) => void;
  readonly assignToMe: () => void;
  readonly toggleStanding: (standing: Standing) => void;
  readonly search: () => void;
  readonly filters: () => void;
}

/** The first place from one on, in a direction, of which something holds; the place itself where there is none. */
export function placeFrom(list: QueueList<Row>, from: number, step: 1 | -1, holds: (row: Row) => boolean): number {
  for (let place = from + step; place >= 0 && place < list.ids.length; place += step) {
    const row = list.row(list.ids[place]!);
    if (row && holds(row)) return place;
  }
  return from;
}

export const isUnsupported = ({ standing }: Row): boolean => UNSUPPORTED.has(standing);

/** Lets the queue be worked by keys alone. */
export function useQueueKeys(handled: Handled): void {
  const { list, place, selection, move, act } = handled;
  const id = list.ids[place];
  const article = id === undefined ? undefined : list.row(id)?.article.id;
  const isElsewhere = (row: Row): boolean => row.article.id !== article;
  const extend = (to: number): void => {
    const next = list.ids[Math.max(0, Math.min(list.ids.length - 1, to))];
    selection.add(...[id, next].filter((each) => each !== undefined));
    move(to);
  };
  useKeys({
    nextClaim: () => move(place + 1),
    previousClaim: () => move(place - 1),
    nextUnsupported: () => move(placeFrom(list, place, 1, isUnsupported)),
    previousUnsupported: () => move(placeFrom(list, place, -1, isUnsupported)),
    nextArticle: () => move(placeFrom(list, place, 1, isElsewhere)),
    previousArticle: () => move(placeFrom(list, place, -1, isElsewhere)),
    open: handled.open,
    back: handled.back,
    close: () => (selection.ids.size > 0 ? selection.clear() : handled.back()),
    select: () => {
      if (id !== undefined) selection.toggle(id);
    },
    selectDown: () => extend(place + 1),
    selectUp: () => extend(place - 1),
    attach: () => act('attach'),
    quote: () => act('quote'),
    waive: () => act('waive'),
    assign: () => act('assign'),
    assignToMe: handled.assignToMe,
    verdict: () => act('verdict'),
    notCheckable: () => act('checkable'),
    toggleStanding: ({ key }) => {
      const standing = STANDINGS[keysOf('toggleStanding', keyChoices.get()).indexOf(key)];
      if (standing) handled.toggleStanding(standing);
    },
    search: handled.search,
    filters: handled.filters,
  });
}
