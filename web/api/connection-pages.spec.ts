import { ConnectionPages, type Connection, type PagesState } from './connection-pages.js';

type Data = { readonly list: Connection<string> | null };
type Told = (answer: { data?: Data | null; error?: string }) => void;

/** Who is asked for pages now, by their cursors. */
let asked: Map<string | null, Told>;
/** Each time that somebody asked. */
let log: (string | null)[];
let state: PagesState<Data, string, string>;
/** What is answered at once, as from a cache. */
let cached: Map<string | null, Data>;

const page = (nodes: string, next: string | null): Data => ({
  list: {
    edges: [...nodes].map((node) => ({ node })),
    pageInfo: { hasNextPage: next !== null, endCursor: next },
  },
});

function made(isWhole: boolean): ConnectionPages<Data, string, string> {
  [asked, log, cached] = [new Map(), [], new Map()];
  const pages = new ConnectionPages<Data, string, string>(
    (after, told) => {
      log.push(after);
      asked.set(after, told);
      const known = cached.get(after);
      if (known) told({ data: known });
      return () => {
        if (asked.get(after) === told) asked.delete(after);
      };
    },
    ({ list }) => list,
    isWhole,
    (now) => (state = now),
  );
  pages.begin();
  return pages;
}

const answer = (after: string | null, nodes: string, next: string | null): void =>
  asked.get(after)!({ data: page(nodes, next) });
const followed = (): (string | null)[] => [...asked.keys()];

describe('pages as they are wanted', () => {
  it('come one at a time, when they are asked for', () => {
    const pages = made(false);
    pages.more();
    expect(log).toEqual([null]);
    answer(null, 'ab', 'b');
    expect(state).toMatchObject({ nodes: ['a', 'b'], count: 1, isLoading: false, hasNext: true });
    pages.more();
    pages.more();
    expect(log).toEqual([null, 'b']);
    expect(state).toMatchObject({ nodes: ['a', 'b'], count: 2, isLoading: true });
    answer('b', 'cd', null);
    expect(state).toMatchObject({ nodes: ['a', 'b', 'c', 'd'], isLoading: false, hasNext: false });
    pages.more();
    expect(log).toHaveLength(2);
  });

  it('show what the cache learns of them', () => {
    const pages = made(false);
    answer(null, 'ab', 'b');
    pages.more();
    answer('b', 'cd', null);
    answer('b', 'cD', null);
    answer(null, 'Ab', 'b');
    expect(state.nodes).toEqual(['A', 'b', 'c', 'D']);
    expect(log).toHaveLength(2);
  });

  it('begin where the one before them ends by now: no row is lost, and none is there twice', () => {
    const pages = made(false);
    answer(null, 'bc', 'c');
    pages.more();
    answer('c', 'de', null);
    answer(null, 'ab', 'b');
    expect(followed()).toEqual([null, 'b']);
    answer('b', 'cd', 'd');
    expect(state).toMatchObject({ nodes: ['a', 'b', 'c', 'd'], hasNext: true });
  });

  it('are gone when there is nothing behind the one before them', () => {
    const pages = made(false);
    answer(null, 'ab', 'b');
    pages.more();
    answer(null, 'a', null);
    expect(followed()).toEqual([null]);
    expect(state).toMatchObject({ nodes: ['a'], count: 1, isLoading: false, hasNext: false });
  });

  it('tell of an error beside what was there', () => {
    made(false);
    asked.get(null)!({ data: null, error: 'lost' });
    expect(state).toMatchObject({ first: undefined, isLoading: false, hasNext: false, error: 'lost' });
    answer(null, 'ab', 'b');
    asked.get(null)!({ data: null, error: 'lost again' });
    expect(state).toMatchObject({ nodes: ['a', 'b'], hasNext: true, error: 'lost again' });
  });

  it('are asked for anew where they are, and shown until they are answered', () => {
    const pages = made(false);
    answer(null, 'ab', 'b');
    pages.more();
    asked.get('b')!({ error: 'lost' });
    log.length = 0;
    pages.refresh();
    expect(log).toEqual([null, 'b']);
    expect(state).toMatchObject({ nodes: ['a', 'b'], error: undefined, isLoading: true });
    answer('b', 'cd', null);
    answer(null, 'ab', 'b');
    expect(state).toMatchObject({ nodes: ['a', 'b', 'c', 'd'], isLoading: false });
    // From a cache, at once: and there is nothing behind it any more.
    cached.set(null, page('a', null));
    pages.refresh();
    expect(state).toMatchObject({ nodes: ['a'], count: 1 });
    expect(followed()).toEqual([null]);
  });

  it('are none of what is not there', () => {
    made(false);
    asked.get(null)!({ data: { list: null } });
    expect(state).toMatchObject({ nodes: [], first: { list: null }, isLoading: false, hasNext: false });
  });

  describe('far from what is seen', () => {
    let pages: ConnectionPages<Data, string, string>;
    beforeEach(() => {
      pages = made(false);
      for (const [after, nodes, next] of [
        [null, 'ab', 'b'],
        ['b', 'cd', 'd'],
        ['d', 'ef', 'f'],
        ['f', 'gh', 'h'],
        ['h', 'ij', 'j'],
      ] as const) {
        if (after !== null) pages.more();
        answer(after, nodes, next);
      }
    });

    it('are not followed, and stay as they were', () => {
      pages.seen(4, 6);
      expect(followed()).toEqual(['b', 'd', 'f']);
      expect(state.nodes.join('')).toBe('abcdefghij');
      pages.seen(0, 1);
      expect(followed().toSorted()).toEqual(['b', null].toSorted());
    });

    it('are asked for anew when they come near, from where the one before them ends by now', () => {
      pages.seen(0, 2);
      answer('b', 'cx', 'x');
      log.length = 0;
      pages.seen(2, 4);
      expect(log).toEqual(['x']);
      answer('x', 'de', 'e');
      expect(state.nodes.join('')).toBe('abcxdeghij');
    });

    it('do not end the one that is on its way', () => {
      pages.more();
      pages.seen(0, 2);
      expect(followed()).toEqual([null, 'b', 'j']);
      answer('j', 'kl', null);
      expect(state).toMatchObject({ count: 6, hasNext: false });
    });

    it('are the last one still where rows are told that are not there', () => {
      pages.seen(100, 120);
      expect(followed()).toEqual(['f', 'h']);
    });
  });
});

describe('a whole', () => {
  it('is asked for page by page without being told to', () => {
    made(true);
    answer(null, 'ab', 'b');
    answer('b', 'cd', 'd');
    expect(state).toMatchObject({ nodes: ['a', 'b', 'c', 'd'], count: 3, isLoading: true });
    answer('d', 'e', null);
    expect(state).toMatchObject({ count: 3, isLoading: false, hasNext: false });
    answer('b', 'cd', 'd');
    expect(log).toEqual([null, 'b', 'd']);
  });

  it('is asked for once where answers come at once', () => {
    const pages = made(true);
    cached.set('b', page('cd', 'd')).set('d', page('e', null));
    answer(null, 'ab', 'b');
    expect(log).toEqual([null, 'b', 'd']);
    expect(state).toMatchObject({ nodes: [...'abcde'], isLoading: false });
    pages.end();
    expect(followed()).toEqual([]);
  });

  it('follows nothing that was ended, though it is told of it', () => {
    const pages = made(true);
    const late = asked.get(null)!;
    pages.end();
    late({ data: page('ab', 'b') });
    expect(log).toEqual([null]);
  });
});
