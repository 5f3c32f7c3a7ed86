import { readFileSync } from 'node:fs';
import { jest } from '@jest/globals';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { ImportCollection } from '../../src/importing/import-collection.js';
import type { ReadingPool } from '../../src/importing/reading-pool.js';
import { Jobs } from '../../src/jobs/jobs.js';
import { FERRY, openNewsroom, type Newsroom } from '../editing/support/newsroom.js';
import { exported } from '../exporting/support/exports.js';
import { importerOf } from '../support/importer.js';
import { sourceReadingPool } from '../support/reading-pool.js';
import { until } from '../support/until.js';

jest.setTimeout(120_000);

let room: Newsroom;
let pool: ReadingPool;
let jobs: Jobs;

beforeAll(async () => {
  room = await openNewsroom();
  pool = sourceReadingPool();
  const { database } = room.api.db;
  // The server asks for jobs; this does them.
  jobs = new Jobs(database, { jobs: 'on' }, { pollSeconds: 0.5, superviseSeconds: 1, farewellMs: 1_000 });
  const importer = importerOf(database, pool, jobs);
  importer.onModuleInit();
  new ImportCollection(database, importer, pool, jobs).onModuleInit();
  await jobs.onApplicationBootstrap();
});
afterAll(async () => {
  await jobs.onModuleDestroy();
  await pool.onApplicationShutdown();
  await room.close();
});

