import { isReached, type Report, type Section } from './section.js';
import { between, noise, reportMarkdown, sectionText, shown, targetRows } from './shown.js';
import { chartSvg } from './svg.js';

const section: Section = {
  id: 'main-query',
  title: 'The main query',
  about: 'A page.',
  columns: ['server', 'requests/s'],
  rows: [
    ['Obelus', '1,200'],
    ['a | b', '–'],
  ],
  comparisons: [
    { what: 'Obelus / floor', ratio: { value: 0.78, low: 0.7, high: 0.85 }, target: { at: 'least', value: 0.8 } },
    { what: 'Obelus / peer', ratio: { value: 3, low: 3, high: 3 }, target: null },
  ],
  limits: [{ what: 'SQL', value: 1.5, unit: 'ms', target: { at: 'most', value: 2 } }],
  chart: {
    kind: 'bars',
    title: 'Requests a second <at 10>',
    along: [1, 10],
    alongTitle: 'connections',
    series: [
      { name: 'Obelus', values: [100, 400] },
      { name: 'floor', values: [200, null] },
    ],
  },
  notes: ['One thing.'],
};

const report: Report = {
  circumstances: {
    command: 'npm run bench',
    processors: 2,
    processor: 'Some',
    memoryGib: 8,
    system: 'Linux',
    node: '24.0.0',
    postgres: '18',
    set: '10 claims',
    spins: [20, 20, 22, 40],
    loadBefore: 0.1,
  },
  sections: [section],
};

describe('a report', () => {
  it('says of each target whether it was reached, and nothing of what has none', () => {
    expect(targetRows(section)).toEqual([
      ['Obelus / floor', '0.78 (0.70 to 0.85)', 'at least 0.80', 'not reached'],
      ['Obelus / peer', '3.00', '', ''],
      ['SQL', '1.50 ms', 'at most 2.00', 'reached'],
    ]);
    expect(isReached(2, { at: 'most', value: 2 })).toBe(true);
    expect(isReached(2, { at: 'least', value: 2 })).toBe(true);
  });

  it('is a table in a terminal', () => {
    expect(sectionText(section)).toContain('server  requests/s\n------  ----------\nObelus       1,200');
  });

  it('is a page with a chart and how noisy it was', () => {
    const page = reportMarkdown(report, ({ id }) => `benchmarks/${id}.svg`);
    expect(page).toContain('| a \\| b | – |');
    expect(page).toContain('![The main query](benchmarks/main-query.svg)');
    expect(page).toContain(noise(report.circumstances));
    expect(noise(report.circumstances)).toContain('the slowest took 1.90 times as long');
  });

  it('begins with what was to be reached', () => {
    const page = reportMarkdown(report, () => null);
    expect(page).toContain('1 of 2 targets were reached.');
    expect(page).toContain(
      '| [The main query](#the-main-query): Obelus / floor | 0.78 (0.70 to 0.85) | at least 0.80 | not reached |',
    );
    expect(page.indexOf('## In short')).toBeLessThan(page.indexOf('## The run'));
    expect(page).not.toContain('[The main query](#the-main-query): Obelus / peer');
  });

  it('replaces what stands between two marks of another page', () => {
    const page = 'a\n<!-- table -->\n\nold\n\n<!-- /table -->\nb';
    expect(between(page, 'table', 'new')).toBe('a\n<!-- table -->\n\nnew\n\n<!-- /table -->\nb');
    expect(between(between(page, 'table', 'x'), 'table', 'new')).toBe(between(page, 'table', 'new'));
    expect(() => between('nothing', 'table', 'new')).toThrow('<!-- table -->');
  });

  it('shows numbers with the digits that say something', () => {
    expect([0.123, 1.5, 12.34, 123.4, 12_345.6, NaN].map(shown)).toEqual([
      '0.12',
      '1.50',
      '12.3',
      '123',
      '12,346',
      '–',
    ]);
  });
});

describe('a chart', () => {
  it('has a bar for each value that is there, as high as its share, and escapes words', () => {
    const svg = chartSvg(section.chart!);
    const bars = [...svg.matchAll(/height="([\d.]+)" fill="#(?:0072b2|e69f00)"/g)].map(([, height]) => Number(height));
    // Of 100 and 200, and one of 400; then two marks of the legend.
    const [low, middle, high] = bars as [number, number, number];
    expect(bars).toHaveLength(5);
    expect(high / low).toBeCloseTo(4, 1);
    expect(middle / low).toBeCloseTo(2, 1);
    expect(svg).toContain('Requests a second &lt;at 10&gt;');
  });

  it('of lines goes along logarithmic axes', () => {
    const svg = chartSvg({
      kind: 'lines',
      title: 'ms',
      along: [100, 1_000, 10_000],
      alongTitle: 'claims',
      series: [{ name: 'a', values: [2, 20, 200] }],
    });
    const points = [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => [Number(x), Number(y)]);
    const [first, second, third] = points as [number[], number[], number[]];
    for (const axis of [0, 1]) expect(second[axis]! - first[axis]!).toBeCloseTo(third[axis]! - second[axis]!, 0);
    expect(first[1]!).toBeGreaterThan(second[1]!);
    expect(
      chartSvg({ kind: 'lines', title: 'ms', along: [5], alongTitle: 'claims', series: [{ name: 'a', values: [0] }] }),
    ).not.toContain('NaN');
  });
});
