import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { strToU8, zipSync } from 'fflate';
import { run } from '../src/cli/testing/run.js';

interface Sent {
  readonly slug: string;
  readonly content: string;
  readonly format: string;
  readonly onlyIfChanged?: boolean;
}

/** A server that takes every article, but for those whose slugs say otherwise. */
const sent: Sent[] = [];
let server: Server;
let url: string;
let folder: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    void json(request).then((body) => {
      const { input } = (body as { variables: { input: Sent } }).variables;
      sent.push(input);
      const { slug } = input;
      if (slug.endsWith('gone')) return request.socket.destroy();
      const summary = { claims: 2, checkable: 2, score: 0.5, byStanding: [{ standing: 'WEAK', count: 1 }] };
      const isRefused = slug.endsWith('refused');
      const importArticle = {
        article: isRefused ? null : { slug, title: 'Trams', version: 3, summary },
        revision: slug.endsWith('same') ? null : { id: 'r' },
        job: null,
        userErrors: isRefused ? [{ code: 'INVALID_INPUT', message: 'no', field: ['content'] }] : [],
      };
      response.end(JSON.stringify({ data: { importArticle } }));
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  folder = mkdtempSync(join(tmpdir(), 'obelus-collection-'));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => void sent.splice(0));

function at(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}
const importing = (...args: string[]) => run('import', '--server', url, '--token', 'a', ...args);
const slugs = () => sent.map(({ slug }) => slug);

describe('a path that cannot be looked at', () => {
  const LONG = 'long'.repeat(2_000);
  it.each([
    ['is too long', () => join(folder, `${LONG}.zip`), 'the path is too long'],
    ['is too long, of an article', () => join(folder, `${LONG}.md`), 'the path is too long'],
    ['is a link back to itself', () => loop('round.csv'), 'a symbolic link that leads back to itself'],
    ['is below a file', () => join(at('file.md', '# A\n'), 'x.xml'), 'no such file'],
  ])('%s: it is told, and the next one is sent', async (_what, path, why) => {
    const given = path();
    const { status, errors } = await importing(given, at('next.md', '# Next\n'));
    expect([status, errors]).toEqual([2, [expect.stringContaining(`${given}: ${why}`)]]);
    expect(slugs()).toEqual(['next']);
  });
});

function loop(name: string): string {
  const path = join(folder, name);
  symlinkSync(name, path);
  return path;
}

describe('a folder', () => {
  it('is sent article by article, slugged by paths in it; a bad one stops no other', async () => {
    at('site/2031/Trams.md', '# Trams\n');
    at('site/bad.md', new Uint8Array([0x46, 0xe4]));
    at('site/refused.md', '# No\n');
    at('site/same.md', '# Same\n');
    at('site/.hidden.md', '# Hidden\n');
    const site = join(folder, 'site');
    const { status, out, errors } = await importing(site, '--slug-prefix', 'x-', '--desk', 'City');
    expect(status).toBe(2);
    expect(slugs()).toEqual(['x-2031-trams', 'x-refused', 'x-same']);
    expect(sent[0]).toEqual({
      slug: 'x-2031-trams',
      content: '# Trams\n',
      format: 'MARKDOWN',
      desk: 'City',
      onlyIfChanged: true,
    });
    expect(out.split('\n')).toEqual([
      `${site}/2031/Trams.md → x-2031-trams (version 3): 2 claims, 1 unsupported`,
      `${site}/same.md → x-same (unchanged): 2 claims, 1 unsupported`,
      `${site}: 1 imported, 1 unchanged, 1 refused, 1 could not be read or sent`,
    ]);
    expect(errors).toEqual([
      expect.stringContaining('bad.md: not UTF-8'),
      `${site}/refused.md: INVALID_INPUT (content): no`,
    ]);
  });

  it('is told before it is sent', async () => {
    const { status, out } = await importing(join(folder, 'site'), '--preview');
    expect([status, sent]).toEqual([2, []]);
    expect(out).toContain('2031/Trams.md → 2031-trams: titled by its text');
  });

  it('is given up when the server is gone', async () => {
    for (const name of ['a', 'b', 'c', 'd']) at(`gone/${name}/gone.md`, '# Gone\n');
    const { status, errors } = await importing(join(folder, 'gone'));
    expect([status, sent.length]).toEqual([2, 3]);
    expect(errors.at(-1)).toContain('cannot be reached');
  });
});

it('a ZIP is unpacked here, and sent article by article', async () => {
  const path = at('site.zip', zipSync({ 'site/trams.md': strToU8('# Trams\n'), 'site/a.png': strToU8('x') }));
  const { status, out, errors } = await importing(path);
  expect([status, slugs()]).toEqual([0, ['trams']]);
  expect(out).toContain(`${path}: 1 imported, 1 left out`);
  expect(errors).toEqual(['1 other file: left out: no articles by their names (.png)']);
});

describe('an export of WordPress', () => {
  const item = (id: number, status: string): string =>
    `<item><title>Trams ${id}</title><wp:post_id>${id}</wp:post_id><wp:post_type>post</wp:post_type><wp:status>${status}</wp:status><content:encoded>Trams run.</content:encoded></item>`;
  const export_ = `<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel>${item(1, 'publish')}${item(2, 'draft')}</channel></rss>`;

  it.each([
    [[], ['trams-1']],
    [['--drafts'], ['trams-1', 'trams-2']],
  ])('is sent post by post %j', async (options, wanted) => {
    const { status } = await importing(at('site.xml', export_), ...options);
    expect([status, slugs()]).toEqual([0, wanted]);
  });

  it('that breaks off is told, and what came before it is sent', async () => {
    const { status, errors } = await importing(at('half.xml', export_.slice(0, -20)));
    expect([status, slugs()]).toEqual([2, ['trams-1']]);
    expect(errors.at(-1)).toContain('is not well-formed XML');
  });
});

describe('a table', () => {
  const TABLE = 'Statement;Links\nTrams carry 300 people;https://a.example\n;x\n';

  it('is sent as an article of its name', async () => {
    const { status, errors } = await importing(at('Tram claims.csv', TABLE));
    expect([status, slugs()]).toEqual([0, ['tram-claims']]);
    expect(sent[0]).toMatchObject({ title: 'Tram claims', format: 'HTML' });
    expect(errors).toEqual(['tram-claims: note: line 3: nothing is claimed, so the row was left out']);
  });

  it('is shown with what its columns are taken to hold', async () => {
    const path = at('Tram claims.csv', TABLE);
    const { status, out } = await importing(path, '--preview', '--map', 'note=Links');
    expect([status, sent]).toEqual([0, []]);
    expect(out.split('\n')).toEqual([
      `${path}: 2 rows, divided by semicolons`,
      '  Statement  claim             Trams carry 300 people',
      '  Links      note (given)      https://a.example · x',
      'tram-claims: Tram claims (1 claim, 0 references)',
      '  line 2: Trams carry 300 people',
      '1 claim in 1 article; nothing was sent',
    ]);
  });

  it.each([
    [['--map', 'claims=Statement'], 'write it as claim=Statement; the roles are claim, sources'],
    [['--map', 'claim=Nothing'], 'there is no column “Nothing”'],
    [['--map', 'claim'], 'write it as claim=Statement'],
  ])('is not sent with %j', async (options, why) => {
    const { status, errors } = await importing(at('Tram claims.csv', TABLE), ...options);
    expect([status, sent, errors]).toEqual([2, [], [expect.stringContaining(why)]]);
  });
});

it.each([
  [['--slug', 'a'], 'site.zip', 'give --slug-prefix'],
  [['--map', 'claim=a'], 'site.zip', 'only a table'],
  [['--preview'], 'trams.md', '--preview is for folders'],
  [[], 'none.zip', 'no such file'],
])('options that do not fit are told: %j %s', async (options, name, why) => {
  at('trams.md', '# Trams\n');
  const { status, errors } = await importing(join(folder, name), ...options);
  expect([status, sent, errors]).toEqual([2, [], [expect.stringContaining(why)]]);
});
