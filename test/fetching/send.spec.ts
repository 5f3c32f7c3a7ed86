import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { text } from 'node:stream/consumers';
import { fetcherFor, redirect, Site } from './support/site.js';

// Each refusal would be in it.
Logger.overrideLogger(false);

let site: Site;
const bodies: string[] = [];
beforeAll(async () => {
  site = await Site.open({
    '/hook': async (request, response) => {
      bodies.push(await text(request));
      response.writeHead(202).end('taken');
    },
    '/busy': (_, response) => response.writeHead(503, { 'retry-after': '120' }).end('later'),
    '/on': redirect('/hook', 307),
    '/endless': (_, response) => {
      const timer = setInterval(
        () => (response.destroyed ? clearInterval(timer) : response.write('a'.repeat(10_000))),
        1,
      );
    },
    '/cut-off': (_, response) => {
      response.writeHead(200, { 'content-length': 1_000 }).write('a');
      setTimeout(() => response.destroy(), 20);
    },
  });
});
beforeEach(() => {
  bodies.length = 0;
  site.asked.length = 0;
  site.headers.length = 0;
});
afterAll(() => site.close());

const send = (path: string, headers = {}) => fetcherFor().send(`${site.origin}${path}`, '{"event":"ä"}', headers);

describe('sending a message', () => {
  it('is one POST, with headers of its own, and asks no robots.txt', async () => {
    expect(await send('/hook', { 'obelus-signature': 'abc' })).toEqual({
      status: 202,
      retryAfter: null,
      body: 'taken',
    });
    expect([site.asked, bodies]).toEqual([['POST /hook'], ['{"event":"ä"}']]);
    expect(site.headers[0]).toMatchObject({
      'content-type': 'application/json',
      'content-length': '14',
      'obelus-signature': 'abc',
      'user-agent': 'Obelus',
    });
  });

  it('tells any status, and when to try again', async () => {
    expect(await send('/busy')).toEqual({ status: 503, retryAfter: '120', body: 'later' });
  });

  it('follows no redirect', async () => {
    expect(await send('/on')).toMatchObject({ status: 307 });
    expect(site.asked).toEqual(['POST /on']);
  });

  it('reads little of what is answered, and needs none of it', async () => {
    expect((await send('/endless')).body).toHaveLength(4_096);
    expect(await send('/cut-off')).toMatchObject({ status: 200 });
  });

  it.each([
    ['http://127.0.0.1/', 'REFUSED_ADDRESS'],
    ['http://site.example.evil.example:9000/', 'REFUSED_ADDRESS'],
    ['ftp://site.example/', 'INVALID_URL'],
    ['http://ada:secret@site.example/', 'INVALID_URL'],
    ['nothing', 'INVALID_URL'],
  ])('to %s: %s', (address, code) => expect(fetcherFor().send(address, '{}')).rejects.toMatchObject({ code }));

  it('tells nobody the path, which may be a secret', async () => {
    const told = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    const sending = fetcherFor().send('http://127.0.0.1/hooks/secret?key=secret', '{}');
    await expect(sending).rejects.toThrow(/^(?!.*secret)/);
    expect(told.mock.calls).toEqual([[expect.stringMatching(/^not reached, asked for 127\.0\.0\.1: (?!.*secret)/)]]);
    told.mockRestore();
  });

  it('to nobody', async () => {
    const closed = await Site.open({});
    await closed.close();
    await expect(fetcherFor().send(closed.origin, '{}')).rejects.toMatchObject({
      code: 'UNREACHABLE',
      message: expect.stringContaining('cannot be reached (ECONNREFUSED)') as string,
    });
  });
});
