import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jest } from '@jest/globals';
import { NestFactory } from '@nestjs/core';
import { WorkerModule } from '../../src/app.module.js';
import { readConfig } from '../../src/config/config.js';
import { Jobs } from '../../src/jobs/jobs.js';
import { id, openNewsroom, type Newsroom } from '../editing/support/newsroom.js';
import { serverOn } from '../graphql/support/api.js';
import { connect } from '../graphql/support/socket.js';
import { importerOf } from '../support/importer.js';
import { sourceReadingPool } from '../support/reading-pool.js';
import { until } from '../support/until.js';
import { samplesOf } from './support.js';

jest.setTimeout(60_000);

const TOKEN = 'a-token-of-its-own-for-metrics';
let room: Newsroom;
let port: number;

beforeAll(async () => {
  room = await openNewsroom();
  await room.api.app.listen(0, '127.0.0.1');
  port = (room.api.app.getHttpServer().address() as AddressInfo).port;
});
afterAll(() => room.close());

interface Read {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

const read = (headers: Record<string, string> = {}, at = port, path = '/metrics', method = 'GET'): Promise<Read> =>
  new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: at, path, method, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, text }));
    })
      .on('error', reject)
      .end();
  });

/** How much each sample grew while `work` went on. */
async function growth(work: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = samplesOf((await read()).text);
  await work();
  const after = samplesOf((await read()).text);
  const grown = [...after].map(([name, value]): [string, number] => [name, value - (before.get(name) ?? 0)]);
  return Object.fromEntries(grown.filter(([, by]) => by !== 0));
}

it('counts requests, operations, statements and what callers did wrong', async () => {
  await room.import('counted');
  const grown = await growth(async () => {
    await room.ask('{ evidenceSummary { score } }');
    await room.api.ask(room.token, '{ nothingLikeIt }');
    await room.api.ask(null, '{ evidenceSummary { score } }');
    await room.change(
      'retractSource',
      { sourceId: id('Source', randomUUID()), reason: 'made up' },
      'userErrors { message }',
    );
    await read({}, port, '/a/page/that/nobody/made');
  });
  expect(grown).toMatchObject({
    'obelus_http_requests_total{method="POST",route="/graphql",status="200"}': 3,
    'obelus_http_requests_total{method="POST",route="/graphql",status="401"}': 1,
    'obelus_http_requests_total{method="GET",route="none",status="404"}': 1,
    'obelus_http_request_duration_seconds_count{method="POST",route="/graphql"}': 4,
    'obelus_graphql_operations_total{operation="query",field="evidenceSummary",outcome="done"}': 1,
    'obelus_graphql_operations_total{operation="mutation",field="retractSource",outcome="done"}': 1,
    'obelus_errors_total{code="GRAPHQL_VALIDATION_FAILED"}': 1,
    'obelus_errors_total{code="UNAUTHENTICATED"}': 1,
    'obelus_user_errors_total{code="NOT_FOUND"}': 1,
    obelus_sign_in_failures_total: 1,
  });
  expect(grown['obelus_database_statement_duration_seconds_count{statement="SELECT"}']).toBeGreaterThan(1);
  expect(grown['obelus_database_wait_seconds_count']).toBeGreaterThan(1);
});

it('counts what mutations did not do once each, whoever found it, and what jobs did not do never', async () => {
  const nobody = id('Claim', randomUUID());
  const grown = await growth(async () => {
    // Nobody asks for the errors: they are counted all the same.
    await room.change('importArticle', { slug: 'No slug', content: 'Trams run.' }, 'article { slug }');
    await room.change('importCollection', { format: 'WXR', content: ' ' }, 'job { id }');
    await room.change('importCollection', { format: 'CSV', name: 'x', content: 'A,B\n1,2\n' }, 'job { id }');
    await room.change(
      'assignClaims',
      { items: [1, 2].map(() => ({ claimId: nobody })) },
      'results { claim { id } } userErrors { code }',
    );
    const pool = sourceReadingPool();
    const importer = importerOf(room.api.db.database, pool, new Jobs(room.api.db.database, { jobs: 'off' }));
    const refused = await importer.runWithin(room.viewer, { slug: 'No slug', content: 'Trams run.' });
    await pool.onApplicationShutdown();
    expect(refused.userErrors).toHaveLength(1);
  });
  const counted = Object.entries(grown).filter(([name]) => name.startsWith('obelus_user_errors_total'));
  expect(Object.fromEntries(counted)).toEqual({
    'obelus_user_errors_total{code="NOT_FOUND"}': 2,
    'obelus_user_errors_total{code="INVALID_INPUT"}': 2,
    'obelus_user_errors_total{code="EMPTY"}': 1,
  });
});

