import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { lines, writePdf } from '../../src/converting/testing/pdf-writer.js';
import { paragraph, run, writeDocx } from '../../src/converting/testing/docx-writer.js';
import { ENTITIES } from '../../src/entities.js';
import type { ImportArticle } from '../../src/importing/import-article.js';
import type { ImportArticleData } from '../../src/importing/import-input.js';
import type { ReadingPool } from '../../src/importing/reading-pool.js';
import { Jobs } from '../../src/jobs/jobs.js';
import { fetcherFor, page, redirect, Site, type Answer } from '../fetching/support/site.js';
import { importerOf } from '../support/importer.js';
import { sourceReadingPool } from '../support/reading-pool.js';
import { createTestDatabase, type TestDatabase, type TestViewer } from '../support/test-database.js';

jest.setTimeout(60_000);
// Refusals would be in it.
Logger.overrideLogger(false);

const HTML = `<!doctype html><html lang="de"><head><title>Fähren – Die Zeitung</title></head><body>
  <nav><a href="/">Start</a></nav><main><h1>Fähren</h1><p>Die Fähre fährt täglich zweimal nach Oss.</p></main></body></html>`;
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const TIPTAP = JSON.stringify({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Ferries sail twice a day.' }] }],
});

const file =
  (type: string | null, bytes: string | Uint8Array): Answer =>
  (_, response) =>
    response.writeHead(200, type === null ? {} : { 'content-type': type }).end(bytes);

let db: TestDatabase;
let pool: ReadingPool;
let site: Site;
let importer: ImportArticle;
let viewer: TestViewer;

beforeAll(async () => {
  db = await createTestDatabase({ entities: ENTITIES });
  pool = sourceReadingPool();
  const docx = writeDocx({ body: [paragraph(run('Ferries sail twice a day.'))] });
  const pdf = writePdf([{ texts: lines(72, 730, ['Ferries sail twice a day.']) }]);
  site = await Site.open({
    '/faehren': page(HTML),
    '/short': redirect('/faehren?id=7#top'),
    '/latin1': file('text/html; charset=iso-8859-1', Buffer.from(HTML, 'latin1')),
    '/damaged': file('text/html; charset=utf-8', Buffer.concat([Buffer.from(HTML), Buffer.from([0xff])])),
    '/ferries.md': file('text/plain', '# Ferries\n\nFerries sail *twice* a day.\n'),
    '/ferries': file('text/markdown', '# Ferries\n\nFerries sail twice a day.\n'),
    '/ferries.txt': file('text/plain; charset=utf-8', 'Ferries sail twice a day.'),
    '/docx': file(DOCX, docx),
    '/pdf': file('application/pdf', pdf),
    '/download': file('application/octet-stream', pdf),
    '/untold': file(null, 'Ferries sail twice a day.'),
    '/json': file('application/json', TIPTAP),
    '/other-json': file('application/ld+json', '{"name": "a"}'),
    '/broken-pdf': file('application/pdf', 'no PDF'),
    '/zip': file('application/zip', 'PK'),
    '/picture': file('application/octet-stream', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0])),
    '/binary': file('text/plain', Buffer.from([0x41, 0])),
    '/empty': file('text/html', ' '),
    '/private': redirect('http://127.0.0.1/'),
    '/robots.txt': file('text/plain', 'User-agent: *\nDisallow: /closed'),
  });
  importer = importerOf(db.database, pool, new Jobs(db.database, { jobs: 'off' }), fetcherFor({ maxBytes: 100_000 }));
});
afterAll(async () => {
  await site.close();
  await pool.onApplicationShutdown();
  await db.drop();
});
beforeEach(async () => {
  viewer = await db.workspace();
  site.asked.length = 0;
});

const send = (path: string, data: Partial<ImportArticleData> = {}) =>
  importer.run(viewer, { slug: 'ferries', url: `${site.origin}${path}`, ...data });

