import type { Cost } from './costs.js';
import { growthSections, type Axis } from './section.js';

const axis: Axis = { id: 'claims', about: 'Sets.', steps: [10_000, 100_000], most: 2.5, why: 'Because.' };
const costs = (...all: readonly [string, Cost['group'], number][]): Cost[] =>
  all.map(([name, group, ms]) => ({ name, group, ms }));
const sections = growthSections(axis, [
  costs(['a page', 'pages', 10], ['a search', 'pages', 2], ['a retraction', 'bulk', 5]),
  costs(['a page', 'pages', 12], ['a search', 'pages', 8], ['a retraction', 'bulk', 50]),
]);
const of = (id: string) => sections.find((each) => each.id === `growth-by-claims-${id}`)!;

describe('sections of growth', () => {
  it('have a row for each operation of their sort, with its cost on each set and how it grew', () => {
    const { columns, rows } = of('pages');
    expect(columns).toEqual(['operation', '10,000, ms', '100,000, ms', 'last / first']);
    expect(rows).toEqual([
      ['a page', '10.0', '12.0', '1.20'],
      ['a search', '2.00', '8.00', '4.00'],
    ]);
  });

  it('compare what grew most with what is allowed, and name all that grew more', () => {
    expect(of('pages').comparisons).toEqual([
      {
        what: 'what grew most, 100,000 / 10,000 claims: a search',
        ratio: { value: 4, low: 4, high: 4 },
        target: { at: 'most', value: 2.5 },
      },
    ]);
    expect(of('pages').notes).toEqual(['a search grew 4.00 times, more than the 2.50 that were allowed.']);
  });

  it('allow bulk work to grow', () => {
    expect(of('bulk').comparisons[0]!.target).toBeNull();
    expect(of('bulk').notes).toEqual([]);
  });

  it('are left out where nothing of their sort was measured', () => {
    expect(sections.map(({ id }) => id)).toEqual(['growth-by-claims-pages', 'growth-by-claims-bulk']);
  });
});
