import { setTimeout as sleep } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { markArchived, touchArticle } from '../../src/articles/article.repository.js';
import type { WorkspaceConnection } from '../../src/database/database.js';
import { ENTITIES } from '../../src/entities.js';
import { BreakdownFolding } from '../../src/findings/breakdown-folding.js';
import type { Jobs } from '../../src/jobs/jobs.js';
import { Rounds } from '../../src/jobs/rounds.js';
import { recountBreakdowns } from '../../src/querying/recount-breakdowns.js';
import { mergeInto } from '../../src/sources/merged-sources.js';
import { setRecord } from '../../src/sources/source.repository.js';
import { generateArticle } from '../graphql/support/generate.js';
import { createTestDatabase, type TestDatabase, type TestViewer } from '../support/test-database.js';

jest.setTimeout(120_000);

let db: TestDatabase;
let folding: BreakdownFolding;

beforeAll(async () => {
  db = await createTestDatabase({ poolSize: 20, entities: ENTITIES });
  // Rounds are begun by hand.
  folding = new BreakdownFolding(db.database, {} as Jobs);
});
afterAll(() => db.drop());

const below = (limit: number): number => Math.floor(Math.random() * limit);
const CLAIMS = 12;

interface Room extends TestViewer {
  readonly articles: readonly string[];
}

async function newsroom(articles: number): Promise<Room> {
  const viewer = await db.workspace();
  const made: string[] = [];
  for (let i = 0; i < articles; i++) made.push((await generateArticle(db, viewer, `article-${i}`, CLAIMS)).id);
  return { ...viewer, articles: made };
}

/** What editing does to the rows of an article, each in its turn. `$1` is the workspace, `$2` the article. */
const CHANGES = [
  'UPDATE claim SET standing = 1 + (standing + ordinal) % 8 WHERE workspace_id = $1 AND article_id = $2 AND ordinal % 3 = $3::integer % 3',
  "UPDATE claim SET not_assessed = CASE WHEN not_assessed = '[]' THEN '[\"x\"]' ELSE '[]' END::jsonb WHERE workspace_id = $1 AND article_id = $2 AND ordinal = $3::integer + 1",
  'UPDATE claim SET gone_in = CASE WHEN gone_in IS NULL THEN 2 END WHERE workspace_id = $1 AND article_id = $2 AND ordinal = $3::integer + 1',
  'UPDATE finding SET state = 1 + (state + severity) % 3 WHERE workspace_id = $1 AND article_id = $2 AND claim_id IN (SELECT id FROM claim WHERE workspace_id = $1 AND ordinal % 4 = $3::integer % 4)',
  'UPDATE citation SET basis = 1 + (basis + 1) % 4 WHERE workspace_id = $1 AND article_id = $2 AND ordinal = 1 + $3::integer % 2',
  'DELETE FROM citation WHERE workspace_id = $1 AND article_id = $2 AND claim_id IN (SELECT id FROM claim WHERE workspace_id = $1 AND ordinal = $3::integer + 1)',
  'UPDATE reference SET source_id = (SELECT id FROM source WHERE workspace_id = $1 ORDER BY key OFFSET $3::integer % 4 LIMIT 1) WHERE workspace_id = $1 AND article_id = $2 AND number = 1 + $3::integer % 2',
  "UPDATE claim_text SET section = CASE WHEN $3::integer % 3 = 0 THEN NULL WHEN $3::integer % 3 = 1 THEN repeat('A long heading ', 500) ELSE 'Part 9' END WHERE workspace_id = $1 AND claim_id IN (SELECT id FROM claim WHERE workspace_id = $1 AND article_id = $2 AND ordinal % 5 = $3::integer % 5)",
];

async function change({ workspaceId }: TestViewer, articleId: string): Promise<void> {
  await db.database.withWorkspace({ workspaceId }, async (c) => {
    await c.query('SELECT FROM article WHERE workspace_id = $1 AND id = $2 FOR UPDATE', [workspaceId, articleId]);
    const at = new Date();
    for (let i = 0; i <= below(3); i++)
      await c.query(CHANGES[below(CHANGES.length)]!, [workspaceId, articleId, below(CLAIMS)]);
    if (below(9) === 0) await markArchived(c, workspaceId, articleId, at);
    if (below(5) === 0)
      await c.query('UPDATE article SET archived_at = NULL WHERE workspace_id = $1 AND id = $2', [
        workspaceId,
        articleId,
      ]);
    await touchArticle(c, workspaceId, articleId, { eventSeq: 0, relationsVersion: 0, at });
  });
}

