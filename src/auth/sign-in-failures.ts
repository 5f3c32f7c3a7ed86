import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { graphql } from '../telemetry/instruments.js';

/** Failures of one address that are answered at once, in a window. */
const FREE = 20;
/** How long they are remembered, in milliseconds. */
const WINDOW_MS = 60_000;
/** How long each further one waits for its answer, in milliseconds: the more, the longer. */
const STEP_MS = 100;
const LONGEST_MS = 3_000;
/** Answers that wait at one time, at most: beyond, waiting would cost more than it saves. */
const WAITING = 500;
/** Addresses that are remembered. */
const KEPT = 10_000;

interface Failures {
  count: number;
  /** Since the last line in the log. */
  untold: number;
  readonly until: number;
}

/**
 * Sign-ins that failed: told in the log with address and reason, and answered ever more slowly to who has many of them.
 * Nobody is shut out: a good token from the same address is answered at once.
 */
export class SignInFailures {
  private readonly log = new Logger('SignIn');
  private readonly addresses = new Map<string, Failures>();
  private waiting = 0;

  constructor(
    /** Whether who fails often waits for the answer. */
    private readonly slows: boolean,
    private readonly now: () => number = Date.now,
  ) {}

  /** @param reason what was wrong, without what was sent @returns when to answer */
  async record(address: string, reason: string): Promise<void> {
    graphql.signInFailures.inc();
    const failures = this.of(address);
    failures.count++;
    failures.untold++;
    // Each of the first ones, then every hundredth: who tries all day does not fill the disk.
    if (failures.count <= FREE || failures.untold >= 100) {
      const more = failures.untold > 1 ? ` (and ${failures.untold - 1} more)` : '';
      this.log.warn(`sign-in from ${address} failed: ${reason}${more}`);
      failures.untold = 0;
    }
    const pause = Math.min(LONGEST_MS, (failures.count - FREE) * STEP_MS);
    if (!this.slows || pause <= 0 || this.waiting >= WAITING) return;
    this.waiting++;
    await sleep(pause, undefined, { ref: false }).finally(() => this.waiting--);
  }

  private of(address: string): Failures {
    const now = this.now();
    const found = this.addresses.get(address);
    if (found && found.until > now) return found;
    const fresh = { count: 0, untold: 0, until: now + WINDOW_MS };
    this.addresses.delete(address);
    this.addresses.set(address, fresh);
    for (const oldest of this.addresses.keys()) {
      if (this.addresses.size <= KEPT) break;
      this.addresses.delete(oldest);
    }
    return fresh;
  }
}
