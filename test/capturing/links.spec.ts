import { LinkChecks, type LinkPace } from '../../src/capturing/link-checks.js';
import { Ripples } from '../../src/editing/ripples.js';
import { Jobs } from '../../src/jobs/jobs.js';
import { fetcherFor, page, Site, type Answer } from '../fetching/support/site.js';
import { openNewsroom, id, type Newsroom } from '../editing/support/newsroom.js';
import { sourceReadingPool } from '../support/reading-pool.js';

const pool = sourceReadingPool();
const PACE: LinkPace = { gapMs: 1, lanes: 2, most: 50, ofHost: 10, budgetMs: 60_000 };
const DAY = 24 * 3_600_000;

let site: Site;
let room: Newsroom;
let answers: Record<string, Answer> = {};
const as =
  (path: string): Answer =>
  (request, response) =>
    (answers[path] ?? page('<html><body><p>The tram crossed 412 times.</p></body></html>', { etag: '"a"' }))(
      request,
      response,
    );
const gone: Answer = (_, response) => response.writeHead(404).end();

beforeAll(async () => {
  site = await Site.open({
    '/a': as('/a'),
    '/b': as('/b'),
    '/available': as('/available'),
    '/robots.txt': as('/robots.txt'),
  });
  room = await openNewsroom();
  for (const path of ['/a', '/b']) {
    await room.import(
      `tram${path.replace('/', '-')}`,
      `A tram\n\nThe tram crossed 412 times in 2031 [1].\n\nReferences\n\n[1] Port office, "Crossings ${path}", 2031. ${site.origin}${path}\n`,
    );
  }
});
afterAll(async () => {
  await pool.onApplicationShutdown();
  await room.close();
  await site.close();
});
beforeEach(async () => {
  answers = { '/robots.txt': (_, response) => response.writeHead(404).end() };
  site.asked.length = 0;
  await room.api.db.owner("UPDATE source SET link = NULL, link_due_at = now() - interval '1 minute'");
});

function checks(archiveLookup: string | null = null, pace = PACE): LinkChecks {
  const { database } = room.api.db;
  const ripples = new Ripples(database, new Jobs(database, { jobs: 'off' }));
  const started = { start: () => Promise.resolve('') } satisfies Pick<Ripples, 'start'>;
  void ripples;
  const jobs = { every: () => undefined };
  return new LinkChecks(database, started, fetcherFor(), pool, jobs, { checkLinks: 'on', archiveLookup }, pace);
}

interface LinkRow {
  readonly link: {
    readonly status: number | null;
    readonly failures: number;
    readonly problem: string | null;
    readonly failingSince: string | null;
    readonly etag: string | null;
  } | null;
  readonly days: number;
}

const at = async (path: string): Promise<LinkRow> => {
  const [row] = await room.rows<LinkRow>(
    'SELECT link, round(extract(epoch FROM link_due_at - now()) / 86400)::integer AS days FROM source WHERE url = $1',
    [site.origin + path],
  );
  return row!;
};
const pages = (): string[] => site.asked.filter((each) => !each.includes('robots'));

it('an address that answers is asked again in a week, and then whether anything changed', async () => {
  expect(await checks().round(new Date())).toBe(2);
  expect(await at('/a')).toMatchObject({ link: { status: 200, failures: 0, etag: '"a"' }, days: 7 });
  expect(await checks().round(new Date())).toBe(0);
  let asked: string | undefined;
  answers['/a'] = (request, response) => {
    asked = request.headers['if-none-match'];
    response.writeHead(304).end();
  };
  await checks().round(new Date(Date.now() + 8 * DAY));
  expect([asked, (await at('/a')).link!.status]).toEqual(['"a"', 304]);
});

it('one that fails is asked the next day, and failures in a row are counted until it is back', async () => {
  answers['/a'] = gone;
  await checks().round(new Date());
  const first = await at('/a');
  expect(first).toMatchObject({ link: { status: 404, failures: 1, problem: expect.stringContaining('404') }, days: 1 });
  await checks().round(new Date(Date.now() + 2 * DAY));
  const second = await at('/a');
  expect(second.link).toMatchObject({ failures: 2, failingSince: first.link!.failingSince });
  delete answers['/a'];
  await checks().round(new Date(Date.now() + 2 * DAY));
  expect((await at('/a')).link).toMatchObject({ status: 200, failures: 0, failingSince: null, problem: null });
});

