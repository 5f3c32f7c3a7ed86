import { refusal } from './metrics-access.js';

const TOKEN = 'a-token-of-its-own-for-metrics';
const own = { host: 'localhost:3000' };

describe('without a token', () => {
  it.each([
    ['127.0.0.1', { host: '127.0.0.1:3000' }],
    ['127.0.0.1', { host: 'localhost' }],
    ['::1', { host: '[::1]:9464' }],
    ['::ffff:127.0.0.1', own],
  ])('this machine may read: %s %j', (address, headers) => expect(refusal({ address, headers }, null)).toBeNull());

  it.each([
    ['another machine', '203.0.113.7', own],
    ['another machine that calls itself this one', '10.0.0.4', { host: '127.0.0.1' }],
    ['who is on no socket any more', undefined, own],
    ['whoever a proxy on this machine asks for', '127.0.0.1', { ...own, 'x-forwarded-for': '203.0.113.7' }],
    ['the same, as RFC 7239 has it', '127.0.0.1', { ...own, forwarded: 'for=203.0.113.7' }],
    ['the same, where the proxy hands on the name', '127.0.0.1', { host: 'obelus.example.org' }],
    ['a page whose name leads here', '127.0.0.1', { host: 'localhost.example.org' }],
    ['who says no name', '127.0.0.1', {}],
  ])('not %s', (_who, address, headers) => {
    expect(refusal({ address, headers }, null)).toMatchObject({ status: 403 });
  });
});

describe('with a token', () => {
  it('who shows it may, from wherever', () => {
    const headers = { host: 'obelus.example.org', 'x-forwarded-for': '203.0.113.7', authorization: `Bearer ${TOKEN}` };
    expect(refusal({ address: '10.0.0.4', headers }, TOKEN)).toBeNull();
  });

  it.each([undefined, '', TOKEN, `Basic ${TOKEN}`, `Bearer ${TOKEN}x`, `Bearer ${TOKEN.slice(1)}`, 'Bearer'])(
    'nobody else, this machine neither: %s',
    (authorization) => {
      const headers = { ...own, ...(authorization === undefined ? {} : { authorization }) };
      expect(refusal({ address: '127.0.0.1', headers }, TOKEN)).toMatchObject({ status: 401 });
    },
  );
});
