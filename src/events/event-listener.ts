import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type pg from 'pg';
import { Database } from '../database/database.js';
import { events } from '../telemetry/instruments.js';

/** How often one looks whether something was missed, and whether the connection is there, in milliseconds. */
const LOOK_MS = 2_000;
const CHANNEL = 'obelus_events';

/** Called when a workspace may have new events: read them from the last place that you know. */
export type ChangeListener = () => void;

/**
 * Tells of new events in workspaces, as soon as they have their place in the order. It hears of them over a connection
 * of its own, and looks as well: a notification can be lost, a connection break. Nothing is connected until somebody
 * listens.
 */
@Injectable()
export class EventListener implements OnModuleDestroy {
  private readonly log = new Logger(EventListener.name);
  private readonly listeners = new Map<string, Set<ChangeListener>>();
  /** The last place known, by workspace. */
  private readonly known = new Map<string, number>();
  private client: pg.Client | null = null;
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | null = null;
  private ended = false;
  private inTrouble = false;

  constructor(@Inject(Database) private readonly database: Database) {}

  /** @returns ends that */
  onChange(workspaceId: string, listener: ChangeListener): () => void {
    const own = this.listeners.get(workspaceId) ?? new Set();
    this.listeners.set(workspaceId, own.add(listener));
    if (this.timer === undefined && !this.ended) {
      this.timer = setInterval(() => this.look(), LOOK_MS).unref();
      this.look();
    }
    return () => {
      own.delete(listener);
      if (own.size > 0) return;
      this.listeners.delete(workspaceId);
      this.known.delete(workspaceId);
    };
  }

  async onModuleDestroy(): Promise<void> {
    this.ended = true;
    clearInterval(this.timer);
    await this.looking;
    await this.client?.end().catch(() => undefined);
  }

  /** Connects where that is needed, and finds what was not heard. One look at a time. */
  private look(): void {
    this.looking ??= this.connectAndCompare()
      .then(
        () => (this.inTrouble = false),
        (error: unknown) => {
          if (!this.inTrouble) this.log.warn(`events are not heard: ${error instanceof Error ? error.message : error}`);
          this.inTrouble = true;
        },
      )
      .then(() => void (this.looking = null));
  }

  private async connectAndCompare(): Promise<void> {
    this.client ??= await this.connect();
    const ids = [...this.listeners.keys()];
    if (ids.length === 0) return;
    const { rows } = await this.client.query<{ workspace_id: string; last: string }>(
      'SELECT workspace_id, last FROM last_events($1)',
      [ids],
    );
    for (const { workspace_id: id, last } of rows) {
      const before = this.known.get(id);
      this.known.set(id, Number(last));
      if (before !== Number(last)) this.tell(id);
    }
  }

  private async connect(): Promise<pg.Client> {
    const { Client, ...settings } = this.database.ownConnection('obelus events', LOOK_MS);
    const client = new Client(settings);
    const forget = (): void => {
      if (this.client === client) this.client = null;
      events.connected.set(0);
    };
    client.on('error', forget);
    client.on('end', forget);
    client.on('notification', ({ payload }) => payload?.split(',').forEach((id) => this.tell(id)));
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
    } catch (error) {
      events.connects.inc({ outcome: 'failed' });
      throw error;
    }
    events.connects.inc({ outcome: 'done' });
    events.connected.set(1);
    return client;
  }

  private tell(workspaceId: string): void {
    for (const listener of this.listeners.get(workspaceId) ?? []) listener();
  }
}