it('sources whose address failed can be asked for, and the others', async () => {
  answers['/a'] = gone;
  await room.api.db.owner('UPDATE source SET link = NULL');
  const urls = async (failing: boolean): Promise<string[]> => {
    const { sources } = await room.ask<{ sources: { edges: { node: { url: string | null } }[] } }>(
      'query ($failing: Boolean!) { sources(filter: { failing: $failing }) { edges { node { url } } } }',
      { failing },
    );
    return sources.edges.flatMap(({ node }) => node.url ?? []).map((url) => url.replace(site.origin, ''));
  };
  // Nobody has tried them.
  expect([await urls(true), (await urls(false)).sort()]).toEqual([[], ['/a', '/b']]);
  await checks().round(new Date());
  expect([await urls(true), await urls(false)]).toEqual([['/a'], ['/b']]);
});

it('a page that says that it is gone fails, whatever its status', async () => {
  answers['/a'] = page('<html><title>Article not found</title><body><p>Sorry.</p></body></html>');
  await checks().round(new Date());
  expect((await at('/a')).link).toMatchObject({
    status: 200,
    failures: 1,
    problem: expect.stringContaining('not found'),
  });
});

it('a site that asks programs to stay away is left alone, and is not dead', async () => {
  answers['/robots.txt'] = (_, response) =>
    response.writeHead(200, { 'content-type': 'text/plain' }).end('User-agent: *\nDisallow: /');
  await checks().round(new Date());
  expect(pages()).toEqual([]);
  expect(await at('/a')).toEqual({ link: null, days: 30 });
});

it('a host that is ill is asked once, and its other addresses later', async () => {
  answers['/a'] = answers['/b'] = (_, response) => response.writeHead(503).end();
  expect(await checks().round(new Date())).toBe(1);
  expect(pages()).toHaveLength(1);
  const both = [await at('/a'), await at('/b')];
  expect(both.map(({ link }) => link?.failures ?? 0).sort()).toEqual([0, 1]);
  expect(await checks().round(new Date())).toBe(0);
});

it('of one host so many are asked in a round, and the others later', async () => {
  expect(await checks(null, { ...PACE, ofHost: 1 }).round(new Date())).toBe(1);
  expect(pages()).toHaveLength(1);
});

it('the copy that an archive has is noted, and then not looked for again', async () => {
  const copy = 'https://archive.example/web/20310402/http://site.example/a';
  const json = JSON.stringify({
    archived_snapshots: { closest: { available: true, status: '200', url: copy, timestamp: '20310402101112' } },
  });
  const asked: (string | undefined)[] = [];
  answers['/available'] = (request, response) => {
    asked.push(request.url);
    response.writeHead(200, { 'content-type': 'application/json' }).end(json);
  };
  await checks(`${site.origin}/available`).round(new Date());
  const [row] = await room.rows<{ id: string; csl: Record<string, unknown> }>(
    'SELECT id, csl FROM source WHERE url = $1',
    [`${site.origin}/a`],
  );
  expect(asked).toHaveLength(2);
  expect(asked[0]).toContain(encodeURIComponent(site.origin));
  const { workspaceId } = room.viewer;
  // One source has lost its copy since, and both addresses are due again.
  await room.api.db.owner(
    `UPDATE source SET link_due_at = now() - interval '1 minute', csl = CASE WHEN url = $2 THEN csl - 'archive_location' ELSE csl END
     WHERE workspace_id = $1`,
    [workspaceId, `${site.origin}/b`],
  );
  expect(await checks(`${site.origin}/available`).round(new Date())).toBe(2);
  expect(asked.slice(2)).toEqual([expect.stringContaining(encodeURIComponent('/b'))]);
  expect(row!.csl).toMatchObject({ archive_location: copy });
  const { node } = await room.ask<{ node: { link: { status: number } } }>(
    'query ($id: ID!) { node(id: $id) { ... on Source { link { status checkedAt finalUrl failures failingSince problem } } } }',
    { id: id('Source', row!.id) },
  );
  expect(node.link).toMatchObject({ status: 200, failures: 0, problem: null, finalUrl: `${site.origin}/a` });
});
