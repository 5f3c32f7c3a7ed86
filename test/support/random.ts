/** Numbers from 0 to 1 (without it), the same for the same seed: the generator "mulberry32" by Tommy Ettinger. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The same as whole numbers: from 0 to below how many sides. */
export function diceOf(seed: number): (sides: number) => number {
  const random = randomOf(seed);
  return (sides) => (random() * 2 ** 32) % sides;
}
