import { realpathSync, statSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { resolve as resolveModule } from 'import-meta-resolve';
import { PluginError, pluginFrom, type Plugin } from '../judging/plugin.js';
import type { Rule } from '../judging/rule.js';
import { BUILT_IN_RULES } from '../judging/rules/index.js';

/** The folder of the program, wherever in it this runs. */
const CHECKOUT = dirname(findPackageJSON('.', import.meta.url)!);

/** Thrown for a plugin that cannot be loaded. The message is a line per mistake, for people. */
export class PluginLoadError extends Error {
  override readonly name = 'PluginLoadError';
}

/** A plugin with the file that it was loaded from. */
export interface LoadedPlugin {
  readonly path: string;
  readonly plugin: Plugin;
}

/** What `loadAll` found. */
export interface Loaded {
  /** Each module once, in the order given. */
  readonly plugins: readonly LoadedPlugin[];
  /** A line per mistake, each beginning with the module as it was given. */
  readonly problems: readonly string[];
}

/** Loads the modules of plugins. A plugin is code, and runs with the rights of whoever runs the program. */
export class PluginLoader {
  private readonly byPath = new Map<string, LoadedPlugin>();
  private readonly files = new Set<string>();

  /** Everything that was loaded, in that order. */
  get loaded(): readonly LoadedPlugin[] {
    return [...this.byPath.values()];
  }

  /** The files of everything that was asked for, loaded or not, so that their changes can be watched. */
  get paths(): readonly string[] {
    return [...this.files];
  }

  /**
   * @param given paths, or names of packages
   * @param folder what paths are relative to, and where packages are looked for: there and in the folders above
   * @param refusal why no module may be loaded that is not loaded yet; null when it may
   */
  async loadAll(given: readonly string[], folder: string, refusal: string | null = null): Promise<Loaded> {
    const plugins: LoadedPlugin[] = [];
    const problems: string[] = [];
    for (const each of given) {
      try {
        plugins.push(await this.load(each, folder, refusal));
      } catch (error) {
        if (!(error instanceof PluginLoadError)) throw error;
        problems.push(...error.message.split('\n').map((line) => `${each}: ${line}`));
      }
    }
    return { plugins: [...new Set(plugins)], problems };
  }

  private async load(given: string, folder: string, refusal: string | null): Promise<LoadedPlugin> {
    const path = fileOf(given, folder);
    const known = this.byPath.get(path);
    if (known) return known;
    if (refusal !== null) throw new PluginLoadError(refusal);
    this.files.add(path);
    const loaded = { path, plugin: await imported(path) };
    this.byPath.set(path, loaded);
    return loaded;
  }
}

/** The built-in rules, and those of plugins behind them: the order in which findings about one claim are listed. */
export function rulesWith(plugins: readonly LoadedPlugin[]): readonly Rule[] {
  return [...BUILT_IN_RULES, ...plugins.flatMap(({ plugin }) => plugin.rules)];
}

/** A line for each plugin whose name another module has, too: the ids of their rules would meet. */
export function nameClashes(plugins: readonly LoadedPlugin[]): string[] {
  return plugins.flatMap(({ path, plugin: { meta } }, i) => {
    const first = plugins.findIndex((each) => each.plugin.meta.name === meta.name);
    if (first === i) return [];
    return [`${path}: a plugin called "${meta.name}" comes from ${plugins[first]!.path}, too; leave one of them out`];
  });
}

function fileOf(given: string, folder: string): string {
  if (isPath(given, folder)) return ofPath(given, folder);
  const path = ofPackage(given, folder);
  if (isFile(path)) return realpathSync(path);
  throw new PluginLoadError(`leads to ${path}, which is not there; build the package, or install it again`);
}

function ofPackage(given: string, folder: string): string {
  try {
    // Of the parent only its folder counts.
    const url = resolveModule(given, pathToFileURL(join(folder, 'plugins.json')).href);
    if (url.startsWith('file:')) return fileURLToPath(url);
  } catch (error) {
    throw new PluginLoadError(whyUnresolved(given, folder, error), { cause: error });
  }
  throw new PluginLoadError('is no plugin; give a path such as "./money.mjs" or a package');
}

function ofPath(given: string, folder: string): string {
  const path = resolve(folder, given);
  if (isFile(path)) return realpathSync(path);
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  throw new PluginLoadError(
    isFolder ? `${path} is a folder; name the module in it` : `no such file: ${path}; paths are relative to ${folder}`,
  );
}

/** A package may be called "chart.js": a bare name is a path only where such a file is. */
function isPath(given: string, folder: string): boolean {
  if (/^\.{1,2}(?:[\\/]|$)/.test(given) || isAbsolute(given)) return true;
  return /\.[cm]?[jt]s$/.test(given) && isFile(resolve(folder, given));
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

function whyUnresolved(given: string, folder: string, error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code !== 'ERR_MODULE_NOT_FOUND') return oneLine(message);
  const name = given.split('/', given.startsWith('@') ? 2 : 1).join('/');
  return (
    `no such package; looked in ${join(folder, 'node_modules')} and in those of the folders above. ` +
    `Run "npm install --save-dev ${name}" in ${folder}, or write a path as "./${given}"`
  );
}

async function imported(path: string): Promise<Plugin> {
  let module: { readonly default?: unknown };
  try {
    module = (await import(pathToFileURL(path).href)) as typeof module;
  } catch (error) {
    throw new PluginLoadError(`${path} cannot be loaded: ${whyUnloadable(error)}`, { cause: error });
  }
  if (!('default' in module)) {
    const names = Object.keys(module);
    const has = names.length > 0 ? `; it exports ${names.join(', ')}` : '';
    throw new PluginLoadError(`${path} has no default export${has}. Write "export default { meta, rules }"`);
  }
  try {
    return pluginFrom(module.default);
  } catch (error) {
    if (!(error instanceof PluginError)) throw error;
    throw new PluginLoadError(error.message, { cause: error });
  }
}

function whyUnloadable(error: unknown): string {
  if (!(error instanceof Error) && !(typeof error === 'object' && error !== null && 'message' in error)) {
    return `it throws ${String(error)}`;
  }
  const { name, message, stack } = error as Error;
  const where = /(?:^|[\s(]|file:\/\/)(\/[^\s()]+:\d+)/.exec(stack ?? '')?.[1];
  const hint = /'obelus'/.test(message) ? `; run "npm link ${CHECKOUT}" in the folder of the plugin` : '';
  return `${name}: ${oneLine(message)}${where ? ` (${where})` : ''}${hint}`;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
