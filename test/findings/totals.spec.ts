import { setTimeout as sleep } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import type { WorkspaceConnection } from '../../src/database/database.js';
import { writeTally } from '../../src/findings/finding.repository.js';
import { TallyFolding } from '../../src/findings/tally-folding.js';
import { tallyRows } from '../../src/findings/tally-rows.js';
import { Rounds } from '../../src/jobs/rounds.js';
import type { Jobs } from '../../src/jobs/jobs.js';
import { createTestDatabase, type TestDatabase, type TestViewer } from '../support/test-database.js';

jest.setTimeout(60_000);

let db: TestDatabase;
let folding: TallyFolding;

beforeAll(async () => {
  db = await createTestDatabase({ poolSize: 20 });
  // Rounds are begun by hand.
  folding = new TallyFolding(db.database, {} as Jobs);
});
afterAll(() => db.drop());

const below = (limit: number): number => Math.floor(Math.random() * limit);
const DESKS = ['City', 'Sea', null];
const RULES = ['uncited-claim', 'single-source', 'blank-value'];

async function article({ workspaceId }: TestViewer): Promise<string> {
  const id = uuid();
  await db.owner('INSERT INTO article (workspace_id, id, slug, title, desk, revision) VALUES ($1, $2, $3, $3, $4, 1)', [
    workspaceId,
    id,
    `article ${id}`,
    DESKS[below(3)],
  ]);
  return id;
}

/** One change of an article as editing makes it: its desk or its archive, its claims, or both. */
async function change({ workspaceId }: TestViewer, articleId: string): Promise<void> {
  await db.database.withWorkspace({ workspaceId }, async (c) => {
    await c.query('SELECT FROM article WHERE workspace_id = $1 AND id = $2 FOR UPDATE', [workspaceId, articleId]);
    if (below(3) === 0) {
      await c.query('UPDATE article SET desk = $3, archived_at = $4 WHERE workspace_id = $1 AND id = $2', [
        workspaceId,
        articleId,
        DESKS[below(3)],
        below(4) === 0 ? new Date() : null,
      ]);
    }
    await count(c, workspaceId, articleId);
  });
}

async function count(c: WorkspaceConnection, workspaceId: string, articleId: string): Promise<void> {
  await writeTally(c, someTally(workspaceId, articleId), { opened: below(3), fixed: below(3) });
}

function someTally(workspaceId: string, articleId: string): Parameters<typeof writeTally>[1] {
  const [missing, weak, cited, notCheckable] = [below(9), below(3), below(20), below(5)];
  const byRule = Object.fromEntries(RULES.slice(below(4)).map((rule) => [rule, 1 + below(6)]));
  const checkable = missing + weak + cited;
  return {
    ...{ workspaceId, articleId, claims: checkable + notCheckable, checkable, notCheckable, refuted: 0, contested: 0 },
    ...{ missing, weak, waived: 0, cited, adequate: 0, errors: missing, warnings: weak, notes: 0, notAssessed: 1 },
    byRule,
    unsupported: missing + weak,
  };
}

type Sums = { desk: string; measure: string; value: number }[];

/** All changes of a length together, folded or not. */
const changes = (length: number): string => `SELECT desk, m.key AS measure, sum(m.value::bigint)::bigint AS value FROM (
    SELECT desk, changes FROM tally_period WHERE workspace_id = $1 AND length = ${length}
    UNION ALL SELECT desk, changes FROM tally_delta WHERE workspace_id = $1
  ) c CROSS JOIN jsonb_each_text(changes) m GROUP BY 1, 2 HAVING sum(m.value::bigint) <> 0 ORDER BY 1, 2`;

/** What the totals say, what the articles say, and where the changes of hours, days and months lead to, at one moment. */
async function look({ workspaceId }: TestViewer): Promise<{ totals: Sums; articles: Sums; trends: Sums[] }> {
  return await db.database.readWorkspace({ workspaceId }, async (c) => ({
    totals: await c.query<Sums[number]>(
      `SELECT desk, measure, sum(value)::bigint AS value FROM (${tallyRows()}) r GROUP BY 1, 2 HAVING sum(value) <> 0
       ORDER BY 1, 2`,
      [workspaceId],
    ),
    articles: await c.query<Sums[number]>(
      `SELECT coalesce(a.desk, '') AS desk, m.key AS measure, sum(m.value::bigint)::bigint AS value
       FROM article_tally t JOIN article a ON a.workspace_id = t.workspace_id AND a.id = t.article_id AND a.archived_at IS NULL
       CROSS JOIN jsonb_each_text(tally_measures(t)) m GROUP BY 1, 2 HAVING sum(m.value::bigint) <> 0 ORDER BY 1, 2`,
    ),
    trends: [
      await c.query<Sums[number]>(changes(1), [workspaceId]),
      await c.query<Sums[number]>(changes(2), [workspaceId]),
      await c.query<Sums[number]>(changes(3), [workspaceId]),
    ],
  }));
}

describe('totals of desks', () => {
  it('are those of their articles at every moment, while articles change, move, and are folded', async () => {
    const viewers = [await db.workspace(), await db.workspace()];
    const articles = await Promise.all(
      viewers.flatMap((each) => Array.from({ length: 6 }, async () => [each, await article(each)] as const)),
    );
    const rounds = [1, 2].map((n) => new Rounds(`${n}`, () => folding.round(), { soonMs: 3, laterMs: 3 }));
    for (const each of rounds) each.start();
    let writing = true;
    let looks = 0;
    const looking = viewers.map(async (each) => {
      while (writing) {
        const { totals, articles: sums, trends } = await look(each);
        expect([totals, ...trends]).toEqual([sums, sums, sums, sums]);
        looks++;
        await sleep(2);
      }
    });
    const writers = articles.map(async ([each, id]) => {
      for (let i = 0; i < 60; i++) await change(each, id);
    });
    await Promise.all([Promise.all(writers).finally(() => (writing = false)), ...looking]);
    await Promise.all(rounds.map((each) => each.stop()));
    expect(looks).toBeGreaterThan(20);

    while ((await folding.round()) !== 'later');
    expect(await db.owner('SELECT FROM tally_delta')).toEqual([]);
    for (const each of viewers) {
      const { totals, articles: sums, trends } = await look(each);
      expect(totals.length).toBeGreaterThan(10);
      expect([totals, ...trends]).toEqual([sums, sums, sums, sums]);
    }
  });

  it('of a workspace that is gone are no hindrance', async () => {
    const viewer = await db.workspace();
    const id = await article(viewer);
    await db.database.withWorkspace(viewer, (c) => count(c, viewer.workspaceId, id));
    await db.owner('DELETE FROM workspace WHERE id = $1', [viewer.workspaceId]);
    expect(await folding.round()).toBe('soon');
    expect(await db.owner('SELECT FROM tally_delta')).toEqual([]);
  });

  it('leave nothing behind when nothing changed', async () => {
    const viewer = await db.workspace();
    const id = await article(viewer);
    const tally = someTally(viewer.workspaceId, id);
    const write = () => db.database.withWorkspace(viewer, (c) => writeTally(c, tally, { opened: 0, fixed: 0 }));
    await write();
    while ((await folding.round()) !== 'later');
    await write();
    expect(await db.owner('SELECT FROM tally_delta')).toEqual([]);
  });
});
