import { replication as instruments } from '../../telemetry/instruments.js';
import { onScrape } from '../../telemetry/registry.js';
import { DatabaseUnavailableError, isOfReplaying, isServerGone } from '../errors.js';
import { StartError } from '../start-error.js';
import type { Position } from './position.js';
import { LOOK_MS, type Primary } from './primary.js';
import { OtherSystemError, Replica, type ReplicaOptions } from './replica.js';

export interface ReplicasOptions extends Omit<ReplicaOptions, 'url'> {
  readonly urls: readonly string[];
  /** A replica that is further behind is not used while the primary is there, in milliseconds. */
  readonly lagLimitMs: number;
}

/** What a read must see. */
export interface ReadNeed {
  /** All up to here; null: nothing in particular. */
  readonly position: Position | null;
  /** All that was written anywhere: for who may have written, and does not say how far. */
  readonly isFresh: boolean;
}

/** How often one read (a transaction, not a request) is begun, at most. */
const TRIES = 3;

/** The servers that follow the primary: looked at all the time, and read from as long as they are well. */
export class Replicas {
  readonly all: readonly Replica[];
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<unknown> | null = null;
  private readonly endMeasuring: () => void;

  constructor(
    private readonly primary: Primary,
    private readonly options: ReplicasOptions,
  ) {
    this.all = options.urls.map((url) => new Replica({ ...options, url }));
    this.endMeasuring = onScrape(() => this.measure());
  }

  /** @throws StartError when one of them has the data of another server; one that is away is looked for again */
  async start(): Promise<void> {
    const looks = await Promise.allSettled(this.all.map((replica) => replica.look(this.primary)));
    const other = looks.findIndex((look) => look.status === 'rejected' && look.reason instanceof OtherSystemError);
    if (other >= 0) {
      const message = `the server at ${this.all[other]!.name} is no replica of the one in DATABASE_URL; mend OBELUS_READ_URLS`;
      throw new StartError('DATABASE_REFUSED', message);
    }
    this.timer = setInterval(() => this.look(), LOOK_MS).unref();
  }

  /** How many are in use. */
  get inUse(): number {
    return this.all.filter((replica) => this.isInUse(replica)).length;
  }

  /**
   * @param promised only a replica that is at least as far
   * @returns where to read; null: on the primary
   */
  choose({ position, isFresh }: ReadNeed, promised: Position = 0n): Replica | null {
    const enough = this.all.filter(({ position: at }) => at !== null && at >= (position ?? 0n) && at >= promised);
    if (this.primary.isAway) return furthest(enough);
    if (isFresh && position === null) return null;
    return leastBusy(enough.filter((replica) => this.isInUse(replica)));
  }

  placement(need: ReadNeed): Placement {
    return new Placement(this, need);
  }

  /** Up to which moment all that was committed can be read there, in milliseconds since the epoch; null: not known. */
  momentOf({ position }: Replica): number | null {
    return position === null ? null : this.primary.marks.momentOf(position);
  }

  async close(): Promise<void> {
    this.endMeasuring();
    clearInterval(this.timer);
    await this.looking;
    await Promise.all(this.all.map((replica) => replica.close()));
  }

  private isInUse(replica: Replica): boolean {
    if (replica.position === null) return false;
    if (this.primary.isAway) return true;
    const moment = this.momentOf(replica);
    return moment !== null && Date.now() - moment <= this.options.lagLimitMs;
  }

  private look(): void {
    this.looking ??= Promise.allSettled(this.all.map((replica) => replica.look(this.primary))).finally(
      () => (this.looking = null),
    );
  }

  private measure(): void {
    const used = this.all.filter((replica) => this.isInUse(replica));
    instruments.replicas.set({ state: 'in use' }, used.length);
    const leading = this.all.filter(({ leads }) => leads).length;
    instruments.replicas.set({ state: 'leading' }, leading);
    instruments.replicas.set({ state: 'out' }, this.all.length - used.length - leading);
    const lags = used.flatMap((replica) => this.momentOf(replica) ?? []).map((moment) => Date.now() - moment);
    instruments.lag.set(Math.max(0, ...lags) / 1000);
  }
}

const leastBusy = (replicas: readonly Replica[]): Replica | null => {
  const least = Math.min(...replicas.map(({ busy }) => busy));
  const among = replicas.filter(({ busy }) => busy === least);
  return among[Math.floor(Math.random() * among.length)] ?? null;
};

const furthest = (replicas: readonly Replica[]): Replica | null =>
  replicas.reduce<Replica | null>(
    (best, each) => (best === null || each.position! > best.position! ? each : best),
    null,
  );

/** Where the reads of one request go: to one server, and to another one only when that fails. */
export class Placement {
  /** Null: the primary. */
  replica: Replica | null;
  /** Where the first replica was: its moment may have been told, before anything was read. */
  private readonly promised: Position;

  constructor(
    private readonly replicas: Pick<Replicas, 'choose' | 'momentOf'>,
    private readonly need: ReadNeed,
  ) {
    this.replica = replicas.choose(need);
    this.promised = this.replica?.position ?? 0n;
  }

  /** Up to which moment all that was committed is in what is read, in milliseconds; null: all, or it is not known. */
  get moment(): number | null {
    return this.replica && this.replicas.momentOf(this.replica);
  }

  /**
   * @param error of a read of the request
   * @param failed where it was read; null: on the primary. Another read may have moved the request meanwhile
   * @param attempt how often it was begun, from 1
   * @returns whether it is to be begun again, on the present place
   */
  movesAfter(error: unknown, failed: Replica | null, attempt: number): boolean {
    const isGone = error instanceof DatabaseUnavailableError;
    if (attempt >= TRIES || !(isGone || (failed && isOfReplaying(error)))) return false;
    if (isGone && isServerGone(error.cause)) failed?.out('a read failed');
    if (this.replica !== failed) return true;
    if (!isGone) {
      instruments.moves.inc({ reason: 'replay' });
      this.replica = null;
      return true;
    }
    this.replica = this.replicas.choose(this.need, this.promised);
    // The primary failed, and nothing else would do.
    if (failed === null && this.replica === null) return false;
    instruments.moves.inc({ reason: 'gone' });
    return true;
  }
}
