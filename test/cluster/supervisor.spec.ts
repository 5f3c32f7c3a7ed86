import cluster, { type Worker } from 'node:cluster';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Supervisor } from '../../src/cluster/supervisor.js';
import { until } from '../support/until.js';

jest.setTimeout(60_000);

const folder = mkdtempSync(join(tmpdir(), 'obelus-supervisor-'));
const word = join(folder, 'word');
let supervisor: Supervisor;

beforeAll(() => Logger.overrideLogger(false));
beforeEach(() => {
  supervisor = new Supervisor({
    count: 2,
    program: fileURLToPath(new URL('support/member.mjs', import.meta.url)),
    host: '127.0.0.1',
    port: 0,
    assign: () => ({
      databaseUrl: word,
      jobs: 'off',
      sample: 'off',
      judgedOtherwise: [],
      viewer: { workspaceId: '', memberId: '' },
    }),
  });
});
afterEach(async () => {
  rmSync(word, { force: true });
  await supervisor.close();
  cluster.removeAllListeners('message');
});
afterAll(() => rmSync(folder, { recursive: true }));

const workers = (): Worker[] => Object.values(cluster.workers ?? {}).flatMap((worker) => worker ?? []);

it('a process that ends while its replacement fails is replaced all the same', async () => {
  await supervisor.start();
  const known = workers();
  writeFileSync(word, 'wait');
  const replaced = supervisor.replaceAll();
  await until('the new one is starting', () => Promise.resolve(workers().length === 3));
  known[0]!.process.kill('SIGKILL');
  // By then it would have been started again, had nobody been starting in its place.
  await sleep(1_000);
  const [, failing] = workers();
  expect(workers()).toEqual([known[1], failing]);
  writeFileSync(word, 'fail');
  await replaced;
  rmSync(word);
  await until('there is another one', () =>
    Promise.resolve(workers().some((worker) => worker !== known[1] && worker !== failing)),
  );
});

it('a process that ends before it has begun is told', async () => {
  cluster.once('fork', (worker) => worker.process.kill('SIGKILL'));
  await expect(supervisor.start()).rejects.toThrow(/^process \d+ ended before it served$/);
});
