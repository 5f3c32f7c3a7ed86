import { gunzipSync } from 'node:zlib';
import { fastify, type FastifyInstance } from 'fastify';
import { compressAnswers } from '../../src/console/compress-answers.js';

const ANSWER = { data: { words: 'a claim and its source, '.repeat(200) } };

let server: FastifyInstance;

beforeAll(async () => {
  server = fastify();
  compressAnswers(server);
  server.get('/answer', (_request, reply) => reply.send(ANSWER));
  server.get('/short', (_request, reply) => reply.send({ data: null }));
  server.get('/text', (_request, reply) => reply.type('text/csv').send('a,b\n'.repeat(1_000)));
  server.get('/packed', (_request, reply) =>
    reply.type('application/json').header('content-encoding', 'br').send('x'.repeat(2_000)),
  );
  await server.ready();
});
afterAll(() => server.close());

const ask = (url: string, headers: Record<string, string> = {}) =>
  server.inject({ url, headers: { 'accept-encoding': 'gzip, br', ...headers } });

it('a page is answered compressed, and can read it', async () => {
  const { headers, rawPayload } = await ask('/answer', { cookie: 'session=1' });
  expect([headers['content-encoding'], headers.vary]).toEqual(['gzip', 'accept-encoding']);
  expect(headers['content-length']).toBe(String(rawPayload.length));
  expect(rawPayload.length).toBeLessThan(400);
  expect(JSON.parse(gunzipSync(rawPayload).toString())).toEqual(ANSWER);
});

it.each([
  ['a program, which sends its token itself', '/answer', { authorization: 'Bearer x' }],
  ['who does not accept it', '/answer', { 'accept-encoding': 'br' }],
  ['who refuses it', '/answer', { 'accept-encoding': 'gzip;q=0' }],
  ['an answer that is short', '/short', {}],
  ['a file to be kept', '/text', {}],
])('as it is: %s', async (_, url, headers) => {
  const answer = await ask(url, headers);
  expect(answer.headers['content-encoding']).toBeUndefined();
  expect(answer.body.length).toBe(Number(answer.headers['content-length']));
});

it('what is compressed already is left as it is', async () => {
  const { headers, body } = await ask('/packed');
  expect([headers['content-encoding'], body.length]).toEqual(['br', 2_000]);
});
