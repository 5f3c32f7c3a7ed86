import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { parse } from 'graphql';
import { DatabaseUnavailableError, StatementTimeoutError } from '../../src/database/errors.js';
import { RateLimits } from '../../src/graphql/limits/rate.js';
import { RequestError } from '../../src/graphql/request-error.js';
import { Plans } from '../../src/graphql/plans/plans.js';
import { toGlobalId } from '../../src/graphql/global-id.js';
import { graphql } from '../../src/telemetry/instruments.js';
import type { TestViewer } from '../support/test-database.js';
import { startApi, type TestApi } from './support/api.js';
import { generateArticle } from './support/generate.js';
import { RandomQueries, type Known, type RandomQuery } from './support/random-queries.js';
import { shorten } from './support/shorten.js';

/** How many queries are compared; more by OBELUS_TEST_QUERIES. */
const QUERIES = Number(process.env.OBELUS_TEST_QUERIES ?? 1_000);
/** Another seed, another set of queries. */
const SEED = Number(process.env.OBELUS_TEST_SEED ?? 40);

let api: TestApi;
let plans: Plans;
const tokens: string[] = [];
let known: Known;

beforeAll(async () => {
  api = await startApi();
  plans = api.app.get(Plans, { strict: false });
  const [first, second] = [await api.db.workspace(), await api.db.workspace('Another')];
  const trams = await generateArticle(api.db, first, 'trams', 40, 'City');
  const herons = await generateArticle(api.db, first, 'herons', 12, null);
  await generateArticle(api.db, first, 'archived', 6, 'City');
  await generateArticle(api.db, second, 'elsewhere', 9, 'Sport');
  await makeOdd(first);
  for (const [viewer, role] of [
    [first, 'ADMIN'],
    [first, 'READER'],
    [second, 'READER'],
  ] as const) {
    tokens.push(await api.token(viewer, role));
  }
  const sources = await api.db.owner<{ id: string }>('SELECT id FROM source');
  known = {
    cursors: await cursors(tokens[0]!),
    articles: [trams.id, herons.id].map((id) => toGlobalId('Article', id)),
    sources: sources.map(({ id }) => toGlobalId('Source', id)),
  };
}, 30_000);
afterAll(() => api.close());

/** Values that are hard to write: quotes, signs of all kinds, times of all kinds, JSON, merged and retracted sources. */
async function makeOdd({ workspaceId }: TestViewer): Promise<void> {
  const owner = (sql: string): Promise<unknown> => api.db.owner(sql, [workspaceId]);
  await owner(`UPDATE claim_text SET text = E'A "quoted" \\\\ back\\nslash, a tab\\t, \\u2028, ü, 😀, \\u0001, </script>',
    attribute = 'Cost', column_heading = '', value = E'\\'', value_state = 1 + line % 3 WHERE workspace_id = $1 AND line % 4 = 0`);
  await owner(`UPDATE claim SET block = 1 + ordinal % 10, priority = 1 + ordinal % 3,
    not_assessed = '[{"rule": "stale-source", "reason": "no \\"date\\""}, {"reason": "é", "rule": "x"}]'
    WHERE workspace_id = $1 AND ordinal % 5 = 0`);
  await owner(`UPDATE citation SET quote = 'so "it" says', locator = 'p. 12', note = '', stance = 1 + ordinal % 3,
    directness = 1 + ordinal % 3, state = 1 + ordinal % 3, ordinal = 1 WHERE workspace_id = $1 AND ordinal = 2`);
  await owner(`UPDATE source SET published_at = '0044-03-15 12:00:00.123456+00', doi = '10.1/x"y', retracted_at = now(),
    csl = '{"a": [1.0, 1e3, 12345678901234567890, null], "ü": {"b": "\\u00e9", "a": true}}'
    WHERE workspace_id = $1 AND title LIKE '%herons'`);
  await owner(`UPDATE source SET publisher_id = NULL, published_at = '1969-07-20 20:17:40.9999+00'
    WHERE workspace_id = $1 AND title LIKE '%archived'`);
  await owner(`UPDATE source SET merged_into = (SELECT id FROM source WHERE workspace_id = $1 AND title LIKE '%archived')
    WHERE workspace_id = $1 AND title LIKE '%trams'`);
  await owner(`UPDATE publisher SET reliability = 3, owner = 'The "Owner"' WHERE workspace_id = $1 AND key = 'herons'`);
  await owner(`UPDATE article SET archived_at = now() WHERE workspace_id = $1 AND slug = 'archived'`);
  await owner(`UPDATE article SET url = 'https://x.example/?a=1&b="2"', language = 'de-CH',
    published_at = '2031-04-02 09:30:00.5+02' WHERE workspace_id = $1 AND slug = 'herons'`);
  await owner(`UPDATE finding SET exact = NULL, prefix = NULL, suffix = NULL WHERE workspace_id = $1 AND severity = 3`);
  await owner(`UPDATE finding SET fixed_at = now(), bearing = NULL, prefix = NULL, rule = 'some-plugin/rule'
    WHERE workspace_id = $1 AND state = 2 AND line = 1 AND claim_id IN (SELECT id FROM claim WHERE workspace_id = $1 AND ordinal % 8 = 1)`);
}

