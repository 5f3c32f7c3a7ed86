import { Logger } from '@nestjs/common';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { readAllowList } from '../../src/config/fetch-settings.js';
import { AddressGuard } from '../../src/fetching/address-guard.js';
import { Fetcher } from '../../src/fetching/fetcher.js';
import type { FetchLimits } from '../../src/fetching/limits.js';
import { fetcherFor, page, PAGES, redirect, Site } from './support/site.js';

const MIB = 1024 * 1024;
const BOMB = gzipSync(Buffer.alloc(64 * MIB));
const BROTLI_BOMB = brotliCompressSync(Buffer.alloc(64 * MIB), { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });
/** A member of gzip that unpacks to nothing. */
const NOTHING = gzipSync('');
const SMALL: Partial<FetchLimits> = { maxBytes: MIB };
/** Where time is what ends it: a busy machine can take long over anything else. */
const QUICK: Partial<FetchLimits> = { ...SMALL, totalMs: 1_000, idleMs: 200 };
const limitsFor = (code: string): Partial<FetchLimits> => (code === 'TIMEOUT' ? QUICK : SMALL);

/** Writes again and again until nobody listens. */
function endless(
  socket: NodeJS.WritableStream & { destroyed: boolean },
  what: string | Uint8Array,
  everyMs: number,
): void {
  const timer = setInterval(() => (socket.destroyed ? clearInterval(timer) : socket.write(what)), everyMs);
  timer.unref();
}

// Each refusal would be in it.
Logger.overrideLogger(false);

let site: Site;
beforeAll(async () => {
  site = await Site.open({
    '/loopback': (_, response) => response.writeHead(302, { location: `http://127.0.0.1:${site.port}/secret` }).end(),
    '/metadata': redirect('http://169.254.169.254/latest/meta-data/'),
    '/mapped': redirect('http://[::ffff:127.0.0.1]/secret'),
    '/decimal': redirect('http://2130706433/secret'),
    '/file': redirect('file:///etc/passwd'),
    '/credentials': redirect('https://ada:secret@example.org/'),
    '/mail': redirect('http://example.org:25/'),
    '/secret': page('the secret'),
    '/silent': () => undefined,
    '/stalls': (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).write('a'),
    '/drips': (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      endless(response, 'a', 20);
    },
    '/endless': (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      endless(response, Buffer.alloc(256 * 1024), 1);
    },
    '/says-too-much': (_, response) =>
      response.writeHead(200, { 'content-type': 'text/html', 'content-length': 10 * MIB }).write('a'),
    '/bomb': page(BOMB as never, { 'content-encoding': 'gzip' }),
    '/brotli-bomb': page(BROTLI_BOMB as never, { 'content-encoding': 'br' }),
    '/bomb-in-bomb': page(gzipSync(BOMB) as never, { 'content-encoding': 'gzip, gzip' }),
    '/empty-members': (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' });
      endless(response, Buffer.concat(Array<Buffer>(10_000).fill(NOTHING)), 1);
    },
    '/no-gzip': page('plain', { 'content-encoding': 'gzip' }),
    '/half-gzip': page(gzipSync('a'.repeat(1_000)).subarray(0, 20) as never, { 'content-encoding': 'gzip' }),
    '/cut-off': (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-length': 1_000 }).write('a');
      setTimeout(() => response.destroy(), 50);
    },
    '/upgrade': (_, response) => response.writeHead(101, { connection: 'upgrade', upgrade: 'x' }).end(),
  });
});
beforeEach(() => {
  site.asked.length = 0;
});
afterEach(async () => {
  // Nothing is left hanging, whatever happened. The site hears of it a moment later.
  for (let i = 0; i < 100 && site.open > 0; i++) await new Promise((later) => setTimeout(later, 10));
  expect(site.open).toBe(0);
});
afterAll(() => site.close());

const ask = (path: string, limits = SMALL) => fetcherFor(limits).get(`${site.origin}${path}`, PAGES);
const refused = (code: string, says = ''): unknown => ({ code, message: expect.stringContaining(says) as string });

describe('a site that leads astray', () => {
  it.each([
    ['/loopback', 'REFUSED_ADDRESS', '127.0.0.1 leads to the server itself'],
    ['/metadata', 'REFUSED_ADDRESS', 'metadata'],
    ['/mapped', 'REFUSED_ADDRESS', 'IPv4 address inside'],
    ['/decimal', 'REFUSED_ADDRESS', '127.0.0.1 leads to the server itself'],
    ['/mail', 'REFUSED_ADDRESS', 'port 25 of example.org'],
    ['/file', 'INVALID_URL', 'file: is not fetched'],
    ['/credentials', 'INVALID_URL', 'password for example.org'],
  ])('%s: %s', async (path, code, says) => {
    await expect(ask(path)).rejects.toMatchObject(refused(code, says) as object);
    expect(site.asked).toEqual(['GET /robots.txt', `GET ${path}`]);
  });
});

