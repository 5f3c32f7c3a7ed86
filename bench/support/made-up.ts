import { randomOf } from '../../test/support/random.js';

const THINGS =
  'ferry pier tram depot bridge lock market school harbour quarry mill station council library garden'.split(' ');
const PLACES = 'Harrow Sallow Brennick Tarn Dunmere Ostley Pell Quarry Wick Alder'.split(' ');
const VERBS = 'opened closed cost carried sold repaired flooded moved doubled lost'.split(' ');

const random = randomOf(5);
const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
/** A sentence on made-up things. */
export const sentence = (): string =>
  `The ${one(THINGS)} at ${one(PLACES)} ${one(THINGS)} ${one(VERBS)} ${Math.floor(random() * 9000)} ${one(THINGS)}s in ${1900 + Math.floor(random() * 130)}, as the ${one(THINGS)} of ${one(PLACES)} ${one(VERBS)}. `;

/** As many of them as make a text of a length, in UTF-16 units. */
export function sourceOf(length: number): string {
  const parts: string[] = [];
  for (let have = 0; have < length;) {
    parts.push(sentence());
    have += parts.at(-1)!.length;
  }
  return parts.join('').slice(0, length);
}
