import { translate } from './errors.js';
import type { WorkspaceConnection } from './workspace-connection.js';

/** A part may ask for this much time for each of its statements at most, in milliseconds. */
export const LONGEST_PART_MS = 120_000;

/**
 * A transaction that much is done in, and that its owner commits. What would be a transaction of its own becomes a part
 * of it: undone alone when it fails, and committed with the rest. Parts come one after the other.
 */
export class OpenTransaction {
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly connection: WorkspaceConnection,
    /** How long each statement may run, in milliseconds. */
    private readonly statementTimeoutMs: number,
  ) {}

  /**
   * @throws whatever `work` throws, after undoing the part; database errors as the classes of `errors.ts`; RangeError when it asks
   *   for more time than parts may
   */
  part<T>(
    work: (connection: WorkspaceConnection) => Promise<T>,
    statementTimeoutMs = this.statementTimeoutMs,
  ): Promise<T> {
    if (statementTimeoutMs > Math.max(LONGEST_PART_MS, this.statementTimeoutMs))
      return Promise.reject(new RangeError(`a part may ask for ${LONGEST_PART_MS} ms a statement at most`));
    const done = this.last.then(() => this.run(work, statementTimeoutMs));
    this.last = done.catch(() => undefined);
    return done;
  }

  /** Sees what the parts before it wrote. A statement that fails here fails the whole. */
  async read<T>(work: (connection: WorkspaceConnection) => Promise<T>): Promise<T> {
    try {
      return await work(this.connection);
    } catch (error) {
      throw translate(error);
    }
  }

  private async run<T>(work: (connection: WorkspaceConnection) => Promise<T>, statementTimeoutMs: number): Promise<T> {
    // Statements of their own, that travel together: Citus sends all that comes with a SET LOCAL to its workers once more.
    const limit = (ms: number): Promise<unknown> =>
      statementTimeoutMs === this.statementTimeoutMs
        ? Promise.resolve()
        : this.connection.query(`SET LOCAL statement_timeout = ${Math.ceil(ms)}`);
    const begun = Promise.all([this.connection.query('SAVEPOINT part'), limit(statementTimeoutMs)]);
    // When this fails, so does what comes after; it is looked at below.
    begun.catch(() => undefined);
    try {
      const result = await work(this.connection);
      await begun;
      await Promise.all([this.connection.query('RELEASE SAVEPOINT part'), limit(this.statementTimeoutMs)]);
      return result;
    } catch (error) {
      // Without a connection there is nothing left to undo.
      await this.connection.query('ROLLBACK TO SAVEPOINT part').catch(() => undefined);
      throw translate(error);
    }
  }
}
