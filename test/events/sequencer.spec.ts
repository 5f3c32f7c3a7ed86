import { setTimeout as sleep } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { ENTITIES } from '../../src/entities.js';
import { recordEvents } from '../../src/events/event.repository.js';
import { EventListener } from '../../src/events/event-listener.js';
import { Sequencer } from '../../src/events/sequencer.js';
import { Rounds, type Next } from '../../src/jobs/rounds.js';
import type { Jobs } from '../../src/jobs/jobs.js';
import { createTestDatabase, type TestDatabase, type TestViewer } from '../support/test-database.js';
import { until } from '../support/until.js';

jest.setTimeout(60_000);

let db: TestDatabase;
let sequencer: Sequencer;
let viewer: TestViewer;

beforeAll(async () => {
  db = await createTestDatabase({ entities: ENTITIES, poolSize: 20 });
  // Rounds are begun by hand.
  sequencer = new Sequencer(db.database, {} as Jobs);
});
afterAll(() => db.drop());
beforeEach(async () => {
  viewer = await db.workspace();
});

async function article({ workspaceId }: TestViewer): Promise<string> {
  const id = uuid();
  await db.owner('INSERT INTO article (workspace_id, id, slug, title, revision) VALUES ($1, $2, $3, $3, 1)', [
    workspaceId,
    id,
    `article ${id}`,
  ]);
  return id;
}

const happening = (articleId: string) => ({
  ...{
    kind: 'article.archived' as const,
    subjectType: 'Article',
    subjectId: articleId,
    actorId: null,
    before: null,
    after: null,
  },
  // Clocks of processes differ.
  at: new Date(Date.now() + Math.random() * 1_000),
});

/** As every change does: under the article's lock. @param count events */
async function change({ workspaceId }: TestViewer, id: string, count: number): Promise<void> {
  await db.database.withWorkspace({ workspaceId }, async (c) => {
    const [row] = await c.query<{ seq: number }>(
      'SELECT event_seq AS seq FROM article WHERE workspace_id = $1 AND id = $2 FOR UPDATE',
      [workspaceId, id],
    );
    const happenings = Array.from({ length: count }, () => happening(id));
    const seq = await recordEvents(c, workspaceId, id, row!.seq, happenings);
    await sleep(Math.random() * 5);
    await c.query('UPDATE article SET event_seq = $3 WHERE workspace_id = $1 AND id = $2', [workspaceId, id, seq]);
  });
}

interface Placed {
  article_id: string;
  seq: number;
  workspace_seq: number | null;
}

const events = ({ workspaceId }: TestViewer): Promise<Placed[]> =>
  db.database.readWorkspace({ workspaceId }, (c) =>
    c.query<Placed>('SELECT article_id, seq, workspace_seq FROM event ORDER BY workspace_seq'),
  );

