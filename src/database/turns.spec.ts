import { setTimeout as sleep } from 'node:timers/promises';
import { Turns } from './turns.js';

it('no more go on at once than may, and all have their turn, in order', async () => {
  const turns = new Turns(3);
  const begun: number[] = [];
  let [now, most] = [0, 0];
  const results = await Promise.allSettled(
    Array.from({ length: 10 }, (_, i) =>
      turns.take(async () => {
        begun.push(i);
        most = Math.max(most, ++now);
        await sleep(2);
        now--;
        if (i % 4 === 0) throw new Error('failed');
        return i;
      }),
    ),
  );
  expect([most, begun]).toEqual([3, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]]);
  expect(results.map(({ status }) => status === 'fulfilled')).toEqual(begun.map((i) => i % 4 !== 0));
  expect(await turns.take(() => Promise.resolve('free again'))).toBe('free again');
});
