import { FetchError } from './fetch-error.js';
import { NO_ROBOTS_FOR_MS, ROBOTS_FOR_MS, ROBOTS_KEPT } from './limits.js';
import { allows, parseRobots, type RobotsRules } from './robots.js';

/** The name that a robots.txt calls us by. */
export const PRODUCT = 'Obelus';

/** What a site answers for its robots.txt. */
export interface RobotsAnswer {
  readonly status: number;
  /** Null unless the status is one of success. */
  readonly text: string | null;
}

/** Rules, or null where the site could not say them: then nothing may be fetched (RFC 9309, section 2.3.1.4). */
interface Kept {
  readonly rules: RobotsRules | null;
  readonly until: number;
}

/** Asks each site once in a while what it wants programs to leave alone, and keeps to it. RFC 9309. */
export class RobotsKeeper {
  private readonly kept = new Map<string, Kept>();

  /** @param ask gets a robots.txt, following redirects; it throws what stands in the way */
  constructor(
    private readonly ask: (url: URL, signal: AbortSignal) => Promise<RobotsAnswer>,
    private readonly now: () => number = Date.now,
  ) {}

  /** @throws FetchError REFUSED_BY_ROBOTS; and whatever `ask` throws */
  async check(url: URL, signal: AbortSignal): Promise<void> {
    const { rules } = this.known(url.origin) ?? (await this.learn(url.origin, signal));
    if (!rules) {
      const message = `the robots.txt of ${url.host} cannot be had, which means that nothing there may be fetched; try again later, or give the text itself`;
      throw new FetchError('REFUSED_BY_ROBOTS', message);
    }
    if (!allows(rules, url)) {
      const message = `the robots.txt of ${url.host} asks programs not to fetch this page; give the text itself, or have the site allow "${PRODUCT}"`;
      throw new FetchError('REFUSED_BY_ROBOTS', message);
    }
  }

  private known(origin: string): Kept | null {
    const kept = this.kept.get(origin);
    return kept && kept.until > this.now() ? kept : null;
  }

  private async learn(origin: string, signal: AbortSignal): Promise<Kept> {
    const { status, text } = await this.ask(new URL('/robots.txt', origin), signal);
    // 4xx: there are no rules (section 2.3.1.3). Redirects without end count as that (2.3.1.2).
    const rules = text !== null ? parseRobots(text, PRODUCT) : status < 500 ? { rules: [] } : null;
    const kept = { rules, until: this.now() + (rules ? ROBOTS_FOR_MS : NO_ROBOTS_FOR_MS) };
    this.kept.delete(origin);
    this.kept.set(origin, kept);
    // The one that was asked for the longest time ago.
    const [oldest] = this.kept.keys();
    if (this.kept.size > ROBOTS_KEPT && oldest !== undefined) this.kept.delete(oldest);
    return kept;
  }
}
