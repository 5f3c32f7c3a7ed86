/** Steps that people count in. */
const STEPS = [1, 2, 5, 10];

/**
 * Where the lines of an axis of counts stand: from 0 to a whole number that holds `most`, at steps of 1, 2 or 5 times a
 * power of ten.
 *
 * @param most the largest value, 0 or more
 * @param lines how many steps are wanted, about
 */
export function ticks(most: number, lines = 4): number[] {
  const rough = Math.max(most, 1) / lines;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, power * STEPS.find((each) => each * power >= rough)!);
  return Array.from({ length: Math.max(1, Math.ceil(Math.max(most, 1) / step)) + 1 }, (_, i) => i * step);
}

/**
 * Which of many labels are shown, so that none touches the next: the last, and others at equal distances before it.
 *
 * @param room pixels that there are for all of them
 * @param each pixels that one needs
 */
export function shownLabels(count: number, room: number, each: number): ReadonlySet<number> {
  const every = Math.max(1, Math.ceil((count * each) / Math.max(room, 1)));
  const shown = new Set<number>();
  for (let i = count - 1; i >= 0; i -= every) shown.add(i);
  return shown;
}

/** A text cut to what fits, with a sign that it was. @param most characters, 1 or more */
export function cut(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length <= most ? text : `${characters.slice(0, Math.max(0, most - 1)).join('')}…`;
}
