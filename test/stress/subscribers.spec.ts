import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { ENTITIES } from '../../src/entities.js';
import { toGlobalId } from '../../src/graphql/global-id.js';
import { randomOf } from '../support/random.js';
import { createTestDatabase, type TestDatabase, type TestViewer } from '../support/test-database.js';
import { addToken } from '../support/token.js';
import { until } from '../support/until.js';
import { Client } from './client.js';
import { freePort } from './free-port.js';
import { changeName, whatHappened } from './happened.js';
import { edits, imports, Journal, type Person } from './people.js';
import { Program } from './program.js';
import { ChangeSubscriber, HistorySubscriber, type Subscriber, type ToldChange } from './subscriber.js';
import { edition, plainText } from './texts.js';

/** How long people edit, in seconds. */
const SECONDS = Number(process.env.OBELUS_STRESS_SECONDS ?? 6);
/** Who is cut off when, and which server dies; what people do in between is up to the machine. */
const SEED = Number(process.env.OBELUS_STRESS_SEED ?? randomInt(1_000_000));
const ARTICLES = 4;
const EDITORS = 20;
const CHANGE_SUBSCRIBERS = 6;
const HISTORY_SUBSCRIBERS = 3;
/** A subscriber is disturbed so often, in milliseconds. */
const CALM_MS = { least: 20, most: 250 };
/** Longer runs have articles that make more changes than a server keeps for those who do not take them. */
const LONG_SECONDS = 30;
const FLOOD = { claims: 900, imports: 14 };
/** Changes that are to be told, at least. */
const ENOUGH = 50;
/** After the end, until all is told. */
const PATIENCE_MS = 60_000;

jest.setTimeout(SECONDS * 1_000 + 360_000);

let db: TestDatabase;
let viewer: TestViewer;
let token: string;
const servers: { readonly program: Program; readonly address: string }[] = [];
const subscribers: Subscriber[] = [];

beforeAll(async () => {
  process.stderr.write(`subscribers are cut off by OBELUS_STRESS_SEED=${SEED}\n`);
  db = await createTestDatabase({ entities: ENTITIES, poolSize: 4, statementTimeoutMs: 60_000 });
  viewer = await db.workspace();
  token = await addToken(db, viewer);
  for (const _each of [1, 2]) {
    const port = await freePort();
    const environment = {
      // All of them call with one token.
      OBELUS_RATE_LIMIT_TOKEN: '0',
      DATABASE_URL: db.appUrl,
      OBELUS_OWNER_URL: db.ownerUrl,
      // Each of the two gives events their order, when the other one is dead.
      OBELUS_JOBS: 'on',
      OBELUS_SAMPLE: 'off',
      PORT: String(port),
    };
    const program = new Program('start.mjs', environment, new RegExp(`http://[^ ]*:${port}`));
    servers.push({ program, address: `127.0.0.1:${port}/graphql` });
    await program.start();
  }
});
afterAll(async () => {
  await Promise.all(subscribers.map((each) => each.end()));
  for (const { program } of servers) await program.kill();
  await db.drop();
});

