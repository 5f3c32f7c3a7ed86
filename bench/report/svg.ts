import type { Chart } from './section.js';
import { shown } from './shown.js';

const WIDTH = 760;
/** Of the plot. */
const PLOT = 230;
const LEFT = 72;
const TOP = 44;
const BOTTOM = 48;
const LEGEND = 240;
const LINE = 18;
const RIGHT = WIDTH - LEGEND;
/** Told apart by people who do not see all colours, too: after Okabe and Ito (2008), "Color Universal Design". */
const COLOURS = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00'];
/** Of lines, one for each time that the colours begin anew. */
const DASHES = ['', '7 4', '2 3'];
const STEPS = 4;

/** Of light pages and dark ones: whoever looks at it says which. */
const STYLE = `<style>
text { fill: #222 } .paper { fill: #fff } .grid { stroke: #ddd }
@media (prefers-color-scheme: dark) { text { fill: #ddd } .paper { fill: #161b22 } .grid { stroke: #3a414a } }
</style>`;

/** From a value to its height in the image. */
type Scale = (value: number) => number;

/** A chart as an SVG image that needs nothing else. Values that are not there are left out. */
export function chartSvg(chart: Chart): string {
  const values = chart.series.flatMap((each) => each.values.filter((value) => value !== null));
  const height = Math.max(TOP + PLOT + BOTTOM, TOP + chart.series.length * LINE + 16);
  const { y, marks } = chart.kind === 'bars' ? linear(values) : logarithmic(values);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="sans-serif" font-size="12">`,
    `<title>${escaped(chart.title)}</title>`,
    STYLE,
    `<rect class="paper" width="${WIDTH}" height="${height}"/>`,
    `<text x="${LEFT}" y="22" font-size="14" font-weight="bold">${escaped(chart.title)}</text>`,
    ...marks.map(
      (value) =>
        `<line class="grid" x1="${LEFT}" x2="${RIGHT}" y1="${round(y(value))}" y2="${round(y(value))}"/>` +
        text(LEFT - 8, y(value) + 4, tick(value), 'end'),
    ),
    ...(chart.kind === 'bars' ? bars(chart, y) : lines(chart, y)),
    text((LEFT + RIGHT) / 2, TOP + PLOT + 38, chart.alongTitle, 'middle'),
    ...legend(chart),
    '</svg>\n',
  ].join('\n');
}

const escaped = (words: string): string =>
  words.replace(/[&<>"]/g, (each) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[each]!);
const text = (x: number, y: number, words: string, anchor = 'start'): string =>
  `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${escaped(words)}</text>`;
const round = (value: number): string => String(Math.round(value * 10) / 10);
const tick = (value: number): string => value.toLocaleString('en', { maximumSignificantDigits: 3 });
const label = (name: number | string): string => (typeof name === 'number' ? tick(name) : name);
const colour = (series: number): string => COLOURS[series % COLOURS.length]!;
const dashes = (series: number): string => DASHES[Math.floor(series / COLOURS.length) % DASHES.length]!;

/** From nought to a round number that is not below the values. */
function linear(values: readonly number[]): { y: Scale; marks: number[] } {
  const most = niceTop(Math.max(0, ...values));
  return {
    y: (value) => TOP + PLOT * (1 - value / most),
    marks: Array.from({ length: STEPS + 1 }, (_, i) => (most * i) / STEPS),
  };
}

function niceTop(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 1.2, 1.6, 2, 3, 4, 5, 6, 8, 10].map((step) => step * power).find((top) => top >= value)!;
}

/** From power of ten to power of ten, so that what takes long does not flatten what does not. */
function logarithmic(values: readonly number[]): { y: Scale; marks: number[] } {
  const logs = values.filter((value) => value > 0).map(Math.log10);
  const low = logs.length > 0 ? Math.floor(Math.min(...logs)) : 0;
  const high = Math.max(low + 1, Math.ceil(Math.max(low, ...logs)));
  return {
    y: (value) => TOP + PLOT * (1 - (Math.max(low, Math.log10(value)) - low) / (high - low)),
    marks: Array.from({ length: high - low + 1 }, (_, i) => 10 ** (low + i)),
  };
}

/** Beside the plot, a line each: names are long. */
function legend({ kind, series }: Chart): string[] {
  return series.map(({ name }, i) => {
    const y = TOP + 6 + i * LINE;
    const mark =
      kind === 'bars'
        ? `<rect x="${RIGHT + 20}" y="${y - 8}" width="18" height="10" fill="${colour(i)}"/>`
        : stroke(i, `M${RIGHT + 20} ${y - 3}h22`);
    return mark + text(RIGHT + 48, y + 1, name);
  });
}

const stroke = (series: number, path: string): string =>
  `<path d="${path}" fill="none" stroke="${colour(series)}" stroke-width="2" stroke-dasharray="${dashes(series)}"/>`;

function bars({ along, series }: Chart, y: Scale): string[] {
  const group = (RIGHT - LEFT) / along.length;
  const width = (group * 0.84) / series.length;
  return along.flatMap((name, g) => [
    text(LEFT + (g + 0.5) * group, TOP + PLOT + 18, label(name), 'middle'),
    ...series.flatMap(({ values }, i) => {
      const value = values[g];
      if (value === null || value === undefined) return [];
      const x = LEFT + g * group + group * 0.08 + i * width;
      return [
        `<rect x="${round(x)}" y="${round(y(value))}" width="${round(width - 2)}" height="${round(y(0) - y(value))}" fill="${colour(i)}"/>`,
        `<text x="${round(x + width / 2 - 1)}" y="${round(y(value) - 4)}" text-anchor="middle" font-size="10">${shown(value)}</text>`,
      ];
    }),
  ]);
}

function lines({ along, series }: Chart, y: Scale): string[] {
  const logs = along.map((value) => Math.log10(Number(value)));
  const [low, high] = [Math.min(...logs), Math.max(...logs)];
  const x = (i: number): number =>
    LEFT + 24 + (high === low ? 0.5 : (logs[i]! - low) / (high - low)) * (RIGHT - LEFT - 56);
  return [
    ...along.map((value, i) => text(x(i), TOP + PLOT + 18, label(value), 'middle')),
    ...series.flatMap(({ values }, s) => {
      const points = values.flatMap((value, i) => (value === null ? [] : [`${round(x(i))} ${round(y(value))}`]));
      return [
        ...(points.length > 1 ? [stroke(s, `M${points.join('L')}`)] : []),
        ...points.map((point) => {
          const [px, py] = point.split(' ') as [string, string];
          return `<circle cx="${px}" cy="${py}" r="3" fill="${colour(s)}"/>`;
        }),
      ];
    }),
  ];
}