interface Item {
  readonly name: string;
  readonly slug: string | null;
  readonly outcome: string;
  readonly messages: readonly string[];
  readonly article: { readonly slug: string; readonly desk: string | null; readonly version: number } | null;
}
interface Job {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly done: number;
  readonly total: number | null;
  readonly error: string | null;
  readonly items: { readonly edges: readonly { readonly node: Item }[] };
}
interface UserError {
  readonly code: string;
  readonly message: string;
  readonly field: readonly string[] | null;
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const zip = (files: Zippable): string => base64(zipSync(files));

async function send(
  input: object,
  token = room.token,
): Promise<{ job: { id: string } | null; userErrors: UserError[] }> {
  const answer = await room.api.ask<{ importCollection: { job: { id: string } | null; userErrors: UserError[] } }>(
    token,
    'mutation ($input: ImportCollectionInput!) { importCollection(input: $input) { job { id } userErrors { code message field } } }',
    { input },
  );
  expect(answer.errors).toBeUndefined();
  return answer.data!.importCollection;
}

async function jobOf(id: string, token = room.token): Promise<Job> {
  const { data } = await room.api.ask<{ node: Job }>(
    token,
    `query ($id: ID!) { node(id: $id) { ... on Job { id kind state done total error
       items(first: 100) { edges { node { name slug outcome messages article { slug desk version } } } } } } }`,
    { id },
  );
  return data!.node;
}

/** Imports a collection, and waits for the end of it. */
async function imported(input: object, token = room.token): Promise<Job> {
  const { job, userErrors } = await send(input, token);
  expect(userErrors).toEqual([]);
  await until('the collection is imported', async () =>
    ['DONE', 'FAILED'].includes((await jobOf(job!.id, token)).state),
  );
  return jobOf(job!.id, token);
}
const became = ({ items }: Job) => items.edges.map(({ node }) => [node.name, node.outcome, node.article?.slug ?? null]);

const MIXED = {
  'trams.md': strToU8(
    '# Trams\n\nTrams carry 300 people [1].\n\n## References\n\n[1] City, “Trams”, 2031. https://city.example/trams\n',
  ),
  'bad.md': new Uint8Array([0x46, 0xe4]),
  'ferry.txt': strToU8(FERRY),
  'a.png': strToU8('x'),
};

describe('a ZIP', () => {
  it('is imported article by article: a bad one stops no other, and it tells what became of each', async () => {
    const job = await imported({ format: 'ZIP', contentBase64: zip(MIXED), slugPrefix: 'zip-', desk: 'Port' });
    expect(job).toMatchObject({ kind: 'import-collection', state: 'DONE', done: 4, total: 4, error: null });
    expect(became(job)).toEqual([
      ['trams.md', 'IMPORTED', 'zip-trams'],
      ['bad.md', 'REFUSED', null],
      ['ferry.txt', 'IMPORTED', 'zip-ferry'],
      ['1 other file', 'SKIPPED', null],
    ]);
    expect(job.items.edges[0]!.node.article).toEqual({ slug: 'zip-trams', desk: 'Port', version: 1 });
    expect(job.items.edges[1]!.node.messages).toEqual([expect.stringContaining('not UTF-8')]);
  });

  it('can be sent again: what has not changed stays as it is, also where people changed it', async () => {
    const { article } = await room.ask<{ article: { claims: { nodes: { node: { id: string; version: number } }[] } } }>(
      '{ article(slug: "zip-ferry") { claims(first: 1, orderBy: READING_ORDER) { nodes: edges { node { id version } } } } }',
    );
    const { id, version } = article.claims.nodes[0]!.node;
    const input = { claimId: id, expectedVersion: version, text: 'The ferry crossed the sound 413 times in 2031.' };
    expect(await room.change('updateClaim', input, 'userErrors { message }')).toEqual({ userErrors: [] });
    const changed = { ...MIXED, 'trams.md': strToU8('# Trams\n\nTrams carry 400 people.\n') };
    const job = await imported({ format: 'ZIP', contentBase64: zip(changed), slugPrefix: 'zip-', desk: 'Port' });
    expect(became(job).map(([, outcome]) => outcome)).toEqual(['IMPORTED', 'REFUSED', 'UNCHANGED', 'SKIPPED']);
    expect(job.items.edges.map(({ node }) => node.article?.version ?? null)).toEqual([2, null, 2, null]);
    const other = await imported({ format: 'ZIP', contentBase64: zip(changed), slugPrefix: 'zip-', desk: 'Rails' });
    expect(became(other).map(([, outcome]) => outcome)).toEqual(['IMPORTED', 'REFUSED', 'IMPORTED', 'SKIPPED']);
  });

  it('that cannot be unpacked fails as a whole, with the reason', async () => {
    const job = await imported({ format: 'ZIP', contentBase64: base64(zipSync(MIXED).slice(0, 100)) });
    expect(job).toMatchObject({ state: 'FAILED', error: expect.stringContaining('the collection is damaged') });
  });

  it("of another workspace is nobody's business", async () => {
    const { job } = await send({ format: 'ZIP', contentBase64: zip(MIXED), slugPrefix: 'own-' });
    const stranger = await room.api.token(await room.api.db.workspace());
    expect(await jobOf(job!.id, stranger)).toBeNull();
  });
});

it('an export of WordPress has where and when its posts were published, and their category as desk', async () => {
  const content = `<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><title>Trams</title><link>https://port.example/trams</link>
    <wp:post_id>4</wp:post_id><wp:post_type>post</wp:post_type><wp:status>publish</wp:status><wp:post_date_gmt>2031-05-01 10:00:00</wp:post_date_gmt>
    <category domain="category" nicename="c">City</category><content:encoded><![CDATA[Trams carry 300 people.]]></content:encoded></item></channel></rss>`;
  expect(became(await imported({ format: 'WXR', content, slugPrefix: 'wp-' }))).toEqual([
    ['post 4 “Trams”', 'IMPORTED', 'wp-trams'],
  ]);
  const { article } = await room.ask<{ article: object }>(
    '{ article(slug: "wp-trams") { title url desk publishedAt } }',
  );
  expect(article).toEqual({
    title: 'Trams',
    url: 'https://port.example/trams',
    desk: 'City',
    publishedAt: '2031-05-01T10:00:00.000Z',
  });
});

interface Claims {
  readonly title: string;
  readonly claims: {
    readonly edges: readonly {
      readonly node: {
        readonly text: string;
        readonly section: string | null;
        readonly selector: { readonly line: number };
        readonly citations: readonly {
          readonly number: number;
          readonly stance: string;
          readonly state: string;
          readonly source: Readonly<Record<'title' | 'url' | 'doi', string | null>> | null;
        }[];
      };
    }[];
  };
}
const claimsOf = async (slug: string, token = room.token): Promise<Claims> => {
  const { data } = await room.api.ask<{ article: Claims }>(
    token,
    `query ($slug: String!) { article(slug: $slug) { title claims(first: 100, orderBy: READING_ORDER) { edges { node {
      text section selector { line } citations { number stance state source { title url doi } } } } } } }`,
    { slug },
  );
  return data!.article;
};
type Source = Claims['claims']['edges'][number]['node']['citations'][number]['source'];
/** What a row of the export can say of a source; null for one of which only the words of an entry are known. */
const nameOf = (source: Source): unknown =>
  source && (source.title ?? source.url ?? source.doi) !== null ? [source.title, source.url ?? source.doi] : null;

/** The claims with the sources that speak for them. */
const kept = ({ title, claims }: Claims) => [
  title,
  ...claims.edges.map(({ node: { text, section, citations } }) => [
    text,
    section,
    ...citations
      .filter(({ stance, state }) => stance === 'SUPPORTS' && state !== 'REJECTED')
      .map(({ number, source }) => JSON.stringify([number, nameOf(source)])),
  ]),
];

describe('the export of claims', () => {
  it('is imported elsewhere as the same claims, on the same numbers and sources', async () => {
    await room.import('ferry');
    await room.import('buses', readFileSync('samples/hydrogen-buses.md', 'utf8'));
    const harbour = await room.claim('The harbour was dredged');
    await room.change(
      'attachSource',
      { claimId: harbour.id, source: { title: '=Dredging; “the log”', doi: '10.1000/182' } },
      'userErrors { message }',
    );
    const { body } = await exported(room, 'claims.csv', { text: null });
    const elsewhere = await room.api.token(await room.api.db.workspace());
    const job = await imported({ format: 'CSV', content: body, name: 'claims' }, elsewhere);
    expect(job.items.edges.map(({ node }) => node.outcome)).toEqual(job.items.edges.map(() => 'IMPORTED'));
    expect(became(job).map(([, , slug]) => slug)).toContain('ferry');
    expect(kept(await claimsOf('ferry', elsewhere))).toEqual(kept(await claimsOf('ferry')));
    expect(kept(await claimsOf('buses', elsewhere))).toEqual(kept(await claimsOf('buses')));
  });
});

describe('a table', () => {
  const TABLE = 'Statement,Where\nThe ferry has 12 cabins,https://a.example\nIt sails at night,\n';
  const preview = async (input: object) =>
    (
      await room.ask<{ previewTable: { preview: object | null; userErrors: UserError[] } }>(
        `query ($input: PreviewTableInput!) { previewTable(input: $input) { preview { delimiter rowCount claimCount articleCount warnings
           columns { name role guessed samples } articles { slug title claimCount referenceCount claims { line section text note citations { number entry isCited } } } }
           userErrors { code message field } } }`,
        { input },
      )
    ).previewTable;

  it('is shown before it is imported, and nothing is written', async () => {
    const before = await room.rows('SELECT count(*) FROM article');
    expect(await preview({ content: TABLE, name: 'Cabins' })).toEqual({
      preview: {
        delimiter: ',',
        rowCount: 2,
        claimCount: 2,
        articleCount: 1,
        warnings: [],
        columns: [
          {
            name: 'Statement',
            role: 'CLAIM',
            guessed: true,
            samples: ['The ferry has 12 cabins', 'It sails at night'],
          },
          { name: 'Where', role: 'SOURCES', guessed: true, samples: ['https://a.example'] },
        ],
        articles: [
          {
            slug: 'cabins',
            title: 'Cabins',
            claimCount: 2,
            referenceCount: 1,
            claims: [
              {
                line: 2,
                section: null,
                text: 'The ferry has 12 cabins',
                note: null,
                citations: [{ number: 1, entry: 'https://a.example', isCited: true }],
              },
              { line: 3, section: null, text: 'It sails at night', note: null, citations: [] },
            ],
          },
        ],
      },
      userErrors: [],
    });
    expect(await room.rows('SELECT count(*) FROM article')).toEqual(before);
  });

  it('is imported as a person maps it, with the lines of the file', async () => {
    const columns = [{ column: 'Where', role: 'IGNORED' }];
    expect(became(await imported({ format: 'CSV', content: TABLE, name: 'Cabins', columns }))).toEqual([
      ['cabins', 'IMPORTED', 'cabins'],
    ]);
    const { title, claims } = await claimsOf('cabins');
    expect([title, ...claims.edges.map(({ node }) => [node.selector.line, node.text, node.citations.length])]).toEqual([
      'Cabins',
      [2, 'The ferry has 12 cabins', 0],
      [3, 'It sails at night', 0],
    ]);
  });

  it.each([
    [{ content: 'A,B\n1,2\n' }, 'columns', 'no column seems to hold the claims'],
    [{ content: TABLE, columns: [{ column: 'Nowhere', role: 'CLAIM' }] }, 'columns', 'there is no column “Nowhere”'],
    [{ content: 'A,B\n"1,2\n' }, 'content', 'never closed'],
  ])('that cannot be read is refused at once', async (input, field, why) => {
    const { job, userErrors } = await send({ format: 'CSV', name: 'Table', ...input });
    expect(job).toBeNull();
    expect(userErrors).toEqual([expect.objectContaining({ field: [field], message: expect.stringContaining(why) })]);
  });
});

describe('an input that cannot be right', () => {
  it.each([
    [{ format: 'ZIP' }, 'contentBase64', 'EMPTY'],
    [{ format: 'ZIP', contentBase64: base64(strToU8('no zip')) }, 'contentBase64', 'INVALID_INPUT'],
    [{ format: 'ZIP', contentBase64: 'a b' }, 'contentBase64', 'INVALID_INPUT'],
    [{ format: 'WXR', content: ' ' }, 'content', 'EMPTY'],
    [{ format: 'WXR', content: '<a/>', contentBase64: 'YQ==' }, 'contentBase64', 'NOT_POSSIBLE'],
    [{ format: 'WXR', content: '<a/>', columns: [{ column: 'a', role: 'CLAIM' }] }, 'columns', 'NOT_POSSIBLE'],
    [{ format: 'WXR', content: '<a/>', slugPrefix: 'No!' }, 'slugPrefix', 'INVALID_INPUT'],
    [{ format: 'CSV', content: 'claim\nTrams run\n' }, 'name', 'EMPTY'],
    [{ format: 'CSV', content: 'x'.repeat(21 * 1024 * 1024), name: 'x' }, 'content', 'TOO_LARGE'],
  ])('%#', async (input, field, code) => {
    const { job, userErrors } = await send(input);
    expect([job, userErrors.map((error) => [error.field, error.code])]).toEqual([null, [[[field], code]]]);
  });
});