it('tells every event once and in order to those who are cut off at random, over two servers', async () => {
  const random = randomOf(SEED);
  const within = (least: number, most: number): number => least + random() * (most - least);
  const journal = new Journal();
  let end = Infinity;
  // On a slow machine it takes longer until there is something to tell.
  const isOver = (): boolean => Date.now() > end && (journal.done.length >= ENOUGH || Date.now() > end + PATIENCE_MS);
  const deadline = (): number => end + 2 * PATIENCE_MS;
  const clients = servers.map(({ address }) => new Client(`http://${address}`, token, deadline));
  const { historyCursor: beginning } = (
    await clients[0]!.ask<{ viewer: { workspace: { historyCursor: string } } }>(
      '{ viewer { workspace { historyCursor } } }',
    )
  ).viewer.workspace;

  // Each connection goes to either server, on a turn of its own: how often one connects does not disturb the others.
  const address = (turn: number) => {
    const own = randomOf(SEED + turn);
    return () => `ws://${servers[Math.floor(own() * servers.length)]!.address}`;
  };
  const changeSubscribers = range(CHANGE_SUBSCRIBERS).map(
    (i) => new ChangeSubscriber(address(i), token, { after: beginning }),
  );
  const historySubscribers = range(HISTORY_SUBSCRIBERS).map(
    (i) => new HistorySubscriber(address(100 + i), token, toGlobalId('Workspace', viewer.workspaceId), beginning),
  );
  // One is left alone but for the death of servers: it hears most of it live.
  subscribers.push(...changeSubscribers, ...historySubscribers);
  const disturbed = subscribers.filter((each) => each !== changeSubscribers[0]);

  const person = (name: string, seed: number): Person => {
    const client = clients[seed % clients.length]!;
    return { client, journal, name, isOver, random: randomOf(SEED + seed) };
  };
  const anew = `mutation ($input: ImportArticleInput!) { importArticle(input: $input) { userErrors { code } } }`;
  const slugs = range(ARTICLES).map((i) => `busy-${i}`);
  for (const slug of slugs) {
    await clients[0]!.ask(anew, { input: { slug, content: plainText(slug), format: 'TEXT' } });
  }
  end = Date.now() + SECONDS * 1_000;
  await Promise.all([
    ...range(EDITORS).map((i) => edits(person(`e${i}`, 1_000 + i), slugs[i % ARTICLES]!)),
    ...slugs.slice(0, 2).map((slug, i) => imports(person(`i${i}`, 2_000 + i), slug, edition)),
    ...(SECONDS < LONG_SECONDS ? [] : [flood(person('flood', 3_000))]),
    disturb(),
    killEach(),
  ]);

  await until('all events are in order', async () => {
    const [row] = await db.owner<{ n: number }>('SELECT count(*)::integer AS n FROM event WHERE workspace_seq IS NULL');
    return row!.n === 0;
  });
  // Somebody who was away all the time.
  const latecomer = new ChangeSubscriber(address(CHANGE_SUBSCRIBERS), token, { after: beginning });
  subscribers.push(latecomer);
  changeSubscribers.push(latecomer);
  const { events, changes } = await whatHappened(db, viewer.workspaceId);
  const isTold = (): boolean =>
    changeSubscribers.every(({ told }) => told.length >= changes.length) &&
    historySubscribers.every(({ told }) => told.length >= events.length);
  // Who misses something waits in vain: what is missing is told below.
  await until('all is told', () => Promise.resolve(isTold()), PATIENCE_MS).catch(() => undefined);
  // What is told twice is told now.
  await sleep(500);
  await Promise.all(subscribers.map((each) => each.end()));
  report(events.length, changes.length);

  expect(subscribers.flatMap(({ failures }) => failures)).toEqual([]);
  for (const { told } of historySubscribers) {
    expect(firstDifference(told.map(eventName), events.map(eventName))).toBeNull();
  }
  for (const { told } of changeSubscribers) expect(firstDifference(told.map(nameOf), changes)).toBeNull();
  // What came live and what was caught up with say the same.
  const [undisturbed, ...others] = changeSubscribers;
  for (const { told } of others) {
    expect(firstDifference(told.map(essence), undisturbed!.told.map(essence))).toBeNull();
  }
  expect(journal.done.length).toBeGreaterThanOrEqual(ENOUGH);
  expect(disturbed.every(({ cuts, connections }) => cuts > 0 && connections > 1)).toBe(true);

  async function disturb(): Promise<void> {
    while (!isOver()) {
      await sleep(within(CALM_MS.least, CALM_MS.most));
      const one = disturbed[Math.floor(random() * disturbed.length)]!;
      const how = random();
      if (how < 0.6) one.cut();
      else one.freeze(within(50, 1_000 * Math.min(10, SECONDS / 4)), how < 0.8);
    }
    for (const each of disturbed) each.cut();
  }

  /** Each server dies once in each half of the time, and is away for a while. */
  async function killEach(): Promise<void> {
    const quarter = (end - Date.now()) / 4;
    const first = random() < 0.5 ? 0 : 1;
    for (const { program } of [servers[first]!, servers[1 - first]!]) {
      await sleep(within(0.5, 1) * quarter);
      await program.kill();
      await sleep(within(0, 1_000));
      await program.start();
    }
  }

  /** Imports of which each tells of many claims, while somebody does not read. */
  async function flood({ client }: Person): Promise<void> {
    await sleep((SECONDS * 1_000) / 2);
    for (const n of range(FLOOD.imports)) {
      const sentences = range(FLOOD.claims).map((k) => `Tram ${k} carried ${k + 7} people on day ${k} in 2031.`);
      await client.ask(anew, {
        input: { slug: `flood-${n}`, content: `Trams\n\n${sentences.join(' ')}\n`, format: 'TEXT' },
      });
    }
  }

  function report(eventCount: number, changeCount: number): void {
    const total = (of: (each: Subscriber) => number): number => subscribers.reduce((sum, each) => sum + of(each), 0);
    process.stderr.write(
      `${eventCount} events and ${changeCount} changes, told to ${subscribers.length}: ${total(({ cuts }) => cuts)} cuts, ` +
        `${total(({ connections }) => connections)} connections, too slow ${total(({ tooSlow }) => tooSlow)} times\n`,
    );
  }
});

const range = (length: number): number[] => Array.from({ length }, (_each, i) => i);
const nameOf = ({ position, claim }: ToldChange): string => changeName(position, claim.id);
const eventName = ({ position, seq, kind }: { position: number; seq: number; kind: string }): string =>
  `${position} ${kind} ${seq}`;

/** What does not depend on when it was told: the claim is told as it is by now. */
const essence = ({ claim, previousStanding, standing, opened, fixed, omitted, position, cursor }: ToldChange): string =>
  JSON.stringify([position, claim.id, previousStanding, standing, opened, fixed, omitted, cursor]);

/** Where two lists part, with what stands around; null when they are the same. */
function firstDifference(told: readonly string[], expected: readonly string[]): object | null {
  const at = range(Math.max(told.length, expected.length)).find((i) => told[i] !== expected[i]);
  if (at === undefined) return null;
  const around = (list: readonly string[]): readonly string[] => list.slice(Math.max(0, at - 2), at + 3);
  return { seed: SEED, at, told: around(told), expected: around(expected), lengths: [told.length, expected.length] };
}
