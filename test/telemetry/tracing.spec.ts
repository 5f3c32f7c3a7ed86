import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { jest } from '@jest/globals';
import { ReadingPool } from '../../src/importing/reading-pool.js';
import { openNewsroom, type Newsroom } from '../editing/support/newsroom.js';
import { serverOn } from '../graphql/support/api.js';
import { connect } from '../graphql/support/socket.js';
import { sourceReadingPool } from '../support/reading-pool.js';
import { until } from '../support/until.js';

jest.setTimeout(60_000);

/** A span as OTLP has it in JSON. */
interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly attributes: readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[];
  readonly status: { readonly code?: number };
}

interface Sent {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: Span['attributes'] };
    readonly scopeSpans: readonly { readonly spans: readonly Span[] }[];
  }[];
}

/** Takes what is sent by OTLP over HTTP. */
class Collector {
  readonly bodies: string[] = [];
  readonly headers: IncomingHttpHeaders[] = [];
  readonly paths: string[] = [];
  private readonly server: Server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (piece: string) => (body += piece));
    request.on('end', () => {
      this.bodies.push(body);
      this.headers.push(request.headers);
      this.paths.push(request.url!);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get sent(): Sent[] {
    return this.bodies.map((body) => JSON.parse(body) as Sent);
  }

  get spans(): Span[] {
    return this.sent.flatMap(({ resourceSpans }) =>
      resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)),
    );
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

const pool = sourceReadingPool();
let room: Newsroom;
beforeAll(async () => {
  room = await openNewsroom();
  await room.import('traced');
});
afterAll(async () => {
  await pool.onApplicationShutdown();
  await room.close();
});

/** All spans that a server made while `work` went on, sent when it ended. */
async function traced(
  work: (app: NestFastifyApplication) => Promise<unknown>,
  environment: Record<string, string> = {},
): Promise<Collector> {
  const collector = new Collector();
  const endpoint = await collector.listen();
  const app = await serverOn(room.api.db, { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, ...environment });
  // The server's own pool runs what is built.
  const [read, judge, match] = [pool.read.bind(pool), pool.judge.bind(pool), pool.match.bind(pool)];
  Object.assign(app.get(ReadingPool, { strict: false }), { read, judge, match } satisfies Partial<ReadingPool>);
  try {
    await app.listen(0, '127.0.0.1');
    await work(app);
  } finally {
    await app.close();
    collector.close();
  }
  return collector;
}

const ask = (app: NestFastifyApplication, query: string, headers = {}, variables = {}) =>
  app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { authorization: `Bearer ${room.token}`, ...headers },
    payload: { query, variables },
  });

const attribute = ({ attributes }: Pick<Span, 'attributes'>, key: string): unknown =>
  Object.values(attributes.find((each) => each.key === key)?.value ?? {})[0];

const QUERY =
  'query MySecretName($text: String) { claims(first: 5, filter: { text: $text }) { edges { node { text article { title } } } } }';

it('a request has its operation, and that its statements, in the trace of who asked', async () => {
  const [traceId, caller] = ['0af7651916cd43dd8448eb211c80319c', 'b7ad6b7169203331'];
  const collector = await traced(async (app) => {
    const headers = { traceparent: `00-${traceId}-${caller}-01` };
    expect((await ask(app, QUERY, headers, { text: 'ferry' })).json()).toMatchObject({ data: { claims: {} } });
  });
  expect(collector.paths).toEqual(['/v1/traces']);
  const { spans } = collector;
  const request = spans.find(({ name }) => name === 'POST /graphql')!;
  const operation = spans.find(({ name }) => name === 'query claims')!;
  expect([request.traceId, request.parentSpanId, operation.parentSpanId]).toEqual([traceId, caller, request.spanId]);
  expect(attribute(request, 'http.response.status_code')).toBe(200);
  expect(attribute(operation, 'obelus.outcome')).toBe('done');
  const statements = spans.filter((span) => attribute(span, 'db.system.name') === 'postgresql');
  const ofOperation = statements.filter(({ parentSpanId }) => parentSpanId === operation.spanId);
  expect(ofOperation.length).toBeGreaterThan(0);
  expect(statements.every((span) => span.traceId === traceId)).toBe(true);
  // The token is looked up before there is an operation.
  expect(statements.some(({ parentSpanId }) => parentSpanId === request.spanId)).toBe(true);
  expect(attribute(ofOperation[0]!, 'db.query.text')).toContain('$1');
  const [first] = collector.sent;
  expect(attribute(first!.resourceSpans[0]!.resource, 'service.name')).toBe('obelus');
});

