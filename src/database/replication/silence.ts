import type { Socket } from 'node:net';
import type pg from 'pg';

/** What `pg` keeps to itself: what a connection's messages come through, and who waits for answers. */
interface Inside {
  readonly connection: { readonly stream: Socket };
  readonly _activeQuery: unknown;
  readonly _sentQueryQueue: readonly unknown[];
}

const inside = (client: pg.ClientBase): Inside => client as unknown as Inside;

/**
 * The connections of a pool to a server that may fall silent: the network between loses what is sent, and no connection breaks.
 * Nobody says so to whoever waits for an answer; the system itself would notice in hours. A connection that is cut here fails
 * what waits for it, as one that breaks.
 */
export class Silence {
  private readonly clients = new Set<pg.ClientBase>();
  /** How many bytes had come over each when the server was first found silent; null while it answers. */
  private came: ReadonlyMap<pg.ClientBase, number> | null = null;

  /** @param limitMs how long an answer may take, in milliseconds; 0: as long as it takes */
  constructor(pool: pg.Pool, limitMs: number) {
    pool.on('connect', (client) => {
      this.clients.add(client);
      cutWhenSilent(client, limitMs);
    });
    pool.on('remove', (client) => this.clients.delete(client));
  }

  /** The server has answered another question. */
  broken(): void {
    this.came = null;
  }

  /**
   * The server has left another question without an answer. When it was so the last time, too, and nothing has come since then
   * over a connection that waits, that is cut.
   */
  goesOn(): void {
    const before = this.came;
    const bytesOf = (client: pg.ClientBase): number => inside(client).connection.stream.bytesRead;
    this.came = new Map([...this.clients].map((client) => [client, bytesOf(client)]));
    if (before === null) return;
    for (const client of this.clients) {
      if (isAwaited(client) && before.get(client) === bytesOf(client)) inside(client).connection.stream.destroy();
    }
  }
}

/**
 * From now on the connection is cut when somebody waits for an answer over it and nothing has come or gone for so long. Can be called
 * again, with another limit.
 *
 * @param limitMs in milliseconds; 0: as long as it takes
 */
export function cutWhenSilent(client: pg.ClientBase, limitMs: number): void {
  const { stream } = inside(client).connection;
  const isFirst = stream.timeout === undefined;
  // Counts from the last byte in either direction.
  if (stream.timeout !== limitMs) stream.setTimeout(limitMs);
  if (!isFirst) return;
  stream.on('timeout', () => {
    const came = stream.bytesRead;
    // Where it is this process that was away, what came meanwhile is read first.
    setImmediate(() => {
      if (isAwaited(client) && stream.bytesRead === came) stream.destroy();
    });
  });
}

/** Whether somebody waits for an answer over it. */
const isAwaited = (client: pg.ClientBase): boolean => {
  const { _activeQuery: active, _sentQueryQueue: sent } = inside(client);
  return active !== null || sent.length > 0;
};
