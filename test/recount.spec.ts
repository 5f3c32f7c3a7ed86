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

it('finds and repairs what a source for a missing number would clear', async () => {
  await write(`UPDATE reference SET clears = -9 WHERE label = '7' AND article_id = (
    SELECT id FROM article WHERE slug = 'ferry')`);
  const { lines } = await look();
  expect(lines).toEqual([expect.stringMatching(/findings that a source would clear of \S+: stored 9, derived 2/)]);
  await look({ repair: true });
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

it('finds and repairs where trends lead, and leaves what they were', async () => {
  await write(`UPDATE tally_hour SET hour = (hour AT TIME ZONE 'UTC' - interval '2 h') AT TIME ZONE 'UTC', measures = measures || '{"claims": 3, "waived": 1}'
    WHERE article_id = (SELECT id FROM article WHERE slug = 'ferry')`);
  await write(`INSERT INTO tally_period (workspace_id, length, begins_at, desk, changes, opened, fixed)
    SELECT id, 2, '2020-01-01T00:00Z', '', '{"claims": 2}', 0, 0 FROM workspace WHERE id = '${room.viewer.workspaceId}'`);
  const { lines } = await look();
  expect(lines).toEqual([
    expect.stringMatching(/: changes by the day of claims of desk "": stored \d+, derived \d+$/),
    expect.stringMatching(/: last hour of claims of article \S+: stored 3, derived \d+$/),
    expect.stringMatching(/: last hour of waived of article \S+: stored 1, derived 0$/),
  ]);
  await look({ repair: true });
  expect(await look()).toEqual({ drift: 0, lines: [] });
  const kept = await room.rows(`SELECT changes FROM tally_period WHERE begins_at = '2020-01-01T00:00Z'`);
  expect(kept).toEqual([{ changes: { claims: 2 } }]);
});

describe('keys of sources that were stored by another rule', () => {
  const ferry = (address: string): string =>
    `The night ferry\n\nThe ferry crossed the sound 412 times in 2031 [1].\n\nReferences\n\n[1] Ada Okoro, "Crossings", 2031. ${address}\n`;
  const PAGE = 'https://crossings.example/1';
  const KEY = 'url:crossings.example/1';
  const former = (): Promise<unknown> =>
    write(`UPDATE source SET key = 'url:crossings.example/1/amp' WHERE key = '${KEY}' AND merged_into IS NULL`);
  const stored = (): Promise<{ key: string; leads: boolean; cited: number }[]> =>
    room.rows(`SELECT s.key, s.merged_into IS NOT NULL AS leads,
      (SELECT count(*)::int FROM reference r WHERE r.workspace_id = s.workspace_id AND r.source_id = s.id AND r.gone_in IS NULL) AS cited
      FROM source s WHERE s.key LIKE 'url:crossings.example%' ORDER BY s.key`);

  it('are given anew', async () => {
    await room.import('amp-ferry', ferry(`${PAGE}/amp`));
    await former();
    expect((await look()).lines).toEqual([expect.stringMatching(/: key of \S+: stored "url:\S+\/amp", derived "url:/)]);
    expect((await look({ slug: 'amp-ferry' })).drift).toBe(0);
    await look({ repair: true });
    expect(await look()).toEqual({ drift: 0, lines: [] });
    expect(await stored()).toEqual([{ key: KEY, leads: false, cited: 1 }]);
  });

  it('make two sources one where both have the same', async () => {
    await former();
    await room.import('late-ferry', ferry(PAGE));
    expect(await stored()).toHaveLength(2);
    expect((await look()).drift).toBe(1);
    await look({ repair: true });
    expect(await stored()).toEqual([
      { key: KEY, leads: false, cited: 2 },
      { key: `${KEY}/amp`, leads: true, cited: 0 },
    ]);
    expect(await look()).toEqual({ drift: 0, lines: [] });
  });

  it('are left where one of the two is retracted, and said', async () => {
    await room.import('lost-ferry', ferry('https://crossings.example/2/amp'));
    await write(
      `UPDATE source SET key = 'url:crossings.example/2/amp', retracted_at = now() WHERE key = 'url:crossings.example/2'`,
    );
    await room.import('found-ferry', ferry('https://crossings.example/2'));
    const { lines } = await look({ repair: true });
    expect(lines).toContainEqual(
      expect.stringContaining('(one of the two is retracted: settle that, then mergeSources)'),
    );
    expect(await room.rows(`SELECT 1 FROM source WHERE key LIKE 'url:crossings.example/2%'`)).toHaveLength(2);
  });
});
