/** What of a drawing's look comes from style sheets, which do not go with the file. */
const LOOK = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'opacity',
] as const;
/** How long a file can be read by the browser that saves it. */
const KEPT_MS = 60_000;
const SVG = 'http://www.w3.org/2000/svg';

/**
 * A drawing as a file that looks the same anywhere: with the colours that it has on the page just now, a ground, and
 * without what only serves keys and pointers.
 *
 * @param title what it is called where it is opened
 */
export function svgFile(drawing: SVGSVGElement, title: string): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const [originals, copies] = [drawing, copy].map((each) => [each, ...each.querySelectorAll<SVGElement>('*')]);
  originals!.forEach((original, i) => {
    const [style, target] = [getComputedStyle(original), copies![i]!];
    for (const name of LOOK) target.setAttribute(name, style.getPropertyValue(name));
    for (const name of ['class', 'style', 'tabindex', 'role', 'aria-label']) target.removeAttribute(name);
  });
  for (const each of copy.querySelectorAll('[data-reading]')) each.remove();
  const ground = document.createElementNS(SVG, 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', getComputedStyle(document.documentElement).backgroundColor);
  const name = document.createElementNS(SVG, 'title');
  name.textContent = title;
  copy.prepend(name, ground);
  copy.setAttribute('xmlns', SVG);
  return new XMLSerializer().serializeToString(copy);
}

/** Hands a text to the browser as a file to keep. */
export function saveFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers read it only after this.
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}

/** "Score over time" as the name of a file: "obelus-score-over-time". */
export function fileName(title: string): string {
  const words = title
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return ['obelus', ...words.filter((word) => word !== '')].join('-');
}
