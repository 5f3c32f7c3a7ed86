import { jest } from '@jest/globals';
import { mutationOf } from '../editing/support/newsroom.js';
import { fetcherFor, page, redirect, Site } from '../fetching/support/site.js';
import { CROSSINGS, openCaptures, type CapturingRoom } from './support/captures.js';

jest.setTimeout(60_000);

let site: Site;
let room: CapturingRoom;
let version = 'one';
let isGone = false;
/** What happens while the slow page is fetched. */
let change: () => Promise<unknown> = () => Promise.resolve();
const text = (): string =>
  `<html><body><article>${CROSSINGS.split('\n\n')
    .map((each) => `<p>${each}</p>`)
    .join('')}<p>Version ${version}.</p></article></body></html>`;

beforeAll(async () => {
  site = await Site.open({
    '/crossings': (request, response) => {
      if (isGone) response.writeHead(410).end();
      else if (request.headers['if-none-match'] === `"${version}"`) response.writeHead(304).end();
      else page(text(), { etag: `"${version}"` })(request, response);
    },
    '/soft': page('<html><title>Page not found</title><body><h1>Sorry</h1></body></html>'),
    '/picture': (_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end('x'),
    '/closed': (_, response) => response.writeHead(403).end(),
    '/leads-on': redirect('/still'),
    '/still': (request, response) => {
      if (request.headers['if-none-match'] === '"still"') response.writeHead(304).end();
      else page(text(), { etag: '"still"' })(request, response);
    },
    // The same tag, and another page.
    '/moved': (request, response) => {
      if (request.headers['if-none-match'] === '"still"') response.writeHead(304).end();
      else page(text().replace('412', '413'), { etag: '"still"' })(request, response);
    },
    '/slow': (request, response) => void change().then(() => page(text())(request, response)),
    '/quick': page(text()),
    '/once': page(text()),
  });
  room = await openCaptures(fetcherFor());
});
afterAll(async () => {
  await room.close();
  await site.close();
});

const article = (path: string): string =>
  `A tram\n\nThe tram crossed 412 times in 2031 [1].\n\nReferences\n\n[1] Port office, "Crossings ${path}", 2031. ${site.origin}${path}\n`;

async function sourceAt(path: string): Promise<string> {
  await room.import(`tram-${path.slice(1)}`, article(path));
  return room.source(`${site.origin}${path}`);
}

interface Link {
  readonly link: { status: number | null; failures: number; problem: string | null; finalUrl: string | null } | null;
  readonly snapshots: { edges: { node: { finalUrl: string | null } }[] };
}

async function fetched(
  sourceId: string,
  input: Record<string, unknown> = {},
): Promise<{ state: string; error: string | null } & Link> {
  const { job, snapshot, userErrors } = await room.capture(sourceId, input);
  expect([snapshot, userErrors]).toEqual([null, []]);
  const ended = await room.done(job);
  const { node } = await room.ask<{ node: Link }>(
    `query ($id: ID!) { node(id: $id) { ... on Source { link { status failures problem finalUrl } snapshots(first: 5) { edges { node { finalUrl } } } } } }`,
    { id: sourceId },
  );
  return { ...ended, ...node };
}

it('an address is fetched by a job, and asked whether anything changed', async () => {
  const sourceId = await sourceAt('/crossings');
  const first = await fetched(sourceId);
  const finalUrl = `${site.origin}/crossings`;
  expect(first).toMatchObject({
    state: 'DONE',
    link: { status: 200, failures: 0 },
    snapshots: { edges: [{ node: { finalUrl } }] },
  });
  expect((await fetched(sourceId)).snapshots.edges).toHaveLength(1);
  expect((await fetched(sourceId)).link!.status).toBe(304);
  version = 'two';
  expect((await fetched(sourceId)).snapshots.edges).toHaveLength(2);
  isGone = true;
  const gone = await fetched(sourceId);
  expect(gone).toMatchObject({
    state: 'FAILED',
    error: expect.stringContaining('410'),
    link: { status: 410, failures: 1 },
  });
  expect(gone.snapshots.edges).toHaveLength(2);
  isGone = false;
  expect((await fetched(sourceId)).link).toMatchObject({ failures: 0, problem: null });
});

it('a page that says that it is gone is none, whatever its status', async () => {
  const { state, error, link, snapshots } = await fetched(await sourceAt('/soft'));
  expect([state, error, snapshots.edges]).toEqual(['FAILED', expect.stringContaining('Page not found'), []]);
  expect(link).toMatchObject({ status: 200, failures: 1, problem: expect.stringContaining('Page not found') });
});

it.each([
  ['a picture', '/picture', /image\/png/, 200],
  ['what is closed to programs', '/closed', /403/, 403],
])('%s is no text, and no dead link', async (_what, path, message, status) => {
  const { state, error, link } = await fetched(await sourceAt(path));
  expect([state, error]).toEqual(['FAILED', expect.stringMatching(message)]);
  expect(link).toMatchObject({ status, failures: 0, problem: null });
});

/** Headers with which the site was asked for pages so far. */
const asked = (path: string) =>
  site.headers.filter((_, i) => site.asked[i] === `GET ${path}`).map((headers) => headers['if-none-match'] ?? null);

it('who says that a text is a part, or the whole, is heard, though the page did not change', async () => {
  const sourceId = await sourceAt('/leads-on');
  const extents = async (): Promise<string[]> => {
    const { node } = await room.ask<{ node: { snapshots: { edges: { node: { extent: string } }[] } } }>(
      'query ($id: ID!) { node(id: $id) { ... on Source { snapshots(first: 5) { edges { node { extent } } } } } }',
      { id: sourceId },
    );
    return node.snapshots.edges.map(({ node: { extent } }) => extent);
  };
  await fetched(sourceId);
  await fetched(sourceId);
  expect(await extents()).toEqual(['FULL']);
  // Where the address leads to was known.
  expect(asked('/still')).toEqual([null, '"still"']);
  await fetched(sourceId, { complete: false });
  expect(await extents()).toEqual(['PARTIAL', 'FULL']);
  expect(asked('/still')).toEqual([null, '"still"', null]);
});

it('of a new address is asked without what was known of the old one', async () => {
  const sourceId = await sourceAt('/still');
  await fetched(sourceId);
  const url = `${site.origin}/moved`;
  const { source } = await room.change<{ source: { link: unknown } }>(
    'updateSource',
    { sourceId, source: { url } },
    'source { link { status } } userErrors { message }',
  );
  expect(source).toEqual({ link: null });
  const [due] = await room.rows<{ isDue: boolean }>(
    'SELECT link_due_at <= clock_timestamp() AS "isDue" FROM source WHERE url = $1',
    [url],
  );
  expect(due!.isDue).toBe(true);
  const before = asked('/moved').length;
  const { link, snapshots } = await fetched(sourceId);
  expect([asked('/moved').slice(before), link!.status]).toEqual([[null], 200]);
  expect(snapshots.edges.map(({ node }) => node.finalUrl)).toEqual([url, `${site.origin}/still`]);
});

it('an address that is changed while it is fetched is fetched anew', async () => {
  const sourceId = await sourceAt('/slow');
  change = () =>
    room.change('updateSource', { sourceId, source: { url: `${site.origin}/quick` } }, 'userErrors { message }');
  const { state, link, snapshots } = await fetched(sourceId);
  const finalUrl = `${site.origin}/quick`;
  expect([state, link!.finalUrl, snapshots.edges]).toEqual(['DONE', finalUrl, [{ node: { finalUrl } }]]);
});

it('a request that is repeated with its Idempotency-Key fetches nothing again, and is answered the same', async () => {
  const sourceId = await sourceAt('/once');
  const query = mutationOf('captureSnapshot', 'job { id } snapshot { id } isNew userErrors { code }');
  const send = async (input: Record<string, unknown>) => {
    const { body, headers, statusCode } = await room.api.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { authorization: `Bearer ${room.token}`, 'idempotency-key': 'capture-once' },
      payload: { query, variables: { input } },
    });
    return { status: statusCode, body, isReplayed: headers['idempotency-replayed'] === 'true' };
  };
  const first = await send({ sourceId });
  const { job } = (JSON.parse(first.body) as { data: { captureSnapshot: { job: { id: string } } } }).data
    .captureSnapshot;
  expect((await room.done(job)).state).toBe('DONE');
  const again = await send({ sourceId });
  expect([first, again]).toEqual([
    { status: 200, body: first.body, isReplayed: false },
    { status: 200, body: first.body, isReplayed: true },
  ]);
  expect((await room.done(job)).state).toBe('DONE');
  expect(asked('/once')).toHaveLength(1);
  // Another request is another matter.
  expect((await send({ sourceId, complete: true })).status).toBe(422);
  expect(asked('/once')).toHaveLength(1);
});
