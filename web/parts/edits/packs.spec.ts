import { inPacks, PACK, reasons, type PackAnswer } from './packs.js';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at);
const fine = (pack: readonly number[]): PackAnswer<{ twice: number }> => ({
  results: pack.map((each) => ({ twice: each * 2, userErrors: [] })),
  refusals: [],
});

it('packs are no larger than the API takes, and come one after the other', async () => {
  const sizes: number[] = [];
  let running = 0;
  const { done, refused } = await inPacks(numbers(PACK * 2 + 1), async (pack) => {
    expect(++running).toBe(1);
    sizes.push(pack.length);
    await Promise.resolve();
    running--;
    return fine(pack);
  });
  expect(sizes).toEqual([PACK, PACK, 1]);
  expect(done.at(-1)).toMatchObject({ item: PACK * 2, result: { twice: PACK * 4 } });
  expect(refused).toEqual([]);
});

it('one that is refused holds up no other', async () => {
  const { done, refused } = await inPacks(numbers(3), (pack) =>
    Promise.resolve({
      results: pack.map((each) => ({ userErrors: each === 1 ? [{ message: 'changed' }] : [] })),
      refusals: [],
    }),
  );
  expect(done.map(({ item }) => item)).toEqual([0, 2]);
  expect(refused).toEqual([{ item: 1, why: 'changed' }]);
});

it('where a pack fails, what was done stays told, and the rest is not tried', async () => {
  let asked = 0;
  const { done, refused } = await inPacks(numbers(PACK * 3), (pack) =>
    Promise.resolve(++asked === 1 ? fine(pack) : { refusals: [{ message: 'nobody answers' }] }),
  );
  expect(asked).toBe(2);
  expect(done).toHaveLength(PACK);
  expect(refused).toHaveLength(PACK * 2);
  expect(reasons(refused)).toEqual([{ why: 'nobody answers', count: PACK * 2 }]);
});

it('an answer that lacks an item is no success of it', async () => {
  const { done, refused } = await inPacks(numbers(2), () =>
    Promise.resolve({ results: [{ userErrors: [] }], refusals: [] }),
  );
  expect(done).toHaveLength(1);
  expect(refused).toEqual([{ item: 1, why: '' }]);
});

it('nothing asks nothing', async () => {
  await expect(inPacks([], () => Promise.reject(new Error('asked')))).resolves.toEqual({ done: [], refused: [] });
});

it('the commonest reason comes first', () => {
  expect(reasons([{ why: 'a' }, { why: 'b' }, { why: 'b' }])).toEqual([
    { why: 'b', count: 2 },
    { why: 'a', count: 1 },
  ]);
});
