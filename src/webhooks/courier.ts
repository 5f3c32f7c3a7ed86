import { Inject, Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import { recordInWorkspace } from '../events/event.repository.js';
import { Fetcher } from '../fetching/fetcher.js';
import { Jobs } from '../jobs/jobs.js';
import type { Next } from '../jobs/rounds.js';
import { lockAccess } from '../workspaces/access.repository.js';
import {
  changeHeld,
  recordAttempt,
  releaseHeld,
  takeWebhooks,
  type Attempted,
  type Held,
  type Taken,
} from './delivery.repository.js';
import { KEY_LOST } from './disabled-cause.js';
import { KeyStore } from './key-store.js';
import { nextMessages, pingMessage, type Batch, type ChangeMessage, type Message } from './messages.js';
import { judgeAnswer, type Answer } from './retry.js';
import { signedHeaders } from './signature.js';

/** Webhooks that one process delivers to at once, and of one workspace. */
const AT_ONCE = 16;
const OF_EACH = 4;
/** How long one webhook is delivered to before others have their turn, in milliseconds. */
const TURN_MS = 10_000;
/** How long the end of the program waits for messages that are under way, in milliseconds. */
const FAREWELL_MS = 5_000;
/** Between looks for something to deliver, in milliseconds. */
const PAUSES = { soonMs: 100, laterMs: 1_000 };
/** Of what a receiver says when it takes a message not, so many characters are kept. */
const KEPT_SAYING = 300;

/** A message, and its place among the changes. */
interface Sending {
  readonly message: Message;
  /** Of a change; null for a test. */
  readonly change: ChangeMessage | null;
}

/**
 * Delivers to webhooks, in whichever process does jobs. Each webhook's messages go out one after the other, in the order of
 * the workspace; webhooks do not wait for each other. How far one is, is written after each message, so that the message at
 * hand is all that is sent twice when the process dies. No transaction is open while something is sent.
 */
@Injectable()
export class Courier implements OnModuleInit, OnModuleDestroy {
  private readonly log = new Logger('Webhooks');
  private readonly underWay = new Map<Taken, Promise<void>>();
  private readonly ending = new AbortController();
  private ended = false;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Fetcher) private readonly fetcher: Fetcher,
    @Inject(KeyStore) private readonly keys: KeyStore,
  ) {}

  onModuleInit(): void {
    this.jobs.repeat('delivering to webhooks', () => this.round(), PAUSES);
  }

  async onModuleDestroy(): Promise<void> {
    this.ended = true;
    const patience = setTimeout(() => this.ending.abort(), FAREWELL_MS);
    await Promise.all(this.underWay.values());
    clearTimeout(patience);
  }

  /** Begins to deliver where there is something to be told, and waits for none of it. */
  async round(): Promise<Next> {
    const atMost = AT_ONCE - this.underWay.size;
    if (this.ended || atMost === 0) return 'soon';
    const underWay = [...this.underWay.keys()].map(({ workspaceId }) => workspaceId);
    const taken = await takeWebhooks(this.database, { atMost, ofEach: OF_EACH, underWay });
    for (const each of taken) {
      const work = this.turn(each)
        .catch((error: unknown) => {
          this.log.warn(`a delivery broke off: ${error instanceof Error ? error.message : String(error)}`);
        })
        .finally(() => this.underWay.delete(each));
      this.underWay.set(each, work);
    }
    return taken.length > 0 ? 'soon' : 'later';
  }

  /** Delivers to one webhook for a while, and lets others have it then. */
  private async turn(taken: Taken): Promise<void> {
    try {
      await this.deliverFor(taken, TURN_MS);
    } catch (error) {
      // A fault of ours or of the database: until the lease ends by itself, nobody runs into it again.
      if (!this.ended) throw error;
    }
    await this.within(taken, (connection) => releaseHeld(connection, taken));
  }

  /** Delivers what there is, for about so many milliseconds. */
  private async deliverFor(taken: Taken, ms: number): Promise<void> {
    const end = performance.now() + ms;
    let held = await this.within(taken, (connection) => changeHeld(connection, taken));
    let batch: Batch | null = null;
    let waiting: ChangeMessage[] = [];
    let version = held?.version;
    while (held && !this.ended && performance.now() < end) {
      if (held.pingId !== null) {
        const message = pingMessage(held.pingId, taken.webhookId, new Date());
        held = await this.deliver(taken, held, { message, change: null });
        continue;
      }
      if (held.isDisabled || held.nextAt.getTime() > Date.now()) break;
      if (version !== held.version) [batch, waiting, version] = [null, [], held.version];
      const change = waiting[0];
      if (change) {
        held = await this.deliver(taken, held, { message: change, change });
        if (held && isPast(held, change)) waiting.shift();
        continue;
      }
      if (batch && (batch.end.seq !== held.place.seq || batch.end.claim !== held.place.claim)) {
        const { seq, claim } = batch.end;
        held = await this.within(taken, (c) => changeHeld(c, taken, { place_seq: seq, place_claim: claim }));
      }
      if (!held) break;
      batch = await nextMessages(this.database, taken.workspaceId, taken.webhookId, held.place, held);
      if (!batch) break;
      waiting = [...batch.messages];
    }
  }

  /** Sends a message once, and writes down what became of it. @returns the webhook since; null when it is held no longer */
  private async deliver(taken: Taken, held: Held, { message, change }: Sending): Promise<Held | null> {
    const [at, start] = [new Date(), performance.now()];
    const keys = this.keysOf(taken, held);
    const answer = keys ? await this.send(held.url, message, at, keys) : NO_KEY;
    const now = new Date();
    const attempt = change ? held.failures + 1 : 1;
    const verdict = keys
      ? judgeAnswer(answer, attempt, held.failingSince, now, Math.random())
      : ({ kind: 'DISABLE', reason: KEY_LOST } as const);
    const made: Attempted = {
      messageId: message.id,
      type: message.type,
      attempt,
      state: verdict.kind === 'DELIVERED' ? 'DELIVERED' : verdict.kind === 'GIVE_UP' && change ? 'GIVEN_UP' : 'FAILED',
      at,
      durationMs: Math.round(performance.now() - start),
      status: answer.status,
      error: answer.error,
      before: change && held.place,
    };
    return await this.within(taken, async (connection) => {
      // Whoever changes webhooks locks this first as well.
      if (verdict.kind === 'DISABLE') await lockAccess(connection, taken.workspaceId);
      await recordAttempt(connection, taken, made);
      const pinged = change ? {} : { ping_id: null };
      const failed = change ? { failures: attempt, failing_since: held.failingSince ?? now } : {};
      const passed = change ? { place_seq: change.place.seq, place_claim: change.place.claim, failures: 0 } : {};
      switch (verdict.kind) {
        case 'DELIVERED': {
          const delivered = { failing_since: null, next_at: now, last_delivered_at: now };
          return await changeHeld(connection, taken, { ...pinged, ...passed, ...delivered });
        }
        case 'RETRY':
          return await changeHeld(connection, taken, {
            ...pinged,
            ...failed,
            ...(change ? { next_at: verdict.at } : {}),
          });
        case 'GIVE_UP':
          return await changeHeld(connection, taken, { ...pinged, ...failed, ...passed });
        case 'DISABLE': {
          const disabled = held.isDisabled ? {} : { disabled_at: now, disabled_reason: verdict.reason };
          const since = await changeHeld(connection, taken, { ...pinged, ...failed, ...disabled });
          if (since && !held.isDisabled) await this.tellDisabled(connection, taken, held.name, now);
          return since;
        }
      }
    });
  }

  private async send(url: string, message: Message, at: Date, keys: readonly Buffer[]): Promise<Answer> {
    try {
      const headers = signedHeaders(message.id, at, message.body, keys);
      const { status, retryAfter, body } = await this.fetcher.send(url, message.body, headers, this.ending.signal);
      const isTaken = status >= 200 && status <= 299;
      return { status, retryAfter, error: isTaken ? null : sayingOf(status, body) };
    } catch (error) {
      // Cut off by the end of the program, it is not known to have failed.
      if (this.ending.signal.aborted) throw error;
      return { status: null, retryAfter: null, error: error instanceof Error ? error.message : String(error) };
    }
  }

  /** The keys to sign with; null when the current one cannot be read. */
  private keysOf({ webhookId }: Taken, { key, formerKey }: Held): Buffer[] | null {
    const current = this.keys.fromStored(key, webhookId);
    const former = formerKey && this.keys.fromStored(formerKey, webhookId);
    return current && [current, ...(former ? [former] : [])];
  }

  private async tellDisabled(connection: WorkspaceConnection, taken: Taken, name: string, at: Date): Promise<void> {
    const { workspaceId, webhookId } = taken;
    await recordInWorkspace(connection, workspaceId, [
      {
        kind: 'webhook.disabled',
        subjectType: 'Webhook',
        subjectId: webhookId,
        actorId: null,
        before: { name, enabled: true },
        after: { name, enabled: false },
        at,
      },
    ]);
    this.log.warn(`webhook ${webhookId} was disabled; the query webhooks says why`);
  }

  private within<T>({ workspaceId }: Taken, work: (connection: WorkspaceConnection) => Promise<T>): Promise<T> {
    return this.database.withWorkspace({ workspaceId }, work);
  }
}

const NO_KEY: Answer = { status: null, error: KEY_LOST, retryAfter: null };

const isPast = ({ place }: Held, change: ChangeMessage): boolean =>
  place.seq === change.place.seq && place.claim === change.place.claim;

/** What a receiver said, in a line. */
function sayingOf(status: number, body: string): string {
  const text = body.replace(/[\p{Cc}\p{Surrogate}\s]+/gu, ' ').trim();
  const short = text.length > KEPT_SAYING ? `${text.slice(0, KEPT_SAYING - 1)}…` : text;
  return `answered ${status}${short === '' ? '' : `: ${short}`}`;
}
