import type { EntityManager } from 'typeorm';
import type { Texts, Topic, WorkspaceConnection } from './workspace-connection.js';

/** Writes that are on their way at most. Each may be of some megabytes; with fewer than three, PostgreSQL waits for us. */
const AHEAD = 4;

/**
 * Does work that mostly writes without waiting for what becomes of each write: the next one is made ready and sent while
 * PostgreSQL is at those before it, in their order. All is written when this returns.
 *
 * @throws what the first write that fails throws, from a later write or at the end; then the transaction is of no more use
 */
export async function pipelined<T>(
  connection: WorkspaceConnection,
  work: (connection: WorkspaceConnection) => Promise<T>,
): Promise<T> {
  const pipeline = new Pipeline(connection);
  const result = await work(pipeline);
  await pipeline.end();
  return result;
}

class Pipeline implements WorkspaceConnection {
  /** Oldest first. */
  private readonly sent: Promise<void>[] = [];

  constructor(private readonly connection: WorkspaceConnection) {}

  async write(sql: string, params: readonly unknown[]): Promise<void> {
    const written = this.connection.write(sql, params);
    // It is looked at when it is the oldest.
    written.catch(() => undefined);
    this.sent.push(written);
    if (this.sent.length >= AHEAD) await this.sent.shift();
  }

  async end(): Promise<void> {
    await Promise.all(this.sent);
  }

  query<R>(sql: string, params?: readonly unknown[]): Promise<R[]> {
    return this.connection.query(sql, params);
  }

  queryPrepared<R>(sql: string, params?: readonly unknown[]): Promise<R[]> {
    return this.connection.queryPrepared(sql, params);
  }

  eachTexts(sql: string, params: readonly unknown[], prepared: boolean, take: (row: Texts) => void): Promise<void> {
    return this.connection.eachTexts(sql, params, prepared, take);
  }

  announce(topic: Topic): void {
    this.connection.announce(topic);
  }

  get manager(): EntityManager {
    return this.connection.manager;
  }
}
