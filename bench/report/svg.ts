import type { Chart } from './section.js';
import { shown } from './shown.js';

const WIDTH = 720;
const HEIGHT = 320;
const LEFT = 76;
const RIGHT = 16;
const TOP = 58;
const BOTTOM = 36;
/** Told apart by people who do not see all colours, too: after Okabe and Ito (2008), "Color Universal Design". */
const COLOURS = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00'];
const STEPS = 4;

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (each) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[each]!);
const text = (x: number, y: number, words: string, anchor = 'start'): string =>
  `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${escaped(words)}</text>`;
const round = (value: number): string => String(Math.round(value * 10) / 10);

/** A chart as an SVG image that needs nothing else. Values that are not there are left out. */
export function chartSvg(chart: Chart): string {
  const values = chart.series.flatMap((each) => each.values.filter((value) => value !== null));
  const most = niceTop(Math.max(0, ...values));
  const y = (value: number): number => HEIGHT - BOTTOM - (value / most) * (HEIGHT - TOP - BOTTOM);
  const grid = Array.from({ length: STEPS + 1 }, (_, i) => (most * i) / STEPS).map(
    (value) =>
      `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${round(y(value))}" y2="${round(y(value))}" stroke="#ddd"/>` +
      text(LEFT - 8, y(value) + 4, shown(value), 'end'),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="sans-serif" font-size="12" fill="#222">`,
    `<title>${escaped(chart.title)}</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    text(LEFT, 20, chart.title),
    ...legend(chart),
    ...grid,
    ...(chart.kind === 'bars' ? bars(chart, y) : lines(chart, y)),
    '</svg>\n',
  ].join('\n');
}

/** A round number that is not below. */
function niceTop(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 4, 5, 8, 10].map((step) => step * power).find((top) => top >= value)!;
}

function legend({ series }: Chart): string[] {
  const width = (WIDTH - LEFT - RIGHT) / series.length;
  return series.map(({ name }, i) => {
    const x = LEFT + i * width;
    return `<rect x="${round(x)}" y="32" width="10" height="10" fill="${COLOURS[i % COLOURS.length]}"/>${text(x + 15, 41, name)}`;
  });
}

function bars({ along, series }: Chart, y: (value: number) => number): string[] {
  const group = (WIDTH - LEFT - RIGHT) / along.length;
  const width = (group * 0.8) / series.length;
  return along.flatMap((name, g) => [
    text(LEFT + (g + 0.5) * group, HEIGHT - 14, String(name), 'middle'),
    ...series.flatMap(({ values }, i) => {
      const value = values[g];
      if (value === null || value === undefined) return [];
      const x = LEFT + g * group + group * 0.1 + i * width;
      const height = y(0) - y(value);
      return [
        `<rect x="${round(x)}" y="${round(y(value))}" width="${round(width - 2)}" height="${round(height)}" fill="${COLOURS[i % COLOURS.length]}"/>`,
        text(x + width / 2 - 1, y(value) - 4, shown(value), 'middle'),
      ];
    }),
  ]);
}

function lines({ along, series }: Chart, y: (value: number) => number): string[] {
  const logs = along.map((value) => Math.log10(Number(value)));
  const [low, high] = [Math.min(...logs), Math.max(...logs)];
  const x = (i: number): number =>
    LEFT + 20 + (high === low ? 0.5 : (logs[i]! - low) / (high - low)) * (WIDTH - LEFT - RIGHT - 60);
  return [
    ...along.map((value, i) => text(x(i), HEIGHT - 14, Number(value).toLocaleString('en'), 'middle')),
    ...series.flatMap(({ values }, s) => {
      const colour = COLOURS[s % COLOURS.length]!;
      const points = values.flatMap((value, i) => (value === null ? [] : [[x(i), y(value), value] as const]));
      return [
        `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${points.map(([px, py]) => `${round(px)},${round(py)}`).join(' ')}"/>`,
        ...points.map(([px, py]) => `<circle cx="${round(px)}" cy="${round(py)}" r="3.5" fill="${colour}"/>`),
      ];
    }),
  ];
}
