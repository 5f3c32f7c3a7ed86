import { counted, printable } from './layout.js';
import type { Terminal } from './terminal.js';

/** Speed is that of so long back, in milliseconds: articles that are there already go by much sooner than others. */
const WINDOW_MS = 30_000;
/** Before this, nothing can be said of speed, in milliseconds. */
const EARLY_MS = 2_000;
/** Where nobody watches, a line is written so often, in milliseconds. */
const LINE_EACH_MS = 30_000;
const BAR = 20;

interface Sample {
  readonly at: number;
  readonly share: number;
  readonly claims: number;
}

/** How far a long import is: a bar on a terminal, and elsewhere a line now and then. */
export class ImportProgress {
  private share: number | null = null;
  private articles = 0;
  private claims = 0;
  private samples: Sample[];
  private lineAt: number;

  /**
   * @param path what is imported
   * @param clock milliseconds since whenever
   */
  constructor(
    private readonly path: string,
    private readonly terminal: Terminal,
    private readonly clock: () => number = () => performance.now(),
  ) {
    this.lineAt = clock();
    this.samples = [{ at: this.lineAt, share: 0, claims: 0 }];
  }

  /** Notes how much is read: files, entries or bytes, whatever can be counted beforehand. */
  readonly place = (done: number, total: number): void => {
    this.share = total > 0 ? Math.min(1, done / total) : null;
  };

  /** Notes that an article is done. @param claims that were written of it; 0 where it was there already */
  passed(claims: number): void {
    this.articles++;
    this.claims += claims;
  }

  /** @param name of what is being imported */
  show(name: string): void {
    const now = this.clock();
    const isWatched = this.terminal.isWatched;
    if (!isWatched && now - this.lineAt < LINE_EACH_MS) return;
    this.sample(now);
    const line = [this.bar(), counted(this.articles, 'article'), counted(this.claims, 'claim'), ...this.speed(now)];
    const told = `${this.path}: ${line.filter((each) => each !== '').join(', ')}`;
    if (isWatched) this.terminal.progress(`${told} · ${printable(name)}`);
    else {
      this.lineAt = now;
      this.terminal.error(told);
    }
  }

  private sample(now: number): void {
    const last = this.samples.at(-1)!;
    if (now - last.at >= 1_000) this.samples.push({ at: now, share: this.share ?? 0, claims: this.claims });
    const old = this.samples.findLastIndex(({ at }) => now - at >= WINDOW_MS);
    if (old > 0) this.samples = this.samples.slice(old);
  }

  private bar(): string {
    if (this.share === null) return '';
    const full = Math.floor(this.share * BAR);
    const bar = this.terminal.isWatched ? `${'█'.repeat(full)}${'░'.repeat(BAR - full)} ` : '';
    return `${bar}${Math.floor(this.share * 100)} %`;
  }

  private speed(now: number): string[] {
    const since = this.samples[0]!;
    const ms = now - since.at;
    if (ms < EARLY_MS) return [];
    const told = [`${Math.round((1000 * (this.claims - since.claims)) / ms).toLocaleString('en')} claims/s`];
    const gone = (this.share ?? 0) - since.share;
    if (this.share !== null && gone > 0) told.push(`${duration((ms * (1 - this.share)) / gone)} left`);
    return told;
  }
}

/** "45 s", "3 min 20 s", "2 h 5 min". */
export function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
