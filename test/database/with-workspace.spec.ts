import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuid } from 'uuid';
import {
  DatabaseUnavailableError,
  StatementTimeoutError,
  UniqueViolationError,
  WriteConflictError,
} from '../../src/database/errors.js';
import type { Texts, WorkspaceConnection } from '../../src/database/workspace-connection.js';
import { createTestDatabase, onOneServer, type TestDatabase, type TestViewer } from '../support/test-database.js';

let db: TestDatabase;
let mine: TestViewer;
let theirs: TestViewer;

/** The workspace that a fresh use of each connection of the pool sees outside any transaction. */
async function leftBehind(): Promise<unknown[]> {
  const look = (): Promise<unknown[]> =>
    db.database.outsideWorkspaces(
      `SELECT coalesce(current_setting('obelus.workspace', true), '') AS workspace, (SELECT count(*) FROM workspace) AS n,
        current_setting('statement_timeout') AS timeout, pg_sleep(0.05)`,
    );
  return (await Promise.all([look(), look(), look()])).flat();
}
const CLEAN = { workspace: '', n: 0, timeout: '1s', pg_sleep: '' };

/** The rows that come one by one. */
async function textsOf(
  connection: WorkspaceConnection,
  sql: string,
  params: readonly unknown[] = [],
  prepared = false,
): Promise<Texts[]> {
  const rows: Texts[] = [];
  await connection.eachTexts(sql, params, prepared, (row) => rows.push(row));
  return rows;
}

beforeAll(async () => {
  db = await createTestDatabase({ poolSize: 3, statementTimeoutMs: 1000 });
  mine = await db.workspace('Mine');
  theirs = await db.workspace('Theirs');
});
afterAll(() => db.drop());
afterEach(async () => {
  expect(await leftBehind()).toEqual([CLEAN, CLEAN, CLEAN]);
});