async function stored() {
  const [row] = await db.database.readWorkspace(viewer, (c) =>
    c.query<{ title: string; url: string; language: string; content: string; claims: number }>(
      `SELECT a.title, a.url, a.language, r.content,
              (SELECT count(*)::int FROM claim c WHERE c.workspace_id = a.workspace_id) AS claims
         FROM article a JOIN revision r ON r.workspace_id = a.workspace_id AND r.article_id = a.id`,
    ),
  );
  return row;
}

describe('importing from an address', () => {
  it('takes title and language from the page, and keeps where it is in the end', async () => {
    expect(await send('/short')).toMatchObject({ userErrors: [], notices: [] });
    expect(await stored()).toEqual({
      title: 'Fähren',
      url: `${site.origin}/faehren?id=7`,
      language: 'de',
      content: HTML,
      claims: 1,
    });
  });

  it.each(['/latin1', '/ferries.md', '/ferries', '/ferries.txt', '/docx', '/pdf', '/download', '/untold', '/json'])(
    'reads %s',
    async (path) => {
      expect((await send(path)).userErrors).toEqual([]);
      expect(await stored()).toMatchObject({ claims: 1, url: `${site.origin}${path}` });
    },
  );

  it('tells that bytes of a page are wrong, and reads it', async () => {
    const { userErrors, notices } = await send('/damaged');
    expect(userErrors).toEqual([]);
    expect(notices).toMatchObject([
      { code: 'DAMAGED_BYTES', message: expect.stringContaining('belong to no character') },
    ]);
  });

  it('fetches nothing when the content is there', async () => {
    expect((await send('/faehren', { content: 'Ferries sail twice a day.' })).userErrors).toEqual([]);
    expect(site.asked).toEqual([]);
    expect(await stored()).toMatchObject({ url: `${site.origin}/faehren` });
  });

  it('fetches nothing when the rest is wrong', async () => {
    const { userErrors } = await send('/faehren', { slug: 'A b', format: 'RTF' });
    expect(userErrors.map(({ field }) => field)).toEqual([['slug'], ['format']]);
    expect(site.asked).toEqual([]);
  });

  it('reads text as what the caller says it is', async () => {
    expect((await send('/ferries.md', { format: 'TEXT' })).userErrors).toEqual([]);
    expect((await stored())?.content).toContain('*twice*');
  });

  it.each<[string, string, string, string]>([
    ['/other-json', 'INVALID_INPUT', 'url', 'with "name"; known are'],
    ['/broken-pdf', 'INVALID_INPUT', 'url', 'no PDF'],
    ['/zip', 'UNSUPPORTED_TYPE', 'url', 'of the type application/zip; it must be a page'],
    ['/picture', 'UNSUPPORTED_TYPE', 'url', 'nothing says the kind of'],
    ['/binary', 'INVALID_INPUT', 'url', 'NUL character'],
    ['/empty', 'EMPTY', 'url', 'nothing to read'],
    ['/absent', 'UNREACHABLE', 'url', 'answers 404'],
    ['/closed', 'REFUSED_BY_ROBOTS', 'url', 'robots.txt'],
    ['/private', 'REFUSED_ADDRESS', 'url', '127.0.0.1 leads to the server itself'],
  ])('%s: %s', async (path, code, field, says) => {
    const { userErrors } = await send(path);
    expect(userErrors).toEqual([{ code, field: [field], message: expect.stringContaining(says) as string }]);
    expect(await stored()).toBeUndefined();
  });

  it.each<[string, Partial<ImportArticleData>, string, string]>([
    ['no address of the web', { url: 'ftp://site.example/a' }, 'INVALID_INPUT', 'url'],
    ['a password in it', { url: 'https://ada:secret@site.example/' }, 'INVALID_INPUT', 'url'],
    ['neither content nor address', { url: ' ' }, 'EMPTY', 'content'],
  ])('%s: %s', async (_, data, code, field) => {
    expect((await send('/', data)).userErrors).toMatchObject([{ code, field: [field] }]);
    expect(site.asked).toEqual([]);
  });

  it('a format for a file: refused', async () => {
    expect((await send('/pdf', { format: 'HTML' })).userErrors).toMatchObject([
      { code: 'NOT_POSSIBLE', field: ['format'] },
    ]);
  });
});
