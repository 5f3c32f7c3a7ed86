import { createHmac } from 'node:crypto';
import { KeyStore } from './key-store.js';
import { newKey, signedHeaders, toSecret } from './signature.js';

const AT = new Date('2031-04-02T09:00:00.900Z');

describe('signatures', () => {
  // The key, id, time and body of the example in the specification's reference libraries.
  it('are those of Standard Webhooks', () => {
    const key = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
    const at = new Date(1_614_265_330_000);
    expect(signedHeaders('msg_p5jXN8AQM9LWM0D4loKWxJek', at, '{"test": 2432232314}', [key])).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it('are one for each key, over exactly what is sent', () => {
    const keys = [newKey(), newKey()];
    const headers = signedHeaders('msg_1', AT, '{"text":"ä"}', keys);
    const expected = keys.map(
      (key) => `v1,${createHmac('sha256', key).update('msg_1.1932886800.{"text":"ä"}').digest('base64')}`,
    );
    expect(headers['webhook-signature']).toBe(expected.join(' '));
  });

  it('are made with secrets of the length that the specification asks for', () => {
    const [, text] = /^whsec_(.+)$/.exec(toSecret(newKey()))!;
    expect(Buffer.from(text!, 'base64')).toHaveLength(32);
  });
});

describe('the store of keys', () => {
  const [setting, id] = ['a setting of the operator, not short', '01890a5d-ac96-774b-bcce-b302099a8057'];

  it('seals them when it has a key for that, for one webhook', () => {
    const key = newKey();
    const store = new KeyStore(setting);
    const stored = store.toStored(key, id);
    expect(stored.includes(key)).toBe(false);
    expect(store.toStored(key, id)).not.toEqual(stored);
    expect(store.fromStored(stored, id)).toEqual(key);
    expect(store.fromStored(stored, id.replace('7', '8'))).toBeNull();
    expect(new KeyStore(`${setting}!`).fromStored(stored, id)).toBeNull();
    expect(new KeyStore(null).fromStored(stored, id)).toBeNull();
    const broken = Buffer.from(stored);
    broken[20]! ^= 1;
    expect(store.fromStored(broken, id)).toBeNull();
    expect(store.fromStored(stored.subarray(0, 9), id)).toBeNull();
  });

  it('keeps them as they are without, and reads those also later', () => {
    const key = newKey();
    const stored = new KeyStore(null).toStored(key, id);
    expect(new KeyStore(null).fromStored(stored, id)).toEqual(key);
    expect(new KeyStore(setting).fromStored(stored, id)).toEqual(key);
  });
});
