import { type FSWatcher, watch as watchFolder } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from './terminal.js';

/** An editor saves in several steps; what comes within this time, in milliseconds, is one change. */
const DEBOUNCE_MS = 100;

/** Tells that something in some folders changed. Folders, not files: editors put a new file in an old one's place. */
export class FolderWatch {
  private readonly watchers = new Map<string, FSWatcher>();
  private changed = false;
  private wake: (() => void) | null = null;
  private timer: NodeJS.Timeout | null = null;

  /**
   * Watches these folders and no others from now on. One that is gone is left out.
   *
   * @returns whether a folder came in, in which something may have happened before it was watched
   * @throws UsageError when the system watches no more
   */
  keepTo(folders: Iterable<string>): boolean {
    const wanted = new Set([...folders].map((folder) => resolve(folder)));
    for (const [folder, watcher] of this.watchers) {
      if (wanted.has(folder)) continue;
      watcher.close();
      this.watchers.delete(folder);
    }
    const before = this.watchers.size;
    for (const folder of wanted) if (!this.watchers.has(folder)) this.add(folder);
    return this.watchers.size > before;
  }

  /** Resolves when something has changed since it was last called, and the changes have come to rest. */
  async next(): Promise<void> {
    if (!this.changed) await new Promise<void>((wake) => (this.wake = wake));
    this.changed = false;
  }

  close(): void {
    if (this.timer) clearTimeout(this.timer);
    for (const watcher of this.watchers.values()) watcher.close();
    this.watchers.clear();
  }

  private add(folder: string): void {
    try {
      const watcher = watchFolder(folder, () => this.touch());
      // The folder itself went: what is above it tells.
      watcher.on('error', () => {
        watcher.close();
        this.watchers.delete(folder);
        this.touch();
      });
      this.watchers.set(folder, watcher);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT') return;
      this.close();
      throw new UsageError(`--watch: ${folder} cannot be watched (${code}); name fewer folders`, { cause: error });
    }
  }

  private touch(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.changed = true;
      this.wake?.();
      this.wake = null;
    }, DEBOUNCE_MS);
  }
}
