import { createClient, done, graphql, InputRefused, ObelusError, type ClientOptions } from './index.js';

const VIEWER = graphql('{ viewer { role } }');
const COMMENT = graphql(`
  mutation ($input: AddCommentInput!) {
    addComment(input: $input) {
      comment {
        id
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);
const INPUT = { input: { claimId: 'c', text: 'Seen.' } };

interface Sent {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly query: string;
  readonly variables: unknown;
}
type Reply = { readonly status?: number; readonly body: unknown; readonly headers?: Record<string, string> } | Error;

/** A client of a server that answers what it is told to, and what it was asked. */
function clientOf(replies: Reply[], options: Partial<ClientOptions> = {}) {
  const sent: Sent[] = [];
  const answer: typeof fetch = (url, init) => {
    const { query, variables } = JSON.parse(init!.body as string) as Pick<Sent, 'query' | 'variables'>;
    sent.push({ url: String(url as URL), headers: init!.headers as Record<string, string>, query, variables });
    const reply = replies.shift();
    if (!reply) throw new Error('asked more often than there are answers');
    if (reply instanceof Error) return Promise.reject(reply);
    const body = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body);
    return Promise.resolve(new Response(body, { status: reply.status ?? 200, headers: reply.headers }));
  };
  return { sent, client: createClient({ server: 'http://obelus.example', fetch: answer, ...options }) };
}
const refused = (code: string, more: object = {}, status = 400): Reply => ({
  status,
  body: { errors: [{ message: `it is ${code}`, extensions: { code, ...more } }] },
});
const viewer: Reply = { body: { data: { viewer: { role: 'EDITOR' } } } };
const caught = async (work: Promise<unknown>): Promise<ObelusError> => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ObelusError);
  return error as ObelusError;
};

describe('a request', () => {
  it('says how far its answers have been', async () => {
    const told = (position: string): Reply => ({
      body: { data: { viewer: { role: 'EDITOR' } } },
      headers: { 'obelus-position': position },
    });
    const { client, sent } = clientOf([told('0/A'), viewer, told('0/B'), viewer]);
    for (let i = 0; i < 4; i++) await client.query(VIEWER);
    expect(sent.map(({ headers }) => headers['obelus-position'])).toEqual([undefined, '0/A', '0/A', '0/B']);
  });

  it('carries the token, asked for each time, and goes to /graphql', async () => {
    const tokens = ['one', 'two'];
    const { client, sent } = clientOf([viewer, viewer], { token: () => Promise.resolve(tokens.shift()!) });
    expect(await client.query(VIEWER)).toEqual({ viewer: { role: 'EDITOR' } });
    await client.query(VIEWER);
    expect(sent.map(({ url, headers }) => [url, headers['authorization']])).toEqual([
      ['http://obelus.example/graphql', 'Bearer one'],
      ['http://obelus.example/graphql', 'Bearer two'],
    ]);
    expect(sent[0]!.headers).not.toHaveProperty('idempotency-key');
  });

  it('keeps the path of an address that has one', () => {
    expect(createClient({ server: 'https://desk.example/obelus/graphql' }).endpoint.href).toBe(
      'https://desk.example/obelus/graphql',
    );
  });

  it.each(['desk.example', 'ftp://desk.example', ''])('cannot go to “%s”', (server) => {
    expect(() => createClient({ server })).toThrow(/no http address/);
  });

  it('is sent again when nobody answers or the server asks for it, a mutation with the same key', async () => {
    const answer = { body: { data: { addComment: { comment: { id: 'x' }, userErrors: [] } } } };
    const { client, sent } = clientOf([
      new TypeError('fetch failed'),
      refused('IDEMPOTENCY_KEY_IN_USE', { retryAfterSeconds: 0 }, 409),
      answer,
    ]);
    expect(done((await client.mutate(COMMENT, INPUT)).addComment).comment).toEqual({ id: 'x' });
    const keys = sent.map(({ headers }) => headers['idempotency-key']);
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(new Set(keys).size).toBe(1);
  });

  it('is not sent again when that would be answered the same, or only after long', async () => {
    const wrong = clientOf([refused('GRAPHQL_VALIDATION_FAILED')]);
    expect((await caught(wrong.client.query(VIEWER))).code).toBe('GRAPHQL_VALIDATION_FAILED');
    const later = clientOf([refused('TOO_MANY_REQUESTS', { retryAfterSeconds: 3600 }, 429)]);
    const error = await caught(later.client.query(VIEWER));
    expect([error.code, error.status, error.retryAfterSeconds]).toEqual(['TOO_MANY_REQUESTS', 429, 3600]);
  });

  it('has a key of the caller where one is given', async () => {
    const { client, sent } = clientOf([{ body: { data: { addComment: null } } }]);
    await client.mutate(COMMENT, INPUT, { idempotencyKey: 'mine' });
    expect(sent[0]!.headers['idempotency-key']).toBe('mine');
  });

  it('is ended by its signal, also while it waits', async () => {
    const { client, sent } = clientOf([refused('UNAVAILABLE', { retryAfterSeconds: 20 }, 503)]);
    const signal = AbortSignal.timeout(30);
    await expect(client.query(VIEWER, {}, { signal })).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(sent).toHaveLength(1);
  });
});

describe('an error', () => {
  it('says who cannot be reached and why', async () => {
    const cause = Object.assign(new Error('no'), { code: 'ECONNREFUSED' });
    const { client } = clientOf([new TypeError('fetch failed', { cause })], { retries: 0 });
    const error = await caught(client.query(VIEWER));
    expect([error.code, error.message]).toEqual([
      'UNREACHABLE',
      'http://obelus.example/graphql cannot be reached (ECONNREFUSED)',
    ]);
  });

  it.each(['<html>', '[]', '"data"', 'null', '{"errors": "many"}'])(
    'tells an answer that is no GraphQL: %s',
    async (body) => {
      const error = await caught(clientOf([{ status: 502, body }]).client.query(VIEWER));
      expect([error.code, error.status]).toEqual(['NO_GRAPHQL', 502]);
    },
  );

  it('carries what was answered beside it', async () => {
    const body = { data: { viewer: null }, errors: [{ message: 'no', extensions: { code: 'QUERY_TIMEOUT' } }] };
    const error = await caught(clientOf([{ body }]).client.query(VIEWER));
    expect([error.code, error.data]).toEqual(['QUERY_TIMEOUT', { viewer: null }]);
  });

  it('tells of an input that is wrong, field by field', async () => {
    const userErrors = [
      { code: 'EMPTY', message: 'is empty', field: ['text'] },
      { code: 'NOT_FOUND', message: 'there is no such claim', field: null },
    ];
    const { client } = clientOf([{ body: { data: { addComment: { comment: null, userErrors } } } }]);
    const { addComment } = await client.mutate(COMMENT, INPUT);
    expect(() => done(addComment)).toThrow(InputRefused);
    expect(() => done(addComment)).toThrow('text: is empty; there is no such claim');
  });
});

describe('each', () => {
  const RULES = graphql(
    'query ($after: String) { articles(first: 1, after: $after) { edges { node { slug } } pageInfo { hasNextPage endCursor } } }',
  );
  const page = (slug: string, hasNextPage: boolean, endCursor: string | null): Reply => ({
    body: { data: { articles: { edges: [{ node: { slug } }], pageInfo: { hasNextPage, endCursor } } } },
  });

  it('turns the pages as far as they are read', async () => {
    const { client, sent } = clientOf([page('a', true, '1'), page('b', false, '2')]);
    const slugs: string[] = [];
    for await (const { slug } of client.each(RULES, {}, ({ articles }) => articles)) slugs.push(slug);
    expect(slugs).toEqual(['a', 'b']);
    expect(sent.map(({ variables }) => variables)).toEqual([{ after: null }, { after: '1' }]);
    const early = clientOf([page('a', true, '1')]);
    for await (const { slug } of early.client.each(RULES, {}, ({ articles }) => articles)) if (slug === 'a') break;
    expect(early.sent).toHaveLength(1);
  });

  it('goes on from a cursor, and ends where there is nothing', async () => {
    const { client, sent } = clientOf([{ body: { data: { articles: null } } }]);
    for await (const _ of client.each(RULES, { after: '7' }, ({ articles }) => articles)) throw new Error('a row');
    expect(sent[0]!.variables).toEqual({ after: '7' });
  });

  it('does not go round when a query does not use its cursor', async () => {
    const { client } = clientOf([page('a', true, '1'), page('a', true, '1')]);
    const rows = async (): Promise<void> => {
      for await (const _ of client.each(RULES, {}, ({ articles }) => articles));
    };
    expect((await caught(rows())).code).toBe('NO_PROGRESS');
  });
});