describe('names', () => {
  const ASKED = 'http://rebinding.example';

  it.each([
    ['to this machine', ['127.0.0.1']],
    ['to a public address and a private one', ['93.184.215.14', '10.0.0.5']],
    ['to a mapped address', ['::ffff:127.0.0.1']],
  ])('that lead %s are not connected to', async (_, addresses) => {
    const resolve = () =>
      Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
    const fetcher = fetcherFor(SMALL, { resolve });
    await expect(fetcher.get(`${ASKED}/page`, PAGES)).rejects.toMatchObject(refused('REFUSED_ADDRESS') as object);
    await expect(fetcher.send(`${ASKED}/hook`, '{}')).rejects.toMatchObject(refused('REFUSED_ADDRESS') as object);
    expect(site.asked).toEqual([]);
  });

  it('that change between two looks: each connection checks what it connects to', async () => {
    // 127.0.0.1 is allowed; 127.0.0.2, on which the same site would answer, is not.
    const answers = ['127.0.0.1', '127.0.0.2', '127.0.0.1'];
    const resolve = () => Promise.resolve([{ address: answers.shift()!, family: 4 }]);
    class OnAnyPort extends AddressGuard {
      override checkUrl(): void {}
    }
    const allowed = readAllowList('127.0.0.1')!;
    const fetcher = new Fetcher({ allowed, contact: null }, { guard: new OnAnyPort(allowed, resolve), limits: SMALL });
    await expect(fetcher.get(`${site.origin}/secret`, PAGES)).rejects.toMatchObject(
      refused('REFUSED_ADDRESS', 'the server itself') as object,
    );
    expect([site.asked, answers]).toEqual([['GET /robots.txt'], ['127.0.0.1']]);
  });

  it('are looked up once for each connection', async () => {
    let looks = 0;
    const resolve = () => {
      looks++;
      return Promise.resolve([{ address: '127.0.0.1', family: 4 }]);
    };
    await fetcherFor(SMALL, { resolve }).get(`${site.origin}/secret`, PAGES);
    expect([looks, site.asked.length]).toEqual([2, 2]);
  });

  it('that nobody knows', async () => {
    const resolve = () => Promise.reject(Object.assign(new Error('?'), { code: 'ENOTFOUND' }));
    await expect(fetcherFor(SMALL, { resolve }).get('https://nobody.example/', PAGES)).rejects.toMatchObject(
      refused('UNREACHABLE', 'the name nobody.example is not known (ENOTFOUND)') as object,
    );
  });

  it('that are looked up for ever end with the time', async () => {
    const resolve = () => new Promise<never>(() => undefined);
    await expect(fetcherFor(QUICK, { resolve }).get('https://never.example/', PAGES)).rejects.toMatchObject(
      refused('TIMEOUT') as object,
    );
  });
});

describe('a site that does not end', () => {
  it.each([
    ['/silent', 'TIMEOUT', 'was silent for 0.2 s'],
    ['/stalls', 'TIMEOUT', 'was silent for 0.2 s'],
    ['/drips', 'TIMEOUT', 'was not done within 1 s'],
    ['/endless', 'TOO_LARGE', 'more than the limit of 1 MiB'],
    ['/says-too-much', 'TOO_LARGE', 'more than the limit of 1 MiB'],
    ['/bomb', 'TOO_LARGE', 'more than the limit of 1 MiB'],
    ['/brotli-bomb', 'TOO_LARGE', 'more than the limit of 1 MiB'],
    ['/empty-members', 'TOO_LARGE', 'more than the limit of 1 MiB'],
    ['/bomb-in-bomb', 'BAD_RESPONSE', 'packs its answer as "gzip, gzip"'],
    ['/no-gzip', 'BAD_RESPONSE', 'cannot be unpacked'],
    ['/half-gzip', 'BAD_RESPONSE', 'cannot be unpacked'],
    ['/cut-off', 'UNREACHABLE', 'ended its answer before it was complete'],
    ['/upgrade', 'BAD_RESPONSE', 'switches to another protocol'],
  ])('%s: %s', async (path, code, says) => {
    await expect(ask(path, limitsFor(code))).rejects.toMatchObject(refused(code, says) as object);
  });
});

it('a site that speaks no TLS is not spoken to without', async () => {
  const secure = site.origin.replace('http:', 'https:');
  await expect(fetcherFor(SMALL).get(secure, PAGES)).rejects.toMatchObject(
    refused('UNREACHABLE', 'cannot be trusted over https') as object,
  );
  expect(site.asked).toEqual([]);
});

describe('what answers and is no website', () => {
  it.each<[string, (socket: Socket) => unknown, string]>([
    ['speaks otherwise', (socket) => socket.write('220 mail ESMTP\r\n'), 'BAD_RESPONSE'],
    [
      'sends one header without end',
      (socket) => socket.write(`HTTP/1.1 200 OK\r\na: ${'a'.repeat(20_000)}`),
      'BAD_RESPONSE',
    ],
    [
      'sends headers without end',
      (socket) => (socket.write('HTTP/1.1 200 OK\r\n'), endless(socket, 'a: b\r\n'.repeat(500), 1)),
      'BAD_RESPONSE',
    ],
    ['goes on to say "wait"', (socket) => endless(socket, 'HTTP/1.1 103 Early Hints\r\n\r\n', 20), 'TIMEOUT'],
    [
      'sends trailers without end',
      (socket) => (
        socket.write('HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ntransfer-encoding: chunked\r\n\r\n1\r\na\r\n0\r\n'),
        endless(socket, 'a: b\r\n'.repeat(500), 1)
      ),
      'UNREACHABLE',
    ],
    [
      'has two lengths',
      (socket) =>
        socket.end('HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab'),
      'BAD_RESPONSE',
    ],
    ['hangs up', (socket) => socket.destroy(), 'UNREACHABLE'],
  ])('%s', async (_, answer, code) => {
    const sockets: Socket[] = [];
    const server = createServer((socket) => {
      sockets.push(socket.on('error', () => undefined));
      socket.once('data', () => answer(socket));
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const url = `http://site.example:${(server.address() as AddressInfo).port}/`;
    const asked = await fetcherFor(limitsFor(code))
      .get(url, PAGES)
      .catch((error: unknown) => error);
    for (const socket of sockets) socket.destroy();
    await new Promise((closed) => server.close(closed));
    expect(asked).toMatchObject({ code });
  });
});
