import { connection } from './connection.js';
import { positionedFetch } from './positioned-fetch.js';

const answer = (status = 200, type = 'application/json'): Response =>
  new Response('{}', { status, headers: { 'content-type': type } });

describe('what is heard of the connection', () => {
  const real = globalThis.fetch;
  const ask = positionedFetch();
  let settle: { resolve: (response: Response) => void; reject: (error: unknown) => void };
  beforeEach(() => {
    connection.found();
    globalThis.fetch = () => new Promise((resolve, reject) => (settle = { resolve, reject }));
  });
  afterEach(() => {
    globalThis.fetch = real;
  });

  it.each([
    ['an answer', () => settle.resolve(answer()), true],
    ['a refusal of the server', () => settle.resolve(answer(503)), true],
    ['a gateway that reaches no server', () => settle.resolve(answer(502, 'text/html')), false],
    ['nothing', () => settle.reject(new TypeError('Failed to fetch')), false],
  ])('%s', async (_, happen, isThere) => {
    if (isThere) connection.lost();
    const asked = ask('/graphql').catch(() => undefined);
    happen();
    await asked;
    expect(connection.isThere()).toBe(isThere);
  });

  it('an answer to what was asked before it was lost does not bring it back', async () => {
    const asked = ask('/graphql');
    connection.lost();
    settle.resolve(answer());
    await asked;
    expect(connection.isThere()).toBe(false);
  });

  it('what is asked for no more does not lose it', async () => {
    const asked = ask('/graphql').catch(() => undefined);
    settle.reject(new DOMException('enough', 'AbortError'));
    await asked;
    expect(connection.isThere()).toBe(true);
  });
});
