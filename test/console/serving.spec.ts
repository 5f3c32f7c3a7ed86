import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { fastify, type FastifyInstance } from 'fastify';
import { addConsole } from '../../src/console/console.js';
import { findConsole } from '../../src/console/console-files.js';

let folder: string;
let server: FastifyInstance;

const SCRIPT = `console.log(${JSON.stringify('x'.repeat(2_000))});`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'obelus-console-'));
  mkdirSync(join(folder, 'assets'));
  const { brotliCompressSync, gzipSync } = await import('node:zlib');
  for (const [name, content] of Object.entries({
    'console.json': JSON.stringify({
      screens: ['/', '/queue', '/articles/:id'].map((path) => ({
        path,
        head: `<script nonce="CSP_NONCE">"$&"</script><meta content="${path}">`,
      })),
    }),
    'index.html': `<!-- AHEAD --><script nonce="CSP_NONCE"></script>${' '.repeat(2_000)}`,
    'assets/main-1a2b.js': SCRIPT,
    'assets/main-1a2b.js.br': brotliCompressSync(SCRIPT),
    'assets/main-1a2b.js.gz': gzipSync(SCRIPT),
    'obelus.svg': '<svg/>',
    'secret.txt': 'no page asks for this',
  })) {
    writeFileSync(join(folder, name), content);
  }
  server = fastify();
  addConsole(server, findConsole([folder]));
  await server.ready();
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

describe('the page', () => {
  it.each(['/', '/queue', '/articles/QXJ0', '/queue?standing=WEAK'])('is at %s', async (url) => {
    const { statusCode, headers } = await server.inject(url);
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  });

  it.each([
    ['/queue?standing=WEAK', '/queue'],
    ['/articles/QXJ0', '/articles/:id'],
  ])('begins at %s with what its screen needs', async (url, path) => {
    const { body } = await server.inject(url);
    expect(body).toMatch(/^<script nonce="[\w+/]{22}=="/);
    expect(body).toContain(`"$&"</script><meta content="${path}">`);
  });

  it.each(['/queue/more', '/nothing', '/secret.txt', '/console.json', '/assets/../console.json', '/assets/%2e%2e/x'])(
    'is not at %s',
    async (url) => expect((await server.inject(url)).statusCode).toBe(404),
  );

  it('has a number of its own in each answer, which the policy names', async () => {
    const answers = await Promise.all([server.inject('/'), server.inject('/')]);
    const nonces = answers.map(({ body, headers }) => {
      const [first, second] = [...body.matchAll(/nonce="([^"]+)"/g)].map(([, nonce]) => nonce);
      expect(first).toBe(second);
      expect(headers['content-security-policy']).toContain(`script-src 'self' 'nonce-${first}'`);
      expect(headers['cache-control']).toBe('no-store');
      return first;
    });
    expect(nonces[0]).toMatch(/^[\w+/]{22}==$/);
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it('is compressed for who accepts that', async () => {
    const headers = { 'accept-encoding': 'gzip, br' };
    const { headers: told, rawPayload } = await server.inject({ url: '/', headers });
    expect([told['content-encoding'], told.vary]).toEqual(['gzip', 'accept-encoding']);
    expect(gunzipSync(rawPayload).toString()).toContain('<script nonce=');
  });

  it('has a policy that lets nothing in from elsewhere, and nothing inline', async () => {
    const policy = String((await server.inject('/')).headers['content-security-policy']);
    expect(policy).toMatch(/^default-src 'none';/);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
  });
});

describe('a file', () => {
  it.each([
    ['br', 'br', brotliDecompressSync],
    ['gzip, deflate, br;q=0.9', 'br', brotliDecompressSync],
    ['gzip, br;q=0', 'gzip', gunzipSync],
    ['GZIP', 'gzip', gunzipSync],
    ['deflate', undefined, (bytes: Buffer) => bytes],
    ['', undefined, (bytes: Buffer) => bytes],
  ])('for who accepts "%s" is sent as %s', async (accepted, encoding, read) => {
    const { headers, rawPayload } = await server.inject({
      url: '/assets/main-1a2b.js',
      headers: { 'accept-encoding': accepted },
    });
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers.vary).toBe('accept-encoding');
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(read(rawPayload).toString()).toBe(SCRIPT);
  });

  it('whose name tells what is in it is kept for good, another is asked for anew', async () => {
    const [script, icon] = await Promise.all([server.inject('/assets/main-1a2b.js'), server.inject('/obelus.svg')]);
    expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(icon.headers['cache-control']).toBe('no-cache');
    const again = await server.inject({
      url: '/obelus.svg',
      headers: { 'if-none-match': `W/"x", ${icon.headers.etag}` },
    });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });
});

it('goes on with what it was started with while another build is made', async () => {
  for (const suffix of ['', '.br', '.gz']) rmSync(join(folder, `assets/main-1a2b.js${suffix}`));
  writeFileSync(join(folder, 'obelus.svg'), '<svg><g/></svg>');
  const [script, packed, icon] = await Promise.all([
    server.inject('/assets/main-1a2b.js'),
    server.inject({ url: '/assets/main-1a2b.js', headers: { 'accept-encoding': 'br' } }),
    server.inject('/obelus.svg'),
  ]);
  expect(script.body).toBe(SCRIPT);
  expect(brotliDecompressSync(packed.rawPayload).toString()).toBe(SCRIPT);
  expect(script.headers.etag).not.toBe(packed.headers.etag);
  expect(icon.body).toBe('<svg/>');
});

it('without a build, the address says what to do, and nothing else is served', async () => {
  const bare = fastify();
  expect(findConsole([join(folder, 'assets')])).toBeNull();
  addConsole(bare, null);
  const { statusCode, body } = await bare.inject('/');
  expect(statusCode).toBe(503);
  expect(body).toContain('npm start');
  expect((await bare.inject('/queue')).statusCode).toBe(404);
  await bare.close();
});
