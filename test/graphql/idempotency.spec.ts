import { jest } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readConfig } from '../../src/config/config.js';
import { forgetAnswers } from '../../src/graphql/idempotency/kept-answer.repository.js';
import { importerOf } from '../support/importer.js';
import { Jobs } from '../../src/jobs/jobs.js';
import { createServer } from '../../src/main.js';
import { id, mutationOf, openNewsroom, type ClaimRow, type Newsroom } from '../editing/support/newsroom.js';
import { sourceReadingPool } from '../support/reading-pool.js';

jest.setTimeout(120_000);

let room: Newsroom;
let articleId: string;
let claim: ClaimRow;

beforeAll(async () => {
  room = await openNewsroom();
  articleId = await room.import('ferry');
});
afterAll(() => room.close());
beforeEach(async () => {
  claim = await room.claim('Nobody was hurt', articleId);
});

interface Reply {
  status: number;
  body: string;
  headers: Record<string, unknown>;
  json: { data?: Record<string, unknown> | null; errors?: { message: string; extensions: { code: string } }[] };
}
interface Sent {
  query: string;
  variables?: unknown;
}

const MODERN = 'application/graphql-response+json';

async function send(
  key: string | null,
  payload: Sent,
  { token = room.token, accept = 'application/json', app = room.api.app as NestFastifyApplication } = {},
): Promise<Reply> {
  const response = await app.inject({
    method: 'POST',
    url: '/graphql',
    headers: {
      authorization: `Bearer ${token}`,
      accept,
      'content-type': 'application/json',
      ...(key === null ? {} : { 'idempotency-key': key }),
    },
    payload: JSON.stringify(payload),
  });
  return { status: response.statusCode, body: response.body, headers: response.headers, json: response.json() };
}

const comment = (text: string): Sent => ({
  query: mutationOf('addComment', 'comment { id text } claim { version } userErrors { code }'),
  variables: { input: { claimId: claim.id, text } },
});
const comments = async (text: string): Promise<number> =>
  (await room.rows('SELECT id FROM comment WHERE text = $1', [text])).length;
const events = async (): Promise<number> => (await room.rows('SELECT seq FROM event')).length;
const kept = () => room.rows<{ key: string }>('SELECT key FROM kept_answer ORDER BY key');
const code = ({ json }: Reply): string | undefined => json.errors?.[0]?.extensions.code;

