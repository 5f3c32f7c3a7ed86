import { request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jest } from '@jest/globals';
import { until } from '../support/until.js';
import { openNewsroom, type Newsroom } from '../editing/support/newsroom.js';

jest.setTimeout(60_000);

const ARTICLES = 12;
const CLAIMS = ARTICLES * 200;

let room: Newsroom;
let port: number;

beforeAll(async () => {
  room = await openNewsroom();
  // Long enough that no buffer of the network holds what was not read.
  const words = 'and the miller wrote it down in the great book of the mill '.repeat(40);
  const text = Array.from(
    { length: CLAIMS / ARTICLES },
    (_, i) => `The mill ground ${i + 1_000} tons in 2031, ${words}.`,
  );
  for (let i = 0; i < ARTICLES; i++) await room.import(`mill-${i}`, `The mill\n\n${text.join('\n\n')}\n`);
  await room.api.app.listen(0, '127.0.0.1');
  port = (room.api.app.getHttpServer().address() as AddressInfo).port;
});
afterAll(() => room.close());

const open = (path: string): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${room.token}` };
    request({ host: '127.0.0.1', port, path: `/export/${path}`, headers, agent: false }, resolve)
      .on('error', reject)
      .end();
  });

/** The whole answer, and whether it came to its end. */
async function readAll(response: IncomingMessage): Promise<{ body: string; complete: boolean }> {
  let body = '';
  try {
    for await (const piece of response.setEncoding('utf8')) body += piece as string;
  } catch {
    // Told by `complete`.
  }
  return { body, complete: response.complete };
}

/** Statements that read a page of claims, from now on. */
function countPages(): { readonly pages: () => number; readonly end: () => void } {
  let pages = 0;
  const end = room.api.db.database.onStatement((sql) => {
    if (/FROM claim c WHERE/.test(sql)) pages++;
  });
  return { pages: () => pages, end };
}

/** What a count comes to when it has stayed the same for a second. */
async function atRest(count: () => number): Promise<number> {
  for (let last = -1; last !== count();) {
    last = count();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  return count();
}

it('all of it comes, and says that it was all', async () => {
  const { body, complete } = await readAll(await open('claims.ndjson'));
  const lines = body.trimEnd().split('\n');
  expect([complete, lines.length, lines.at(-1)]).toEqual([true, CLAIMS + 1, `{"type":"end","claims":${CLAIMS}}`]);
});

it('what is not read is not asked of the database; who goes away ends the work', async () => {
  const counted = countPages();
  const response = await open('claims.csv');
  response.pause();
  const waiting = await atRest(counted.pages);
  expect(waiting).toBeLessThan(CLAIMS / 100 / 2);
  response.destroy();
  expect(await atRest(counted.pages)).toBeLessThanOrEqual(waiting + 1);
  counted.end();
});

it.each(['claims.csv', 'claims.ndjson', 'claims.jsonld'])('an error in the middle of %s is no end', async (path) => {
  const { database } = room.api.db;
  const read = database.readWorkspace.bind(database);
  let pages = 0;
  const failing = jest.spyOn(database, 'readWorkspace').mockImplementation((viewer, work, options) => {
    if (++pages > 20) return Promise.reject(new Error('the disk is on fire'));
    return read(viewer, work, options);
  });
  const { body, complete } = await readAll(await open(path));
  failing.mockRestore();
  expect(complete).toBe(false);
  expect(body).not.toContain('disk');
  expect(body).not.toContain('"type":"end"');
  expect(body.length).toBeGreaterThan(100);
});

it('four at once, and no more; one that ended makes room', async () => {
  const open4 = await Promise.all([1, 2, 3, 4].map(() => open('claims.csv')));
  expect(open4.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200]);
  const refused = await open('claims.csv');
  expect(refused.statusCode).toBe(429);
  expect((await readAll(refused)).body).toContain('TOO_MANY_REQUESTS');
  for (const each of open4) each.destroy();
  await until('an export may be begun again', async () => {
    const again = await open('sources.bib');
    again.resume();
    return again.statusCode === 200;
  });
});
