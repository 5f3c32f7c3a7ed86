import { setTimeout } from 'node:timers/promises';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { fetcherFor, HOST, page, PAGES, redirect, Site } from './support/site.js';

let site: Site;
beforeAll(async () => {
  site = await Site.open({
    '/page': page('<h1>Ferries</h1>', { etag: '"1"', 'last-modified': 'Wed, 02 Apr 2031 09:00:00 GMT' }),
    '/once': redirect('/twice?x=1#part', 301),
    '/twice': (_, response) =>
      response.writeHead(307, { location: `//${HOST.toUpperCase()}:${site.port}/page#end` }).end(),
    '/umlaut': redirect(Buffer.from('/fähre').toString('latin1')),
    '/f%C3%A4hre': page('Fähre'),
    '/circle': redirect('/circle-2'),
    '/circle-2': redirect('/circle'),
    '/far': (request, response) => {
      const next = `/far?${Number(request.url?.split('?')[1] ?? 0) + 1}`;
      response.writeHead(302, { location: next }).end();
    },
    '/nowhere': redirect('http://[/'),
    '/gzip': page(gzipSync('<h1>Ferries</h1>') as never, { 'content-encoding': 'gzip' }),
    '/br': page(brotliCompressSync('<h1>Ferries</h1>') as never, { 'content-encoding': 'br' }),
    '/zip': page('', { 'content-type': 'application/zip' }),
    '/typeless': (_, response) => response.end('a'),
    '/gone': (_, response) => response.writeHead(410).end(),
    '/busy': (_, response) => response.writeHead(503).end(),
    '/closed': (_, response) => response.writeHead(403).end(),
    '/same': (request, response) => {
      const isSame = request.headers['if-none-match'] === '"1"' || request.headers['if-modified-since'] !== undefined;
      response.writeHead(isSame ? 304 : 200, { etag: '"1"', 'content-type': 'text/html' }).end(isSame ? '' : 'a');
    },
    '/unasked': (_, response) => response.writeHead(304).end(),
    '/slow': (_, response) => void setTimeout(50).then(() => response.end('a')),
  });
});
beforeEach(() => {
  site.asked.length = 0;
  site.headers.length = 0;
});
afterAll(() => site.close());

const get = (path: string, options: object = {}) => fetcherFor().get(`${site.origin}${path}`, { ...PAGES, ...options });

