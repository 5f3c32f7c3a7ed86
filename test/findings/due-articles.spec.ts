import { Logger } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { DueArticles } from '../../src/findings/due-articles.js';
import type { JobOwner, Jobs } from '../../src/jobs/jobs.js';
import { createTestDatabase, type TestDatabase, type TestViewer } from '../support/test-database.js';

let db: TestDatabase;
let handed: { system: JobOwner; articleIds: readonly string[]; at: Date }[] = [];
let due: DueArticles;
let viewer: TestViewer;

const NOW = new Date('2031-06-01T12:00:00Z');
const PAST = new Date('2031-06-01T12:00:00Z');
const FUTURE = new Date('2031-06-01T12:00:01Z');

beforeAll(async () => {
  Logger.overrideLogger(false);
  db = await createTestDatabase();
});
afterAll(() => db.drop());
beforeEach(async () => {
  handed = [];
  due = new DueArticles(db.database, {} as Jobs);
  await db.owner('DELETE FROM article');
  viewer = await db.workspace();
});

const handOver = (): Promise<void> => {
  due.onDue((system, articleIds, at) => Promise.resolve(void handed.push({ system, articleIds, at })));
  return due.handle(NOW);
};

async function article({ workspaceId }: TestViewer): Promise<string> {
  const id = uuid();
  await db.owner('INSERT INTO article (workspace_id, id, slug, title, revision) VALUES ($1, $2, $3, $3, 1)', [
    workspaceId,
    id,
    `article ${id}`,
  ]);
  return id;
}

const claim = ({ workspaceId }: TestViewer, id: string, dueAt: Date | null, goneIn: number | null = null) =>
  db.owner(
    `INSERT INTO claim (workspace_id, id, article_id, ordinal, text_revision, block, block_index, checkable, priority, standing, rank,
       judged_at, changed_at, due_at, gone_in) VALUES ($1, gen_random_uuid(), $2, 1, 1, 2, 1, true, 2, 3, 1, now(), now(), $3, $4)`,
    [workspaceId, id, dueAt, goneIn],
  );

const waiver = (
  { workspaceId, memberId }: TestViewer,
  id: string,
  { expires = null as Date | null, lifted = null as Date | null },
) =>
  db.owner(
    `INSERT INTO waiver (workspace_id, id, article_id, fingerprint, reason, created_by, created_at, expires_at, lifted_at)
     VALUES ($1, gen_random_uuid(), $2, 'f', 'agreed', $3, now(), $4, $5)`,
    [workspaceId, id, memberId, expires, lifted],
  );

describe('what is due', () => {
  it('are claims and ends of waivers whose time has come, each article once, for nobody', async () => {
    const other = await db.workspace();
    const [a, b, theirs] = [await article(viewer), await article(viewer), await article(other)];
    const quiet = await article(viewer);
    await claim(viewer, a, PAST);
    await claim(viewer, a, PAST);
    await waiver(viewer, a, { expires: PAST });
    await waiver(viewer, b, { expires: PAST });
    await claim(other, theirs, PAST);
    await claim(viewer, quiet, FUTURE);
    await claim(viewer, quiet, null);
    await claim(viewer, quiet, PAST, 1);
    await waiver(viewer, quiet, {});
    await waiver(viewer, quiet, { expires: FUTURE });
    await waiver(viewer, quiet, { expires: PAST, lifted: PAST });
    await handOver();
    const system = (of: TestViewer): JobOwner => ({ workspaceId: of.workspaceId, memberId: null });
    expect(handed).toHaveLength(2);
    expect(handed).toContainEqual({ system: system(viewer), articleIds: [a, b].sort(), at: NOW });
    expect(handed).toContainEqual({ system: system(other), articleIds: [theirs], at: NOW });
  });

  it('is handed on in batches, and not for ever when it stays due', async () => {
    await db.owner(
      `INSERT INTO article (workspace_id, id, slug, title, revision)
       SELECT $1, gen_random_uuid(), 'a' || n, 'An article', 1 FROM generate_series(1, 450) n`,
      [viewer.workspaceId],
    );
    await db.owner(
      `INSERT INTO claim (workspace_id, id, article_id, ordinal, text_revision, block, block_index, checkable, priority,
         standing, rank, judged_at, changed_at, due_at)
       SELECT workspace_id, gen_random_uuid(), id, 1, 1, 2, 1, true, 2, 3, 1, now(), now(), $1 FROM article`,
      [PAST],
    );
    await handOver();
    expect(handed.map(({ articleIds }) => articleIds.length)).toEqual([200, 200, 50]);
    expect(new Set(handed.flatMap(({ articleIds }) => articleIds)).size).toBe(450);
  });

  it('in one workspace does not wait for another in which it fails', async () => {
    const other = await db.workspace();
    for (const each of [viewer, other]) await claim(each, await article(each), PAST);
    let calls = 0;
    due.onDue(() => (calls++ === 0 ? Promise.reject(new Error('wrong')) : Promise.resolve()));
    await due.handle(NOW);
    expect(calls).toBe(2);
  });
});
