import { Logger } from '@nestjs/common';
import { jobs } from '../telemetry/instruments.js';

/** When the next round is due: at once, after the short pause, or after the long one. */
export type Next = 'now' | 'soon' | 'later';

/** After a round that did so much of at most `most`: a full one leaves more to do. */
export function nextAfter(done: number, most: number): Next {
  if (done === most) return 'now';
  return done > 0 ? 'soon' : 'later';
}

export interface Pauses {
  /** In milliseconds. */
  readonly soonMs: number;
  /** In milliseconds. */
  readonly laterMs: number;
}

/** After a round that failed, in milliseconds. */
const TROUBLE_MS = 5_000;

/** Work that is done again and again, one round after the other. What goes wrong is told once, until it goes well again. */
export class Rounds {
  private readonly log = new Logger(Rounds.name);
  private ending = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private current: Promise<void> | null = null;
  private running = false;
  private inTrouble = false;

  constructor(
    /** For the log. */
    readonly name: string,
    private readonly round: (signal: AbortSignal) => Promise<Next>,
    private readonly pauses: Pauses,
  ) {}

  start(): void {
    if (this.running) return;
    this.running = true;
    this.ending = new AbortController();
    this.schedule(0);
  }

  /** Begins no further round, and waits for the one under way, which is told by its signal. */
  async stop(): Promise<void> {
    this.running = false;
    this.ending.abort();
    clearTimeout(this.timer);
    await this.current;
  }

  private schedule(afterMs: number): void {
    if (!this.running) return;
    this.timer = setTimeout(() => {
      this.current = this.go().then((pauseMs) => this.schedule(pauseMs));
    }, afterMs).unref();
  }

  /** @returns the pause until the next round, in milliseconds */
  private async go(): Promise<number> {
    try {
      const next = await this.round(this.ending.signal);
      this.inTrouble = false;
      jobs.rounds.inc({ name: this.name, outcome: 'done' });
      if (next === 'now') return 0;
      return next === 'soon' ? this.pauses.soonMs : this.pauses.laterMs;
    } catch (error) {
      jobs.rounds.inc({ name: this.name, outcome: 'failed' });
      if (!this.inTrouble) this.log.warn(`${this.name}: ${error instanceof Error ? error.message : String(error)}`);
      this.inTrouble = true;
      return TROUBLE_MS;
    }
  }
}
