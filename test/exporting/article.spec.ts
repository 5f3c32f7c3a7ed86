import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { formatOf } from '../../src/reading/read-article.js';
import { id, openNewsroom, type Newsroom } from '../editing/support/newsroom.js';

jest.setTimeout(120_000);

interface Told {
  readonly title: string;
  readonly claims: {
    readonly edges: {
      readonly node: {
        readonly id: string;
        readonly text: string;
        readonly standing: string;
        readonly citations: readonly {
          readonly id: string;
          readonly number: number;
          readonly stance: string;
          readonly state: string;
          readonly source: {
            readonly title: string | null;
            readonly url: string | null;
            readonly doi: string | null;
          } | null;
        }[];
      };
    }[];
  };
}

let room: Newsroom;
let otherToken: string;

beforeAll(async () => {
  room = await openNewsroom();
  otherToken = await room.api.token(await room.api.db.workspace());
});
afterAll(() => room.close());

const importing = async (token: string, slug: string, content: string, format: string): Promise<void> => {
  const answer = await room.api.ask<{ importArticle: { userErrors: object[] } }>(
    token,
    'mutation ($input: ImportArticleInput!) { importArticle(input: $input) { userErrors { message } } }',
    { input: { slug, content, format } },
  );
  expect([answer.errors, answer.data!.importArticle.userErrors]).toEqual([undefined, []]);
};

const told = async (token: string, slug: string): Promise<Told> => {
  const answer = await room.api.ask<{ article: Told }>(
    token,
    `query ($slug: String!) { article(slug: $slug) { title claims(first: 100, orderBy: READING_ORDER) { edges { node {
      id text standing citations { id number stance state source { title url doi } }
    } } } } }`,
    { slug },
  );
  expect(answer.errors).toBeUndefined();
  return answer.data!.article;
};

/** What an exported text must keep: the words, and the sources that speak for them. */
const kept = ({ title, claims }: Told) => ({
  title,
  claims: claims.edges.map(({ node }) => [
    node.text,
    ...node.citations
      .filter(({ stance, state }) => stance === 'SUPPORTS' && state !== 'REJECTED')
      .map(({ number, source }) => JSON.stringify([number, source && [source.title, source.url, source.doi]])),
  ]),
});

const get = (path: string, token: string | null = room.token) =>
  room.api.app.inject({ url: `/export/${path}`, headers: token === null ? {} : { authorization: `Bearer ${token}` } });

const TO = [
  ['md', 'MARKDOWN'],
  ['html', 'HTML'],
] as const;

describe('an article that people worked on', () => {
  beforeAll(async () => {
    await room.import('ferry');
    const hurt = await room.claim('Nobody was hurt');
    const { userErrors } = await room.change<{ userErrors: object[] }>(
      'attachSource',
      {
        claimId: hurt.id,
        source: {
          title: 'Accidents at <sea> & ‘ashore’ [1]',
          url: 'https://example.org/accidents_2031_*',
          authors: ['Per Lund'],
          publishedAt: '2031-05',
        },
      },
      'userErrors { message }',
    );
    expect(userErrors).toEqual([]);
    const repairs = await room.claim('Repairs cost');
    await room.change(
      'attachSource',
      { claimId: repairs.id, number: 7, source: { title: 'Yard bills', doi: '10.1000/182' } },
      'userErrors { message }',
    );
    const county = (await told(room.token, 'ferry')).claims.edges.find(({ node }) =>
      node.text.startsWith('The county owns'),
    )!;
    await room.change(
      'reviewCitation',
      { citationId: county.node.citations[0]!.id, state: 'REJECTED' },
      'userErrors { message }',
    );
  });

  it.each(TO)('as %s has the markers of its claims, and the list that they need', async (extension, format) => {
    const { statusCode, body, headers } = await get(`article.${extension}?slug=ferry`);
    expect(statusCode).toBe(200);
    expect(headers['content-disposition']).toBe(`attachment; filename="ferry.${extension}"`);
    expect(body).toMatch(/Nobody was hurt .*\[9\].*\./);
    expect(body).toMatch(/The county owns the ferry\./);
    const before = await told(room.token, 'ferry');
    await importing(otherToken, `ferry-${extension}`, body, format);
    const after = await told(otherToken, `ferry-${extension}`);
    expect(kept(after)).toEqual(kept(before));
    expect(after.claims.edges.find(({ node }) => node.text === 'Nobody was hurt.')!.node.standing).toBe('CITED');
    const id9 = await get(`article.${extension}?slug=ferry-${extension}`, otherToken);
    expect(id9.body).toBe(body);
  });

  it('is found by its id as well, and not with neither or both', async () => {
    const uuid = (await room.rows<{ id: string }>("SELECT id FROM article WHERE slug = 'ferry'"))[0]!.id;
    const by = await get(`article.md?id=${id('Article', uuid)}`);
    expect(by.body).toBe((await get('article.md?slug=ferry')).body);
    for (const query of ['', '?id=x', `?id=${id('Article', uuid)}&slug=ferry`, '?slug=a&slug=b', '?name=ferry']) {
      expect([query, (await get(`article.md${query}`)).statusCode]).toEqual([query, 400]);
    }
  });

  it.each(TO)('as %s is given to nobody else', async (extension) => {
    const uuid = (await room.rows<{ id: string }>("SELECT id FROM article WHERE slug = 'ferry'"))[0]!.id;
    expect((await get(`article.${extension}?slug=ferry`, null)).statusCode).toBe(401);
    for (const query of ['slug=ferry', `id=${id('Article', uuid)}`]) {
      const answer = await get(`article.${extension}?${query}`, otherToken);
      expect([answer.statusCode, answer.body]).toEqual([404, expect.stringContaining('there is no such article')]);
    }
    const gone = await room.import(`gone-${extension}`);
    await room.change('archiveArticle', { articleId: id('Article', gone) }, 'userErrors { message }');
    expect((await get(`article.${extension}?slug=gone-${extension}`)).statusCode).toBe(404);
  });
});

const FOLDER = join(process.cwd(), 'test/fixtures/articles');
const FILES = readdirSync(FOLDER).filter((name) => /^[a-z-]+\.(?:txt|md|html|wiki)$/.test(name));

describe('what is exported and imported again is the same', () => {
  it.each(FILES.flatMap((file) => TO.map((to) => [file, ...to] as const)))(
    '%s as %s',
    async (file, extension, format) => {
      const slug = `${file.replace('.', '-')}-${extension}`;
      await importing(room.token, slug, readFileSync(join(FOLDER, file), 'utf8'), formatOf(file)!);
      const { statusCode, body } = await get(`article.${extension}?slug=${slug}`);
      expect(statusCode).toBe(200);
      await importing(otherToken, slug, body, format);
      const [before, after] = [kept(await told(room.token, slug)), kept(await told(otherToken, slug))];
      expect(after.title).toBe(before.title);
      // A cell over several rows is repeated in Markdown.
      const different = (claims: unknown[][]) => [...new Set(claims.map((claim) => JSON.stringify(claim)))];
      expect(different(after.claims)).toEqual(different(before.claims));
    },
  );
});
