import { type Dirent, existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, matchesGlob, normalize, resolve } from 'node:path';
import { fileKindOf } from '../converting/file-kind.js';
import { MAX_INPUT_BYTES } from '../reading/decode.js';
import { formatOf } from '../reading/read-article.js';
import { entryAt } from './entry-at.js';
import { STANDARD_INPUT, whyUnreadable } from './input.js';
import type { Settings } from './settings.js';
import { UsageError } from './terminal.js';

/** The articles that a command line names. */
export interface Found {
  /** Each once, in the order of the arguments; those of a folder or pattern by name. */
  readonly paths: readonly string[];
  /** Folders in which an article can appear, change or vanish. */
  readonly folders: readonly string[];
  /** What cannot be looked into, or names nothing: a line each. */
  readonly problems: readonly string[];
  /** Named one by one, and kept out by the configuration. */
  readonly ignored: readonly string[];
}

/** Folders in which nobody keeps articles of their own; hidden ones are left out, too. */
const NEVER = new Set(['node_modules']);

/**
 * Files stand for themselves; a folder for all articles in it and below, as their names tell; a pattern (`drafts/*.md`)
 * for those that match. What the configuration ignores is left out.
 */
export async function findArticles(given: readonly string[], settings: Settings): Promise<Found> {
  const finder = new Finder(settings);
  for (const each of given) await finder.find(each);
  return finder.found();
}

class Finder {
  private readonly paths = new Map<string, string>();
  private readonly folders = new Set<string>();
  private readonly problems = new Set<string>();
  private readonly ignored: string[] = [];

  constructor(private readonly settings: Settings) {}

  found(): Found {
    return {
      paths: [...this.paths.values()],
      folders: [...this.folders],
      problems: [...this.problems],
      ignored: this.ignored,
    };
  }

  async find(given: string): Promise<void> {
    if (given === STANDARD_INPUT) this.paths.set(given, given);
    else if (entryAt(given)?.isDirectory()) await this.inFolder(given);
    else if (isPattern(given) && !existsSync(given)) await this.matching(given);
    else {
      this.folders.add(dirname(given));
      if (await this.keepsOut(given)) this.ignored.push(given);
      else this.add(given);
    }
  }

  private async inFolder(folder: string): Promise<void> {
    let some = false;
    for await (const path of this.walk(folder)) {
      this.add(path);
      some = true;
    }
    if (!some)
      this.problems.add(`${folder}: no article in it that can be read; name the files and give --input-format`);
  }

  private async matching(given: string): Promise<void> {
    const pattern = normalize(given);
    const whole = pattern.split(/[\\/]/);
    const base = whole.slice(0, whole.findIndex(isPattern)).join('/') || (pattern.startsWith('/') ? '/' : '.');
    let some = false;
    for await (const path of this.walk(base)) {
      if (!matchesGlob(path, pattern)) continue;
      this.add(path);
      some = true;
    }
    if (!some) this.problems.add(`${given}: matches no article; check the pattern`);
  }

  private add(path: string): void {
    const place = resolve(path);
    if (!this.paths.has(place)) this.paths.set(place, path);
  }

  private async *walk(folder: string): AsyncGenerator<string> {
    if (await this.keepsOut(folder)) return;
    let entries: Dirent[];
    try {
      entries = await readdir(folder, { withFileTypes: true });
    } catch (error) {
      this.problems.add(`${folder}: ${whyUnreadable(error)}`);
      return;
    }
    this.folders.add(folder);
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!entry.name.startsWith('.') && !NEVER.has(entry.name)) yield* this.walk(path);
      } else if (!basename(path).startsWith('.') && isArticle(path) && isFile(entry, path)) {
        if (await this.keepsOut(path)) continue;
        if (fileKindOf(path) !== 'JSON' || (await holdsDocument(path))) yield path;
      }
    }
  }

  /** A configuration file with mistakes keeps nothing out: it is told when the article is to be judged. */
  private async keepsOut(path: string): Promise<boolean> {
    try {
      return await this.settings.isIgnored(path);
    } catch (error) {
      if (error instanceof UsageError) return false;
      throw error;
    }
  }
}

const isPattern = (part: string): boolean => /[*?[{]/.test(part);

const isArticle = (path: string): boolean => formatOf(path) !== null || fileKindOf(path) !== null;

/** JSON is mostly configuration and data, which nobody meant to be checked: in a folder, only an editor's documents are. */
async function holdsDocument(path: string): Promise<boolean> {
  try {
    if ((await stat(path)).size > MAX_INPUT_BYTES) return false;
    const { isEditorJson } = await import('../converting/editor-json.js');
    return isEditorJson(await readFile(path));
  } catch (error) {
    // What cannot be read cannot be known to be one.
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}

/** A link to a file counts; one to a folder could lead back up. */
function isFile(entry: Dirent, path: string): boolean {
  return entry.isFile() || (entry.isSymbolicLink() && entryAt(path)?.isFile() === true);
}
