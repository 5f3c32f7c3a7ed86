import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, matchesGlob, relative, resolve } from 'node:path';
import { pluginOf } from '../judging/plugin.js';
import { createRuleset, RulesetError, type RuleConfig, type RulesetConfig } from '../judging/ruleset.js';
import { nearest } from '../judging/text/nearest.js';
import { whyUnreadable } from './input.js';
import { CONFIG_NAME, LINK_READINGS, type LinkReading } from './names.js';
import { type Loaded, type LoadedPlugin, nameClashes, PluginLoader, rulesWith } from '../plugins/load-plugins.js';
import { UsageError } from './terminal.js';

/** A configuration file, checked. */
export interface ConfigFile {
  readonly path: string;
  readonly rules: Readonly<Record<string, RuleConfig>>;
  /** Those that were given to all files, then its own. */
  readonly plugins: readonly LoadedPlugin[];
  /** Patterns of files and folders that are not read, relative to the file's folder. */
  readonly ignore: readonly string[];
  /** What links to other sites are; null when it does not say. */
  readonly links: LinkReading | null;
  /** Where the pages of rules are served, without a slash at the end; null when it does not say. */
  readonly rulePages: string | null;
}

/** Every key that a file may have. `$schema` is for editors alone. */
export const CONFIG_KEYS = ['$schema', 'plugins', 'rules', 'ignore', 'links', 'rulePages'] as const;

const EXAMPLE = '{"rules": {"numbering-gap": {"severity": "off"}}}';

/** How the plugins of a file are loaded. */
export interface ConfigReading {
  /** What the file is called in messages; its path when left out. */
  readonly told?: string;
  readonly loader?: PluginLoader;
  /** Plugins that hold for all files. */
  readonly shared?: readonly LoadedPlugin[];
  /**
   * Whether who runs the command chose this file: they named it, or work in its folder. What another file names runs
   * only when a trusted one or `shared` brought it, for files come with articles from anywhere.
   */
  readonly trusted: boolean;
}

/**
 * Reads and checks a file, and loads its plugins.
 *
 * @throws UsageError with a line per mistake: where it is, what is wrong, and what is allowed
 */
export async function readConfigFile(path: string, reading: ConfigReading): Promise<ConfigFile> {
  const { told = path } = reading;
  const given = readObject(path, told);
  const problems: string[] = [];
  for (const key of Object.keys(given)) {
    if ((CONFIG_KEYS as readonly string[]).includes(key)) continue;
    const close = nearest(key, CONFIG_KEYS);
    const hint = close ? `did you mean "${close}"?` : `known are ${CONFIG_KEYS.join(', ')}`;
    problems.push(`unknown key "${key}"; ${hint} An example: ${EXAMPLE}`);
  }
  const { rules, ignore, links, rulePages } = given;
  const own = await pluginsOf(path, given.plugins, reading);
  const plugins = [...new Set([...(reading.shared ?? []), ...own.plugins])];
  problems.push(...[...own.problems, ...nameClashes(plugins)].map((problem) => `plugins: ${problem}`));
  if (rules === null) problems.push('rules: must be an object from rule ids to settings');
  try {
    createRuleset({ rules } as RulesetConfig, rulesWith(plugins));
  } catch (error) {
    if (!(error instanceof RulesetError)) throw error;
    // Which rules a plugin that is not loaded has, nobody knows.
    const known = error.problems.filter(({ path: [, id] }) => own.problems.length === 0 || pluginOf(id ?? '') === null);
    problems.push(...known.map((each) => `${each.path.join('.')}: ${each.message}`));
  }
  if (ignore !== undefined && !isPatterns(ignore)) {
    problems.push('ignore: must be a list of patterns such as ["drafts/**"]; none is empty or begins with "!"');
  }
  if (links !== undefined && !isLinkReading(links)) problems.push('links: must be "citations" or "text"');
  if (rulePages !== undefined && !isWebAddress(rulePages)) {
    problems.push('rulePages: must be an http address such as "https://obelus.example/docs/rules"');
  }
  if (problems.length > 0) throw new UsageError(problems.map((problem) => `${told}: ${problem}`).join('\n'));
  return {
    path,
    rules: (rules ?? {}) as ConfigFile['rules'],
    plugins,
    ignore: (ignore ?? []) as readonly string[],
    links: isLinkReading(links) ? links : null,
    rulePages: rulePages === undefined ? null : String(rulePages).replace(/\/$/, ''),
  };
}

async function pluginsOf(path: string, given: unknown, { loader, trusted }: ConfigReading): Promise<Loaded> {
  if (given === undefined) return { plugins: [], problems: [] };
  if (!isNames(given)) {
    return { plugins: [], problems: ['must be a list of paths and packages such as ["./money.mjs"]'] };
  }
  const folder = dirname(resolve(path));
  const refusal =
    `is not loaded, for it is code that came with the articles, and ${folder} is not the working folder. ` +
    `If you trust it, give --config ${path}, or run the command in ${folder}`;
  return (loader ?? new PluginLoader()).loadAll(given, folder, trusted ? null : refusal);
}

/** Whether a file or folder is one that the configuration keeps out. A pattern for a folder holds for what is in it. */
export function isIgnored(path: string, config: ConfigFile): boolean {
  const inside = relative(dirname(resolve(config.path)), resolve(path));
  if (inside === '' || inside.startsWith('..')) return false;
  return config.ignore.some((given) => {
    const pattern = given.replace(/^\.\//, '').replace(/\/$/, '');
    return matchesGlob(inside, pattern) || matchesGlob(inside, `${pattern}/**`);
  });
}

/**
 * The nearest file of that name, looked for in a folder and in those above it.
 *
 * @param known answers of earlier calls, by folder
 */
export function findConfig(folder: string, known: Map<string, string | null>): string | null {
  const before = known.get(folder);
  if (before !== undefined) return before;
  const here = join(folder, CONFIG_NAME);
  const above = dirname(folder);
  const found = existsSync(here) ? here : above === folder ? null : findConfig(above, known);
  known.set(folder, found);
  return found;
}

function readObject(path: string, told: string): Readonly<Record<string, unknown>> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new UsageError(`${told}: ${whyUnreadable(error)}`, { cause: error });
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    const why = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ');
    throw new UsageError(`${told}: no valid JSON: ${why}`, { cause: error });
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new UsageError(`${told}: must hold an object such as ${EXAMPLE}`);
  }
  return parsed as Readonly<Record<string, unknown>>;
}

function isPatterns(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string' && /^[^!]/.test(each));
}

function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string' && each !== '');
}

function isLinkReading(value: unknown): value is LinkReading {
  return (LINK_READINGS as readonly unknown[]).includes(value);
}

function isWebAddress(value: unknown): boolean {
  return typeof value === 'string' && /^https?:$/.test(URL.parse(value)?.protocol ?? '');
}
