import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import { JOB_STATE } from '../../src/database/codes.js';
import type { WorkspaceConnection } from '../../src/database/workspace-connection.js';
import { ENTITIES } from '../../src/entities.js';
import { JobError, JobLostError } from '../../src/jobs/job-error.js';
import { Jobs, type EnqueueOptions, type JobRun } from '../../src/jobs/jobs.js';
import { createTestDatabase, type TestDatabase, type TestViewer } from '../support/test-database.js';
import { until } from '../support/until.js';

jest.setTimeout(90_000);

let db: TestDatabase;
let viewer: TestViewer;
/** Asks for jobs and does none. */
let desk: Jobs;
let jobs: Jobs;
/** What handlers of the kind "noted" were given, in order. */
let noted: unknown[] = [];
/** What a handler of the kind "told" does. */
let told: (run: JobRun, attempt: number) => Promise<void> = () => Promise.resolve();
let attempts = 0;

beforeAll(async () => {
  // What fails here is meant to.
  Logger.overrideLogger(false);
  db = await createTestDatabase({ entities: ENTITIES, poolSize: 8 });
  desk = worker('off');
  await desk.onApplicationBootstrap();
  jobs = worker();
  await jobs.onApplicationBootstrap();
});
afterAll(async () => {
  await desk.onModuleDestroy();
  await jobs.onModuleDestroy();
  await db.drop();
});
beforeEach(async () => {
  viewer = await db.workspace();
  [noted, attempts] = [[], 0];
});

function worker(does: 'on' | 'off' = 'on'): Jobs {
  const made = new Jobs(db.database, { jobs: does }, { pollSeconds: 0.5, superviseSeconds: 1, farewellMs: 1_000 });
  made.handle('noted', async (owner, payload) => {
    await sleep(20);
    if (owner.workspaceId === viewer.workspaceId) noted.push({ ...owner, payload });
  });
  const quick = { retries: 2, retryAfterSeconds: 1 };
  made.handle('told', (_owner, _payload, run) => told(run, ++attempts), quick);
  made.handle('stubborn', (_owner, payload, run) => (noted.push(payload), run.progress(2)), { retryAfterSeconds: 1 });
  return made;
}

const ask = (kind: string, payload: unknown, options: EnqueueOptions = {}): Promise<string> =>
  db.database.withWorkspace(viewer, (c) => desk.enqueue(c, viewer, kind, payload, options));

async function look(id: string): Promise<{ state: string; done: number; error: string | null; inputs: number }> {
  const [row] = await db.database.readWorkspace(viewer, (c) =>
    c.query<{ state: number; done: number; error: string | null; inputs: number }>(
      `SELECT state, done, error, (SELECT count(*) FROM job_input i WHERE i.workspace_id = job.workspace_id AND i.job_id = job.id) AS inputs
       FROM job WHERE id = $1`,
      [id],
    ),
  );
  if (!row) throw new Error('no such job');
  return { ...row, state: JOB_STATE.fromCode(row.state) };
}

const ended = (id: string): Promise<void> =>
  until('the job has ended', async () => ['DONE', 'FAILED'].includes((await look(id)).state));

describe('a job', () => {
  it('is done after its transaction, for its owner, and forgets what it was given', async () => {
    const payload = { text: 'Zwölf Boote\n"quoted"', list: [1, null] };
    const id = await ask('noted', payload, { total: 4 });
    await ended(id);
    const { workspaceId, memberId } = viewer;
    expect(noted).toEqual([{ workspaceId, memberId, payload }]);
    expect(await look(id)).toEqual({ state: 'DONE', done: 4, error: null, inputs: 0 });
  });

  it('does not exist when its transaction is undone', async () => {
    const undone = db.database.withWorkspace(viewer, async (c) => {
      await desk.enqueue(c, viewer, 'noted', 'undone');
      throw new Error('changed my mind');
    });
    await expect(undone).rejects.toThrow('changed my mind');
    expect(await db.owner('SELECT FROM job WHERE workspace_id = $1', [viewer.workspaceId])).toEqual([]);
    expect(await db.owner(`SELECT FROM pgboss.job WHERE data ->> 'workspaceId' = $1`, [viewer.workspaceId])).toEqual(
      [],
    );
  });

  it('leaves nothing in the queue that another workspace could not see', async () => {
    await ask('noted', { secret: 'the source is Ms Vane' });
    const kept = await db.owner<{ row: string }>('SELECT job::text AS row FROM pgboss.job');
    expect(kept.length).toBeGreaterThan(0);
    expect(JSON.stringify(kept)).not.toContain('Vane');
  });

  it('cannot be asked for when nobody does it', async () => {
    await expect(ask('unheard-of', null)).rejects.toThrow('nobody handles jobs of kind unheard-of');
  });

  it('begins when it is time', async () => {
    const id = await ask('noted', 'later', { runAt: new Date(Date.now() + 2_000) });
    await sleep(1_200);
    expect(await look(id)).toMatchObject({ state: 'WAITING' });
    await ended(id);
    expect(noted).toHaveLength(1);
  });

  it('of a key waits once, until the earliest time that was asked for', async () => {
    const far = await ask('noted', 'first', { key: 'a', runAt: new Date(Date.now() + 3_600_000) });
    const others = await Promise.all([1, 2, 3].map((n) => ask('noted', n, { key: 'a' })));
    expect(new Set([far, ...others]).size).toBe(1);
    const apart = await ask('noted', 'other key', { key: 'b' });
    await Promise.all([ended(far), ended(apart)]);
    expect(noted.map((each) => (each as { payload: unknown }).payload).sort()).toEqual(['first', 'other key']);
    const next = await ask('noted', 'again', { key: 'a' });
    expect(next).not.toBe(far);
    await ended(next);
  });

  it('of a key that is asked for while the waiting one begins sees what was written', async () => {
    const first = await ask('noted', 'first', { key: 'a', runAt: new Date(Date.now() + 1_000) });
    const second = await db.database.withWorkspace(
      viewer,
      async (c) => {
        const id = await desk.enqueue(c, viewer, 'noted', 'second', { key: 'a' });
        await sleep(3_000);
        expect(noted).toEqual([]);
        return id;
      },
      { statementTimeoutMs: 10_000 },
    );
    expect(second).toBe(first);
    await ended(first);
    expect(noted).toHaveLength(1);
  });
});