/** A source gets another publisher, or none; or it is merged into the first one. */
async function changeSource({ workspaceId }: TestViewer, isMerge: boolean, which = Math.random()): Promise<void> {
  await db.database.withWorkspace({ workspaceId }, async (c) => {
    const sources = await c.query<{ id: string; key: string; merged: boolean }>(
      `SELECT id, key, merged_into IS NOT NULL AS merged FROM source WHERE workspace_id = $1 ORDER BY key FOR NO KEY UPDATE`,
      [workspaceId],
    );
    const publishers = await c.query<{ id: string }>('SELECT id FROM publisher WHERE workspace_id = $1 ORDER BY key', [
      workspaceId,
    ]);
    const source = sources[Math.floor(which * sources.length)]!;
    if (isMerge) {
      const kept = sources.find(({ merged }) => !merged)!;
      const former = sources.findLast(({ merged }) => !merged)!;
      if (former !== kept) await mergeInto(c, workspaceId, [former.id], kept.id);
      return;
    }
    await setRecord(c, {
      ...{
        workspaceId,
        id: source.id,
        key: source.key,
        title: source.key,
        titleStart: source.key,
        url: null,
        doi: null,
        publishedAt: null,
      },
      csl: { type: 'webpage' } as Parameters<typeof setRecord>[1]['csl'],
      publisherId: publishers[Math.floor(which * 1.5 * publishers.length) + 1]?.id ?? null,
    });
  });
}

const drift = ({ workspaceId }: TestViewer): Promise<unknown[]> =>
  db.database.readWorkspace({ workspaceId }, (c: WorkspaceConnection) => recountBreakdowns(c, workspaceId, false));

const folded = async (): Promise<void> => {
  while ((await folding.round()) !== 'later');
};

describe('totals of publishers, rules and headings', () => {
  it('are those of the claims at every moment, while articles and sources change, merge, and are folded', async () => {
    const rooms = [await newsroom(4), await newsroom(3)];
    const rounds = [1, 2].map((n) => new Rounds(`${n}`, () => folding.round(), { soonMs: 3, laterMs: 3 }));
    for (const each of rounds) each.start();
    let writing = true;
    let looks = 0;
    const looking = rooms.map(async (room) => {
      while (writing) {
        expect(await drift(room)).toEqual([]);
        looks++;
        await sleep(2);
      }
    });
    const writers = rooms.flatMap((room) => [
      ...room.articles.map(async (id) => {
        for (let i = 0; i < 40; i++) await change(room, id);
      }),
      (async () => {
        for (let i = 0; i < 20; i++) await changeSource(room, i === 8 || i === 14);
      })(),
    ]);
    await Promise.all([Promise.all(writers).finally(() => (writing = false)), ...looking]);
    await Promise.all(rounds.map((each) => each.stop()));
    expect(looks).toBeGreaterThan(10);

    await folded();
    expect(await db.owner('SELECT FROM breakdown_due')).toEqual([]);
    for (const room of rooms) expect(await drift(room)).toEqual([]);
    expect(await db.owner('SELECT FROM breakdown_total')).not.toEqual([]);
    expect(await db.owner(`SELECT FROM breakdown_total WHERE measures = '{}'`)).toEqual([]);
  });

  it.each([
    ['gets another publisher', false],
    ['is merged into another', true],
  ])('follow a source that %s, though no article changes', async (_, isMerge) => {
    const room = await newsroom(3);
    await folded();
    const byPublisher = (): Promise<unknown[]> =>
      db.owner(`SELECT key, measures FROM breakdown_total WHERE workspace_id = $1 AND breakdown = 1 ORDER BY key`, [
        room.workspaceId,
      ]);
    const before = await byPublisher();
    for (const which of [0, 0.5]) await changeSource(room, isMerge, which);
    expect(await drift(room)).toEqual([]);
    expect(await byPublisher()).toEqual(before);
    await folded();
    expect(await drift(room)).toEqual([]);
    // Of three sources one is left; or one has another's publisher, and one has none.
    expect(await byPublisher()).toHaveLength(isMerge ? 1 : 2);
    expect(await byPublisher()).not.toEqual(before);
  });

  it('that are wrong are found, and counted anew', async () => {
    const room = await newsroom(2);
    await folded();
    await db.owner(
      `UPDATE breakdown_total SET measures = measures || '{"claims": 99}'
       WHERE workspace_id = $1 AND key = 'uncited-claim'`,
      [room.workspaceId],
    );
    const wrong = { of: 'rule "uncited-claim"', measure: 'claims', stored: 99 };
    expect(await drift(room)).toEqual([wrong, wrong].map((each) => expect.objectContaining(each) as unknown));
    await db.database.withWorkspace(room, (c) => recountBreakdowns(c, room.workspaceId, true));
    expect(await drift(room)).toEqual([]);
    await folded();
    expect(await drift(room)).toEqual([]);
  });

  it('miss what was not said to be due, and the recount finds that', async () => {
    const room = await newsroom(1);
    await folded();
    await db.owner('UPDATE claim SET standing = 1 WHERE workspace_id = $1', [room.workspaceId]);
    expect(await drift(room)).not.toEqual([]);
  });

  it('of a workspace that is gone are no hindrance', async () => {
    const { workspaceId } = await db.workspace();
    await db.owner(
      `INSERT INTO breakdown_due (workspace_id, kind, subject_id, id) VALUES ($1, 1, gen_random_uuid(), gen_random_uuid())`,
      [workspaceId],
    );
    await db.owner('DELETE FROM workspace WHERE id = $1', [workspaceId]);
    await folded();
    expect(await db.owner('SELECT FROM breakdown_due')).toEqual([]);
  });
});
