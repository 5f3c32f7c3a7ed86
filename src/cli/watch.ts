import { dirname } from 'node:path';
import type { CheckOptions } from './check-options.js';
import { entryAt } from './entry-at.js';
import { findArticles, type Found } from './find-articles.js';
import { FolderWatch } from './folder-watch.js';
import { counted } from './layout.js';
import { Round } from './round.js';
import { Settings } from './settings.js';
import { UsageError, type ExitStatus, type Terminal } from './terminal.js';

/** What was seen of files: path → stamp. */
type Stamps = ReadonlyMap<string, string>;

/**
 * Checks all, then again what changes, until it is interrupted; all again when a configuration or the baseline changes.
 *
 * @returns 0: it did what it was asked, whatever was found
 * @throws UsageError when an option, or a file that it names, cannot be used from the beginning
 */
export async function watch(given: readonly string[], options: CheckOptions, terminal: Terminal): Promise<ExitStatus> {
  const watcher = new Watcher(given, options, terminal);
  const interrupted = terminal.interrupted().then(() => true);
  try {
    await watcher.look();
    while (!(await Promise.race([watcher.changed(), interrupted]))) {
      try {
        await watcher.look();
      } catch (error) {
        // A later slip in a configuration can be mended while this goes on.
        if (!(error instanceof UsageError)) throw error;
        terminal.error(error.message);
      }
    }
    return 0;
  } finally {
    terminal.progress('');
    watcher.close();
  }
}

class Watcher {
  private readonly folders = new FolderWatch();
  private articles: Stamps = new Map();
  /** Of what decides on all articles. */
  private common: Stamps = new Map();
  /** Of the files of plugins. */
  private plugins: Stamps = new Map();
  private started = false;

  constructor(
    private readonly given: readonly string[],
    private readonly options: CheckOptions,
    private readonly terminal: Terminal,
  ) {}

  /** Checks what is not as it was. */
  async look(): Promise<void> {
    const { options, terminal } = this;
    const settings = await Settings.load(options);
    let found: Found;
    let common: readonly string[];
    do {
      found = await findArticles(this.given, settings);
      common = [...settings.configPaths, ...(options.baseline === undefined ? [] : [options.baseline])];
    } while (
      this.folders.keepTo([...found.folders, ...[...common, ...settings.pluginPaths].map((path) => dirname(path))])
    );
    this.tellChangedPlugins(settings);
    const [articlesNow, commonNow] = [stampsOf(found.paths), stampsOf(common)];
    const anew = !this.started || !isSame(commonNow, this.common);
    const paths = found.paths.filter((path) => anew || articlesNow.get(path) !== this.articles.get(path));
    const round = new Round(settings, options, terminal);
    [this.articles, this.common] = [articlesNow, commonNow];
    if (anew || paths.length > 0) await round.run({ ...found, paths });
    this.started = true;
    terminal.progress(`Watching ${counted(articlesNow.size, 'article')}; Ctrl-C ends it`);
  }

  /** A module that was loaded once stays as it was: what it imported cannot be taken back. */
  private tellChangedPlugins({ pluginPaths }: Settings): void {
    const now = stampsOf(pluginPaths);
    for (const [path, stamp] of now) {
      const before = this.plugins.get(path) ?? stamp;
      if (before !== stamp) this.terminal.error(`${path}: has changed; end this, and start it again to load it`);
    }
    this.plugins = now;
  }

  /** Resolves to false when something in the folders changed. */
  async changed(): Promise<boolean> {
    await this.folders.next();
    return false;
  }

  close(): void {
    this.folders.close();
  }
}

const stampsOf = (paths: readonly string[]): Stamps => new Map(paths.map((path) => [path, stampOf(path)]));

/** What tells one state of a file from another; '' when it is not there. */
function stampOf(path: string): string {
  const entry = entryAt(path);
  return entry ? `${entry.ino} ${entry.mtimeMs} ${entry.size}` : '';
}

const isSame = (a: Stamps, b: Stamps): boolean =>
  a.size === b.size && [...a].every(([path, stamp]) => b.get(path) === stamp);
