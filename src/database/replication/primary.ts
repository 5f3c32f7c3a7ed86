import type { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import { Logger } from '@nestjs/common';
import pg from 'pg';
import { placeOf } from '../../config/database-urls.js';
import { replication } from '../../telemetry/instruments.js';
import { DatabaseUnavailableError, isFull } from '../errors.js';
import { programConnection } from '../program-connection.js';
import { Marks, POSITION, readPosition } from './position.js';
import { ANSWER_LIMIT_MS, askAt, askServer } from './server-word.js';

/** How often servers are looked at, in milliseconds. */
export const LOOK_MS = 500;

/**
 * The server that can be written to. It may change: of several hosts it is looked for whenever it cannot be reached, and
 * all connections that are made from then on lead to the new one.
 */
export class Primary {
  /** Where it was, when. Nothing is noted unless it is watched. */
  readonly marks = new Marks();
  /** What pools and others connect with. */
  readonly Client: typeof pg.Client;
  private readonly log = new Logger('Database');
  private readonly clients = new Set<TrackedClient>();
  private at = 0;
  /** The highest that was seen: a server with a lesser one was left behind, and is not written to. */
  private timeline = 0;
  private known: string | null = null;
  private finding: Promise<boolean> | null = null;
  private watching: Watch | null = null;
  private away = false;

  /** @param urls one for each host that may be it */
  constructor(private readonly urls: readonly string[]) {
    this.Client = clientOf(this);
  }

  /** Of the host that is taken for it. */
  get url(): string {
    return this.urls[this.at]!;
  }

  /** The number that its server and all replicas of it have; null: not known. */
  get system(): string | null {
    return this.known;
  }

  /** Whether it could not be reached lately, as far as it is watched. */
  get isAway(): boolean {
    return this.away;
  }

  /** Whether looking elsewhere can help. */
  get hasOthers(): boolean {
    return this.urls.length > 1;
  }

  /** @throws DatabaseUnavailableError at once, while it is known to be away: nobody waits for what cannot come */
  expect(): void {
    if (this.away) throw new DatabaseUnavailableError('no server can be written to just now');
  }

  /** It could not be reached just now. @returns whether trying again makes sense */
  async lookAgain(): Promise<boolean> {
    if (!this.watching) return this.hasOthers && (await this.find());
    await this.watching.look();
    return !this.away;
  }

  /** Looks at all hosts for the one that can be written to. One look at a time. @returns whether there is one */
  find(): Promise<boolean> {
    this.finding ??= this.look().finally(() => (this.finding = null));
    return this.finding;
  }

  /** From now on it is looked at all the time, over a connection of its own. */
  async watch(): Promise<void> {
    this.watching ??= new Watch(this);
    await this.watching.look();
  }

  async close(): Promise<void> {
    await this.watching?.close();
  }

  /**
   * A server says that it can be written to.
   *
   * @param asked over which connection it said so: it leads to that server
   * @returns whether it is taken for the primary
   */
  accept(timeline: number, system: string | null, asked: pg.Client | null = null): boolean {
    if (timeline < this.timeline || (system !== null && this.known !== null && system !== this.known)) return false;
    const isNew = this.timeline !== 0 && timeline > this.timeline;
    this.timeline = timeline;
    this.known ??= system;
    if (!isNew) return true;
    this.log.warn(`${placeOf(this.url)} is the primary now (timeline ${timeline})`);
    replication.failovers.inc();
    // Connections to the former one lead nowhere; some would notice that in a quarter of an hour.
    for (const client of this.clients) if (client !== asked) client.cut();
    return true;
  }

  /** It answers. */
  arrive(): void {
    if (this.away) this.log.log(`the primary, ${placeOf(this.url)}, can be reached`);
    this.away = false;
    replication.primary.set(1);
  }

  /** It does not. */
  leave(): void {
    if (!this.away)
      this.log.error(`the primary, ${placeOf(this.url)}, cannot be reached; changes are refused until one is there`);
    this.away = true;
    replication.primary.set(0);
  }

  track(client: TrackedClient): void {
    this.clients.add(client);
    client.once('end', () => this.clients.delete(client));
  }

  private async look(): Promise<boolean> {
    const words = await Promise.all(this.urls.map(askAt));
    const found = words
      .map((word, at) => ({ ...word, at }))
      .filter(({ isStandby, timeline }) => isStandby === false && (timeline ?? 0) >= this.timeline)
      .sort((a, b) => b.timeline! - a.timeline!);
    for (const { at, timeline, system } of found) {
      const before = this.at;
      this.at = at;
      if (this.accept(timeline!, system ?? null)) return true;
      this.at = before;
    }
    return false;
  }
}

/** A connection to the primary that can be cut. */
type TrackedClient = pg.Client & { cut(): void };

/** What `pg` keeps to itself: the messages of a connection, and what they come through. */
const inside = (client: pg.Client): EventEmitter & { readonly stream: Socket } =>
  (client as unknown as { connection: EventEmitter & { readonly stream: Socket } }).connection;

/** Connects to where the primary is by then, and to nothing that can only be read. */
function clientOf(primary: Primary): typeof pg.Client {
  return class extends pg.Client {
    private isStandby = false;

    constructor(config?: string | pg.ClientConfig) {
      const given = typeof config === 'string' ? {} : config;
      super({ ...given, connectionString: programConnection(primary.url, 0).url });
      // Each server says so at the beginning, and when it changes.
      inside(this).on('parameterStatus', ({ parameterName, parameterValue }: Record<string, string>) => {
        if (parameterName === 'in_hot_standby') this.isStandby = parameterValue === 'on';
      });
    }

    override connect(): Promise<pg.Client>;
    override connect(callback: (error: Error) => void): void;
    override connect(callback?: (error: Error) => void): Promise<pg.Client> | void {
      const connected = super.connect().then(() => this.refuseStandby());
      if (!callback) return connected;
      connected.then(() => callback(undefined as unknown as Error), callback);
    }

    cut(): void {
      inside(this).stream.destroy();
    }

    private async refuseStandby(): Promise<this> {
      if (this.isStandby) {
        await this.end();
        // As a server that is starting says: who waits for one tries again.
        throw Object.assign(new Error('the server follows another one, and cannot be written to'), { code: '57P03' });
      }
      primary.track(this);
      return this;
    }
  };
}

/** Looks at the primary all the time: where it is in its log, and whether it is there. */
class Watch {
  private client: pg.Client | null = null;
  private readonly timer: NodeJS.Timeout;
  private looking: Promise<void> | null = null;
  private ended = false;

  constructor(private readonly primary: Primary) {
    this.timer = setInterval(() => void this.look(), LOOK_MS).unref();
  }

  /** One look at a time. */
  look(): Promise<void> {
    if (this.ended) return Promise.resolve();
    this.looking ??= this.mark().finally(() => (this.looking = null));
    return this.looking;
  }

  async close(): Promise<void> {
    this.ended = true;
    clearInterval(this.timer);
    await this.looking;
    await this.client?.end().catch(() => undefined);
  }

  /** A connection that broke, or one answer that was late, is no primary that is away: it is asked once more, anew. */
  private async mark(): Promise<void> {
    const wasConnected = this.client !== null;
    if ((await this.isMarked()) || (wasConnected && (await this.isMarked()))) return;
    this.primary.leave();
    if (this.primary.hasOthers && (await this.primary.find())) await this.isMarked();
  }

  /** @returns false: it did not answer */
  private async isMarked(): Promise<boolean> {
    try {
      this.client ??= await this.connect();
      const at = Date.now();
      const { rows } = await this.client.query<{ position: string }>(POSITION);
      this.primary.marks.add(readPosition(rows[0]!.position)!, at);
      this.primary.arrive();
      return true;
    } catch (error) {
      this.drop();
      // Whether it is there is as it was: it has no connection left for this one.
      return isFull(error);
    }
  }

  private drop(): void {
    this.client?.end().catch(() => undefined);
    this.client = null;
  }

  private async connect(): Promise<pg.Client> {
    const client = new this.primary.Client({
      application_name: 'obelus watch',
      connectionTimeoutMillis: ANSWER_LIMIT_MS,
      query_timeout: ANSWER_LIMIT_MS,
      keepAlive: true,
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { timeline, system } = await askServer(client);
      if (timeline === null || !this.primary.accept(timeline, system, client))
        throw new Error('a server that was left behind');
    } catch (error) {
      client.end().catch(() => undefined);
      throw error;
    }
    // Broken off: that is looked at now, not at the next time.
    client.once('end', () => {
      if (this.client !== client) return;
      this.client = null;
      void this.look();
    });
    return client;
  }
}
