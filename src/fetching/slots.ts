/** Lets at most so many things go on at once under one key; the others wait in line, as long as they like to. */
export class Slots {
  private readonly lines = new Map<string, { busy: number; readonly waiting: (() => void)[] }>();

  constructor(private readonly atOnce: number) {}

  /** @throws the signal's reason, when it gives up before its turn */
  async take<T>(key: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    await this.turn(key, signal);
    try {
      return await work();
    } finally {
      this.done(key);
    }
  }

  private async turn(key: string, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const line = this.lines.get(key) ?? { busy: 0, waiting: [] };
    this.lines.set(key, line);
    if (line.busy < this.atOnce) {
      line.busy++;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const begin = (): void => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const leave = (): void => {
        line.waiting.splice(line.waiting.indexOf(begin), 1);
        reject(signal.reason as Error);
      };
      line.waiting.push(begin);
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  private done(key: string): void {
    const line = this.lines.get(key)!;
    // Who is next takes the place over: `busy` stays as it is.
    const next = line.waiting.shift();
    if (next) next();
    else if (--line.busy === 0) this.lines.delete(key);
  }
}
