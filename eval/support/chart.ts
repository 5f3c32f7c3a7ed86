import type { Estimate } from './tables.js';

/** Lines over a threshold, with their intervals, and figures that have no threshold beside them. All values are shares, 0 to 1. */
export interface Chart {
  /** The file's name, without its ending. */
  readonly name: string;
  readonly title: string;
  /** For those who do not see it: what it shows, in a sentence or two. */
  readonly description: string;
  /** What the threshold is. */
  readonly across: string;
  readonly lines: readonly Line[];
  readonly asides: readonly { readonly name: string; readonly estimate: Estimate }[];
}

export interface Line {
  readonly name: string;
  readonly points: readonly { readonly at: number; readonly estimate: Estimate }[];
}

const SIZE = { width: 720, height: 380 } as const;
const PLOT = { left: 56, right: 560, top: 72, bottom: 324 } as const;
/** How far down the lines' names stand, and about how wide a letter of them is. */
const NAMES = 48;
const LETTER = 7;
/** Where figures without a threshold stand. */
const ASIDE = { left: 592, width: 120 } as const;

/**
 * A chart as SVG, the same each time. It brings its own background and colours, for light and for dark, by the reader's setting.
 *
 * @param chart its thresholds are spread evenly from the least to the greatest
 */
export function shownChart({ title, description, across, lines, asides }: Chart): string {
  const all = lines.flatMap(({ points }) => points.map(({ at }) => at));
  const [from, to] = [Math.min(...all), Math.max(...all)];
  const x = (at: number): string => num(PLOT.left + ((at - from) / (to - from || 1)) * (PLOT.right - PLOT.left));
  const ticks = [...new Set(all)].sort((a, b) => a - b);
  const parts = [
    `<rect class="ground" width="${SIZE.width}" height="${SIZE.height}"/>`,
    `<text class="title" x="${PLOT.left}" y="28">${escaped(title)}</text>`,
    ...[0, 0.2, 0.4, 0.6, 0.8, 1].map(
      (share) =>
        `<line class="grid" x1="${PLOT.left}" x2="${PLOT.right}" y1="${y(share)}" y2="${y(share)}"/><text class="tick" x="${PLOT.left - 8}" y="${y(share)}" dy="4" text-anchor="end">${share * 100} %</text>`,
    ),
    ...ticks.map(
      (at) => `<text class="tick" x="${x(at)}" y="${PLOT.bottom + 20}" text-anchor="middle">${at.toFixed(2)}</text>`,
    ),
    `<text class="tick" x="${num((PLOT.left + PLOT.right) / 2)}" y="${PLOT.bottom + 42}" text-anchor="middle">${escaped(across)}</text>`,
    ...shownNames(lines),
    ...lines.map((line, i) => shownLine(line, i, x)),
    ...asides.map((aside, i) => shownAside(aside, lines.length + i, i, asides.length)),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE.width} ${SIZE.height}" width="${SIZE.width}" height="${SIZE.height}" role="img" aria-labelledby="title about">
<title id="title">${escaped(title)}</title>
<desc id="about">${escaped(description)}</desc>
<style>${STYLE}</style>
${parts.join('\n')}
</svg>
`;
}

function shownLine({ points }: Line, i: number, x: (at: number) => string): string {
  const edge = [
    ...points.map(({ at, estimate }) => `${x(at)},${y(estimate.high)}`),
    ...points.toReversed().map(({ at, estimate }) => `${x(at)},${y(estimate.low)}`),
  ];
  const values = points.map(({ at, estimate }) => ({ x: x(at), y: y(estimate.value) }));
  const dots = values.map((value) => `<circle cx="${value.x}" cy="${value.y}" r="3"/>`).join('');
  const line = values.map((value) => `${value.x},${value.y}`).join(' ');
  return `<g class="c${i}"><polygon points="${edge.join(' ')}"/><polyline points="${line}"/>${dots}</g>`;
}

/** The lines' names in a row under the title. */
function shownNames(lines: readonly Line[]): string[] {
  let left: number = PLOT.left;
  return lines.map(({ name }, i) => {
    const text = `<g class="c${i}"><circle cx="${left + 4}" cy="${NAMES}" r="4"/><text class="name" x="${left + 14}" y="${NAMES + 4}">${escaped(name)}</text></g>`;
    left += 14 + name.length * LETTER + 24;
    return text;
  });
}

function shownAside({ name, estimate }: Chart['asides'][number], colour: number, i: number, of: number): string {
  const x = num(ASIDE.left + (ASIDE.width * (i + 0.5)) / of);
  const words = name.split(' ').map((word, at) => `<tspan x="${x}" dy="${at === 0 ? 0 : 14}">${escaped(word)}</tspan>`);
  return `<g class="c${colour}"><line x1="${x}" x2="${x}" y1="${y(estimate.low)}" y2="${y(estimate.high)}"/><circle cx="${x}" cy="${y(estimate.value)}" r="4"/><text class="name" x="${x}" y="${PLOT.bottom + 20}" text-anchor="middle">${words.join('')}</text></g>`;
}

const y = (share: number): string => num(PLOT.bottom - share * (PLOT.bottom - PLOT.top));
const num = (value: number): string => String(Number(value.toFixed(1)));
const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);

/** Okabe and Ito's colours (2008), told apart by people who do not see red or green; darker on white, lighter on black. */
const COLOURS = [
  ['#0072b2', '#56b4e9'],
  ['#b34700', '#e69f00'],
  ['#00795a', '#2fd0a5'],
] as const;
const coloursOf = (which: 0 | 1): string =>
  COLOURS.map((pair, i) => {
    const colour = pair[which];
    return `.c${i} polyline,.c${i} line{stroke:${colour}}.c${i} circle,.c${i} polygon,.c${i} text{fill:${colour}}`;
  }).join('');

const STYLE = `text{font-family:system-ui,sans-serif;font-size:13px}.title{font-size:15px;font-weight:600;fill:#1f2328}.tick{fill:#59636e;font-size:12px}.name{font-size:12px;font-weight:600}.ground{fill:#fff}.grid{stroke:#d1d9e0}polyline{fill:none;stroke-width:2}polygon{opacity:.15}${coloursOf(0)}@media(prefers-color-scheme:dark){.title{fill:#f0f6fc}.tick{fill:#9198a1}.ground{fill:#0d1117}.grid{stroke:#3d444d}${coloursOf(1)}}`;
