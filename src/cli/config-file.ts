import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, matchesGlob, relative, resolve } from 'node:path';
import { createRuleset, RulesetError, type RuleConfig, type RulesetConfig } from '../judging/ruleset.js';
import { nearest } from '../judging/text/nearest.js';
import { whyUnreadable } from './input.js';
import { CONFIG_NAME } from './names.js';
import { UsageError } from './terminal.js';

/** A configuration file, checked. */
export interface ConfigFile {
  readonly path: string;
  readonly rules: Readonly<Record<string, RuleConfig>>;
  /** Patterns of files and folders that are not read, relative to the file's folder. */
  readonly ignore: readonly string[];
  /** Where the pages of rules are served, without a slash at the end; null when it does not say. */
  readonly rulePages: string | null;
}

/** Every key that a file may have. `$schema` is for editors alone. */
export const CONFIG_KEYS = ['$schema', 'rules', 'ignore', 'rulePages'] as const;

const EXAMPLE = '{"rules": {"numbering-gap": {"severity": "off"}}}';

/**
 * Reads and checks a file.
 *
 * @param told what the file is called in messages
 * @throws UsageError with a line per mistake: where it is, what is wrong, and what is allowed
 */
export function readConfigFile(path: string, told: string = path): ConfigFile {
  const given = readObject(path, told);
  const problems: string[] = [];
  for (const key of Object.keys(given)) {
    if ((CONFIG_KEYS as readonly string[]).includes(key)) continue;
    const close = nearest(key, CONFIG_KEYS);
    const hint = close ? `did you mean "${close}"?` : `known are ${CONFIG_KEYS.join(', ')}`;
    problems.push(`unknown key "${key}"; ${hint} An example: ${EXAMPLE}`);
  }
  const { rules, ignore, rulePages } = given;
  if (rules === null) problems.push('rules: must be an object from rule ids to settings');
  try {
    createRuleset({ rules } as RulesetConfig);
  } catch (error) {
    if (!(error instanceof RulesetError)) throw error;
    problems.push(...error.problems.map((each) => `${each.path.join('.')}: ${each.message}`));
  }
  if (ignore !== undefined && !isPatterns(ignore)) {
    problems.push('ignore: must be a list of patterns such as ["drafts/**"]; none is empty or begins with "!"');
  }
  if (rulePages !== undefined && !isWebAddress(rulePages)) {
    problems.push('rulePages: must be an http address such as "https://obelus.example/docs/rules"');
  }
  if (problems.length > 0) throw new UsageError(problems.map((problem) => `${told}: ${problem}`).join('\n'));
  return {
    path,
    rules: (rules ?? {}) as ConfigFile['rules'],
    ignore: (ignore ?? []) as readonly string[],
    rulePages: rulePages === undefined ? null : String(rulePages).replace(/\/$/, ''),
  };
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

function isWebAddress(value: unknown): boolean {
  return typeof value === 'string' && /^https?:$/.test(URL.parse(value)?.protocol ?? '');
}
