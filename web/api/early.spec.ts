import { jest } from '@jest/globals';
import { askEarly, takeEarly } from './early.js';

const asking = (query: string, id = 'a'): string => JSON.stringify({ query, operationName: query, variables: { id } });

describe('what the page asks before its script is there', () => {
  const real = globalThis.fetch;
  const sent: unknown[] = [];
  beforeEach(() => {
    jest.useFakeTimers();
    sent.length = 0;
    globalThis.fetch = async (_, init) => {
      sent.push(init?.body);
      if (init?.body === asking('nothing')) throw new TypeError('Failed to fetch');
      return new Response(init?.body);
    };
  });
  afterEach(() => {
    globalThis.fetch = real;
    globalThis.obelusEarly = undefined;
    jest.useRealTimers();
  });

  it('is taken once by who asks the same', async () => {
    askEarly([asking('one'), asking('two')]);
    expect(sent).toEqual([asking('one'), asking('two')]);
    expect(takeEarly(asking('three'))).toBeUndefined();
    expect(takeEarly(asking('one', 'b'))).toBeUndefined();
    expect(await (await takeEarly(asking('one')))?.text()).toBe(asking('one'));
    expect(takeEarly(asking('one'))).toBeUndefined();
  });

  it('is the same in whatever order it is sent', () => {
    askEarly(['{"query":"one","variables":{"id":"a","after":null}}']);
    expect(takeEarly('{"operationName":"one","variables":{"after":null,"id":"a"},"query":"one"}')).toBeDefined();
  });

  it('is not there where nothing was asked, or something else than text is sent', () => {
    expect(takeEarly(asking('one'))).toBeUndefined();
    askEarly([asking('one')]);
    expect([takeEarly(undefined), takeEarly(new Uint8Array())]).toEqual([undefined, undefined]);
  });

  it('fails to whoever takes it, and to nobody else', async () => {
    askEarly([asking('nothing')]);
    await expect(takeEarly(asking('nothing'))).rejects.toThrow('Failed to fetch');
  });

  it('is not taken any more when it may be old', () => {
    askEarly([asking('one')]);
    jest.advanceTimersByTime(29_000);
    expect(globalThis.obelusEarly?.size).toBe(1);
    jest.advanceTimersByTime(1_001);
    expect(takeEarly(asking('one'))).toBeUndefined();
  });
});
