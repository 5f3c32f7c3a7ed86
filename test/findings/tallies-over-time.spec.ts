import { jest } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { writeTally, type FindingFlow } from '../../src/findings/finding.repository.js';
import { TallyFolding } from '../../src/findings/tally-folding.js';
import type { Jobs } from '../../src/jobs/jobs.js';
import type { WorkspaceConnection } from '../../src/database/database.js';
import { makeItHour } from '../support/hours.js';
import { createTestDatabase, onOneServer, type TestDatabase, type TestViewer } from '../support/test-database.js';

jest.setTimeout(60_000);

let db: TestDatabase;
let foldings: TallyFolding[];

beforeAll(async () => {
  db = await createTestDatabase({ poolSize: 10 });
  // Rounds are begun by hand, as two processes would.
  foldings = [1, 2].map(() => new TallyFolding(db.database, {} as Jobs));
});
afterAll(() => db.drop());

async function article({ workspaceId }: TestViewer, desk: string | null = null): Promise<string> {
  const id = uuid();
  await db.owner('INSERT INTO article (workspace_id, id, slug, title, desk, revision) VALUES ($1, $2, $3, $3, $4, 1)', [
    workspaceId,
    id,
    `article ${id}`,
    desk,
  ]);
  return id;
}

const lock = (c: WorkspaceConnection, { workspaceId }: TestViewer, articleId: string): Promise<unknown> =>
  c.query('SELECT FROM article WHERE workspace_id = $1 AND id = $2 FOR UPDATE', [workspaceId, articleId]);

async function count(
  c: WorkspaceConnection,
  { workspaceId }: TestViewer,
  articleId: string,
  cited: number,
  flow: FindingFlow = { opened: 0, fixed: 0 },
): Promise<void> {
  const none = {
    notCheckable: 0,
    refuted: 0,
    contested: 0,
    missing: 0,
    weak: 0,
    unsupported: 0,
    waived: 0,
    adequate: 0,
  };
  const tally = { ...none, claims: cited, checkable: cited, cited, errors: 0, warnings: 0, notes: 0, notAssessed: 0 };
  await writeTally(c, { workspaceId, articleId, ...tally, byRule: {} }, flow);
}

async function change(viewer: TestViewer, articleId: string, cited: number, flow?: FindingFlow): Promise<void> {
  await db.database.withWorkspace(viewer, async (c) => {
    await lock(c, viewer, articleId);
    await count(c, viewer, articleId, cited, flow);
  });
}

const hours = async (articleId: string): Promise<[string, number, number, number][]> =>
  (
    await db.owner<{ hour: Date; cited: number | null; opened: number; fixed: number }>(
      `SELECT hour, (measures ->> 'cited')::integer AS cited, opened, fixed FROM tally_hour
       WHERE article_id = $1 ORDER BY hour`,
      [articleId],
    )
  ).map(({ hour, cited, opened, fixed }) => [hour.toISOString().slice(8, 16), cited ?? 0, opened, fixed]);

/** Changes of cited claims by period, in all desks. */
const periods = async ({ workspaceId }: TestViewer, length: number): Promise<[string, string, number, number][]> =>
  (
    await db.owner<{ at: Date; desk: string; cited: number | null; opened: string }>(
      `SELECT begins_at AS at, desk, (changes ->> 'cited')::integer AS cited, opened FROM tally_period
       WHERE workspace_id = $1 AND length = $2 ORDER BY begins_at, desk`,
      [workspaceId, length],
    )
  ).map(({ at, desk, cited, opened }) => [at.toISOString().slice(0, 13), desk, cited ?? 0, Number(opened)]);

async function foldAll(): Promise<void> {
  let next = ['now'];
  while (next.some((each) => each !== 'later')) next = await Promise.all(foldings.map((each) => each.round()));
}

