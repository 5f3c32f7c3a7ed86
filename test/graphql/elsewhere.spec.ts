import { jest } from '@jest/globals';
import { openNewsroom, type Newsroom } from '../editing/support/newsroom.js';

jest.setTimeout(60_000);

let room: Newsroom;

beforeAll(async () => {
  room = await openNewsroom();
});
afterAll(() => room.close());

const NIGHT = 'The night ferry carries freight to Sandvik.';
const article = (...sentences: string[]): string =>
  `The harbour\n\nA column on boats.\n\nNews\n\n${sentences.join('\n\n')}\n`;

interface Page {
  edges: { cursor: string; node: { text: string; article: { slug: string }; standing: string } }[];
  pageInfo: { hasNextPage: boolean };
}

const QUERY = `query ($id: ID!, $first: Int, $after: String) { node(id: $id) { ... on Claim {
  restatements(first: $first, after: $after, scope: OTHER_ARTICLES) {
    edges { cursor node { text standing article { slug } citations { number } } } pageInfo { hasNextPage } } } } }`;

async function page(claim: string, articleId: string, args: object = {}): Promise<Page> {
  const { id } = await room.claim(claim, articleId);
  return (await room.ask<{ node: { restatements: Page } }>(QUERY, { id, first: 10, ...args })).node.restatements;
}
const elsewhere = async (claim: string, articleId: string): Promise<string[]> =>
  (await page(claim, articleId)).edges.map(({ node }) => `${node.article.slug}: ${node.text}`);

describe('restatements in other articles', () => {
  it('are found in these words and in others, and not where another thing is said', async () => {
    const own = await room.import(
      'own',
      article(NIGHT, 'The bridge opened in 2019.', 'Freight goes to Sandvik by night ferry.'),
    );
    await room.import('same', article('Pilots board every barge at dawn.', NIGHT));
    await room.import('turned', article('Freight is carried to Sandvik by the night ferry.'));
    await room.import('denied', article('The night ferry does not carry freight to Sandvik.'));
    await room.import('other-place', article('The night ferry carries freight to Lund.'));
    expect((await elsewhere(NIGHT, own)).sort()).toEqual([
      `same: ${NIGHT}`,
      'turned: Freight is carried to Sandvik by the night ferry.',
    ]);
    expect(await elsewhere('The bridge opened in 2019.', own)).toEqual([]);
  });

  it('come in pages, in an order that stays', async () => {
    const toll = 'Drivers pay four crowns at the eastern gate of the tunnel.';
    const own = await room.import('toll-0', article(toll));
    for (const n of [1, 2, 3, 4, 5]) await room.import(`toll-${n}`, article(toll));
    const all = await page(toll, own);
    expect(all.edges).toHaveLength(5);
    const first = await page(toll, own, { first: 2 });
    expect(first.pageInfo.hasNextPage).toBe(true);
    const rest = await page(toll, own, { after: first.edges[1]!.cursor });
    expect([...first.edges, ...rest.edges]).toEqual(all.edges);
  });

  it('are those of now, in articles of the workspace that are not archived', async () => {
    const fog = 'Fog closed the northern airport for eleven days in November.';
    const own = await room.import('fog', article(fog));
    const stranger = await room.api.db.workspace();
    await room.import('fog-elsewhere', article(fog), stranger);
    await room.import('fog-changed', article(fog));
    await room.import('fog-changed', article('Fog closed the northern airport for twelve days in November.'));
    const archived = await room.import('fog-archived', article(fog));
    await room.import('fog-kept', article(fog));
    await room.api.db.database.withWorkspace(room.viewer, (connection) =>
      connection.query('UPDATE article SET archived_at = now() WHERE id = $1', [archived]),
    );
    expect(await elsewhere(fog, own)).toEqual([`fog-kept: ${fog}`]);
  });

  it('are not crowded out by archived articles', async () => {
    const ice = 'Ice broke the wooden pier of the sailing club last January.';
    const own = await room.import('ice', article(ice));
    const archived = await room.import('ice-archived', article(...Array<string>(120).fill(ice)));
    await room.import('ice-kept', article(ice));
    await room.api.db.database.withWorkspace(room.viewer, (connection) =>
      connection.query('UPDATE article SET archived_at = now() WHERE id = $1', [archived]),
    );
    expect(await elsewhere(ice, own)).toEqual([`ice-kept: ${ice}`]);
  });

  it('of a page of claims take as many statements as of one', async () => {
    const query = (first: number): string => `{ claims(first: ${first}) { edges { node {
      restatements(first: 5, scope: OTHER_ARTICLES) { edges { node { text citations { number } findings { rule { id } } } } } } } } }`;
    const counts: number[] = [];
    for (const first of [1, 20]) {
      const seen = await room.api.statements(async () => {
        await room.ask(query(first));
      });
      counts.push(seen.length);
    }
    expect(counts[1]).toBeLessThanOrEqual(counts[0]! + 1);
    expect(counts[1]).toBeLessThanOrEqual(6);
  });
});
