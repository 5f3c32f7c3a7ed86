import { createHash } from 'node:crypto';
import { pluginOf } from '../judging/plugin.js';
import type { Rule } from '../judging/rule.js';
import { BUILT_IN_RULES } from '../judging/rules/index.js';
import { createRuleset, RulesetError, type RulesetConfig, type Ruleset } from '../judging/ruleset.js';
import { nameClashes, PluginLoader, PluginLoadError, rulesWith, type LoadedPlugin } from './load-plugins.js';

/*
 * What a process judges by is decided once, when it starts, before it reads or answers anything. A loaded module cannot be
 * taken back, so there is one such list in a process, and one in each of its threads.
 */
let rules: readonly Rule[] = BUILT_IN_RULES;
let byId = idsOf(rules);
let plugins: readonly LoadedPlugin[] = [];
let fingerprint = fingerprintOf(rules);

/** The built-in rules, and behind them those of the plugins that the process was started with. */
export const installedRules = (): readonly Rule[] => rules;

/** One of them; null when there is none of this id. */
export const installedRule = (id: string): Rule | null => byId.get(id) ?? null;

export const installedPlugins = (): readonly LoadedPlugin[] => plugins;

/**
 * Loads the plugins by which this process, or thread, judges from now on. Call it before anything is judged.
 *
 * @param given paths, or names of packages; the same list again changes nothing
 * @param folder what paths are relative to, and where packages are looked for
 * @throws PluginLoadError with a line per mistake: a server that left a rule out would pass what it should stop
 */
export async function installPlugins(given: readonly string[], folder: string): Promise<void> {
  const { plugins: loaded, problems } = await new PluginLoader().loadAll(given, folder);
  const told = [...problems, ...nameClashes(loaded)];
  if (told.length > 0) throw new PluginLoadError(told.map((line) => `OBELUS_PLUGINS: ${line}`).join('\n'));
  plugins = loaded;
  rules = rulesWith(loaded);
  byId = idsOf(rules);
  fingerprint = fingerprintOf(rules);
}

function idsOf(all: readonly Rule[]): ReadonlyMap<string, Rule> {
  return new Map(all.map((rule) => [rule.meta.id, rule]));
}

/**
 * A workspace's rules. What its configuration says of a plugin that this process lacks, or of a rule or threshold that the
 * plugin no longer has, is passed over and kept where it is stored: it holds again when the plugin is back.
 *
 * @throws RulesetError when the configuration of a built-in rule is wrong
 */
export function rulesetOf(config: RulesetConfig): Ruleset {
  const known = rulesets.get(config);
  if (known?.rules === rules) return known.ruleset;
  const ruleset = madeOf(config);
  rulesets.set(config, { rules, ruleset });
  return ruleset;
}

/** By what was read: of changes that are judged on one reading, each would put the same together. */
const rulesets = new WeakMap<RulesetConfig, { readonly rules: readonly Rule[]; readonly ruleset: Ruleset }>();

function madeOf(config: RulesetConfig): Ruleset {
  try {
    return createRuleset(config, rules);
  } catch (error) {
    if (!(error instanceof RulesetError)) throw error;
    const wrong = new Set(error.problems.map(({ path }) => path[1]).filter((id) => id && pluginOf(id) !== null));
    if (wrong.size === 0) throw error;
    const kept = Object.entries(config.rules ?? {}).filter(([id]) => !wrong.has(id));
    return createRuleset({ rules: Object.fromEntries(kept) }, rules);
  }
}

/** The rules of plugins with their versions, by id: what articles were judged by. */
export const pluginVersions = (): Readonly<Record<string, number>> =>
  Object.fromEntries(
    plugins.flatMap(({ plugin }) => plugin.rules.map(({ meta }) => [meta.id, meta.version] as const)).toSorted(),
  );

/** Tells two processes apart that do not judge by the same rules: eight hexadecimal digits of ids and versions. */
export const rulesFingerprint = (): string => fingerprint;

function fingerprintOf(all: readonly Rule[]): string {
  const known = all.map(({ meta }) => `${meta.id}@${meta.version}`).sort();
  return createHash('sha256').update(known.join('\n')).digest('hex').slice(0, 8);
}

/** For people who start a process with plugins; null without any. */
export function describedRules(): string | null {
  if (plugins.length === 0) return null;
  const names = plugins.map(({ plugin: { meta } }) => `${meta.name} ${meta.version}`).join(', ');
  return `Rules: ${BUILT_IN_RULES.length} built in, ${rules.length - BUILT_IN_RULES.length} of plugins (${names}); fingerprint ${rulesFingerprint()}`;
}
