import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { PgBoss } from 'pg-boss';
import { openNewsroom, type Newsroom } from '../editing/support/newsroom.js';
import { page, Site, type Answer } from '../fetching/support/site.js';
import { until } from '../support/until.js';

jest.setTimeout(120_000);

const PATHS = Array.from({ length: 8 }, (_, i) => `/page-${i}`);

let site: Site;
let room: Newsroom;
const children: ChildProcess[] = [];
/** Requests of the host that wait for an answer just now, and how many there ever were. */
let [open, most] = [0, 0];

beforeAll(async () => {
  const slow: Answer = async (request, response) => {
    most = Math.max(most, ++open);
    await sleep(60);
    open--;
    page('<html><body><p>The tram crossed 412 times.</p></body></html>')(request, response);
  };
  site = await Site.open(Object.fromEntries(PATHS.map((path) => [path, slow])));
  room = await openNewsroom();
  const entries = PATHS.map((path, i) => `[${i + 1}] Port office, "Crossings ${i}", 2031. ${site.origin}${path}`);
  const marks = PATHS.map((_, i) => i + 1).join(', ');
  await room.import(
    'tram',
    `A tram\n\nThe tram crossed 412 times in 2031 [${marks}].\n\nReferences\n\n${entries.join('\n')}\n`,
  );
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await room.close();
  await site.close();
});

async function begin(): Promise<void> {
  const child = spawn(
    process.execPath,
    ['--import', './test/support/typescript.mjs', 'test/support/link-child.ts', room.api.db.appUrl],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  children.push(child);
  await once(child.stdout, 'data');
}

it('rounds of two processes try each address once, and a host one address at a time', async () => {
  await Promise.all([begin(), begin()]);
  const unchecked = async (): Promise<number> => (await room.rows('SELECT FROM source WHERE link IS NULL')).length;
  expect(await unchecked()).toBe(PATHS.length);
  // A clock of each process, and in a hurry: rounds are asked for again and again while one is under way.
  const clock = new PgBoss({
    connectionString: room.api.db.ownerUrl,
    migrate: false,
    supervise: false,
    schedule: false,
  });
  await clock.start();
  let rounds = 0;
  const tick = async (): Promise<void> => {
    const sent = await Promise.all([clock.send('check-links'), clock.send('check-links')]);
    rounds += sent.filter((id) => id !== null).length;
  };
  try {
    await until('all addresses are tried', async () => {
      await tick();
      return (await unchecked()) === 0;
    });
    // And for two rounds more, which find nothing to do.
    for (const end = rounds + 2; rounds < end; await sleep(50)) await tick();
  } finally {
    await clock.stop();
  }
  expect(site.asked.filter((each) => !each.includes('robots')).sort()).toEqual(PATHS.map((path) => `GET ${path}`));
  expect(most).toBe(1);
});