describe('a mutation with an Idempotency-Key', () => {
  it('that is sent 50 times at once has one effect, and one answer', async () => {
    const before = await events();
    const answers = new Set<string>();
    await Promise.all(
      Array.from({ length: 50 }, async () => {
        for (;;) {
          const reply = await send('fifty', comment('Fifty times'));
          if (reply.status !== 409) {
            expect(reply.status).toBe(200);
            answers.add(reply.body);
            return;
          }
          expect([code(reply), reply.headers['retry-after']]).toEqual(['IDEMPOTENCY_KEY_IN_USE', '1']);
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      }),
    );
    expect([answers.size, await comments('Fifty times'), await events()]).toEqual([1, 1, before + 1]);
    expect(JSON.parse([...answers][0]!)).toMatchObject({ data: { addComment: { comment: { text: 'Fifty times' } } } });
  });

  it('is answered again as it was, and says so, also after a restart', async () => {
    const first = await send('again', comment('Once'));
    expect([first.status, first.headers['idempotency-replayed']]).toEqual([200, undefined]);
    await send(null, comment('Between'));
    const second = await send('again', comment('Once'));
    expect([second.status, second.body, second.headers['idempotency-replayed']]).toEqual([200, first.body, 'true']);
    expect(second.headers['content-type']).toBe('application/json; charset=utf-8');

    const config = readConfig({ NODE_ENV: 'test', OBELUS_LOG_LEVEL: 'error' });
    const started = { database: room.api.db.database, prepared: null, close: () => Promise.resolve() };
    const app = await createServer(config, started);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    const third = await send('again', comment('Once'), { app, accept: MODERN }).finally(() => app.close());
    expect([third.body, third.headers['idempotency-replayed']]).toEqual([first.body, 'true']);
    expect(third.headers['content-type']).toContain(MODERN);
    expect(await comments('Once')).toBe(1);
  });

  it('is refused when it is another one', async () => {
    await send('reused', comment('The first'));
    for (const [accept, other] of [
      [MODERN, comment('The second')],
      ['application/json', { ...comment('The first'), query: `${comment('The first').query} ` }],
    ] as const) {
      const reply = await send('reused', other, { accept });
      expect([reply.status, code(reply), reply.json.data]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED', undefined]);
    }
    expect(await comments('The second')).toBe(0);
  });

  it('is repeated as well when it was refused for its input', async () => {
    const stale = {
      query: mutationOf('assignClaim', 'claim { version } userErrors { code message }'),
      variables: { input: { claimId: claim.id, memberId: null, expectedVersion: claim.version + 1 } },
    };
    const first = await send('stale', stale);
    expect(first.json.data).toMatchObject({ assignClaim: { userErrors: [{ code: 'CONFLICT' }] } });
    // What was wrong is right now; the answer is that of the first request all the same.
    await send(null, comment('Next version'));
    const second = await send('stale', stale);
    expect([second.body, second.headers['idempotency-replayed']]).toEqual([first.body, 'true']);
  });

  it('that did nothing at all is not kept', async () => {
    const token = await room.api.token(room.viewer, 'READER');
    const reply = await send('forbidden', comment('By a reader'), { token });
    expect([reply.status, code(reply)]).toEqual([200, 'FORBIDDEN']);
    const broken = await send('broken', { query: 'mutation { nope }' });
    expect(code(broken)).toBe('GRAPHQL_VALIDATION_FAILED');
    expect((await kept()).map(({ key }) => key)).not.toEqual(expect.arrayContaining(['forbidden']));
    expect((await send('forbidden', comment('By a reader'))).json.errors).toBeUndefined();
    expect(await comments('By a reader')).toBe(1);
  });

  it('of several fields keeps what was done, and what was not', async () => {
    const both = {
      query: `mutation ($a: AddCommentInput!, $b: AddCommentInput!) {
        a: addComment(input: $a) { comment { text } userErrors { code } }
        b: addComment(input: $b) { comment { text } userErrors { code } } }`,
      variables: {
        a: { claimId: id('Claim', crypto.randomUUID()), text: 'Lost' },
        b: { claimId: claim.id, text: 'Found' },
      },
    };
    const first = await send('both', both);
    expect(first.json.data).toEqual({
      a: { comment: null, userErrors: [{ code: 'NOT_FOUND' }] },
      b: { comment: { text: 'Found' }, userErrors: [] },
    });
    expect((await send('both', both)).body).toBe(first.body);
    expect(await comments('Found')).toBe(1);
  });

  it('is done once when the connection is lost before the answer is stored', async () => {
    await room.api.db.owner(
      `CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
         PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$`,
    );
    await room.api.db.owner('CREATE TRIGGER die BEFORE INSERT ON kept_answer FOR EACH ROW EXECUTE FUNCTION die()');
    const [before, lost] = [await events(), await send('lost', comment('Lost and found'), { accept: MODERN })];
    await room.api.db.owner('DROP TRIGGER die ON kept_answer');
    expect([lost.status, code(lost)]).toEqual([503, 'UNAVAILABLE']);
    expect([await comments('Lost and found'), await events()]).toEqual([0, before]);
    const found = await send('lost', comment('Lost and found'));
    expect([found.status, found.headers['idempotency-replayed']]).toEqual([200, undefined]);
    expect(await comments('Lost and found')).toBe(1);
  });

  it('undoes all of it when the answer cannot be read', async () => {
    // The claim is read for the answer after the comment was stored.
    await room.api.db.owner('REVOKE SELECT ON member FROM obelus_app');
    const query = mutationOf('addComment', 'comment { createdBy { name } } userErrors { code }');
    const unread = await send('unread', { ...comment('Unread'), query }, { accept: MODERN });
    await room.api.db.owner('GRANT SELECT ON member TO obelus_app');
    expect([unread.status, code(unread)]).toEqual([500, 'INTERNAL_SERVER_ERROR']);
    expect(await comments('Unread')).toBe(0);
    expect((await send('unread', { ...comment('Unread'), query })).json.errors).toBeUndefined();
    expect(await comments('Unread')).toBe(1);
  });

  it('is its own in each workspace, and of each member', async () => {
    const stranger = await room.api.db.workspace('Elsewhere');
    const token = await room.api.token(stranger);
    await send('shared', comment('Ours'));
    expect((await send('shared', comment('Theirs'), { token })).json.data).toMatchObject({
      addComment: { userErrors: [{ code: 'NOT_FOUND' }] },
    });
  });

  it('makes one revision of a text that is changed, and one of a text that is imported', async () => {
    const slug = 'twice';
    const content = 'Night trams\n\nTrams run at night. Nobody pays.\n';
    const revisions = (): Promise<unknown[]> =>
      room.rows(
        "SELECT 1 FROM revision r JOIN article a ON a.workspace_id = r.workspace_id AND a.id = r.article_id WHERE a.slug = 'twice'",
      );
    const importing = {
      query: mutationOf('importArticle', 'revision { number } userErrors { code }'),
      variables: { input: { slug, content, format: 'TEXT' } },
    };
    const first = await send('import', importing);
    expect((await send('import', importing)).body).toBe(first.body);
    expect(first.json.data).toEqual({ importArticle: { revision: { number: 1 }, userErrors: [] } });
    const trams = await room.claim('Trams run');
    const rewording = {
      query: mutationOf('updateClaim', 'claim { text } revision { number } userErrors { code }'),
      variables: { input: { claimId: trams.id, text: 'Trams run until two.' } },
    };
    const [one, other] = [await send('reword', rewording), await send('reword', rewording)];
    expect(other.body).toBe(one.body);
    expect(one.json.data).toEqual({
      updateClaim: { claim: { text: 'Trams run until two.' }, revision: { number: 2 }, userErrors: [] },
    });
    expect(await revisions()).toHaveLength(2);
  });

  it('in batches and over several articles is one as well', async () => {
    const other = await room.claim('Nobody was hurt', await room.import('other'));
    const items = [claim, other].map((each) => ({ claimId: each.id, memberId: id('Member', room.viewer.memberId) }));
    const batch = {
      query: mutationOf('assignClaims', 'results { claim { version } userErrors { code } }'),
      variables: { input: { items: [...items, { claimId: 'x' }] } },
    };
    const first = await send('batch', batch);
    expect(first.json.data).toMatchObject({
      assignClaims: { results: [{ userErrors: [] }, { userErrors: [] }, { userErrors: [{ code: 'INVALID_INPUT' }] }] },
    });
    expect((await send('batch', batch)).body).toBe(first.body);
  });
});

it('an import is a part of what it is done together with', async () => {
  const pool = sourceReadingPool();
  const importer = importerOf(room.api.db.database, pool, new Jobs(room.api.db.database, { jobs: 'off' }));
  const input = { slug: 'together', content: 'Trams\n\nTrams run at night.\n', format: 'TEXT' } as const;
  const revisions = async (): Promise<number> =>
    (await room.rows("SELECT 1 FROM article WHERE slug = 'together'")).length;
  const importing = room.api.db.database.together(room.viewer, async (scope) => {
    expect((await importer.run(scope, input)).articleId).not.toBeNull();
    expect((await importer.run(scope, { ...input, expectedVersion: 7 })).userErrors).toHaveLength(1);
    throw new Error('undone');
  });
  await expect(importing).rejects.toThrow('undone');
  expect(await revisions()).toBe(0);
  await room.api.db.database.together(room.viewer, (scope) => importer.run(scope, input));
  expect(await revisions()).toBe(1);
  await pool.onApplicationShutdown();
});

it.each(['', 'with space', 'ünicode', 'x'.repeat(201)])('the key "%s" is none', async (key) => {
  const reply = await send(key, comment('No key'), { accept: MODERN });
  expect([reply.status, code(reply)]).toEqual([400, 'BAD_REQUEST']);
  expect(await comments('No key')).toBe(0);
});

it('queries pay it no heed', async () => {
  const before = (await kept()).length;
  for (const key of ['query', 'query', 'not a key']) {
    const reply = await send(key, { query: '{ viewer { role } }' });
    expect([reply.status, reply.headers['idempotency-replayed']]).toEqual([200, undefined]);
  }
  expect((await kept()).length).toBe(before);
});

describe('after a day', () => {
  const age = (key: string): Promise<unknown> =>
    room.api.db.owner(`UPDATE kept_answer SET created_at = now() - interval '25 hours' WHERE key = $1`, [key]);

  it('a key can be used again', async () => {
    await send('daily', comment('Monday'));
    await age('daily');
    const reply = await send('daily', comment('Tuesday'));
    expect([reply.status, reply.headers['idempotency-replayed']]).toEqual([200, undefined]);
    expect((await send('daily', comment('Tuesday'))).headers['idempotency-replayed']).toBe('true');
  });

  it('answers are forgotten, by new ones and by a sweep', async () => {
    for (const key of ['old-1', 'old-2']) await send(key, comment(key));
    await age('old-1');
    await send('new', comment('New'));
    expect((await kept()).map(({ key }) => key)).toEqual(expect.not.arrayContaining(['old-1']));
    await age('old-2');
    const before = (await kept()).length;
    expect(await forgetAnswers(room.api.db.database)).toBe(1);
    expect((await kept()).map(({ key }) => key)).toEqual(expect.not.arrayContaining(['old-2']));
    expect((await kept()).length).toBe(before - 1);
  });
});
