import { jest } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { id, openNewsroom, type Newsroom } from '../editing/support/newsroom.js';
import type { TestViewer } from '../support/test-database.js';

jest.setTimeout(60_000);

let room: Newsroom;

const TITLES = [
  'The ferry of Sandvik',
  'FERRIES, and who sails them',
  'İstanbul’da vapurlar',
  '渡し船の歴史',
  'Fare: 100% more_for \\less',
  'Über Fähren',
  'ab',
  '',
  '𝔉𝔢𝔯𝔯𝔶 in other letters',
];
const URLS = [
  null,
  'https://example.org/ferry',
  'https://example.org/A/fähre?x=100%25',
  'https://xn--fhre-loa.example/',
];

beforeAll(async () => {
  room = await openNewsroom();
  await addSources(
    room.viewer,
    TITLES.flatMap((title) => URLS.map((url) => ({ title: title || null, url }))),
  );
});
afterAll(() => room.close());

async function addSources(
  { workspaceId }: TestViewer,
  sources: readonly { readonly title: string | null; readonly url: string | null }[],
): Promise<void> {
  await room.api.db.owner(
    `INSERT INTO source (workspace_id, id, key, title, title_start, url, csl)
     SELECT $1, s.id, s.id::text, s.title, left(coalesce(s.title, ''), 500), s.url, '{}' FROM unnest($2::uuid[], $3::text[], $4::text[]) s (id, title, url)`,
    [workspaceId, sources.map(() => uuid()), sources.map(({ title }) => title), sources.map(({ url }) => url)],
  );
}

interface Page<T> {
  readonly edges: readonly { readonly node: T }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
interface Source {
  readonly title: string | null;
  readonly url: string | null;
}

async function sources(filter: object): Promise<Source[]> {
  const found: Source[] = [];
  for (let after: string | null = null; ;) {
    const { sources: page }: { sources: Page<Source> } = await room.ask(
      `query ($filter: SourceFilter, $after: String) { sources(first: 100, after: $after, filter: $filter) {
        edges { node { title url } } pageInfo { hasNextPage endCursor } } }`,
      { filter, after },
    );
    found.push(...page.edges.map(({ node }) => node));
    if (!page.pageInfo.hasNextPage) return found;
    after = page.pageInfo.endCursor;
  }
}

const articles = async (title: string, more: object = {}): Promise<string[]> =>
  (
    await room.ask<{ articles: Page<{ slug: string }> }>(
      `query ($filter: ArticleFilter) { articles(first: 100, filter: $filter, orderBy: TITLE) {
        edges { node { slug } } pageInfo { hasNextPage endCursor } } }`,
      { filter: { title, ...more } },
    )
  ).articles.edges.map(({ node }) => node.slug);

/** What has the part, by the rule that is documented. */
const having = (part: string): Promise<Source[]> =>
  room.rows(
    `SELECT title, url FROM source WHERE strpos(lower(concat_ws(' ', title, url)), lower($1)) > 0 ORDER BY id DESC`,
    [part],
  );

describe('sources by a part of their words', () => {
  it('are those that have it, whatever the part', async () => {
    const all = TITLES.flatMap((title) => URLS.map((url) => [title, url].filter(Boolean).join(' ')));
    const parts = [
      'ferry',
      'FERRY',
      'İST',
      'i',
      '渡し',
      '歴史 h',
      '100%',
      '_for',
      '\\l',
      '%',
      'ÄHRE',
      'no such',
      '𝔉𝔢',
      '   ',
      ' ',
    ];
    for (let i = 0; i < 60; i++) {
      const letters = [...all[i % all.length]!];
      const from = Math.floor(Math.random() * letters.length);
      parts.push(letters.slice(from, from + 1 + Math.floor(Math.random() * 12)).join('') || 'x');
    }
    for (const part of parts) expect([part, await sources({ text: part })]).toEqual([part, await having(part)]);
  });

  it('are found when more have it than are looked up', async () => {
    const many = Array.from({ length: 2_010 }, (_, i) => ({ title: `Timetable ${i}`, url: null }));
    await addSources(room.viewer, many);
    const found = await sources({ text: 'timetable' });
    expect(found.map(({ title }) => title).toSorted()).toEqual(many.map(({ title }) => title).toSorted());
    expect(await sources({ text: 'Timetable 2009' })).toEqual([{ title: 'Timetable 2009', url: null }]);
    expect(await sources({ text: 'Timetable 2009', retracted: true })).toEqual([]);
  });

  it('are not seen from another workspace', async () => {
    const other = await room.api.db.workspace();
    await addSources(other, [{ title: 'Secret crossings', url: null }]);
    expect(await sources({ text: 'Secret cross' })).toEqual([]);
    expect(await room.rows(`SELECT search_sources('Secret cross', 10)`)).toEqual([]);
  });
});

describe('articles by a part of their title', () => {
  it('are found by the one that they have now, archived or not', async () => {
    const text = (title: string): string => `${title}\n\nThe ferry crossed the sound 412 times in 2031.\n`;
    await room.import('one', text('Crossings of the year'));
    const second = await room.import('two', text('Nobody crosses at night'));
    expect(await articles('CROSS')).toEqual(['one', 'two']);
    expect(await articles('cr')).toEqual(['one', 'two']);
    await room.import('one', text('Bridges of the year'));
    expect(await articles('cross')).toEqual(['two']);
    expect(await articles('bridges of')).toEqual(['one']);
    await room.change('archiveArticle', { articleId: id('Article', second) }, 'userErrors { message }');
    expect(await articles('cross')).toEqual([]);
    expect(await articles('cross', { archived: true })).toEqual(['two']);
    const other = await room.api.db.workspace();
    await room.import('three', text('Crossings elsewhere'), other);
    expect(await articles('crossings elsewhere')).toEqual([]);
  });
});
