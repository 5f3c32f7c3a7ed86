/** How many times an input may be tried while it is made shorter. */
const TRIES = 600;

/**
 * A shorter input that still fails: half of it is left out, then quarters, and so on down to single bytes, as long as
 * what is left fails in the same way (Zeller and Hildebrandt, "Simplifying and Isolating Failure-Inducing Input", 2002).
 *
 * @param fails whether an input fails in the same way
 * @param until when to stop, in milliseconds of `Date.now()`
 */
export async function shrink(
  input: Uint8Array,
  fails: (input: Uint8Array) => Promise<boolean>,
  until: number,
): Promise<Uint8Array> {
  let smallest = input;
  let tries = 0;
  for (let size = Math.ceil(smallest.length / 2); size >= 1; size = Math.min(size - 1, Math.ceil(size / 2))) {
    for (let at = 0; at < smallest.length;) {
      if (++tries > TRIES || Date.now() > until) return smallest;
      const without = Buffer.concat([smallest.subarray(0, at), smallest.subarray(at + size)]);
      if (await fails(without)) smallest = without;
      else at += size;
    }
  }
  return smallest;
}
