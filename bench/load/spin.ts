/** Steps of a fixed work of the processor: some 20 ms. */
const STEPS = 12_000_000;

/** How long a fixed work takes now, in milliseconds: on a quiet machine always the same. */
export function spinMs(): number {
  const begun = performance.now();
  let state = 1;
  for (let i = 0; i < STEPS; i++) state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
  // Used, so that it cannot be left out.
  if (state === 0) throw new Error('impossible');
  return performance.now() - begun;
}
