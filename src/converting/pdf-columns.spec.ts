import { rowsInOrder } from './pdf-columns.js';
import type { Line } from './pdf-lines.js';

const line = (x: number, right: number, y: number): Line => {
  const text = `${x} ${y}`;
  return { pieces: [{ text, raised: false, url: null }], text, x, right, y, size: 10, font: 'a' };
};
const orderOf = (lines: readonly Line[]): string[] =>
  rowsInOrder(lines).map(({ cells }) => cells.map(({ text }) => text).join(' | '));

const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

describe('columns', () => {
  it('are read one after the other, three of them too', () => {
    const lines = range(6).flatMap((i) => [0, 110, 220].map((x) => line(x, x + 100, 20 * i)));
    expect(orderOf(lines)).toEqual([0, 110, 220].flatMap((x) => range(6).map((i) => `${x} ${20 * i}`)));
  });

  it('are none where cells stand beside one another', () => {
    const lines = range(6).flatMap((i) => [line(0, 40, 20 * i), line(200, 300, 20 * i)]);
    expect(orderOf(lines)[0]).toBe('0 0 | 200 0');
  });

  it('end above text that goes across, with its heading', () => {
    const columns = range(6).flatMap((i) => [line(0, 100, 12 * i), line(110, 210, 12 * i)]);
    const order = orderOf([...columns, line(0, 40, 90), line(0, 210, 110), line(0, 30, 122), line(0, 210, 134)]);
    expect(order.slice(-5)).toEqual(['110 60', '0 90', '0 110', '0 122', '0 134']);
  });

  it('are looked for in the same time however wide a page claims to be', () => {
    expect(orderOf(range(20).map((i) => line(i % 2, 1e15, 12 * i)))).toHaveLength(20);
  });
});
