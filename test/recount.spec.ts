import { recount } from '../src/recount.js';
import { openNewsroom, type Newsroom } from './editing/support/newsroom.js';

let room: Newsroom;

beforeAll(async () => {
  room = await openNewsroom();
});
afterAll(() => room.close());

async function look(options: { repair?: boolean; slug?: string } = {}): Promise<{ drift: number; lines: string[] }> {
  const lines: string[] = [];
  const { drift } = await recount(
    room.api.db.database,
    [room.viewer.workspaceId],
    { repair: options.repair ?? false, slug: options.slug ?? null },
    (line) => lines.push(line),
  );
  return { drift, lines };
}

const write = (sql: string): Promise<unknown> => room.api.db.owner(sql);

it('finds and repairs what is stored otherwise than the facts give', async () => {
  await room.import('ferry');
  await room.import('night-ferry');
  expect(await look()).toEqual({ drift: 0, lines: [] });

  await write(`UPDATE claim SET standing = 7, rank = 0 WHERE ordinal = 1 AND article_id = (
    SELECT id FROM article WHERE slug = 'ferry')`);
  const { lines } = await look();
  expect(lines).toEqual(['standing', 'rank', 'totals'].map((what) => expect.stringContaining(`${what} of`)));
  expect((await look({ slug: 'night-ferry' })).drift).toBe(0);
  expect((await look({ slug: 'ferry' })).drift).toBe(3);
  expect((await look({ repair: true })).drift).toBeGreaterThan(0);
  expect(await look()).toEqual({ drift: 0, lines: [] });
});

it('finds and repairs totals of desks', async () => {
  await write(`INSERT INTO tally_delta (workspace_id, id, desk, changes)
    SELECT id, gen_random_uuid(), 'City', '{"claims": 4}' FROM workspace WHERE id = '${room.viewer.workspaceId}'`);
  await write(`UPDATE article_tally SET counted_in = 'Sports' WHERE article_id = (
    SELECT id FROM article WHERE slug = 'night-ferry')`);
  const { lines } = await look();
  expect(lines).toEqual([expect.stringMatching(/^workspace \S+: claims of desk "City": stored 4, derived 0$/)]);
  expect((await look({ slug: 'ferry' })).drift).toBe(0);
  await look({ repair: true });
  expect(await look()).toEqual({ drift: 0, lines: [] });
  expect(await room.api.db.owner('SELECT DISTINCT counted_in FROM article_tally')).toEqual([{ counted_in: '' }]);
});
