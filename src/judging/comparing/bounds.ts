import type { StatedFigures } from '../support/figures-in.js';
import { isSame } from '../support/missing.js';
import type { Quantity } from '../text/quantities.js';

const LEAST = /^(?:above|at least|exceed|just over|more than|or more|over|upwards? of)/;
const MOST = /^(?:at most|below|fewer than|just under|less than|under|up to)/;

/** Which way a figure is left open: "at least 40" is 1, "up to 40" is -1, "40" is 0. */
const directionOf = ({ bound }: Quantity): -1 | 0 | 1 => {
  if (bound === null) return 0;
  return LEAST.test(bound) ? 1 : MOST.test(bound) ? -1 : 0;
};

/**
 * How a source states a figure that the claim bounds the other way: "up to 40" for "at least 40".
 *
 * @returns as the source writes it; null when it states the figure in no way, or anywhere without a bound or with the same
 */
export function boundedOtherwise(mine: Quantity, { quantities }: Pick<StatedFigures, 'quantities'>): string | null {
  const direction = directionOf(mine);
  if (direction === 0) return null;
  const same = quantities.filter((other) => isSame(mine, other));
  if (same.length === 0 || !same.every((other) => directionOf(other) === -direction)) return null;
  return `${same[0]!.bound} ${same[0]!.text}`;
}
