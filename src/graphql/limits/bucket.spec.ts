import { Buckets } from './bucket.js';
import { RateLimits } from './rate.js';

describe('a bucket', () => {
  let now = 0;
  const buckets = (size = 60): Buckets => new Buckets(size, 60_000, () => now);

  it('gives what it holds, then what flows in', () => {
    const own = buckets();
    expect(own.take('a', 50)).toEqual({ isEnough: true, left: 10, waitS: 0, fullS: 50 });
    expect(own.take('a', 20)).toEqual({ isEnough: false, left: 10, waitS: 10, fullS: 50 });
    expect(own.take('a', 10)).toMatchObject({ isEnough: true, left: 0 });
    now += 20_000;
    expect(own.look('a')).toMatchObject({ left: 20, fullS: 40 });
    expect(own.take('a', 20).isEnough).toBe(true);
    now += 600_000;
    expect(own.look('a')).toEqual({ isEnough: true, left: 60, waitS: 0, fullS: 0 });
  });

  it('is one for each key, and lets the dearest pass when it is full', () => {
    const own = buckets();
    expect(own.take('a', 1_000).isEnough).toBe(true);
    expect(own.take('a', 1).isEnough).toBe(false);
    expect(own.take('b', 60).isEnough).toBe(true);
  });

  it('is forgotten when too many others came since', () => {
    const own = buckets();
    own.take('a', 60);
    for (let i = 0; i < 20_000; i++) own.take(`key ${i}`, 1);
    expect(own.look('a').left).toBe(60);
  });

  it('stands still when the clock goes back', () => {
    const own = buckets();
    own.take('a', 30);
    now -= 50_000;
    expect(own.look('a').left).toBe(30);
  });
});

describe('rates', () => {
  const rates = new RateLimits({ rateLimitToken: 100, rateLimitAddress: 250 }, () => 0);
  const payer = { address: '2001:db8:1:2:3::4', tokenId: 'one' };

  it('are told for both, and an IPv6 address stands for its network', () => {
    rates.charge(payer, 30);
    expect(rates.headersFor(payer)).toEqual({
      'ratelimit-policy': '"token";q=100;w=60, "address";q=250;w=60',
      ratelimit: '"token";r=70;t=18, "address";r=220;t=8',
    });
    expect(rates.headersFor({ address: '2001:db8:1:2::9', tokenId: null })['ratelimit']).toBe('"address";r=220;t=8');
    expect(rates.headersFor({ address: '2001:db8:1:3::9', tokenId: null })['ratelimit']).toBe('"address";r=250;t=0');
  });

  it('are none where nothing is limited', () => {
    const none = new RateLimits({ rateLimitToken: 0, rateLimitAddress: 0 });
    expect(() => none.charge(payer, 1e9)).not.toThrow();
    expect(none.headersFor(payer)).toEqual({});
  });
});

describe('what several processes count', () => {
  it('is told once, and taken from the others as well', () => {
    let now = 0;
    const [one, other] = [new Buckets(100, 60_000, () => now), new Buckets(100, 60_000, () => now)];
    one.take('before it is asked for', 10);
    expect(one.takeSpent()).toEqual([]);
    one.take('a', 30);
    one.take('a', 20);
    one.take('b', 5);
    one.take('a', 60);
    const spent = one.takeSpent();
    expect(spent).toEqual([
      ['a', 50],
      ['b', 5],
    ]);
    expect(one.takeSpent()).toEqual([]);
    for (const [key, points] of spent) other.spend(key, points);
    expect(other.look('a').left).toBe(50);
    other.spend('a', 80);
    expect(other.look('a')).toMatchObject({ left: 0, fullS: 78 });
    expect(other.take('a', 1)).toMatchObject({ isEnough: false, left: 0 });
    now = 60_000;
    expect(other.look('a').left).toBe(70);
  });

  it('is owed up to a full bucket, and no more', () => {
    const buckets = new Buckets(100, 60_000, () => 0);
    buckets.spend('a', 1_000);
    expect(buckets.look('a').fullS).toBe(120);
  });
});