it('spans have no content, values, names of callers or tokens', async () => {
  const collector = await traced(async (app) => {
    await ask(app, QUERY, {}, { text: 'crossed the sound' });
    await app.inject({
      url: '/export/claims.csv?filter={"text":"crossed"}',
      headers: { authorization: `Bearer ${room.token}` },
    });
    await ask(
      app,
      'mutation { importArticle(input: { slug: "hush-hush", content: "The mayor left." }) { article { id } } }',
    );
    await ask(app, 'mutation { importArticle(input: { slug: "/", content: "The mayor left." }) { article { id } } }');
  });
  const { spans, bodies } = collector;
  expect(spans.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['GET /export/claims.csv', 'mutation importArticle']),
  );
  const { viewer, token } = room;
  const secrets = ['crossed', 'mayor', 'hush', 'MySecretName', token, viewer.workspaceId, viewer.memberId, 'Sandvik'];
  for (const secret of secrets) expect(bodies.join('')).not.toContain(secret);
});

it('what fails says so by its kind alone', async () => {
  const { database } = room.api.db;
  const { spans } = await traced(async (app) => {
    const failing = jest.spyOn(database, 'readWorkspace').mockRejectedValue(new Error('the mayor is on fire'));
    await ask(app, '{ evidenceSummary { score } }');
    failing.mockRestore();
    await ask(app, '{ unknown }');
  });
  const operation = spans.find(({ name }) => name === 'query evidenceSummary')!;
  expect([operation.status.code, attribute(operation, 'obelus.outcome')]).toEqual([2, 'error']);
  expect(JSON.stringify(spans)).not.toContain('mayor');
  expect(spans.filter(({ name }) => name === 'POST /graphql')).toHaveLength(2);
});

it('a job goes on in the trace of who asked for it, with its own statements', async () => {
  const { spans } = await traced(
    async (app) => {
      const answer = await ask(
        app,
        'mutation { configureRule(input: { ruleId: "numbering-gap", enabled: false }) { job { id } } }',
      );
      expect(answer.json()).toMatchObject({ data: { configureRule: { job: { id: expect.any(String) as string } } } });
      const done = async (): Promise<boolean> =>
        (await room.api.db.owner('SELECT FROM job WHERE state = 3')).length > 0;
      await until('the job is done', done);
    },
    { OBELUS_JOBS: 'on' },
  );
  const mutation = spans.find(({ name }) => name === 'mutation configureRule')!;
  const job = spans.find(({ name }) => name === 'job judge-again')!;
  expect(job.traceId).toBe(mutation.traceId);
  expect(attribute(job, 'obelus.job')).toBe('judge-again');
  expect(spans.filter(({ parentSpanId }) => parentSpanId === job.spanId).length).toBeGreaterThan(0);
  // What every process does again and again is no one's trace.
  expect(spans.filter((span) => String(attribute(span, 'db.query.text')).includes('order_events'))).toEqual([]);
});

it('an operation over a socket is traced as over HTTP', async () => {
  const { spans } = await traced(async (app) => {
    const { port } = app.getHttpServer().address() as AddressInfo;
    const socket = await connect(`ws://127.0.0.1:${port}/graphql`, room.token);
    expect((await socket.ask({ query: '{ evidenceSummary { score } }' })).errors).toBeUndefined();
    socket.ws.terminate();
  });
  const message = spans.find(({ name }) => name === 'message')!;
  const operation = spans.find(({ name }) => name === 'query evidenceSummary')!;
  expect(operation.parentSpanId).toBe(message.spanId);
  expect(spans.some(({ parentSpanId }) => parentSpanId === operation.spanId)).toBe(true);
});

it('settings: headers, name, and what is kept', async () => {
  const collector = await traced((app) => ask(app, '{ evidenceSummary { score } }'), {
    OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20abc, x-scope=news',
    OTEL_SERVICE_NAME: 'newsroom',
  });
  expect(collector.headers[0]).toMatchObject({ authorization: 'Bearer abc', 'x-scope': 'news' });
  expect(attribute(collector.sent[0]!.resourceSpans[0]!.resource, 'service.name')).toBe('newsroom');
  const nothing: Record<string, string>[] = [
    { OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: '0' },
    { OTEL_TRACES_SAMPLER: 'always_off' },
    { OTEL_SDK_DISABLED: 'true' },
  ];
  for (const environment of nothing) {
    expect((await traced((app) => ask(app, '{ evidenceSummary { score } }'), environment)).bodies).toEqual([]);
  }
});

it('a collector that is away holds up nothing', async () => {
  const app = await serverOn(room.api.db, { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  expect((await ask(app, '{ evidenceSummary { score } }')).statusCode).toBe(200);
  await app.close();
});