describe('withWorkspace', () => {
  it('sees its workspace, and commits', async () => {
    const id = uuid();
    await db.database.withWorkspace(mine, (c) =>
      c.query('INSERT INTO job (workspace_id, id, kind, state) VALUES ($1, $2, $3, 1)', [mine.workspaceId, id, 'test']),
    );
    const rows = await db.database.readWorkspace(mine, (c) => c.query('SELECT id, kind FROM job WHERE id = $1', [id]));
    expect(rows).toEqual([{ id, kind: 'test' }]);
  });

  it('writes nothing when the work fails, whatever failed', async () => {
    const insert = 'INSERT INTO job (workspace_id, id, kind, state) VALUES ($1, $2, $3, 1)';
    const failing = db.database.withWorkspace(mine, async (c) => {
      await c.query(insert, [mine.workspaceId, uuid(), 'half']);
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    const swallowing = db.database.withWorkspace(mine, async (c) => {
      await c.query(insert, [mine.workspaceId, uuid(), 'half']);
      await c.query('SELECT 1 / 0').catch(() => null);
    });
    await expect(swallowing).rejects.toThrow('nothing was stored');
    expect(await db.owner("SELECT id FROM job WHERE kind = 'half'")).toEqual([]);
  });

  it('passes on the failure of the very first statement', async () => {
    for (const sql of ['SELECT 1 / 0', 'SELEC 1', 'SELECT * FROM nowhere']) {
      await expect(db.database.withWorkspace(mine, (c) => c.query(sql))).rejects.toThrow();
      await expect(db.database.readWorkspace(mine, (c) => c.query(sql))).rejects.toThrow();
    }
  });

  it('waits for statements that are still under way when one fails', async () => {
    const both = db.database.withWorkspace(mine, (c) =>
      Promise.all([c.query('SELECT 1 / 0'), c.query('SELECT pg_sleep(0.2)').catch(() => 'too')]),
    );
    await expect(both).rejects.toThrow('division by zero');
  });

  it('tells of a statement behind one that failed what failed', async () => {
    await db.database
      .withWorkspace(mine, async (c) => {
        const both = await Promise.allSettled([c.query('SELECT 1 / 0'), c.query('SELECT 1')]);
        expect(both.map((each) => String((each as PromiseRejectedResult).reason))).toEqual(
          Array(2).fill(expect.stringContaining('division by zero')),
        );
      })
      .catch(() => undefined);
  });

  it('refuses statements after the end', async () => {
    const kept = await db.database.withWorkspace(mine, (c) => Promise.resolve(c));
    await expect(kept.query('SELECT 1')).rejects.toThrow('after the end');
    await expect(kept.manager.query('SELECT 1')).rejects.toThrow();
  });

  it('keeps many at once apart', async () => {
    const viewers = Array.from({ length: 40 }, (_, i) => (i % 2 ? mine : theirs));
    const names = await Promise.all(
      viewers.map((viewer) =>
        db.database.readWorkspace(viewer, async (c) => {
          await sleep(Math.random() * 3);
          return await c.query<{ id: string }>('SELECT id FROM workspace');
        }),
      ),
    );
    expect(names).toEqual(viewers.map(({ workspaceId }) => [{ id: workspaceId }]));
  });

  it('sees its workspace in what a connection planned for another one, also after that failed', async () => {
    const sql = 'SELECT id, 1 / $1::integer AS share FROM workspace';
    const look = (viewer: TestViewer, divisor: number): Promise<unknown[]> =>
      db.database.readWorkspace(viewer, async (c) => {
        // Twice on its way before the first answer: it is sent to be planned once.
        const [once] = await Promise.all([c.queryPrepared(sql, [divisor]), c.queryPrepared(sql, [divisor])]);
        return once;
      });
    // Often enough for PostgreSQL to keep one plan for all.
    for (let i = 0; i < 30; i++) {
      const viewer = i % 2 ? mine : theirs;
      expect(await look(viewer, 1)).toEqual([{ id: viewer.workspaceId, share: 1 }]);
      if (i % 10 === 0) await expect(look(viewer, 0)).rejects.toThrow('division by zero');
    }
    const refused = db.database.withWorkspace(mine, (c) =>
      Promise.all([c.query('SELECT 1 / 0'), c.queryPrepared('SELECT 1 AS fresh')]),
    );
    await expect(refused).rejects.toThrow('division by zero');
    for (let i = 0; i < 6; i++) {
      expect(await db.database.readWorkspace(mine, (c) => c.queryPrepared('SELECT 1 AS fresh'))).toEqual([
        { fresh: 1 },
      ]);
    }
  });

  it('takes nothing but a UUID for a workspace', async () => {
    const forged = { workspaceId: `${mine.workspaceId}'; SELECT 'x` };
    await expect(db.database.withWorkspace(forged, (c) => c.query('SELECT 1'))).rejects.toThrow('UUID');
  });

  it('does not write while it reads, and reads one snapshot', async () => {
    const write = db.database.readWorkspace(mine, (c) => c.query("UPDATE workspace SET name = 'x'"));
    await expect(write).rejects.toThrow('read-only transaction');
    const counts = await db.database.readWorkspace(mine, async (c) => {
      const before = await c.query('SELECT count(*) AS n FROM job');
      await db.owner('INSERT INTO job (workspace_id, id, kind, state) VALUES ($1, $2, $3, 1)', [
        mine.workspaceId,
        uuid(),
        'between',
      ]);
      return [before, await c.query('SELECT count(*) AS n FROM job')];
    });
    expect(counts[0]).toEqual(counts[1]);
  });

  it('reads with one statement, which sees its workspace, and takes no other', async () => {
    const sql = 'SELECT w.id, 7 AS n, NULL AS nothing, true AS yes FROM workspace w WHERE w.id <> $1';
    // Prepared for one workspace, and used for the other on the same connections.
    for (const [viewer, other] of [
      [mine, theirs],
      [theirs, mine],
      [mine, theirs],
    ] as const) {
      const reading = Array.from({ length: 6 }, () =>
        db.database.readWorkspace(viewer, (c) => textsOf(c, sql, [other.workspaceId], true), {
          single: true,
          generic: true,
        }),
      );
      for (const rows of await Promise.all(reading)) expect(rows).toEqual([[viewer.workspaceId, '7', null, 't']]);
    }
    const twice = db.database.readWorkspace(
      mine,
      async (c) => [await textsOf(c, 'SELECT 1'), await textsOf(c, 'SELECT 2')],
      { single: true },
    );
    await expect(twice).rejects.toThrow('after the end');
  });

  it('goes on with the connection after the one statement failed', async () => {
    const failing = (sql: string) => db.database.readWorkspace(mine, (c) => textsOf(c, sql), { single: true });
    await expect(failing('SELECT 1 / 0')).rejects.toThrow('division by zero');
    await expect(failing('SELECT pg_sleep(5)')).rejects.toBeInstanceOf(StatementTimeoutError);
    await expect(failing('DELETE FROM job')).rejects.toThrow('read-only');
    const thrown = db.database.readWorkspace(
      mine,
      () => {
        throw new Error('before it was sent');
      },
      { single: true },
    );
    await expect(thrown).rejects.toThrow('before it was sent');
    expect(await failing('SELECT 1')).toEqual([['1']]);
  });

  it('tells what went wrong with a row, and gives out no more of them', async () => {
    let given = 0;
    const failing = db.database.readWorkspace(
      mine,
      (c) =>
        c.eachTexts('SELECT generate_series(1, 5)', [], false, ([n]) => {
          given++;
          if (n === '2') throw new RangeError('no code of ours');
        }),
      { single: true },
    );
    await expect(failing).rejects.toThrow(new RangeError('no code of ours'));
    expect(given).toBe(2);
    expect(await db.database.readWorkspace(mine, (c) => textsOf(c, 'SELECT 1'), { single: true })).toEqual([['1']]);
  });

  it('gives TypeORM the same transaction', async () => {
    const kinds = await db.database.withWorkspace(mine, async (c) => {
      await c.query('INSERT INTO job (workspace_id, id, kind, state) VALUES ($1, $2, $3, 1)', [
        mine.workspaceId,
        uuid(),
        'seen by both',
      ]);
      await c.manager
        .transaction(async (nested) => {
          await nested.query("UPDATE job SET kind = 'changed' WHERE kind = 'seen by both'");
          throw new Error('undo');
        })
        .catch(() => null);
      return await c.manager.query("SELECT kind FROM job WHERE kind IN ('seen by both', 'changed')");
    });
    expect(kinds).toEqual([{ kind: 'seen by both' }]);
  });

  it('tells of each statement, until it is told not to', async () => {
    const seen: string[] = [];
    const end = db.database.onStatement((sql) => seen.push(sql));
    await db.database.readWorkspace(mine, async (c) => {
      await c.query('SELECT 1');
      await c.manager.query('SELECT 2');
    });
    end();
    await db.database.readWorkspace(mine, (c) => c.query('SELECT 3'));
    expect(seen).toEqual(['SELECT 1', 'SELECT 2']);
  });
});

describe('errors of the database', () => {
  it('names a statement that runs too long', async () => {
    const slow = 'SELECT pg_sleep(5)';
    await expect(
      db.database.readWorkspace(mine, (c) => c.query(slow), { statementTimeoutMs: 50 }),
    ).rejects.toBeInstanceOf(StatementTimeoutError);
    await expect(db.database.withWorkspace(mine, (c) => c.manager.query(slow))).rejects.toBeInstanceOf(
      StatementTimeoutError,
    );
  });

  it('names a value that is taken', async () => {
    const id = uuid();
    const twice = db.database.withWorkspace(mine, async (c) => {
      for (let i = 0; i < 2; i++) {
        await c.query('INSERT INTO job (workspace_id, id, kind, state) VALUES ($1, $2, $3, 1)', [
          mine.workspaceId,
          id,
          'twice',
        ]);
      }
    });
    await expect(twice).rejects.toMatchObject({ constraint: 'job_pkey' });
    await expect(twice).rejects.toBeInstanceOf(UniqueViolationError);
  });

  it('names two writers that stand in each other’s way', async () => {
    const [a, b] = [uuid(), uuid()];
    for (const id of [a, b]) {
      await db.owner("INSERT INTO job (workspace_id, id, kind, state) VALUES ($1, $2, 'lock', 1)", [
        mine.workspaceId,
        id,
      ]);
    }
    const lock = (first: string, second: string): Promise<void> =>
      db.database.withWorkspace(
        mine,
        async (c) => {
          await c.query('SELECT FROM job WHERE workspace_id = $1 AND id = $2 FOR UPDATE', [mine.workspaceId, first]);
          await sleep(100);
          await c.query('SELECT FROM job WHERE workspace_id = $1 AND id = $2 FOR UPDATE', [mine.workspaceId, second]);
        },
        { statementTimeoutMs: 10_000 },
      );
    const results = await Promise.allSettled([lock(a, b), lock(b, a)]);
    const failed = results.filter((result) => result.status === 'rejected');
    expect(failed).toHaveLength(1);
    expect(failed[0]!.reason).toBeInstanceOf(WriteConflictError);
  });

  // Citus ends connections in its own way.
  onOneServer('names a lost connection, and goes on with another', async () => {
    const lost = db.database.withWorkspace(mine, async (c) => {
      await c.query('SELECT pg_terminate_backend(pg_backend_pid())').catch(() => null);
      await sleep(50);
      await c.query('SELECT 1');
    });
    await expect(lost).rejects.toBeInstanceOf(DatabaseUnavailableError);
    await db.database.ping();
  });
});
