import type { Rounds } from '../../src/jobs/rounds.js';
import { id, openNewsroom, type Newsroom } from '../editing/support/newsroom.js';
import { keepOrdering } from '../support/ordering.js';
import { until } from '../support/until.js';
import { connect, listen, type Subscribed, type TestSocket } from './support/socket.js';

interface Place {
  historyChanged: { position: number };
}

let room: Newsroom;
let ordering: Rounds;
let socket: TestSocket;

beforeAll(async () => {
  room = await openNewsroom();
  ordering = keepOrdering(room.api.db.database);
  socket = await connect(await listen(room.api.app), room.token);
});
afterAll(async () => {
  socket.ws.terminate();
  await ordering.stop();
  await room.close();
});

/** @param kinds as they stand in the query; all when left out */
const subscribe = (kinds?: string): Subscribed<Place> => subscribeTo(kinds === undefined ? '' : `(kinds: ${kinds})`);
const subscribeTo = (of: string): Subscribed<Place> =>
  socket.subscribe(`subscription { historyChanged${of} { position } }`);
const told = (subscription: Subscribed<unknown>, count: number): Promise<void> =>
  until(`${count} are told`, () => Promise.resolve(subscription.results.length >= count));
const addMember = (name: string): Promise<unknown> =>
  room.change('addMember', { name, role: 'READER' }, 'member { id }');

it('tells how far the history is, and when something happened that changes no claim', async () => {
  const all = subscribe();
  const members = subscribe('["member"]');
  const added = subscribe('["member.returned", "member.added"]');
  const others = subscribe('["token", "mem", "member.add"]');
  for (const each of [all, members, added, others]) await told(each, 1);
  const before = all.results[0]!.historyChanged.position;
  await addMember('Ada Lind');
  for (const each of [all, members, added]) {
    await told(each, 2);
    expect(each.results[1]!.historyChanged.position).toBe(before + 1);
  }
  await room.import('trams', 'Trams\n\nTrams run at night.\n');
  await told(all, 3);
  expect([members.results.length, added.results.length, others.results.length]).toEqual([2, 2, 1]);
});

it('tells of an article alone', async () => {
  const all = subscribe();
  await told(all, 1);
  const { position: before } = all.results[0]!.historyChanged;
  const reached = (events: number): Promise<void> =>
    until(`${events} more have happened`, () =>
      Promise.resolve(all.results.at(-1)!.historyChanged.position === before + events),
    );
  const trams = id('Article', await room.import('trams-alone', 'Trams\n\nTrams run at night.\n'));
  const ferries = id('Article', await room.import('ferries', 'Ferries\n\nFerries run by day.\n'));
  await reached(2);
  const ofFerries = subscribeTo(`(articleId: "${ferries}")`);
  await told(ofFerries, 1);
  await room.change('archiveArticle', { articleId: trams }, 'article { id }');
  await reached(3);
  await room.change('archiveArticle', { articleId: ferries }, 'article { id }');
  await told(ofFerries, 2);
  expect(ofFerries.results.map(({ historyChanged: { position } }) => position - before)).toEqual([2, 4]);
  const both = subscribeTo(`(articleId: "${ferries}", kinds: ["member"])`);
  await until('both at once are refused', () => Promise.resolve(both.error() !== undefined));
});

it('tells the last of many events, and none twice', async () => {
  const all = subscribe();
  const subscription = subscribe('["member"]');
  for (const each of [all, subscription]) await told(each, 1);
  const { position: before } = all.results[0]!.historyChanged;
  for (let n = 0; n < 20; n++) await addMember(`Member ${n}`);
  // Not what a query tells now: the last events may be without a position yet.
  const newest = before + 20;
  await until('the last is told', () =>
    Promise.resolve(subscription.results.at(-1)!.historyChanged.position >= newest),
  );
  const positions = subscription.results.map(({ historyChanged: { position } }) => position);
  expect(positions.at(-1)).toBe(newest);
  expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b));
});

it('takes no endless list of kinds', async () => {
  const subscription = subscribe(JSON.stringify(Array.from({ length: 101 }, (_, i) => `kind-${i}`)));
  await until('it is refused', () => Promise.resolve(subscription.error() !== undefined));
  expect(subscription.error()![0]!.message).toContain('more than 100 kinds');
});
