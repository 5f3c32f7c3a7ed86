import type { Writable } from 'node:stream';
import type { PoolClient } from 'pg';

const waiting = new WeakSet<Writable>();

/**
 * What is sent on a connection from now on, until the program has nothing more to do at once, leaves in one piece: the
 * statements that travel together need one call of the system on each side, not one each.
 */
export function leavesTogether({ connection: { stream } }: PoolClient): void {
  if (waiting.has(stream)) return;
  waiting.add(stream);
  stream.cork();
  // After all promises that are settled by now have gone on, and before anything else happens.
  process.nextTick(() => {
    waiting.delete(stream);
    stream.uncork();
  });
}
