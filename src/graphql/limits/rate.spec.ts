import { RateLimits } from './rate.js';

/** A thousand points a millisecond: what has to wait waits for milliseconds. */
const SIZE = 60_000_000;
const PAYER = { address: '203.0.113.1', tokenId: 'token' };
const limits = (token: number, address = 0): RateLimits =>
  new RateLimits({ rateLimitToken: token, rateLimitAddress: address });
const leftOf = (rates: RateLimits, name: string): number =>
  Number(new RegExp(`"${name}";r=(\\d+)`).exec(rates.headersFor(PAYER)['ratelimit'] ?? '')?.[1]);

describe('what is paid at leisure', () => {
  it('is had at once while there is plenty', async () => {
    const rates = limits(1_000);
    expect(await rates.pace(PAYER, 300)).toBe(false);
    expect(await rates.pace(PAYER, 300)).toBe(false);
    expect(leftOf(rates, 'token')).toBeLessThan(450);
  });

  it('waits for the rest, and leaves a quarter to others meanwhile', async () => {
    const rates = limits(SIZE);
    expect(await rates.pace(PAYER, SIZE / 2)).toBe(false);
    expect(await rates.pace(PAYER, SIZE / 4)).toBe(false);
    let isDone = false;
    void rates.pace(PAYER, SIZE / 4).then(() => (isDone = true));
    expect(() => rates.charge(PAYER, SIZE / 5)).not.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isDone).toBe(false);
  });

  it('comes when enough has flowed in', async () => {
    const rates = limits(SIZE);
    await rates.pace(PAYER, (SIZE * 3) / 4);
    const start = performance.now();
    expect(await rates.pace(PAYER, 50_000)).toBe(true);
    expect(performance.now() - start).toBeGreaterThan(25);
  });

  it('is never more than what a full bucket has beside the quarter', async () => {
    const rates = limits(1_000);
    expect(await rates.pace(PAYER, 1_000_000)).toBe(false);
    expect(leftOf(rates, 'token')).toBeGreaterThanOrEqual(250);
  });

  it('counts for the address as well, and only when both have it', async () => {
    const rates = limits(SIZE, 1_000);
    await rates.pace(PAYER, 700);
    const before = leftOf(rates, 'token');
    void rates.pace(PAYER, 700);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(leftOf(rates, 'token')).toBeGreaterThanOrEqual(before);
  });

  it('costs nothing where nothing is limited', async () => {
    expect(await limits(0).pace(PAYER, SIZE)).toBe(false);
  });
});
