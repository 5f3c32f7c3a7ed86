/** What became of taking from a bucket. */
export interface Taken {
  readonly isEnough: boolean;
  /** What is left, in points. */
  readonly left: number;
  /** When there is enough for the same again, in seconds; 0 when there is. */
  readonly waitS: number;
  /** When the bucket is full again, in seconds. */
  readonly fullS: number;
}

interface Level {
  points: number;
  /** When it had so many, in milliseconds. */
  at: number;
}

/** Keys that are remembered at most; those that were used longest ago go first, and find a full bucket again. */
const KEPT = 20_000;

/**
 * Token buckets, one for each key: each holds so many points, from which everything takes what it costs, and fills up
 * again evenly. Who asks now and then finds it full, who asks all the time gets what flows in.
 */
export class Buckets {
  /** By key, the one that was used longest ago first. */
  private readonly levels = new Map<string, Level>();
  /** What was taken since `takeSpent`, by key; null: nobody asks. */
  private spent: Map<string, number> | null = null;

  /**
   * @param size points that a bucket holds
   * @param windowMs how long an empty one takes to be full again, in milliseconds
   * @param now the time, in milliseconds
   */
  constructor(
    readonly size: number,
    readonly windowMs: number,
    private readonly now: () => number = Date.now,
  ) {}

  /**
   * Takes what there is enough of, or nothing.
   *
   * @param cost points; what costs more than a bucket holds is had for a full one
   */
  take(key: string, cost: number): Taken {
    const level = this.levelOf(key);
    const needed = Math.min(cost, this.size);
    const isEnough = level.points >= needed;
    if (isEnough) {
      level.points -= needed;
      this.spent?.set(key, (this.spent.get(key) ?? 0) + needed);
    }
    this.keep(key, level);
    return this.told(level, isEnough ? 0 : needed - level.points, isEnough);
  }

  /** What was taken since the last call, by key: for others who count the same. */
  takeSpent(): [key: string, points: number][] {
    const spent = [...(this.spent ?? [])];
    this.spent = new Map();
    return spent;
  }

  /** Somebody else let this be taken: it is gone here as well, though it was not there; a bucket owes one full bucket at most. */
  spend(key: string, points: number): void {
    const level = this.levelOf(key);
    level.points = Math.max(-this.size, level.points - points);
    this.keep(key, level);
  }

  /**
   * When so much could be taken and so much be left all the same, in milliseconds; 0: now. Nothing is taken.
   *
   * @param kept points that are to be left
   */
  waitFor(key: string, cost: number, kept: number): number {
    const missing = Math.min(cost + kept, this.size) - this.levelOf(key).points;
    return missing <= 0 ? 0 : Math.ceil((missing / this.size) * this.windowMs);
  }

  /** What there is, and nothing taken. */
  look(key: string): Taken {
    return this.told(this.levelOf(key), 0, true);
  }

  private keep(key: string, level: Level): void {
    this.levels.delete(key);
    this.levels.set(key, level);
    for (const oldest of this.levels.keys()) {
      if (this.levels.size <= KEPT) break;
      this.levels.delete(oldest);
    }
  }

  private levelOf(key: string): Level {
    const at = this.now();
    const before = this.levels.get(key);
    if (!before) return { points: this.size, at };
    const flowed = (Math.max(0, at - before.at) / this.windowMs) * this.size;
    return { points: Math.min(this.size, before.points + flowed), at };
  }

  private told({ points }: Level, missing: number, isEnough: boolean): Taken {
    const seconds = (some: number): number => Math.ceil(((some / this.size) * this.windowMs) / 1000);
    return {
      isEnough,
      left: Math.max(0, Math.floor(points)),
      waitS: seconds(missing),
      fullS: seconds(this.size - points),
    };
  }
}