describe('the order of events', () => {
  it('has no gap and keeps that of each article, whoever writes and whatever dies', async () => {
    const viewers = [viewer, await db.workspace()];
    // A round that is killed is tried again at once here, not after some seconds.
    const round = (): Promise<Next> => sequencer.round().catch((): Next => 'soon');
    const rounds = [1, 2, 3].map((n) => new Rounds(`${n}`, round, { soonMs: 1, laterMs: 2 }));
    for (const each of rounds) each.start();
    let writing = true;
    let killed = 0;
    const killing = (async () => {
      while (writing) {
        const rows = await db.admin(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE datname = current_database() AND state = 'active' AND query LIKE '%order_events%' AND pid <> pg_backend_pid()`,
        );
        killed += rows.length;
        await sleep(5);
      }
    })();
    const articles = await Promise.all(
      viewers.flatMap((each) => [1, 2, 3, 4].map(async () => [each, await article(each)] as const)),
    );
    await Promise.all(
      articles.map(async ([each, id]) => {
        for (let i = 0; i < 40; i++) await change(each, id, 1 + (i % 3));
      }),
    );
    writing = false;
    await killing;
    await Promise.all(rounds.map((each) => each.stop()));
    while ((await sequencer.round()) !== 'later');

    expect(killed).toBeGreaterThan(0);
    for (const each of viewers) {
      const placed = await events(each);
      expect(placed).toHaveLength(316);
      expect(placed.map(({ workspace_seq }) => workspace_seq)).toEqual(placed.map((_, i) => i + 1));
      for (const id of new Set(placed.map(({ article_id }) => article_id))) {
        const own = placed.filter(({ article_id }) => article_id === id).map(({ seq }) => seq);
        expect(own).toEqual(own.map((_, i) => i + 1));
      }
    }
  });

  it('goes on in batches', async () => {
    const id = await article(viewer);
    await change(viewer, id, 4_500);
    expect([await sequencer.round(), await sequencer.round(), await sequencer.round()]).toEqual(['now', 'now', 'soon']);
    expect(await sequencer.round()).toBe('later');
    const placed = await events(viewer);
    expect(placed.every(({ seq, workspace_seq }) => seq === workspace_seq)).toBe(true);
  });

  it('is given as soon as events are committed, also by who does no jobs, and not before', async () => {
    // Nothing begins a round but a commit.
    const woken = new Sequencer(db.database, { repeat: () => undefined } as unknown as Jobs);
    woken.onModuleInit();
    const placesOf = async (id: string): Promise<(number | null)[]> =>
      (await events(viewer)).filter(({ article_id }) => article_id === id).map(({ workspace_seq }) => workspace_seq);
    try {
      const ids = await Promise.all([1, 2, 3].map(() => article(viewer)));
      await expect(
        db.database.withWorkspace(viewer, async (c) => {
          await recordEvents(c, viewer.workspaceId, ids[0]!, 0, [happening(ids[0]!)]);
          throw new Error('undone');
        }),
      ).rejects.toThrow('undone');
      await sleep(100);
      await Promise.all(
        ids.map(async (id) => {
          for (let i = 0; i < 20; i++) await change(viewer, id, 2);
        }),
      );
      await until('all have their place', async () => {
        const places = (await Promise.all(ids.map(placesOf))).flat();
        return places.length === 120 && places.every((place) => place !== null);
      });
    } finally {
      await woken.onModuleDestroy();
    }
    const [id] = [await article(viewer)];
    await change(viewer, id, 1);
    await sleep(200);
    expect(await placesOf(id)).toEqual([null]);
    await sequencer.round();
  });

  it('cannot be changed by the program', async () => {
    await expect(
      db.database.withWorkspace(viewer, (c) => c.query('UPDATE event SET workspace_seq = 1')),
    ).rejects.toThrow('permission denied');
  });
});

describe('a listener', () => {
  it('is told of its workspace, also after its connection broke', async () => {
    const other = await db.workspace();
    const [mine, theirs] = [await article(viewer), await article(other)];
    const listener = new EventListener(db.database);
    let calls = 0;
    const end = listener.onChange(viewer.workspaceId, () => void calls++);
    const listening = async (): Promise<{ pid: number }[]> =>
      await db.admin<{ pid: number }>(
        `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'obelus events'`,
      );
    await until('it listens', async () => (await listening()).length === 1);
    await sleep(200);

    await change(other, theirs, 1);
    await sequencer.round();
    await sleep(200);
    expect(calls).toBe(0);
    await change(viewer, mine, 3);
    await sequencer.round();
    await until('it is told', () => Promise.resolve(calls > 0), 1_000);

    const [{ pid } = { pid: 0 }] = await listening();
    await db.admin('SELECT pg_terminate_backend($1::integer)', [pid]);
    await change(viewer, mine, 1);
    await sequencer.round();
    calls = 0;
    await until('it has found out', () => Promise.resolve(calls > 0), 5_000);
    end();
    await change(viewer, mine, 1);
    await sequencer.round();
    calls = 0;
    await sleep(200);
    expect(calls).toBe(0);
    await listener.onModuleDestroy();
    expect(await listening()).toEqual([]);
  });
});