it('tells of exports, sockets and subscriptions while they last', async () => {
  const grown = await growth(async () => {
    await read({ authorization: `Bearer ${room.token}` }, port, '/export/claims.csv');
  });
  expect(grown).toMatchObject({
    'obelus_http_requests_total{method="GET",route="/export/claims.csv",status="200"}': 1,
    obelus_export_pages_total: 1,
  });
  const socket = await connect(`ws://127.0.0.1:${port}/graphql`, room.token);
  socket.subscribe('subscription { summaryChanged { claims } }');
  const began = 'obelus_graphql_operations_total{operation="subscription",field="summaryChanged",outcome="done"}';
  await until('it has begun', async () => samplesOf((await read()).text).get(began) === 1);
  const open = samplesOf((await read()).text);
  expect([open.get('obelus_subscriptions'), open.get('obelus_sockets')]).toEqual([1, 1]);
  await until('it listens', async () => samplesOf((await read()).text).get('obelus_event_listener_connected') === 1);
  socket.ws.terminate();
  await until('it is gone', async () => samplesOf((await read()).text).get('obelus_sockets') === 0);
  expect(samplesOf((await read()).text).get('obelus_subscriptions')).toBe(0);
});

it('tells of the pool, the queue, the process and what runs', async () => {
  const samples = samplesOf((await read()).text);
  const names = [...samples.keys()];
  expect(samples.get('obelus_database_pool_size')).toBe(8);
  expect(samples.get('obelus_jobs{kind="import",state="waiting"}')).toBe(0);
  expect(samples.get('obelus_job_oldest_waiting_seconds{kind="judge-again"}')).toBe(0);
  expect(samples.get('process_resident_memory_bytes')).toBeGreaterThan(1e6);
  expect(names.some((name) => name.startsWith('nodejs_eventloop_lag_p99_seconds'))).toBe(true);
  expect(
    names.some((name) => /^obelus_build_info\{version="\d+\.\d+\.\d+",node="v\d.*",process="server"\}$/.test(name)),
  ).toBe(true);
});

it('goes on when the database is away, and says that something is missing', async () => {
  const { database } = room.api.db;
  const away = jest.spyOn(database, 'outsideWorkspaces').mockRejectedValue(new Error('gone'));
  const { status, text } = await read();
  away.mockRestore();
  expect(status).toBe(200);
  expect(samplesOf(text).get('obelus_scrape_failures_total')).toBe(1);
  expect([...samplesOf(text).keys()].filter((name) => name.startsWith('obelus_jobs{'))).toEqual([]);
});

it('tells nothing of what is in a workspace, and no more for more of it', async () => {
  await room.import('the-secret-slug', 'The hidden headline\n\nThe mayor took 90,000 crowns in 2031.\n');
  const { claims } = await room.ask<{ claims: { edges: { node: { id: string } }[] } }>(
    'query WhatIAmAfter { claims(first: 1) { edges { node { id } } } }',
  );
  const { text } = await read();
  const { viewer, token } = room;
  const { workspaceId, memberId } = viewer;
  for (const secret of ['secret-slug', 'hidden headline', 'mayor', 'WhatIAmAfter', claims.edges[0]!.node.id]) {
    expect(text).not.toContain(secret);
  }
  for (const secret of [workspaceId, memberId, token, '127.0.0.1']) expect(text).not.toContain(secret);

  const more = async (i: number): Promise<number> => {
    await room.import(`article-${i}`);
    await read({}, port, `/no/such/page/${i}`);
    await room.api.ask(room.token, `query Q${i} { a${i}: claims(first: 1) { edges { cursor } } }`);
    await room.api.ask(room.token, `{ field${i} }`);
    return samplesOf((await read()).text).size;
  };
  const before = await more(0);
  for (const i of [1, 2, 3, 4, 5]) expect(await more(i)).toBe(before);
});

