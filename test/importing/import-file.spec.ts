import { jest } from '@jest/globals';
import { lines, writePdf } from '../../src/converting/testing/pdf-writer.js';
import { footnote, paragraph, run, writeDocx } from '../../src/converting/testing/docx-writer.js';
import { ENTITIES } from '../../src/entities.js';
import type { ImportArticle } from '../../src/importing/import-article.js';
import type { ImportArticleData } from '../../src/importing/import-input.js';
import type { ReadingPool } from '../../src/importing/reading-pool.js';
import { Jobs } from '../../src/jobs/jobs.js';
import { importerOf } from '../support/importer.js';
import { sourceReadingPool } from '../support/reading-pool.js';
import { createTestDatabase, type TestDatabase, type TestViewer } from '../support/test-database.js';

jest.setTimeout(60_000);

let db: TestDatabase;
let pool: ReadingPool;
let importer: ImportArticle;
let viewer: TestViewer;

beforeAll(async () => {
  db = await createTestDatabase({ entities: ENTITIES });
  pool = sourceReadingPool();
  importer = importerOf(db.database, pool, new Jobs(db.database, { jobs: 'off' }));
});
afterAll(async () => {
  await pool.onApplicationShutdown();
  await db.drop();
});
beforeEach(async () => {
  viewer = await db.workspace();
});

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const DOCX = writeDocx({
  body: [paragraph(run('Ferries'), 'Title'), paragraph(run('They sail twice a day.') + footnote(2))],
  footnotes: ['Port office, Sailings, 2031, https://port.example/sailings'],
});
const PDF = writePdf([
  {
    texts: [
      { x: 72, y: 760, text: 'Ferries', size: 18 },
      ...lines(72, 730, ['They sail twice a day [1].']),
      { x: 72, y: 690, text: 'References', size: 14 },
      ...lines(72, 670, ['[1] Port office, Sailings, 2031, https://port.example/']),
    ],
  },
]);

const TIPTAP = JSON.stringify({
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Ferries' }] },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'They sail twice a day' },
        { type: 'footnote', content: [{ type: 'text', text: 'Port office, Sailings, 2031, https://port.example/' }] },
        { type: 'text', text: '.' },
      ],
    },
    { type: 'map', attrs: { place: 'Oss' } },
  ],
});

const send = (data: Partial<ImportArticleData>) => importer.run(viewer, { slug: 'ferries', ...data });

describe('importing a file', () => {
  it.each([
    ['a Word document', DOCX],
    ['a PDF', PDF],
    ['the JSON of an editor', Buffer.from(TIPTAP)],
  ])('%s: what it was converted to is the content', async (_, bytes) => {
    const result = await send({ contentBase64: base64(bytes) });
    expect(result.userErrors).toEqual([]);
    const [row] = await db.database.readWorkspace(viewer, (c) =>
      c.query<{ content: string; title: string; claims: number }>(
        `SELECT r.content, a.title, (SELECT count(*)::int FROM claim c WHERE c.workspace_id = a.workspace_id) AS claims
           FROM article a JOIN revision r ON r.workspace_id = a.workspace_id AND r.article_id = a.id`,
      ),
    );
    expect(row).toMatchObject({ title: 'Ferries', claims: 1 });
    expect(row!.content).toContain('<h1>Ferries</h1>');
  });

  it('the JSON of an editor may come as a text, and what is not known in it is a notice', async () => {
    const { userErrors, notices } = await send({ content: TIPTAP });
    expect(userErrors).toEqual([]);
    expect(notices).toEqual([
      {
        code: 'UNKNOWN_PARTS',
        values: { editor: 'ProseMirror or Tiptap', parts: [{ name: 'map', count: 1 }], moreKinds: 0 },
        message: expect.stringMatching(/^This document of ProseMirror or Tiptap .*: map\.$/),
      },
    ]);
    const rows = await db.database.readWorkspace(viewer, (c) =>
      c.query(`SELECT content FROM revision WHERE workspace_id = $1`, [viewer.workspaceId]),
    );
    expect(rows).toEqual([{ content: expect.stringContaining('<h1>Ferries</h1>') as string }]);
  });

  it('a text that only begins as JSON does is a text', async () => {
    const { userErrors } = await send({ content: '{"Ferries" is the name of a ship} It sails daily.' });
    expect(userErrors).toEqual([]);
  });

  it.each<[string, Partial<ImportArticleData>, string, string, string]>([
    ['JSON of another kind', { content: '{"name": "a"}' }, 'INVALID_INPUT', 'content', 'with "name"; known are'],
    ['both kinds of content', { content: 'a', contentBase64: 'QQ==' }, 'NOT_POSSIBLE', 'contentBase64', 'not both'],
    ['a format', { format: 'HTML', contentBase64: 'QQ==' }, 'NOT_POSSIBLE', 'format', 'leave it out'],
    ['no base64', { contentBase64: 'a-b_' }, 'INVALID_INPUT', 'contentBase64', 'not base64'],
    ['nothing', { contentBase64: '' }, 'EMPTY', 'contentBase64', 'is empty'],
    ['another file', { contentBase64: 'QUFB' }, 'INVALID_INPUT', 'contentBase64', 'neither a Word document'],
    ['a damaged file', { contentBase64: base64(DOCX.subarray(0, 600)) }, 'INVALID_INPUT', 'contentBase64', 'damaged'],
    ['pictures', { contentBase64: base64(writePdf([{ texts: [] }])) }, 'INVALID_INPUT', 'contentBase64', 'run OCR'],
    ['too much', { contentBase64: 'A'.repeat(28 * 1024 * 1024) }, 'TOO_LARGE', 'contentBase64', '20 MiB'],
  ])('%s: refused', async (_, data, code, field, says) => {
    const { userErrors } = await send(data);
    expect(userErrors).toEqual([{ code, field: [field], message: expect.stringContaining(says) as string }]);
  });
});
