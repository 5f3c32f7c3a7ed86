import { shownChart, type Chart } from './chart.js';

const estimate = (value: number) => ({ value, low: value - 0.1, high: value + 0.1 });
const chart: Chart = {
  name: 'figs',
  title: 'Figs & “pears” <2031>',
  description: 'How many are ripe.',
  across: 'weeks',
  lines: [
    {
      name: 'ripe',
      points: [
        { at: 0.1, estimate: estimate(0.5) },
        { at: 0.2, estimate: estimate(0.25) },
        { at: 0.3, estimate: estimate(0.9) },
      ],
    },
  ],
  asides: [{ name: 'last year', estimate: estimate(0.6) }],
};

describe('a chart', () => {
  const svg = shownChart(chart);

  it('spreads thresholds from left to right, and shares from bottom to top', () => {
    expect(/<polyline points="([^"]+)"/.exec(svg)![1]).toBe('56,198 308,261 560,97.2');
    expect(/<polygon points="([^"]+)"/.exec(svg)![1]!.split(' ')).toHaveLength(6);
  });

  it('names what it shows, with signs that SVG takes for its own written out', () => {
    expect(svg).toContain('<title id="title">Figs &amp; “pears” &lt;2031&gt;</title>');
    expect(svg).toContain('<desc id="about">How many are ripe.</desc>');
    expect(svg).toContain('>0.10<');
  });

  it('is the same each time, and brings colours for light and for dark', () => {
    expect(shownChart(chart)).toBe(svg);
    expect(svg).toContain('prefers-color-scheme:dark');
  });

  it('of one threshold can be drawn', () => {
    const [line] = chart.lines;
    expect(shownChart({ ...chart, lines: [{ ...line!, points: line!.points.slice(0, 1) }] })).not.toContain('NaN');
  });
});