describe('who may read', () => {
  it('without a token, this machine alone, and nobody by way of a proxy', async () => {
    expect((await read()).headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
    const refused = await read({ 'x-forwarded-for': '203.0.113.7' });
    expect([refused.status, refused.text]).toEqual([403, expect.stringContaining('OBELUS_METRICS_TOKEN')]);
    expect((await read({ host: 'obelus.example.org' })).status).toBe(403);
    expect((await read({}, port, '/metrics', 'POST')).status).toBe(404);
  });

  it('with a token, whoever shows it', async () => {
    const app = await serverOn(room.api.db, { OBELUS_METRICS_TOKEN: TOKEN });
    try {
      await app.listen(0, '127.0.0.1');
      const other = (app.getHttpServer().address() as AddressInfo).port;
      const refused = await read({}, other);
      expect([refused.status, refused.headers['www-authenticate']]).toEqual([401, 'Bearer realm="obelus metrics"']);
      // A token of the API is none for metrics.
      expect((await read({ authorization: `Bearer ${room.token}` }, other)).status).toBe(401);
      expect((await read({ authorization: `Bearer ${TOKEN}`, host: 'obelus.example.org' }, other)).status).toBe(200);
    } finally {
      await app.close();
    }
  });
});

it('a port of their own has metrics and nothing else, and the other one has none', async () => {
  const own = await freePort();
  const app = await serverOn(room.api.db, { OBELUS_METRICS_PORT: String(own) });
  try {
    await app.listen(0, '127.0.0.1');
    const main = (app.getHttpServer().address() as AddressInfo).port;
    expect((await read({}, main)).status).toBe(404);
    expect((await read({}, own)).text).toContain('obelus_build_info');
    expect((await read({}, own, '/graphql')).status).toBe(404);
    expect((await read({ host: 'metrics.example.org' }, own)).status).toBe(403);
    const twice = await serverOn(room.api.db, { OBELUS_METRICS_PORT: String(own) });
    await expect(twice.listen(0, '127.0.0.1')).rejects.toMatchObject({
      name: 'MetricsListenError',
      message: expect.stringMatching(/EADDRINUSE.*OBELUS_METRICS_PORT/) as string,
    });
    await twice.close().catch(() => undefined);
  } finally {
    await app.close();
  }
});

it('a worker tells of the jobs that it did, and of the order of events', async () => {
  const own = await freePort();
  const environment = { DATABASE_URL: room.api.db.appUrl, OBELUS_METRICS_PORT: String(own), OBELUS_LOG_LEVEL: 'error' };
  const started = { database: room.api.db.database, prepared: null, close: () => Promise.resolve() };
  const worker = await NestFactory.createApplicationContext(WorkerModule.for(readConfig(environment), started), {
    logger: false,
  });
  try {
    const now = async (): Promise<Map<string, number>> => samplesOf((await read({}, own)).text);
    const beginning = Date.now() / 1000;
    expect((await now()).get('obelus_job_attempts_total{kind="judge-again",outcome="failed"}')).toBe(0);
    await room.change('configureRule', { ruleId: 'numbering-gap', enabled: false }, 'job { id }');
    await until('the job is done', async () => {
      return ((await now()).get('obelus_job_attempts_total{kind="judge-again",outcome="done"}') ?? 0) > 0;
    });
    await until('all is in order', async () => {
      return ((await now()).get('obelus_events_ordered_until_timestamp_seconds') ?? 0) > beginning;
    });
    const samples = await now();
    expect(samples.get('obelus_job_duration_seconds_count{kind="judge-again"}')).toBeGreaterThan(0);
    expect(samples.get('obelus_events_ordered_total')).toBeGreaterThan(0);
    expect(samples.get('obelus_rounds_total{name="ordering events",outcome="done"}')).toBeGreaterThan(0);
    expect([...samples.keys()].some((name) => name.includes('process="worker"'))).toBe(true);
  } finally {
    await worker.close();
  }
  await expect(read({}, own)).rejects.toThrow('ECONNREFUSED');
});

async function freePort(): Promise<number> {
  const app = await serverOn(room.api.db);
  await app.listen(0, '127.0.0.1');
  const { port: free } = app.getHttpServer().address() as AddressInfo;
  await app.close();
  return free;
}
