import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { ENTITIES } from '../../src/entities.js';
import { ADMIN_TOKEN, ServerProcess } from '../replication/support/program.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { until } from '../support/until.js';

jest.setTimeout(180_000);

/** So that each request is a connection of its own, which the next process is given. */
const APART = { connection: 'close' };
const SCORE = '{ evidenceSummary { checkable } }';

let db: TestDatabase;
let server: ServerProcess;

const environment = (): Record<string, string> => ({
  DATABASE_URL: db.appUrl,
  OBELUS_OWNER_URL: db.ownerUrl,
  OBELUS_PROCESSES: '2',
  OBELUS_POOL_SIZE: '4',
});

beforeAll(async () => {
  db = await createTestDatabase({ entities: ENTITIES });
  server = await ServerProcess.start(environment());
});
afterAll(async () => {
  await server.end('SIGKILL');
  // Those that it supervised end themselves.
  await until('no process is left', () => Promise.resolve(children(server.pid).length === 0));
  await db.drop();
});

/** Of a process on Linux: those that it started. */
function children(pid: number): number[] {
  try {
    const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
    return text.split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

async function metric(name: string): Promise<number | undefined> {
  const { text } = await server.get('/metrics');
  const value = new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1];
  return value === undefined ? undefined : Number(value);
}

async function newToken(role: string): Promise<{ id: string; secret: string }> {
  const { data } = await server.ask<{ createToken: { secret: string; token: { id: string } } }>(
    ADMIN_TOKEN,
    `mutation { createToken(input: { name: "a program", role: ${role} }) { secret token { id } } }`,
  );
  return { secret: data!.createToken.secret, id: data!.createToken.token.id };
}

describe('several processes on one port', () => {
  it('are started once: one migrates, one brings the sample, one greets', async () => {
    expect(server.output.match(/answers at/g)).toHaveLength(1);
    expect(server.output).toContain('2 processes serve together\n');
    expect(children(server.pid)).toHaveLength(2);
    expect(await db.owner('SELECT count(*)::integer AS n FROM article')).toEqual([{ n: 1 }]);
  });

  it('tell their metrics as one, whichever is asked', async () => {
    for (let i = 0; i < 4; i++)
      expect((await server.ask(ADMIN_TOKEN, SCORE, { headers: APART })).errors).toBeUndefined();
    const queries = 'obelus_graphql_operations_total{operation="query",field="evidenceSummary",outcome="done"}'.replace(
      /[{}]/g,
      '\\$&',
    );
    expect(await metric(queries)).toBe(4);
    expect(await metric(queries)).toBe(4);
    expect(await metric('obelus_processes')).toBe(2);
    const { text } = await server.get('/metrics');
    // What is one for all is not added up.
    expect(text).toMatch(/^obelus_build_info\{[^}]*process="server"\} 1$/m);
    expect(await server.get('/readyz')).toMatchObject({ status: 200, text: expect.stringContaining('"ok"') as string });
  });

  it('all soon refuse a token that one of them revoked', async () => {
    const { id, secret } = await newToken('READER');
    for (let i = 0; i < 4; i++) expect((await server.ask(secret, SCORE, { headers: APART })).status).toBe(200);
    await server.ask(
      ADMIN_TOKEN,
      'mutation ($id: ID!) { revokeToken(input: { tokenId: $id }) { userErrors { code } } }',
      {
        variables: { id },
      },
    );
    await sleep(5_000);
    for (let i = 0; i < 4; i++) expect((await server.ask(secret, SCORE, { headers: APART })).status).toBe(401);
  });

  it('do a mutation once that is sent to both under one key', async () => {
    const { data } = await server.ask<{ claims: { edges: { node: { id: string } }[] } }>(
      ADMIN_TOKEN,
      '{ claims(first: 1) { edges { node { id } } } }',
    );
    const key = randomUUID();
    const ask = () =>
      server.ask(
        ADMIN_TOKEN,
        'mutation ($id: ID!) { addComment(input: { claimId: $id, text: "once" }) { comment { id } } }',
        {
          variables: { id: data!.claims.edges[0]!.node.id },
          headers: { ...APART, 'idempotency-key': key },
        },
      );
    const answers = [await ask(), await ask(), await ask()];
    expect(answers.map(({ headers }) => headers.get('idempotency-replayed'))).toEqual([null, 'true', 'true']);
    expect(new Set(answers.map((answer) => JSON.stringify(answer.data))).size).toBe(1);
    expect(await db.owner("SELECT count(*)::integer AS n FROM comment WHERE text = 'once'")).toEqual([{ n: 1 }]);
  });

  it('go on when one dies, and another one takes its place', async () => {
    const [first] = children(server.pid);
    process.kill(first!, 'SIGKILL');
    await until('there are two again', () => {
      const now = children(server.pid);
      return Promise.resolve(now.length === 2 && !now.includes(first!));
    });
    await until('it is counted', async () => (await metric('obelus_process_restarts_total').catch(() => 0)) === 1);
    expect(server.output).toContain(`process ${first!} ended (SIGKILL)`);
    for (let i = 0; i < 4; i++) expect((await server.ask(ADMIN_TOKEN, SCORE, { headers: APART })).status).toBe(200);
  });

  it('are replaced one after the other, while somebody is always there', async () => {
    const before = children(server.pid);
    const failures: string[] = [];
    let isOver = false;
    const asking = (async () => {
      while (!isOver) {
        const reply = await server.ask(ADMIN_TOKEN, SCORE, { headers: APART }).catch((error: Error) => error);
        if (reply instanceof Error || reply.errors) failures.push(String(reply));
        await sleep(20);
      }
    })();
    process.kill(server.pid, 'SIGUSR2');
    await until('all are new', () => Promise.resolve(server.output.includes('all 2 processes are new')), 60_000);
    isOver = true;
    await asking;
    expect(failures).toEqual([]);
    expect(children(server.pid).filter((pid) => before.includes(pid))).toEqual([]);
  });

  it('say in a line why none of them can serve', async () => {
    const { port } = new URL(server.url);
    await expect(ServerProcess.start({ ...environment(), PORT: port })).rejects.toThrow(
      `obelus: port ${port} of 127.0.0.1 is in use; end what uses it, or set PORT`,
    );
  });

  it('end in order', async () => {
    const pids = children(server.pid);
    expect(await server.end('SIGTERM')).toBe(0);
    for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });
});

describe('what callers may ask for in a minute', () => {
  it('is counted by all processes together', async () => {
    server = await ServerProcess.start({ ...environment(), OBELUS_RATE_LIMIT_TOKEN: '1000' });
    const { secret } = await newToken('READER');
    let answered = 0;
    // For each to count alone, it would take twice as many: 20 points a request, and some for what it brings back.
    for (let i = 0; i < 150; i++) {
      if ((await server.ask(secret, SCORE, { headers: APART })).status === 200) answered++;
      await sleep(20);
    }
    expect(answered).toBeGreaterThan(30);
    expect(answered).toBeLessThan(75);
    expect(await server.end('SIGTERM')).toBe(0);
  });
});

it('processes end when the one that supervises them is killed', async () => {
  server = await ServerProcess.start(environment());
  const pids = children(server.pid);
  expect(pids).toHaveLength(2);
  await server.end('SIGKILL');
  await until('they have ended', () => Promise.resolve(pids.every((pid) => !isThere(pid))));
});

function isThere(pid: number): boolean {
  try {
    // Who has ended and is waited for by nobody is there in name only.
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