describe('getting a page', () => {
  it('gives its bytes, where it is, and what is needed to ask again', async () => {
    expect(await get('/page#part')).toEqual({
      url: `${site.origin}/page`,
      status: 200,
      isModified: true,
      mediaType: 'text/html',
      charset: 'utf-8',
      etag: '"1"',
      lastModified: 'Wed, 02 Apr 2031 09:00:00 GMT',
      bytes: Buffer.from('<h1>Ferries</h1>'),
    });
    expect(site.asked).toEqual(['GET /robots.txt', 'GET /page']);
    expect(site.headers[1]).toMatchObject({ 'user-agent': 'Obelus', accept: PAGES.accept, connection: 'close' });
  });

  it('tells its owner whom to ask', async () => {
    await fetcherFor({}, { contact: 'research@example.org' }).get(`${site.origin}/page`, PAGES);
    expect(site.headers[0]).toMatchObject({ 'user-agent': 'Obelus (+research@example.org)' });
  });

  it('follows where it leads', async () => {
    expect((await get('/once')).url).toBe(`${site.origin}/page`);
    const relative = await get('/umlaut');
    expect([relative.url, relative.bytes.toString()]).toEqual([`${site.origin}/f%C3%A4hre`, 'Fähre']);
    await expect(get('/nowhere')).rejects.toMatchObject({ code: 'BAD_RESPONSE' });
  });

  it.each(['/gzip', '/br'])('unpacks %s', async (path) => {
    expect((await get(path)).bytes.toString()).toBe('<h1>Ferries</h1>');
  });

  it.each([
    ['/zip', 'UNSUPPORTED_TYPE', 'is of the type application/zip; it must be a page or a text'],
    ['/typeless', 'UNSUPPORTED_TYPE', 'is of no stated type'],
    ['/absent', 'HTTP_STATUS', 'answers 404 Not Found; check the address'],
    ['/gone', 'HTTP_STATUS', '410 Gone; check'],
    ['/busy', 'HTTP_STATUS', '503 Service Unavailable; try again later'],
    ['/closed', 'HTTP_STATUS', '403 Forbidden; it is not open to programs'],
    ['/unasked', 'HTTP_STATUS', '304 Not Modified'],
    ['/circle', 'TOO_MANY_REDIRECTS', '/circle leads back to itself'],
    ['/far', 'TOO_MANY_REDIRECTS', '/far leads on more than 5 times'],
  ])('%s: %s', async (path, code, says) => {
    await expect(get(path)).rejects.toMatchObject({ code, message: expect.stringContaining(says) as string });
  });

  it('tells the status of an answer that is none', () => expect(get('/gone')).rejects.toMatchObject({ status: 410 }));

  it('asks whether it changed', async () => {
    const same = { status: 304, isModified: false, etag: '"1"', bytes: Buffer.alloc(0) };
    expect(await get('/same', { etag: '"1"' })).toMatchObject(same);
    expect(await get('/same', { lastModified: 'Wed, 02 Apr 2031 09:00:00 GMT' })).toMatchObject(same);
    expect(await get('/same', { etag: '"0"' })).toMatchObject({ status: 200, isModified: true });
  });

  it('asks a host for one thing at a time', async () => {
    const fetcher = fetcherFor();
    let most = 0;
    const looking = setInterval(() => (most = Math.max(most, site.open)), 5);
    await Promise.all(
      ['/slow', '/slow?2', '/slow?3'].map((path) =>
        fetcher.get(`${site.origin}${path}`, { ...PAGES, takes: () => true }),
      ),
    );
    clearInterval(looking);
    expect(most).toBe(1);
  });

  it('ends when it is told to', async () => {
    const signal = AbortSignal.abort(new Error('the server stops'));
    await expect(get('/page', { signal })).rejects.toThrow('the server stops');
  });

  it.each(['site.example/page', 'https://', 'mailto:a@example.org', ''])('%j is no address', (address) =>
    expect(fetcherFor().get(address, PAGES)).rejects.toMatchObject({ code: 'INVALID_URL' }),
  );
});

describe('robots.txt', () => {
  it.each<[string, string, number, string | null]>([
    ['that forbids', 'User-agent: *\nDisallow: /page', 200, 'asks programs not to fetch this page'],
    ['that forbids others', 'User-agent: *\nDisallow: /\n\nUser-agent: Obelus\nAllow: /', 200, null],
    ['that is not there', '', 404, null],
    ['that is closed', '', 403, null],
    ['that cannot be had', '', 500, 'cannot be had'],
    [
      'that is endless: its beginning',
      `User-agent: *\nDisallow: /page\n${'#'.repeat(2_000_000)}`,
      200,
      'asks programs',
    ],
  ])('%s', async (_, text, status, says) => {
    const other = await Site.open({
      '/robots.txt': (__, response) => response.writeHead(status).end(text),
      '/page': page('a'),
    });
    const fetching = fetcherFor().get(`${other.origin}/page`, PAGES);
    if (says === null) expect((await fetching).status).toBe(200);
    else
      await expect(fetching).rejects.toMatchObject({
        code: 'REFUSED_BY_ROBOTS',
        message: expect.stringContaining(says) as string,
      });
    expect(other.asked).toEqual(says === null ? ['GET /robots.txt', 'GET /page'] : ['GET /robots.txt']);
    await other.close();
  });

  it('is asked for once, and holds for where an address leads on to', async () => {
    const other = await Site.open({
      '/robots.txt': (_, response) => response.end('User-agent: *\nDisallow: /private'),
      '/page': page('a'),
      '/on': redirect('/private'),
      '/private': page('b'),
    });
    const fetcher = fetcherFor();
    await fetcher.get(`${other.origin}/page`, PAGES);
    await expect(fetcher.get(`${other.origin}/on`, PAGES)).rejects.toMatchObject({ code: 'REFUSED_BY_ROBOTS' });
    expect(other.asked).toEqual(['GET /robots.txt', 'GET /page', 'GET /on']);
    await other.close();
  });

  it('that leads in a circle is none', async () => {
    const other = await Site.open({ '/robots.txt': redirect('/robots.txt'), '/page': page('a') });
    expect((await fetcherFor().get(`${other.origin}/page`, PAGES)).status).toBe(200);
    await other.close();
  });
});