describe('progress', () => {
  it('is seen while the job goes on', async () => {
    let goOn = (): void => undefined;
    const wait = new Promise<void>((done) => (goOn = done));
    told = async (run) => {
      await run.progress(1);
      await wait;
    };
    const id = await ask('told', null, { total: 3 });
    await until('a step is done', async () => (await look(id)).done === 1);
    expect(await look(id)).toMatchObject({ state: 'RUNNING', inputs: 1 });
    goOn();
    await ended(id);
    expect(await look(id)).toMatchObject({ state: 'DONE', done: 3 });
  });

  it('ends with the effect in one transaction, and is not done twice', async () => {
    let effects = 0;
    told = async (run) => {
      await db.database.withWorkspace(viewer, async (c) => {
        await c.query('UPDATE workspace SET name = name || $1', ['!']);
        await run.finish(c);
      });
      effects++;
      throw new Error('the process goes wrong just after');
    };
    const id = await ask('told', null);
    await ended(id);
    await until('it was tried again in vain', async () => {
      const [row] = await db.owner<{ state: string }>('SELECT state FROM pgboss.job WHERE id = $1', [id]);
      return row?.state === 'completed';
    });
    expect(effects).toBe(1);
    expect(await look(id)).toMatchObject({ state: 'DONE' });
    expect(await db.owner('SELECT name FROM workspace WHERE id = $1', [viewer.workspaceId])).toEqual([
      { name: 'A desk!' },
    ]);
  });

  it('that shares a transaction with its step is where the next attempt goes on', async () => {
    const begun: JobRun['from'][] = [];
    told = async (run, attempt) => {
      begun.push(run.from);
      await db.database.withWorkspace(viewer, (c) => run.passed(c, 2, 'the second'));
      const undone = db.database.withWorkspace(viewer, async (c) => {
        await run.passed(c, 3, 'the third');
        throw new Error('a step that goes wrong');
      });
      if (attempt === 1) await undone;
      await undone.catch(() => undefined);
    };
    const id = await ask('told', null, { total: 4 });
    await ended(id);
    expect(begun).toEqual([
      { done: 0, position: null },
      { done: 2, position: 'the second' },
    ]);
    expect(await look(id)).toMatchObject({ state: 'DONE', done: 4 });
  });

  it('of a job that was taken over is refused', async () => {
    const refused: unknown[] = [];
    told = async (run) => {
      await db.owner('UPDATE job SET attempt = attempt + 1 WHERE workspace_id = $1', [viewer.workspaceId]);
      await run.progress(1).catch((error: unknown) => refused.push(error));
      for (const end of [run.finish, (c: WorkspaceConnection) => run.passed(c, 1, 'the first')]) {
        await db.database.withWorkspace(viewer, end).catch((error: unknown) => refused.push(error));
      }
    };
    const id = await ask('told', null);
    await until('all were refused', () => Promise.resolve(refused.length === 3));
    expect(refused.every((error) => error instanceof JobLostError)).toBe(true);
    expect(await look(id)).toMatchObject({ state: 'RUNNING', done: 0 });
  });
});

