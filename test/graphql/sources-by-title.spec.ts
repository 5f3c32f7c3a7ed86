import { encodeCursor } from '../../src/graphql/cursor.js';
import { id, openNewsroom, type Newsroom } from '../editing/support/newsroom.js';

let room: Newsroom;

const LONG = 'Annual report of the harbour office '.repeat(30);
const PLANE = '𝒳'.repeat(700);
/** With ties, without letters, in several scripts, and longer than what an index takes. */
const TITLES = [
  ...['Ferries', 'ferries', 'Ferries', '', null, null, 'Ä', 'A', 'Z', 'Åland by sea', '漁港', '#1', '  Ferries'],
  ...[LONG, `${LONG}2`, `${LONG}1`, `B${LONG}`, PLANE, `${PLANE}!`],
  // 15,000 characters that do not repeat: no index entry has room for them, however they are packed.
  Array.from({ length: 3_000 }, (_, i) => ((i * 7919) % 99_991).toString(36).padStart(5, 'x')).join(''),
];

beforeAll(async () => {
  room = await openNewsroom();
  for (const [i, title] of TITLES.entries()) {
    // The order of ids is not that of titles.
    await room.api.db.owner(
      `INSERT INTO source (workspace_id, id, key, title, title_start, url, csl)
       VALUES ($1, gen_random_uuid(), $2, $3, left(coalesce($3, ''), 500), $2, '{}')`,
      [room.viewer.workspaceId, `url:s${i}`, title],
    );
  }
  await room.api.db.owner(
    `UPDATE source SET merged_into = (SELECT id FROM source WHERE key = 'url:s0') WHERE key = 'url:s2'`,
  );
});
afterAll(() => room.close());

interface Edge {
  readonly cursor: string;
  readonly node: { readonly url: string };
}

const page = async (range: string, variables: Record<string, unknown> = {}): Promise<Edge[]> =>
  (
    await room.ask<{ sources: { edges: Edge[] } }>(
      `query ($after: String, $before: String) {
        sources(${range}, orderBy: TITLE, after: $after, before: $before) { edges { cursor node { url } } } }`,
      variables,
    )
  ).sources.edges;

const expected = (): Promise<{ id: string; url: string; title: string | null }[]> =>
  room.rows(`SELECT id, url, title FROM source WHERE merged_into IS NULL ORDER BY left(coalesce(title, ''), 500), id`);

const urls = (rows: readonly { readonly url: string }[]): string[] => rows.map(({ url }) => url);

describe('sources by title', () => {
  it.each([1, 2, 3, 7, 100])('come once each, in order, in pages of %d, from both ends', async (size) => {
    const all = urls(await expected());
    expect(all).toHaveLength(TITLES.length - 1);
    const [forwards, backwards]: [Edge[], Edge[]] = [[], []];
    for (let rows = await page(`first: ${size}`); rows.length > 0;) {
      forwards.push(...rows);
      rows = await page(`first: ${size}`, { after: rows.at(-1)!.cursor });
    }
    for (let rows = await page(`last: ${size}`); rows.length > 0;) {
      backwards.unshift(...rows);
      rows = await page(`last: ${size}`, { before: rows[0]!.cursor });
    }
    expect(urls(forwards.map(({ node }) => node))).toEqual(all);
    expect(backwards).toEqual(forwards);
  });

  it('are in the order of their titles as far as those are no longer than 500 characters', async () => {
    const short = (await expected()).filter(({ title }) => (title ?? '').length <= 500);
    const byTitle = await room.rows<{ url: string }>(
      `SELECT url FROM source WHERE merged_into IS NULL AND length(coalesce(title, '')) <= 500 ORDER BY coalesce(title, ''), id`,
    );
    expect(urls(short)).toEqual(urls(byTitle));
  });

  it('go on after a cursor that has all of a long title', async () => {
    const all = await expected();
    const at = all.findIndex(({ title }) => title === LONG);
    const cursor = encodeCursor('sources:title', [LONG, all[at]!.id]);
    const rest = await page('first: 100', { after: cursor });
    expect(urls(rest.map(({ node }) => node))).toEqual(urls(all.slice(at + 1)));
  });

  it('take their place when a title changes', async () => {
    const [source] = await room.rows<{ id: string; version: number }>(
      `SELECT id, version FROM source WHERE key = 'url:s8'`,
    );
    const before = await expected();
    const { userErrors } = await room.change<{ userErrors: unknown[] }>(
      'updateSource',
      { sourceId: id('Source', source!.id), expectedVersion: source!.version, source: { title: '! Mind the gap' } },
      'userErrors { message }',
    );
    expect(userErrors).toEqual([]);
    expect((await expected()).findIndex((each) => each.id === source!.id)).not.toBe(
      before.findIndex((each) => each.id === source!.id),
    );
    expect(urls((await page('first: 100')).map(({ node }) => node))).toEqual(urls(await expected()));
  });

  it('are stored with the beginning of their titles, or not at all', async () => {
    await expect(room.api.db.owner(`UPDATE source SET title = 'Another' WHERE key = 'url:s3'`)).rejects.toThrow(
      'source_title_start_check',
    );
  });
});
