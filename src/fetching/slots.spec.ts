import { Slots } from './slots.js';

const NEVER = new AbortController().signal;

/** Work that ends when it is told to. */
function work(name: string, began: string[]) {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { begin: () => (began.push(name), promise), end: resolve };
}
const soon = (): Promise<void> => new Promise((then) => setImmediate(then));

describe('slots', () => {
  it('let so many work at once for each key, in the order in which they came', async () => {
    const began: string[] = [];
    const [a, b, c, other] = ['a', 'b', 'c', 'other'].map((name) => work(name, began));
    const slots = new Slots(1);
    const all = [a!, b!, c!].map(({ begin }) => slots.take('host', NEVER, begin));
    all.push(slots.take('another', NEVER, other!.begin));
    await soon();
    expect(began).toEqual(['a', 'other']);
    a!.end();
    await soon();
    expect(began).toEqual(['a', 'other', 'b']);
    for (const each of [b, c, other]) each!.end();
    await Promise.all(all);
    expect(began).toEqual(['a', 'other', 'b', 'c']);
  });

  it('are free again after work that fails', async () => {
    const slots = new Slots(1);
    await expect(slots.take('a', NEVER, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await slots.take('a', NEVER, () => Promise.resolve(1))).toBe(1);
  });

  it('are left by who gives up, and the next one moves up', async () => {
    const began: string[] = [];
    const [a, b, c] = ['a', 'b', 'c'].map((name) => work(name, began));
    const slots = new Slots(1);
    const giving = new AbortController();
    const first = slots.take('host', NEVER, a!.begin);
    const second = slots.take('host', giving.signal, b!.begin);
    const third = slots.take('host', NEVER, c!.begin);
    giving.abort(new Error('too long'));
    await expect(second).rejects.toThrow('too long');
    await expect(slots.take('host', giving.signal, b!.begin)).rejects.toThrow('too long');
    a!.end();
    c!.end();
    await Promise.all([first, third]);
    expect(began).toEqual(['a', 'c']);
  });
});