async function cursors(token: string): Promise<string[]> {
  const found: string[] = [];
  for (const order of ['RANK', 'READING_ORDER', 'CHANGED']) {
    const { data } = await api.ask<{ claims: { edges: { cursor: string }[] } }>(
      token,
      `{ claims(first: 60, orderBy: ${order}) { edges { cursor } } }`,
    );
    // Most queries leave the order out.
    const own = data?.claims.edges.map(({ cursor }) => cursor) ?? [];
    found.push(...(order === 'RANK' ? own : own.slice(0, 8)));
  }
  return found;
}

interface Sent extends RandomQuery {
  readonly token: string;
  readonly method: 'GET' | 'POST';
  readonly accept: string;
}

async function answer({ query, variables, token, method, accept }: Sent, isPlanned: boolean): Promise<string> {
  plans.enabled = isPlanned;
  const parts = { query, variables: JSON.stringify(variables) };
  const { statusCode, headers, body } = await api.app.inject({
    method,
    url: method === 'GET' ? `/graphql?${new URLSearchParams(parts).toString()}` : '/graphql',
    headers: { accept, authorization: `Bearer ${token}` },
    ...(method === 'GET' ? {} : { payload: { query, variables } }),
  });
  plans.enabled = true;
  return [statusCode, headers['content-type'], headers['cache-control'], body].join('\n');
}

/** What is answered in both ways; the ordinary one comes first, for plans are made of what was met there. */
async function both(sent: Sent): Promise<[ordinary: string, planned: string]> {
  const [ordinary, planned] = [await answer(sent, false), await answer(sent, true)];
  // Of several fields that fail one is told, the one that fails first: another one, perhaps, once the query was compiled.
  return ordinary === planned ? [ordinary, planned] : [await answer(sent, false), planned];
}

async function outcomes(): Promise<Readonly<Record<string, number>>> {
  const { values } = await graphql.plans.get();
  return Object.fromEntries(values.map(({ labels, value }) => [String(labels.outcome), value]));
}

