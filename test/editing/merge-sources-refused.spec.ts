import { jest } from '@jest/globals';
import { id } from './support/newsroom.js';
import { ferry, openMergingRoom, PAYLOAD, type Merged, type MergingRoom } from './support/merging.js';

jest.setTimeout(120_000);

let room: MergingRoom;
let host: string;
let hosts = 0;

beforeAll(async () => {
  room = await openMergingRoom();
});
afterAll(() => room.close());
beforeEach(() => {
  host = `h${++hosts}.example`;
});

const at = (path: string): string => `https://${host}/${path}`;
const imported = (count: number): Promise<string[]> => room.ferries(host, count);
const mergePrint = (more?: object): ReturnType<MergingRoom['mergePrint']> => room.mergePrint(host, more);

const carriedRules = async (articleId: string): Promise<string[]> => {
  const { uuid } = await room.claim('carried', articleId);
  const rows = await room.rows<{ rule: string }>('SELECT rule FROM finding WHERE claim_id = $1 AND state = 1', [uuid]);
  return rows.map(({ rule }) => rule);
};

describe('a merge is refused, and nothing is done,', () => {
  interface Ids {
    kept: string;
    former: string;
  }
  it.each<[string, (ids: Ids) => object, string, string[]]>([
    [
      'of a source with itself',
      ({ kept }) => ({ merged: [{ sourceId: kept }] }),
      'INVALID_INPUT',
      ['merged', '0', 'sourceId'],
    ],
    [
      'of one source twice',
      ({ former }) => ({ merged: [{ sourceId: former }, { sourceId: former }] }),
      'INVALID_INPUT',
      ['merged', '1', 'sourceId'],
    ],
    ['of none', () => ({ merged: [] }), 'EMPTY', ['merged']],
    [
      'of too many',
      () => ({ merged: Array.from({ length: 101 }, () => ({ sourceId: id('Source', crypto.randomUUID()) })) }),
      'TOO_LARGE',
      ['merged'],
    ],
    [
      'of one that is unknown',
      () => ({ merged: [{ sourceId: id('Source', crypto.randomUUID()) }] }),
      'NOT_FOUND',
      ['merged', '0', 'sourceId'],
    ],
    ['into one that is unknown', () => ({ sourceId: id('Source', crypto.randomUUID()) }), 'NOT_FOUND', ['sourceId']],
    [
      'of what is no source',
      () => ({ merged: [{ sourceId: id('Claim', crypto.randomUUID()) }] }),
      'INVALID_INPUT',
      ['merged', '0', 'sourceId'],
    ],
    ['into one that was changed', () => ({ expectedVersion: 7 }), 'CONFLICT', ['expectedVersion']],
    [
      'of one that was changed',
      ({ former }) => ({ merged: [{ sourceId: former, expectedVersion: 7 }] }),
      'CONFLICT',
      ['merged', '0', 'expectedVersion'],
    ],
    ['with a note that is too long', () => ({ note: 'x'.repeat(2_001) }), 'INVALID_INPUT', ['note']],
  ])('%s', async (_what, wrong, code, field) => {
    await imported(1);
    const [kept, former] = [await room.source(at('crossings')), await room.source(at('print'))];
    const right = { sourceId: kept.id, merged: [{ sourceId: former.id }] };
    const { source, job, userErrors } = await room.merge({ ...right, ...wrong({ kept: kept.id, former: former.id }) });
    expect([source, job]).toEqual([null, null]);
    expect(userErrors).toMatchObject([{ code, field }]);
    expect([await room.source(at('crossings')), await room.source(at('print'))]).toEqual([kept, former]);
  });

  it("of another workspace's source, which is not there", async () => {
    await imported(1);
    const stranger = await room.api.db.workspace('Elsewhere');
    await room.import('theirs', ferry('theirs.example'), stranger);
    const [theirs] = await room.api.db.owner<{ id: string }>('SELECT id FROM source WHERE url = $1', [
      'https://theirs.example/print',
    ]);
    const kept = await room.source(at('crossings'));
    const { userErrors } = await room.merge({ sourceId: kept.id, merged: [{ sourceId: id('Source', theirs!.id) }] });
    expect(userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['merged', '0', 'sourceId'] }]);
  });

  it('of and into what was merged already, which no other change takes either', async () => {
    await imported(1);
    const { kept, former } = await mergePrint();
    const other = await room.source(at('okoro'));
    const gone = [
      await room.merge({ sourceId: other.id, merged: [{ sourceId: former }] }),
      await room.merge({ sourceId: former, merged: [{ sourceId: other.id }] }),
      await room.change<Merged>('retractSource', { sourceId: former, reason: 'Why.' }, PAYLOAD),
      await room.change<Merged>('updateSource', { sourceId: former, source: { title: 'B' } }, PAYLOAD),
    ];
    for (const { userErrors } of gone) {
      expect(userErrors).toMatchObject([{ code: 'NOT_POSSIBLE', message: expect.stringContaining(kept) as string }]);
    }
    expect(gone[0]!.userErrors[0]!.field).toEqual(['merged', '0', 'sourceId']);
  });

  it('while one is retracted and the other is not; a retraction is neither lost nor spread', async () => {
    const [article] = await imported(1);
    const [kept, former] = [await room.source(at('crossings')), await room.source(at('print'))];
    const retract = async (sourceId: string): Promise<void> => {
      const reason = 'The figures were made up.';
      const { job } = await room.change<Merged>('retractSource', { sourceId, reason }, PAYLOAD);
      await room.ended(job!.id);
    };
    await retract(former.id);
    for (const [one, two] of [
      [kept, former],
      [former, kept],
    ] as const) {
      const { userErrors } = await room.merge({ sourceId: one.id, merged: [{ sourceId: two.id }] });
      expect(userErrors).toMatchObject([
        {
          code: 'NOT_POSSIBLE',
          field: ['merged', '0', 'sourceId'],
          message: expect.stringContaining('is retracted') as string,
        },
      ]);
    }
    await retract(kept.id);
    await mergePrint();
    expect(await carriedRules(article!)).toContain('retracted-source');
    expect(await room.drift(article!)).toEqual([]);
  });

  it('which updateSource advises where two have one address', async () => {
    await imported(1);
    const former = await room.source(at('print'));
    const input = { sourceId: former.id, source: { url: at('crossings') } };
    const { userErrors } = await room.change<Merged>('updateSource', input, PAYLOAD);
    expect(userErrors).toMatchObject([
      { code: 'CONFLICT', message: expect.stringContaining('mergeSources') as string, field: ['source'] },
    ]);
  });
});