describe('the hours of an article', () => {
  it('show how its tally stood at their ends, where it changed', async () => {
    const viewer = await db.workspace();
    const id = await article(viewer);
    await makeItHour(db, '2031-03-01T10:00Z');
    await change(viewer, id, 4, { opened: 3, fixed: 0 });
    await change(viewer, id, 5, { opened: 1, fixed: 2 });
    await makeItHour(db, '2031-03-01T11:00Z');
    await change(viewer, id, 5);
    await makeItHour(db, '2031-03-01T13:00Z');
    await change(viewer, id, 6);
    await change(viewer, id, 5);
    await makeItHour(db, '2031-03-01T14:00Z');
    await change(viewer, id, 5, { opened: 1, fixed: 1 });
    expect(await hours(id)).toEqual([
      ['01T10:00', 5, 4, 2],
      ['01T13:00', 5, 0, 0],
      ['01T14:00', 5, 1, 1],
    ]);
  });

  onOneServer('are told apart by who writes when, not by whose transaction began when', async () => {
    const viewer = await db.workspace();
    const id = await article(viewer);
    await makeItHour(db, '2031-03-01T10:00Z');
    let late: Promise<void> | undefined;
    await db.database.withWorkspace(viewer, async (first) => {
      await lock(first, viewer, id);
      // It begins in the old hour and waits for the lock.
      late = change(viewer, id, 9, { opened: 2, fixed: 0 });
      const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      while ((await db.admin(waiting)).length === 0);
      await count(first, viewer, id, 4, { opened: 1, fixed: 0 });
      await makeItHour(db, '2031-03-01T11:00Z');
    });
    await late;
    expect(await hours(id)).toEqual([
      ['01T10:00', 4, 1, 0],
      ['01T11:00', 9, 2, 0],
    ]);
  });

  it('follow one another though the clock goes back', async () => {
    const viewer = await db.workspace();
    const id = await article(viewer);
    await makeItHour(db, '2031-03-01T11:00Z');
    await change(viewer, id, 4);
    await makeItHour(db, '2031-03-01T10:00Z');
    await change(viewer, id, 7);
    expect(await hours(id)).toEqual([['01T11:00', 7, 0, 0]]);
    await foldAll();
    expect(await periods(viewer, 1)).toEqual([['2031-03-01T11', '', 7, 0]]);
  });

  it('are not written for what is undone', async () => {
    const viewer = await db.workspace();
    const id = await article(viewer);
    const undone = db.database.withWorkspace(viewer, async (c) => {
      await count(c, viewer, id, 4);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await hours(id)).toEqual([]);
  });
});

describe('the changes of desks', () => {
  it('are those of each hour, day and month, however late and often they are folded', async () => {
    const [viewer, other] = [await db.workspace(), await db.workspace()];
    const [city, none, theirs] = [await article(viewer, 'City'), await article(viewer), await article(other, 'City')];
    await makeItHour(db, '2031-03-31T23:00Z');
    await change(viewer, city, 4, { opened: 1, fixed: 0 });
    await change(viewer, none, 2);
    await foldAll();
    await change(viewer, city, 5, { opened: 1, fixed: 0 });
    await change(other, theirs, 50);
    // Nobody folds for hours.
    await makeItHour(db, '2031-04-01T00:00Z');
    await change(viewer, city, 3);
    await makeItHour(db, '2031-04-01T05:00Z');
    await change(viewer, city, 3, { opened: 1, fixed: 1 });
    await change(viewer, none, 8);
    await foldAll();
    await foldAll();
    expect(await periods(viewer, 1)).toEqual([
      ['2031-03-31T23', '', 2, 0],
      ['2031-03-31T23', 'City', 5, 2],
      ['2031-04-01T00', 'City', -2, 0],
      ['2031-04-01T05', '', 6, 0],
      ['2031-04-01T05', 'City', 0, 1],
    ]);
    const coarse = [
      ['', 2, 0],
      ['City', 5, 2],
      ['', 6, 0],
      ['City', -2, 1],
    ];
    expect((await periods(viewer, 2)).map(([, ...rest]) => rest)).toEqual(coarse);
    expect((await periods(viewer, 3)).map(([, ...rest]) => rest)).toEqual(coarse);
    expect((await periods(viewer, 3)).map(([at]) => at)).toEqual([
      ...Array(2).fill('2031-03-01T00'),
      ...Array(2).fill('2031-04-01T00'),
    ]);
    expect(await periods(other, 3)).toEqual([['2031-03-01T00', 'City', 50, 0]]);
  });

  it('of one that moves go with it', async () => {
    const viewer = await db.workspace();
    const id = await article(viewer, 'City');
    await makeItHour(db, '2031-03-01T10:00Z');
    await change(viewer, id, 4);
    await db.owner(`UPDATE article SET desk = 'Sea' WHERE id = $1`, [id]);
    await makeItHour(db, '2031-03-01T11:00Z');
    await change(viewer, id, 4, { opened: 1, fixed: 0 });
    await db.owner('UPDATE article SET archived_at = now() WHERE id = $1', [id]);
    await makeItHour(db, '2031-03-01T12:00Z');
    await change(viewer, id, 4);
    await foldAll();
    expect(await periods(viewer, 1)).toEqual([
      ['2031-03-01T10', 'City', 4, 0],
      ['2031-03-01T11', 'City', -4, 0],
      ['2031-03-01T11', 'Sea', 4, 1],
      ['2031-03-01T12', 'Sea', -4, 0],
    ]);
    expect(await hours(id)).toEqual([
      ['01T10:00', 4, 0, 0],
      ['01T11:00', 4, 1, 0],
    ]);
  });
});
