import { readPage, toConnection, type Order, type PageArgs } from './connection.js';
import { decodeCursor, encodeCursor } from './cursor.js';
import { RequestError } from './request-error.js';

const UUID = '01890a5d-ac96-774b-bcce-b302099a8057';
const order: Order = { name: 'claims', kinds: ['integer', 'uuid'] };
const cursor = encodeCursor('claims', [2011, UUID]);
const page = (args: PageArgs) => readPage(args, order);

function refusal(args: PageArgs): string {
  try {
    page(args);
  } catch (error) {
    if (error instanceof RequestError) return `${error.code} ${error.message}`;
    throw error;
  }
  return 'taken';
}

describe('a cursor', () => {
  it('comes back as the key it was made from', () => {
    expect(decodeCursor(cursor, 'claims', order.kinds)).toEqual([2011, UUID]);
    const text = encodeCursor('titles', ['Käse “x”', '9007199254740993']);
    expect(decodeCursor(text, 'titles', ['text', 'bigint'])).toEqual(['Käse “x”', '9007199254740993']);
  });

  it('serves one connection in one order', () => {
    expect(decodeCursor(cursor, 'articles', order.kinds)).toBeNull();
    expect(decodeCursor(cursor, 'claims', ['integer'])).toBeNull();
  });

  it.each([
    ['nothing', ''],
    ['no base64', '!!not-a-cursor!!'],
    ['no JSON', Buffer.from('hello').toString('base64url')],
    ['a string where a number stands', encodeCursor('claims', ['2011', UUID])],
    ['a number that no column holds', encodeCursor('claims', [1e300, UUID])],
    ['SQL where a UUID stands', encodeCursor('claims', [1, "' OR 1=1 --"])],
    ['a NUL', encodeCursor('claims', [1, '\0'])],
    ['very long text', 'A'.repeat(100_000)],
  ])('is not %s', (_what, text) => expect(decodeCursor(text, 'claims', order.kinds)).toBeNull());
});

describe('a page', () => {
  it('is of twenty rows from the start when nothing is said', () => {
    expect(page({})).toEqual({ size: 20, forward: true, after: null, before: null });
    expect(page({ first: null, after: null })).toEqual(page({}));
  });

  it('reads either way, between cursors', () => {
    expect(page({ first: 0 })).toMatchObject({ size: 0, forward: true });
    expect(page({ last: 100, before: cursor })).toMatchObject({ size: 100, forward: false, before: [2011, UUID] });
  });

  it('says what is wrong, and what to do', () => {
    expect(refusal({ first: -1 })).toBe(
      'BAD_USER_INPUT first: -1 is not from 0 to 100; ask for more in several pages, with cursors',
    );
    expect(refusal({ last: 101 })).toMatch(/^BAD_USER_INPUT last: 101/);
    expect(refusal({ first: 1, last: 1 })).toMatch(/^BAD_USER_INPUT last: first and last together/);
    expect(refusal({ after: 'x' })).toMatch(/^BAD_USER_INPUT after: not a cursor/);
  });
});

describe('page info', () => {
  const rows = (...names: string[]) => names.map((node) => ({ cursor: node, node }));
  const info = (args: PageArgs, ...found: string[]) => {
    const { edges, pageInfo } = toConnection(page(args), rows(...found));
    return [edges.map(({ node }) => node).join(''), pageInfo.hasPreviousPage, pageInfo.hasNextPage];
  };

  it('knows what lies ahead and behind, both ways', () => {
    expect(info({ first: 2 }, 'a', 'b')).toEqual(['ab', false, false]);
    expect(info({ first: 2 }, 'a', 'b', 'c')).toEqual(['ab', false, true]);
    expect(info({ first: 2, after: cursor }, 'c')).toEqual(['c', true, false]);
    expect(info({ last: 2 }, 'a', 'b', 'c')).toEqual(['bc', true, false]);
    expect(info({ last: 2, before: cursor }, 'a', 'b')).toEqual(['ab', false, true]);
    expect(info({ first: 2, before: cursor }, 'a')).toEqual(['a', false, true]);
  });

  it('has no cursors on an empty page', () => {
    const { pageInfo } = toConnection(page({ first: 3 }), []);
    expect(pageInfo).toEqual({ hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null });
  });
});
