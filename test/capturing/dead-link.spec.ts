import { jest } from '@jest/globals';
import { LinkChecks, type LinkPace } from '../../src/capturing/link-checks.js';
import { fetcherFor, page, Site } from '../fetching/support/site.js';
import { sourceReadingPool } from '../support/reading-pool.js';
import { until } from '../support/until.js';
import { openCaptures, type CapturingRoom } from './support/captures.js';

jest.setTimeout(60_000);

const PACE: LinkPace = { gapMs: 1, lanes: 1, most: 50, ofHost: 10, budgetMs: 60_000 };

const pool = sourceReadingPool();
let site: Site;
let room: CapturingRoom;
let isGone = false;

beforeAll(async () => {
  site = await Site.open({
    '/crossings': (request, response) => {
      if (isGone) response.writeHead(404).end();
      else page('<html><body><p>The tram crossed 412 times.</p></body></html>')(request, response);
    },
  });
  room = await openCaptures(fetcherFor());
});
afterAll(async () => {
  await pool.onApplicationShutdown();
  await room.close();
  await site.close();
});

/** Tries the address as a day later, and waits for what follows. */
async function nextDay(): Promise<void> {
  // What was seen is a day older, and due.
  const dayBefore = (at: string | null): string | null => at && new Date(Date.parse(at) - 86_400_000).toISOString();
  const seen = await room.api.db.owner<{ id: string; link: { checkedAt: string; failingSince: string | null } | null }>(
    'SELECT id, link FROM source WHERE url IS NOT NULL',
  );
  for (const { id, link } of seen) {
    const older = link && {
      ...link,
      checkedAt: dayBefore(link.checkedAt),
      failingSince: dayBefore(link.failingSince),
    };
    await room.api.db.owner(
      `UPDATE source SET link_due_at = now() - interval '1 minute', link = $2 WHERE workspace_id = $3 AND id = $1`,
      [id, older, room.viewer.workspaceId],
    );
  }
  const { database } = room.api.db;
  const settings = { checkLinks: 'on', archiveLookup: null } as const;
  const checks = new LinkChecks(database, room.ripples, fetcherFor(), pool, { every: () => undefined }, settings, PACE);
  expect(await checks.round(new Date())).toBe(1);
  await until(
    'what follows is done',
    async () => (await room.rows('SELECT FROM job WHERE state IN (1, 2)')).length === 0,
  );
}

interface FindingAnswer {
  readonly severity: string;
  readonly state: string;
  readonly message: string;
  readonly selector: { readonly exact: string } | null;
}

async function findings(): Promise<FindingAnswer[]> {
  const { findings: found } = await room.ask<{ findings: { edges: { node: FindingAnswer }[] } }>(
    `{ findings(filter: { rules: ["dead-link"], states: [OPEN, FIXED] }) { edges { node { severity state message selector { exact } } } } }`,
  );
  return found.edges.map(({ node }) => node);
}

it('an address that is dead for days is found, and no more once it is back', async () => {
  const entry = `Port office, "Crossings", 2031. ${site.origin}/crossings`;
  const articleId = await room.import(
    'tram',
    `A tram\n\nThe tram crossed 412 times in 2031 [1].\n\nReferences\n\n[1] ${entry}\n`,
  );
  await nextDay();
  expect(await findings()).toEqual([]);
  isGone = true;
  for (const _day of [1, 2, 3]) {
    await nextDay();
    expect(await findings()).toEqual([]);
  }
  // The fourth failure in a row, three days after the first.
  await nextDay();
  const [dead, ...others] = await findings();
  expect(others).toEqual([]);
  expect(dead).toMatchObject({ severity: 'WARNING', state: 'OPEN', message: expect.stringContaining('answers 404') });
  expect(dead!.selector!.exact).toContain(`${site.origin}/crossings`);
  expect(await room.drift(articleId)).toEqual([]);

  isGone = false;
  await nextDay();
  expect(await findings()).toEqual([expect.objectContaining({ state: 'FIXED' })]);
  expect(await room.drift(articleId)).toEqual([]);
});
