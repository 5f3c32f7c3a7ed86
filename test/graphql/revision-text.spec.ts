import { openNewsroom, type Newsroom } from '../editing/support/newsroom.js';

let room: Newsroom;

beforeAll(async () => {
  room = await openNewsroom();
  await room.import('ferry');
});
afterAll(() => room.close());

const BLOCKS = `query ($first: Int, $after: String, $last: Int, $before: String) {
  article(slug: "ferry") {
    revision {
      blocks(first: $first, after: $after, last: $last, before: $before) {
        edges { cursor node { kind cells { text start markers { labels } } } }
        pageInfo { hasNextPage hasPreviousPage endCursor startCursor }
      }
    }
  }
}`;
interface Answer {
  readonly article: {
    readonly revision: {
      readonly blocks: {
        readonly edges: readonly {
          readonly cursor: string;
          readonly node: { readonly kind: string; readonly cells: readonly { readonly text: string }[] };
        }[];
        readonly pageInfo: {
          readonly hasNextPage: boolean;
          readonly hasPreviousPage: boolean;
          readonly endCursor: string | null;
          readonly startCursor: string | null;
        };
      };
    };
  };
}
const blocks = async (page: Record<string, unknown>) => (await room.ask<Answer>(BLOCKS, page)).article.revision.blocks;
const texts = ({ edges }: Awaited<ReturnType<typeof blocks>>): string[] =>
  edges.map(({ node }) => `${node.kind} ${node.cells[0]?.text.slice(0, 24)}`);

const ALL = [
  'PARAGRAPH The ferry crossed the so',
  'HEADING Crossings',
  'PARAGRAPH The ferry crosses the so',
  'PARAGRAPH The county pays half of ',
];

describe('the text of a revision', () => {
  it('is told block by block, in order', async () => {
    const answer = await blocks({ first: 100 });
    expect(texts(answer)).toEqual(ALL);
    expect(answer.edges[0]!.node.cells[0]).toMatchObject({ markers: [{ labels: ['1'] }, { labels: ['1', '2'] }] });
    expect(answer.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
  });

  it('is told page by page, from either end', async () => {
    const first = await blocks({ first: 3 });
    expect([texts(first), first.pageInfo.hasNextPage]).toEqual([ALL.slice(0, 3), true]);
    const second = await blocks({ first: 3, after: first.pageInfo.endCursor });
    expect([texts(second), second.pageInfo]).toEqual([ALL.slice(3), expect.objectContaining({ hasNextPage: false })]);
    const last = await blocks({ last: 1 });
    expect([texts(last), last.pageInfo.hasPreviousPage]).toEqual([ALL.slice(3), true]);
    const before = await blocks({ last: 2, before: last.pageInfo.startCursor });
    expect(texts(before)).toEqual(ALL.slice(1, 3));
    expect(texts(await blocks({ first: 0 }))).toEqual([]);
    expect(texts(await blocks({ first: 5, after: second.pageInfo.endCursor }))).toEqual([]);
  });

  it('is read once for all its pages', async () => {
    await room.import('ferry', 'Another ferry\n\nIt sails [1].\n\nReferences\n\n[1] Port office, "Crossings", 2031.\n');
    const reads = async (): Promise<number> => {
      const statements = await room.api.statements(() => blocks({ first: 1 }));
      return statements.filter((sql) => sql.includes('SELECT content, format FROM revision')).length;
    };
    expect([await reads(), await reads()]).toEqual([1, 0]);
  });

  it('is told of one stretch alone', async () => {
    const query = `query ($start: Int!, $end: Int!) {
      article(slug: "ferry") { revision { passage(start: $start, end: $end) { cells { text } } } }
    }`;
    const { edges } = await blocks({ first: 100 });
    const { start, text } = edges[0]!.node.cells[0] as { start: number; text: string };
    expect(await room.ask(query, { start, end: start + 3 })).toMatchObject({
      article: { revision: { passage: [{ cells: [{ text }] }] } },
    });
    for (const [variables, words] of [
      [{ start: -1, end: 3 }, 'less than 0'],
      [{ start: 5, end: 3 }, 'before `start`'],
    ] as const)
      await expect(room.ask(query, variables)).rejects.toThrow(words);
  });

  it('is that of a former revision, too', async () => {
    const query = `{ article(slug: "ferry") { revisions(last: 1) { edges { node { number blocks { edges { node { cells { text } } } } } } } } }`;
    const { article } = await room.ask<{ article: unknown }>(query);
    expect(JSON.stringify(article)).toContain('The ferry crossed the sound 412 times in 2031 [1].');
  });
});
