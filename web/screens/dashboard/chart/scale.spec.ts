import { cut, shownLabels, ticks } from './scale.js';

it.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [3, [0, 1, 2, 3]],
  [7, [0, 2, 4, 6, 8]],
  [100, [0, 50, 100]],
  [1_234, [0, 500, 1_000, 1_500]],
])('an axis up to %d has lines at %j', (most, lines) => expect(ticks(most)).toEqual(lines));

it('the last line is never below the largest value', () => {
  for (let most = 0; most < 3_000; most += 7) {
    const lines = ticks(most);
    expect(lines.at(-1)).toBeGreaterThanOrEqual(most);
    expect(lines.length).toBeLessThanOrEqual(7);
  }
});

it('labels that would touch are left out, and never the last', () => {
  expect([...shownLabels(5, 500, 60)]).toEqual([4, 3, 2, 1, 0]);
  expect([...shownLabels(30, 300, 60)].slice(0, 2)).toEqual([29, 23]);
  expect([...shownLabels(3, 0, 60)]).toEqual([2]);
  expect([...shownLabels(0, 300, 60)]).toEqual([]);
});

it('a text is cut between characters, also those of two units', () => {
  expect(cut('Transport', 20)).toBe('Transport');
  expect(cut('Transport', 6)).toBe('Trans…');
  expect(cut('𝐀𝐁𝐂𝐃', 3)).toBe('𝐀𝐁…');
});