describe('plans', () => {
  it(
    `answer as the ordinary way does, byte for byte (${QUERIES} queries from seed ${SEED})`,
    async () => {
      const { schema } = api.app.get(GraphQLSchemaHost, { strict: false });
      const random = new RandomQueries(schema, known, SEED);
      const before = await outcomes();
      for (let i = 0; i < QUERIES; i++) {
        const sent: Sent = {
          ...random.next(),
          token: tokens[i % tokens.length]!,
          method: i % 11 === 0 ? 'GET' : 'POST',
          accept: i % 7 === 0 ? 'application/graphql-response+json' : 'application/json',
        };
        const [ordinary, planned] = await both(sent);
        if (ordinary === planned) continue;
        const query = await shorten(sent.query, async (candidate) => {
          const [one, other] = await both({ ...sent, query: candidate });
          return one !== other;
        });
        const [shortOrdinary, shortPlanned] = await both({ ...sent, query });
        throw new Error(
          `query ${i} of seed ${SEED} with ${JSON.stringify(sent.variables)}:\n${query}\n\n` +
            `ordinary: ${shortOrdinary}\n\nplanned:  ${shortPlanned}`,
        );
      }
      const after = await outcomes();
      const share = (outcome: string): number => ((after[outcome] ?? 0) - (before[outcome] ?? 0)) / QUERIES;
      // Most of them really were answered by a plan, and the others were there as well.
      expect(share('answered')).toBeGreaterThan(0.5);
      expect(share('passed on')).toBeGreaterThan(0.03);
      expect(share('failed')).toBe(0);
    },
    30_000 + QUERIES * 50,
  );

  it('take one statement, whatever the size of the page and however much hangs on it', async () => {
    const query = `query Sizes($first: Int, $last: Int) { unsupportedClaims(first: $first, last: $last) { edges { cursor node { id text
      article { title } citations { label source { title publisher { name } } } findings { message rule { title } } every: findings(state: null) { id } } }
      pageInfo { hasNextPage } } }`;
    await api.ask(tokens[0]!, query);
    const texts = new Set<string>();
    for (const variables of [{}, { first: 1 }, { first: 10 }, { first: 100 }, { first: 0 }]) {
      const seen = await api.statements(async () =>
        expect((await api.ask(tokens[0]!, query, variables)).errors).toBeUndefined(),
      );
      expect(seen).toHaveLength(1);
      for (const sql of seen) texts.add(sql);
    }
    // The same text for all sizes, so that connections keep it planned.
    expect(texts.size).toBe(1);
    expect(await api.statements(() => api.ask(tokens[0]!, query, { last: 3 }))).toHaveLength(1);
  });

  it('read no more than is asked for', async () => {
    const query = '{ claims(first: 2) { edges { node { standing } } } }';
    await api.ask(tokens[0]!, query);
    const [sql] = await api.statements(() => api.ask(tokens[0]!, query));
    expect(sql).not.toMatch(/claim_text|citation|finding|JOIN|version/);
  });

  it('are kept for a bounded number of documents and shapes', async () => {
    const before = await outcomes();
    const { schema } = api.app.get(GraphQLSchemaHost, { strict: false });
    for (let i = 0; i < 300; i++) {
      const text = `{ claims(first: 1) { edges { node { id } } } } # ${i}`;
      plans.learn(schema, parse(text), text);
    }
    expect(plans.size).toBe(256);
    const switched = `query ($a: Boolean!, $b: Boolean!, $c: Boolean!, $d: Boolean!) { claims(first: 1) { edges { node { id
      text @include(if: $a) ordinal @skip(if: $b) block @include(if: $c) standing @skip(if: $d) } } } }`;
    const all = Array.from({ length: 16 }, (_, i) => ({
      a: (i & 1) > 0,
      b: (i & 2) > 0,
      c: (i & 4) > 0,
      d: (i & 8) > 0,
    }));
    for (const variables of [...all, ...all]) {
      const sent = { query: switched, variables, token: tokens[0]!, method: 'POST', accept: '*/*' } as const;
      const [ordinary, planned] = await both(sent);
      expect(planned).toBe(ordinary);
    }
    // Only eight shapes are kept: the others are planned again.
    expect((await outcomes())['planned']).toBeGreaterThanOrEqual((before['planned'] ?? 0) + 32);
  }, 30_000);

  it('are made of no document that is long or has several operations', async () => {
    const size = plans.size;
    const long = `{ claims(first: 1) { edges { node { id } } } } # ${'x'.repeat(10_000)}`;
    const several = 'query A { claims { edges { cursor } } } query B { claims { edges { cursor } } }';
    for (const query of [long, '{ rules { id } }', '{ claims { edges { cursor } } rules { id } }', '{ __typename }']) {
      await api.ask(tokens[0]!, query);
      await api.ask(tokens[0]!, query);
    }
    await api.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { authorization: `Bearer ${tokens[0]}` },
      payload: { query: several, operationName: 'B' },
    });
    expect(plans.find(long, null)).toBeNull();
    expect(plans.find(several, 'B')).toBeNull();
    expect(plans.find('{ rules { id } }', null)).toBeNull();
    expect(plans.size).toBeLessThanOrEqual(size + 1);
  });

  it('know their operation by its name', async () => {
    const query = 'query Named { claims(first: 1) { edges { cursor } } }';
    const ask = (operationName: string) =>
      api.app.inject({
        method: 'POST',
        url: '/graphql',
        headers: { authorization: `Bearer ${tokens[0]}` },
        payload: { query, operationName },
      });
    await ask('Named');
    expect((await ask('Named')).json()).toHaveProperty('data.claims');
    expect((await ask('Other')).json()).toHaveProperty('errors');
  });
});

