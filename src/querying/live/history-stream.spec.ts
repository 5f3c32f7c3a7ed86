import { jest } from '@jest/globals';
import { ChangeFeed } from './change-feed.js';
import { HistoryStream } from './history-stream.js';
import type { HistoryPlace } from './live.type.js';

let kinds: string[];
let feed: ChangeFeed;

beforeEach(async () => {
  jest.useFakeTimers();
  kinds = ['article.imported', 'article.imported'];
  feed = new ChangeFeed({
    events: (after) =>
      Promise.resolve(
        kinds.slice(after).map((kind, i) => ({ seq: after + i + 1, kind, articleUuid: 'article', changes: [] })),
      ),
    last: () => Promise.resolve(kinds.length),
  });
  await feed.open();
});
afterEach(() => jest.useRealTimers());

const happen = async (...happened: string[]): Promise<void> => {
  kinds.push(...happened);
  feed.advance();
  await jest.advanceTimersByTimeAsync(0);
};
const subscribe = (of: readonly string[] | null): { told: HistoryPlace[]; stream: HistoryStream } => {
  const stream = new HistoryStream({ feed, release: () => undefined }, (each) => each.lastOfKinds(of));
  const told: HistoryPlace[] = [];
  void (async () => {
    for await (const places of stream) told.push(...places);
  })();
  return { told, stream };
};
const positions = (places: readonly HistoryPlace[]): number[] => places.map(({ position }) => position);

it('tells how far the history is, then what happened of the kinds that are asked for', async () => {
  const [all, members, added] = [subscribe(null), subscribe(['member']), subscribe(['member.added', 'mem'])];
  await jest.advanceTimersByTimeAsync(600);
  await happen('member.removed');
  await jest.advanceTimersByTimeAsync(600);
  await happen('article.imported');
  await jest.advanceTimersByTimeAsync(600);
  await happen('member.added');
  await jest.advanceTimersByTimeAsync(600);
  expect(positions(all.told)).toEqual([2, 3, 4, 5]);
  expect(positions(members.told)).toEqual([2, 3, 5]);
  expect(positions(added.told)).toEqual([2, 5]);
});

it('tells of much at once, at most twice a second', async () => {
  const { told } = subscribe(null);
  await jest.advanceTimersByTimeAsync(0);
  for (let i = 0; i < 10; i++) {
    await happen('comment.added');
    await jest.advanceTimersByTimeAsync(10);
  }
  expect(positions(told)).toEqual([2]);
  await jest.advanceTimersByTimeAsync(500);
  expect(positions(told)).toEqual([2, 12]);
});

it('tells all the same object, which is made an answer once', async () => {
  const [one, other] = [subscribe(null), subscribe(['member'])];
  await jest.advanceTimersByTimeAsync(600);
  await happen('member.added');
  await jest.advanceTimersByTimeAsync(600);
  expect(one.told.at(-1)).toBe(other.told.at(-1));
});

it('ends', async () => {
  const { told, stream } = subscribe(null);
  await jest.advanceTimersByTimeAsync(600);
  await stream.return();
  await happen('comment.added');
  await jest.advanceTimersByTimeAsync(600);
  expect(told).toHaveLength(1);
});
