import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Logger } from '@nestjs/common';
import { readConfig } from '../../src/config/config.js';
import { Chat } from '../../src/consulting/chat.js';
import { JudgeError } from '../../src/consulting/judge-error.js';
import { Fetcher } from '../../src/fetching/fetcher.js';
import { PAGES } from '../fetching/support/site.js';
import { after, completes, fails, FakeJudge, says } from './support/fake-judge.js';

// Each refusal would be in it.
Logger.overrideLogger(false);

const KEY = 'sk-very-secret-key';
const MESSAGES = [{ role: 'user' as const, content: 'How much of it?' }];
const never = new AbortController().signal;

let judge: FakeJudge;
beforeAll(async () => (judge = await FakeJudge.open()));
beforeEach(() => judge.reset());
afterAll(() => judge.close());

const chat = (more: { key?: string | null; timeoutMs?: number; baseUrl?: string } = {}): Chat =>
  new Chat({ baseUrl: judge.url, model: 'judge-1', key: KEY, timeoutMs: 5_000, ...more }, { firstWaitMs: 5 });
const ask = (of = chat(), signal = never) => of.ask(MESSAGES, signal);
/** How it fails. */
const failure = async (of = chat()): Promise<JudgeError> => {
  const error: unknown = await ask(of).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(JudgeError);
  return error as JudgeError;
};

describe('a question', () => {
  it('is one POST with the key, a temperature of 0, and the shape of the answer', async () => {
    judge.next.push(says({}));
    expect(await ask()).toEqual({
      content: expect.stringContaining('"label":"FOUND"'),
      problem: null,
      model: 'judge-1-2031',
      inputTokens: 1_000,
      outputTokens: 100,
    });
    const [request] = judge.asked;
    expect([judge.asked.length, request!.path]).toEqual([1, '/v1/chat/completions']);
    expect(request!.headers).toMatchObject({
      authorization: `Bearer ${KEY}`,
      'content-type': 'application/json',
      'user-agent': 'Obelus',
    });
    expect(request!.body).toMatchObject({
      model: 'judge-1',
      messages: MESSAGES,
      temperature: 0,
      stream: false,
      response_format: { type: 'json_schema', json_schema: { strict: true } },
    });
  });

  it('shows no key where there is none', async () => {
    await ask(chat({ key: null }));
    expect(judge.asked[0]!.headers).not.toHaveProperty('authorization');
  });

  it('is put with less where the endpoint answers 400, and so from then on', async () => {
    const one = chat();
    judge.next.push(fails(400));
    await ask(one);
    await ask(one);
    expect(judge.asked.map(({ body }) => [body.response_format?.type, body.temperature])).toEqual([
      ['json_schema', 0],
      [undefined, 0],
      [undefined, 0],
    ]);
    judge.reset();
    const other = chat();
    judge.next.push(fails(400), fails(422));
    await ask(other);
    expect(judge.asked.at(-1)!.body).toEqual({ model: 'judge-1', messages: MESSAGES, stream: false });
  });

  it('is refused where nothing helps, and put whole the next time', async () => {
    const one = chat();
    judge.next.push(fails(400), fails(400), fails(400, {}, '{"error":{"message":"context too long"}}'));
    const error = await failure(one);
    expect([error.code, error.isPassing, judge.asked.length]).toEqual(['REFUSED', false, 3]);
    expect(error.detail).toContain('context too long');
    await ask(one);
    expect(judge.asked.at(-1)!.body.response_format).toBeDefined();
  });
});

describe('an endpoint in trouble', () => {
  it('is tried again after 429, 503 and 500', async () => {
    judge.next.push(fails(429), fails(500));
    expect((await ask()).problem).toBeNull();
    judge.next.push(fails(503));
    expect((await ask()).problem).toBeNull();
    expect(judge.asked).toHaveLength(5);
  });

  it('is left alone as long as it asks for', async () => {
    judge.next.push(fails(429, { 'retry-after': '1' }));
    const start = Date.now();
    await ask();
    expect(Date.now() - start).toBeGreaterThanOrEqual(990);
  });

  it('is left to another time when it asks for more', async () => {
    judge.next.push(fails(429, { 'retry-after': '3600' }));
    const error = await failure();
    expect([error.code, error.isPassing, error.waitMs, judge.asked.length]).toEqual(['BUSY', true, 3_600_000, 1]);
  });

  it('is tried three times', async () => {
    judge.next.push(fails(500), fails(502), fails(500));
    const error = await failure();
    expect([error.code, error.message, judge.asked.length]).toEqual(['AWAY', 'the second judge fails (500)', 3]);
  });

  it('is not waited for longer than it may take', async () => {
    judge.next.push(after(3_000, says({})));
    const error = await failure(chat({ timeoutMs: 200 }));
    expect([error.code, error.message, judge.asked.length]).toEqual(['AWAY', 'the second judge took too long', 1]);
  });

  it('may not be there', async () => {
    const error = await failure(chat({ baseUrl: 'http://127.0.0.1:1/v1' }));
    expect([error.code, error.message]).toEqual(['AWAY', 'the second judge cannot be reached']);
    expect(error.message).not.toContain('127.0.0.1');
  });

  it('is given up by who gives up', async () => {
    judge.next.push(after(3_000, says({})));
    const ending = new AbortController();
    const asked = ask(chat(), ending.signal);
    setTimeout(() => ending.abort(new Error('over')), 50);
    await expect(asked).rejects.toThrow('over');
  });
});

