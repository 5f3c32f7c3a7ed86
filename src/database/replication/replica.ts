import pg from 'pg';
import { Logger } from '@nestjs/common';
import { placeOf } from '../../config/database-urls.js';
import { programConnection } from '../program-connection.js';
import { checkWall } from '../roles.js';
import type { Primary } from './primary.js';
import { readPosition, type Position } from './position.js';
import { ANSWER_LIMIT_MS, askServer } from './server-word.js';
import { Silence } from './silence.js';

export interface ReplicaOptions {
  readonly url: string;
  readonly poolSize: number;
  readonly statementTimeoutMs: number;
  /** How long to wait for a free connection, in milliseconds. */
  readonly acquireLimitMs: number;
}

/** It has the data of another database than the primary. */
export class OtherSystemError extends Error {}

/** It can be written to: it is the primary by now, or nobody's replica. */
class LeadingError extends Error {
  constructor() {
    super('it does not follow another server');
  }
}

/** The driver's word for no answer, when asking and when connecting. */
const isSilent = (error: unknown): boolean =>
  error instanceof Error && /Query read timeout|timeout expired/.test(error.message);

/** One server that follows the primary, and is read from while it is well. */
export class Replica {
  /** For people. */
  readonly name: string;
  readonly pool: pg.Pool;
  private readonly log = new Logger('Database');
  private readonly settings: pg.ClientConfig;
  private readonly silence: Silence;
  private client: pg.Client | null = null;
  private at: Position | null = null;
  private leading = false;
  private told = '';

  constructor({ url, poolSize, statementTimeoutMs, acquireLimitMs }: ReplicaOptions) {
    const { url: connectionString, extra } = programConnection(url, statementTimeoutMs);
    this.name = placeOf(url);
    this.settings = { connectionString, ...extra, application_name: 'obelus reads' };
    this.pool = new pg.Pool({ ...this.settings, max: poolSize, connectionTimeoutMillis: acquireLimitMs });
    // The server ends a statement by itself after its time: one that does not even say that is not heard.
    this.silence = new Silence(this.pool, statementTimeoutMs === 0 ? 0 : statementTimeoutMs + ANSWER_LIMIT_MS);
    // An idle connection that breaks is replaced by the next use; whoever uses a broken one gets the error.
    this.pool.on('error', () => undefined);
  }

  /** What is there up to this position can be read; null while it is not to be used. */
  get position(): Position | null {
    return this.at;
  }

  /** Whether it was found to follow nobody: the primary is listed too, since another day it may be a replica. */
  get leads(): boolean {
    return this.leading;
  }

  /** Reads that are under way or wait. */
  get busy(): number {
    return this.pool.totalCount - this.pool.idleCount + this.pool.waitingCount;
  }

  /**
   * Asks how far it is, and whether it can be used at all.
   *
   * @throws OtherSystemError
   */
  async look(primary: Primary): Promise<void> {
    try {
      this.client ??= await this.admit(primary.system);
      const { rows } = await this.client.query<{ standby: boolean; position: string | null }>(
        'SELECT pg_is_in_recovery() AS standby, pg_last_wal_replay_lsn() AS position',
      );
      this.silence.broken();
      const { standby, position } = rows[0]!;
      if (!standby) {
        // Promoted: it is read from until it is known as the primary, so that there is no gap between the two.
        await primary.lookAgain();
        throw new LeadingError();
      }
      this.leading = false;
      this.at = position === null ? null : readPosition(position);
      if (this.at !== null) this.tell('can be read from');
    } catch (error) {
      if (isSilent(error)) this.silence.goesOn();
      this.out((error as Error).message);
      this.leading = error instanceof LeadingError;
      if (error instanceof OtherSystemError) throw error;
    }
  }

  /** It is not used until a look finds it well. */
  out(why: string): void {
    this.at = null;
    this.client?.end().catch(() => undefined);
    this.client = null;
    this.tell(`is not read from: ${why}`);
  }

  async close(): Promise<void> {
    await this.client?.end().catch(() => undefined);
    await this.pool.end();
  }

  /** Each change once. */
  private tell(what: string): void {
    if (this.told === what) return;
    this.told = what;
    const line = `the replica ${this.name} ${what}`;
    if (this.at === null) this.log.warn(line);
    else this.log.log(line);
  }

  /** A connection to look over, once the server has shown that it may be read from. */
  private async admit(system: string | null): Promise<pg.Client> {
    const client = new pg.Client({
      ...this.settings,
      connectionTimeoutMillis: ANSWER_LIMIT_MS,
      query_timeout: ANSWER_LIMIT_MS,
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const word = await askServer(client);
      if (system !== null && word.system !== null && word.system !== system) {
        throw new OtherSystemError('it holds the data of another server than the primary');
      }
      if (!word.isStandby) throw new LeadingError();
      await checkWall(async <R>(sql: string) => (await client.query(sql)).rows as R[]);
    } catch (error) {
      client.end().catch(() => undefined);
      throw error;
    }
    client.once('end', () => {
      if (this.client === client) this.out('its connection broke');
    });
    return client;
  }
}