describe('what goes wrong while a plan reads', () => {
  const query = '{ mine: unsupportedClaims(first: 3) { edges { node { text findings { message } } } } }';
  const sent = { query, variables: {}, method: 'POST', accept: 'application/json' } as const;

  afterEach(() => jest.restoreAllMocks());

  it.each([
    new StatementTimeoutError('the statement ran too long'),
    new DatabaseUnavailableError('the database cannot be reached'),
  ])('is told as ever: $name', async (error) => {
    // A text of its own: what was asked often is compiled in the ordinary way, and then has `data` before `errors`.
    const own = { ...sent, query: `${query} # ${error.name}`, token: tokens[0]! };
    await answer(own, false);
    jest.spyOn(api.db.database, 'readWorkspace').mockRejectedValue(error);
    const before = await errors();
    const errored = (await outcomes())['errored'] ?? 0;
    const [ordinary, planned] = await both(own);
    expect(ordinary).toContain('"path":["mine"]');
    expect(planned).toBe(ordinary);
    expect(await errors()).toBe(before + 2);
    expect((await outcomes())['errored']).toBe(errored + 1);
  });

  it('is answered in the ordinary way after all, and counted and paid once', async () => {
    await both({ ...sent, token: tokens[0]! });
    const rates = api.app.get(RateLimits);
    const charge = jest.spyOn(rates, 'charge');
    const counted = await operations();
    const failed = (await outcomes())['failed'] ?? 0;
    const log = jest.spyOn(Logger.prototype, 'error').mockReturnValue();
    jest.spyOn(api.db.database, 'readWorkspace').mockRejectedValueOnce(new TypeError('a fault'));
    const answered = await answer({ ...sent, token: tokens[0]! }, true);
    expect(answered).toBe(await answer({ ...sent, token: tokens[0]! }, false));
    expect((await outcomes())['failed']).toBe(failed + 1);
    expect(log.mock.calls).toEqual([[expect.stringContaining('TypeError: a fault @ ')]]);
    expect(await operations()).toBe(counted + 2);
    // Of each request: what every request costs, by address and by token, and the operation.
    expect(charge).toHaveBeenCalledTimes(6);
  });

  it('is refused with what there was too much of, by a plan too', async () => {
    await both({ ...sent, token: tokens[0]! });
    const refusal = new RequestError('TOO_MANY_REQUESTS', 'later', undefined, { retryAfterSeconds: 7 });
    const charge = jest.spyOn(api.app.get(RateLimits), 'charge');
    const planned = async (isPlanned: boolean) => {
      charge
        .mockReturnValueOnce()
        .mockReturnValueOnce()
        .mockImplementationOnce(() => {
          throw refusal;
        });
      return await answer({ ...sent, token: tokens[0]! }, isPlanned);
    };
    const ordinary = await planned(false);
    expect(ordinary).toContain('TOO_MANY_REQUESTS');
    expect(await planned(true)).toBe(ordinary);
  });

  const operations = async (): Promise<number> =>
    (await graphql.operations.get()).values.reduce((sum, { value }) => sum + value, 0);
  const errors = async (): Promise<number> =>
    (await graphql.errors.get()).values.reduce((sum, { value }) => sum + value, 0);
});

describe('a token that is revoked while it asks for planned queries', () => {
  afterEach(() => jest.restoreAllMocks());

  it('stops working as soon as it is looked at again, for all who send it', async () => {
    const viewer = await api.db.workspace('Of one that leaves');
    const token = await api.token(viewer);
    const statuses = async (): Promise<Set<number>> => {
      const asked = Array.from({ length: 20 }, () => api.ask(token, '{ claims(first: 1) { edges { cursor } } }'));
      return new Set((await Promise.all(asked)).map(({ status }) => status));
    };
    expect(await statuses()).toEqual(new Set([200]));
    const asking = statuses();
    await api.db.owner('UPDATE api_token SET revoked_at = now() WHERE workspace_id = $1', [viewer.workspaceId]);
    await asking;
    // An answer about a token is believed for five seconds.
    const later = Date.now() + 5_001;
    jest.spyOn(Date, 'now').mockReturnValue(later);
    expect(await statuses()).toEqual(new Set([401]));
  });
});