describe('the way to it', () => {
  it('may lead to a name of this machine', async () => {
    const { port } = new URL(judge.url);
    judge.next.push(says({}));
    expect((await ask(chat({ baseUrl: `http://localhost:${port}/v1` }))).problem).toBeNull();
  });

  it('is nobody else’s: what the server fetches for people does not lead there', async () => {
    const { fetching, judge: settings } = readConfig({ OBELUS_JUDGE_URL: judge.url, OBELUS_JUDGE_MODEL: 'judge-1' });
    expect(settings!.baseUrl).toBe(judge.url);
    await expect(new Fetcher(fetching).get(judge.url, PAGES)).rejects.toMatchObject({ code: 'REFUSED_ADDRESS' });
    expect(judge.asked).toEqual([]);
  });
});

describe('an endpoint that is none', () => {
  it('leads nowhere else', async () => {
    const seen: string[] = [];
    const elsewhere = createServer((request, response) => {
      seen.push(request.headers.authorization ?? '');
      response.end();
    });
    await once(elsewhere.listen(0, '127.0.0.1'), 'listening');
    const { port } = elsewhere.address() as AddressInfo;
    for (const status of [301, 302, 307, 308]) {
      judge.next.push(fails(status, { location: `http://127.0.0.1:${port}/v1/chat/completions` }));
      expect(await failure()).toMatchObject({ code: 'REFUSED', message: expect.stringContaining('leads elsewhere') });
    }
    elsewhere.close();
    expect(seen).toEqual([]);
  });

  it.each([
    ['a page', (response: ServerResponse) => response.end('<html>Welcome</html>')],
    ['no choices', completes('x', { choices: [] })],
    ['choices that are none', completes('x', { choices: 'FOUND' })],
    ['nothing', (response: ServerResponse) => response.end('')],
  ])('answers %s', async (_what, reply) => {
    judge.next.push(reply);
    expect(await failure()).toMatchObject({ code: 'STRANGE', isPassing: false });
  });

  it('answers without end', async () => {
    let closed = false;
    judge.next.push((response) => {
      const timer = setInterval(() => response.write('x'.repeat(50_000)), 1);
      response.on('close', () => {
        closed = true;
        clearInterval(timer);
      });
    });
    expect(await failure()).toMatchObject({ code: 'STRANGE', message: 'the second judge answers without end' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(closed).toBe(true);
  });
});

describe('a reply that is no answer', () => {
  it.each([
    ['it was cut off', completes('{"label":', {}, 'length')],
    ['it refuses to answer', completes('', {}, 'content_filter')],
    ['it is empty', completes(null)],
    ['it is empty', completes('  ')],
    [
      'it refuses to answer',
      completes(null, { choices: [{ finish_reason: 'stop', message: { content: null, refusal: 'No.' } }] }),
    ],
  ])('says that %s', async (problem, reply) => {
    judge.next.push(reply);
    expect(await ask()).toMatchObject({ content: null, problem, inputTokens: 1_000 });
  });

  it.each([[{ prompt_tokens: -1, completion_tokens: 1.5 }], [{ prompt_tokens: '12' }], [null], [7]])(
    'counts no tokens by %j',
    async (usage) => {
      judge.next.push(completes('{}', { usage, model: 7 }));
      expect(await ask()).toMatchObject({ content: '{}', model: null, inputTokens: null, outputTokens: null });
    },
  );
});

describe('the key', () => {
  it.each([
    [401, `{"error":{"message":"Incorrect API key provided: sk-very*****key"}}`],
    [403, KEY],
    [404, `no such model for ${KEY}`],
    [500, `Bearer ${KEY}`],
  ])('is in no error that a %d leads to', async (status, body) => {
    judge.always = fails(status, {}, body);
    const error = await failure();
    judge.always = says({});
    const all = `${error.message} ${error.detail} ${error.stack ?? ''} ${JSON.stringify(error)}`;
    expect(all).not.toContain('sk-very');
    expect(error.message).toContain(String(status));
  });
});
