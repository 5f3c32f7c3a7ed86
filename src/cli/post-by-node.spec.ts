import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { postByNode } from './post-by-node.js';

describe('a request by Node’s own HTTP', () => {
  let server: Server;
  let address: URL;
  let answer: RequestListener;

  beforeEach(async () => {
    server = createServer((request, response) => answer(request, response)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    address = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`);
  });

  afterEach(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  const sent = (body = '{}', signal = new AbortController().signal) => ({
    method: 'POST' as const,
    headers: { 'content-type': 'application/json', 'x-own': 'yes' },
    body,
    signal,
  });

  test('arrives whole, letters of several bytes too, and so does its answer', async () => {
    answer = (request, response) => {
      void text(request).then((body) => {
        const { method, headers } = request;
        response.writeHead(201, { 'obelus-position': '7', 'set-cookie': ['a=1', 'b=2'] });
        response.end(JSON.stringify({ body, method, own: headers['x-own'], length: headers['content-length'] }));
      });
    };
    const body = '{"content":"größte Fähre 🚢"}';
    const answered = await postByNode(address, sent(body));
    expect(answered.status).toBe(201);
    expect(answered.headers.get('Obelus-Position')).toBe('7');
    expect(answered.headers.get('set-cookie')).toBe('a=1, b=2');
    expect(answered.headers.get('etag')).toBeNull();
    const length = String(Buffer.byteLength(body));
    expect(JSON.parse(await answered.text())).toEqual({ body, method: 'POST', own: 'yes', length });
  });

  test('goes on where it is sent', async () => {
    answer = (request, response) => {
      if (request.url === '/graphql') {
        request.resume();
        response.writeHead(307, { location: '/elsewhere' }).end('not here');
        return;
      }
      void text(request).then((body) => response.end(`${request.method} ${request.url} ${body}`));
    };
    expect(await (await postByNode(address, sent('{"a":1}'))).text()).toBe('POST /elsewhere {"a":1}');
  });

  test('fails where nobody listens, with the code of that', async () => {
    const nowhere = createServer().listen(0, '127.0.0.1');
    await once(nowhere, 'listening');
    const { port } = nowhere.address() as AddressInfo;
    nowhere.close();
    await once(nowhere, 'close');
    const asked = postByNode(new URL(`http://127.0.0.1:${port}/graphql`), sent());
    await expect(asked).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  test('fails when the answer ends too soon', async () => {
    answer = (_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{', () => response.destroy());
    };
    await expect(postByNode(address, sent())).rejects.toMatchObject({ code: 'ECONNRESET' });
  });

  test('ends with its signal, before there is an answer and amid it', async () => {
    for (const begin of [false, true]) {
      const ending = new AbortController();
      answer = (_, response) => {
        if (begin) response.write('{');
        setTimeout(() => ending.abort(), 20);
      };
      await expect(postByNode(address, sent('{}', ending.signal))).rejects.toThrow();
      expect(ending.signal.aborted).toBe(true);
    }
  });
});