describe('a handler that throws', () => {
  it('is tried again, more and more slowly, and then has failed by a fault that is not told', async () => {
    const at: number[] = [];
    told = () => {
      at.push(Date.now());
      throw new Error('relation "secret" does not exist');
    };
    const id = await ask('told', null);
    await until('it was tried once', () => Promise.resolve(at.length === 1));
    await until('it waits', async () => (await look(id)).state === 'WAITING');
    await ended(id);
    expect(at).toHaveLength(3);
    expect(at[2]! - at[1]!).toBeGreaterThan(1_000);
    expect(await look(id)).toEqual({
      state: 'FAILED',
      done: 0,
      error: 'it failed by a fault of the server; see its log',
      inputs: 0,
    });
  });

  it('says why in words that it chose, at once or after the last attempt', async () => {
    told = () => Promise.reject(new JobError('the archive has no such page'));
    const final = await ask('told', null);
    await ended(final);
    expect([attempts, await look(final)]).toMatchObject([
      1,
      { state: 'FAILED', error: 'the archive has no such page' },
    ]);
    told = () => Promise.reject(new JobError('the archive is closed', true));
    const again = await ask('told', null);
    await ended(again);
    expect([attempts, await look(again)]).toMatchObject([4, { state: 'FAILED', error: 'the archive is closed' }]);
  });

  it('may succeed later', async () => {
    told = (_run, attempt) => (attempt === 1 ? Promise.reject(new Error('not now')) : Promise.resolve());
    const id = await ask('told', null);
    await ended(id);
    expect([attempts, await look(id)]).toMatchObject([2, { state: 'DONE', error: null }]);
  });
});

describe('the end of a process', () => {
  it('by kill leaves the job to another one', async () => {
    await jobs.onModuleDestroy();
    const child = spawn(process.execPath, [
      '--import',
      './test/support/typescript.mjs',
      'test/support/job-child.ts',
      db.appUrl,
    ]);
    try {
      const id = await ask('stubborn', 'the input');
      await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
      expect(await look(id)).toMatchObject({ state: 'RUNNING', done: 1 });
      child.kill('SIGKILL');
      await once(child, 'exit');
      // The default patience is twenty seconds.
      await db.owner('UPDATE pgboss.job SET heartbeat_seconds = 1 WHERE id = $1', [id]);
      jobs = worker();
      await jobs.onApplicationBootstrap();
      await ended(id);
      expect(noted).toEqual(['the input']);
      expect(await look(id)).toEqual({ state: 'DONE', done: 2, error: null, inputs: 0 });
    } finally {
      child.kill('SIGKILL');
    }
  });

  it('of every attempt makes the job fail', async () => {
    told = (run) => sleep(3_600_000, undefined, { signal: run.signal });
    const id = await ask('told', null);
    await until('it has begun', () => Promise.resolve(attempts === 1));
    await db.owner(
      `UPDATE pgboss.job SET heartbeat_seconds = 1, heartbeat_on = now() - interval '1 minute', retry_count = retry_limit
       WHERE id = $1`,
      [id],
    );
    await ended(id);
    expect(await look(id)).toMatchObject({
      state: 'FAILED',
      error: expect.stringContaining('begun several times') as string,
      inputs: 0,
    });
  });

  it('in order hands back what is not done in time', async () => {
    told = (run) => sleep(3_600_000, undefined, { signal: run.signal });
    const id = await ask('told', null);
    await until('it has begun', () => Promise.resolve(attempts === 1));
    const before = Date.now();
    await jobs.onModuleDestroy();
    expect(Date.now() - before).toBeLessThan(3_000);
    told = () => Promise.resolve();
    jobs = worker();
    await jobs.onApplicationBootstrap();
    await ended(id);
    expect([attempts, await look(id)]).toMatchObject([2, { state: 'DONE' }]);
  });
});

describe('work for all workspaces', () => {
  it('at set times is done by one process, and in rounds by each', async () => {
    const done: string[] = [];
    const both = [1, 2].map((n) => {
      const made = worker();
      made.every('* * * * *', 'each-minute', () => Promise.resolve(void done.push('minute')));
      made.repeat('rounds', () => (done.push(`round ${n}`), Promise.resolve('later')), { soonMs: 1, laterMs: 100 });
      return made;
    });
    for (const each of both) await each.onApplicationBootstrap();
    await until('both had rounds', () => Promise.resolve(['round 1', 'round 2'].every((each) => done.includes(each))));
    expect(await db.owner(`SELECT name, cron FROM pgboss.schedule`)).toEqual([
      { name: 'each-minute', cron: '* * * * *' },
    ]);
    // As the clock does at the full minute, in each process.
    const clock = new PgBoss({ connectionString: db.ownerUrl, migrate: false, supervise: false, schedule: false });
    await clock.start();
    const sent = await Promise.all([clock.send('each-minute'), clock.send('each-minute')]);
    await clock.stop();
    expect(sent.filter((id) => id !== null)).toHaveLength(1);
    await until('the minute is done', () => Promise.resolve(done.includes('minute')));
    await Promise.all(both.map((each) => each.onModuleDestroy()));
    const count = done.length;
    await sleep(300);
    expect(done).toHaveLength(count);
  });
});
