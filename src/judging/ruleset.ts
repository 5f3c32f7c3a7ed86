import { SEVERITIES, type Severity } from './evidence.js';
import { isRecord } from './is-record.js';
import { PLUGIN_SEPARATOR, pluginOf } from './plugin.js';
import { BUILT_IN_RULES } from './rules/index.js';
import type { Rule } from './rule.js';
import { nearest } from './text/nearest.js';

/** A workspace's configuration, as a lint configuration is: what is left out keeps the rule's own default. */
export interface RulesetConfig {
  readonly rules?: Readonly<Record<string, RuleConfig>>;
  /** Rules of plugins with their versions by which its articles were judged last; none when left out. Configures nothing. */
  readonly pluginRules?: Readonly<Record<string, number>>;
}

export interface RuleConfig {
  /** 'OFF' switches the rule off. */
  readonly severity?: Severity | 'OFF';
  readonly thresholds?: Readonly<Record<string, number>>;
}

/** Which rules run, how severe each is, and its thresholds: defaults and configuration put together, and checked. */
export interface Ruleset {
  readonly rules: readonly ConfiguredRule[];
}

export interface ConfiguredRule {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly enabled: boolean;
  readonly thresholds: Readonly<Record<string, number>>;
}

/** One mistake in a configuration. */
export interface RulesetProblem {
  /** Where, as a path into the configuration: `rules.single-source.severity`. */
  readonly path: readonly string[];
  readonly message: string;
}

/** Thrown when a configuration has mistakes: all of them at once, so that they are mended in one go. */
export class RulesetError extends Error {
  readonly code = 'INVALID_RULESET';

  constructor(readonly problems: readonly RulesetProblem[]) {
    super(problems.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
    this.name = 'RulesetError';
  }
}

/**
 * The rules with their defaults and a configuration put together. The configuration may come straight from a JSON file:
 * every part of it is checked, and severities are taken in any case.
 *
 * @throws RulesetError naming every unknown rule (with the nearest known id), severity, threshold and value
 */
export function createRuleset(config: RulesetConfig = {}, rules: readonly Rule[] = BUILT_IN_RULES): Ruleset {
  const problems: RulesetProblem[] = [];
  const byId = new Map(rules.map((rule) => [rule.meta.id, rule]));
  const configs: unknown = isRecord(config) ? (config.rules ?? {}) : null;
  if (!isRecord(configs)) {
    throw new RulesetError([{ path: ['rules'], message: 'must be an object from rule ids to settings' }]);
  }
  for (const id of Object.keys(configs)) {
    if (!byId.has(id)) problems.push({ path: ['rules', id], message: unknownRule(id, [...byId.keys()]) });
  }
  const configured = rules.map((rule) => {
    const own: unknown = Object.hasOwn(configs, rule.meta.id) ? configs[rule.meta.id] : {};
    const path = ['rules', rule.meta.id];
    if (isRecord(own)) return configure(rule, own, path, problems);
    problems.push({ path, message: 'must be an object with "severity" or "thresholds"' });
    return configure(rule, {}, path, problems);
  });
  if (problems.length > 0) throw new RulesetError(problems);
  return { rules: configured };
}

function configure(
  rule: Rule,
  own: Readonly<Record<string, unknown>>,
  path: readonly string[],
  problems: RulesetProblem[],
): ConfiguredRule {
  for (const key of Object.keys(own)) {
    if (key !== 'severity' && key !== 'thresholds') {
      problems.push({ path: [...path, key], message: unknown('setting', key, ['severity', 'thresholds']) });
    }
  }
  const severity = readSeverity(own.severity, [...path, 'severity'], problems);
  return {
    rule,
    severity: severity === 'OFF' || severity === null ? rule.meta.severity : severity,
    enabled: severity !== 'OFF',
    thresholds: readThresholds(rule, own.thresholds, [...path, 'thresholds'], problems),
  };
}

function readSeverity(given: unknown, path: readonly string[], problems: RulesetProblem[]): Severity | 'OFF' | null {
  if (given === undefined) return null;
  const allowed = [...SEVERITIES, 'OFF'] as const;
  const found = allowed.find((severity) => typeof given === 'string' && severity === given.toUpperCase());
  if (found) return found;
  problems.push({ path, message: unknown('severity', String(given), allowed) });
  return null;
}

function readThresholds(
  rule: Rule,
  given: unknown,
  path: readonly string[],
  problems: RulesetProblem[],
): Readonly<Record<string, number>> {
  const known = rule.meta.thresholds ?? {};
  const values = Object.fromEntries(Object.entries(known).map(([name, threshold]) => [name, threshold.default]));
  if (given === undefined) return values;
  if (!isRecord(given)) {
    problems.push({ path, message: 'must be an object from threshold names to numbers' });
    return values;
  }
  for (const [name, value] of Object.entries(given)) {
    const threshold = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!threshold) {
      problems.push({ path: [...path, name], message: unknown('threshold', name, Object.keys(known)) });
    } else if (typeof value !== 'number' || !(value >= threshold.min && value <= threshold.max)) {
      const message = `${JSON.stringify(value)} is not a number from ${threshold.min} to ${threshold.max}`;
      problems.push({ path: [...path, name], message });
    } else values[name] = value;
  }
  return values;
}

function unknownRule(id: string, known: readonly string[]): string {
  const plugin = pluginOf(id);
  if (plugin === null) return unknown('rule', id, known);
  const own = known.filter((each) => each.startsWith(`${plugin}${PLUGIN_SEPARATOR}`));
  if (own.length > 0) return unknown('rule', id, own);
  return `there is no rule "${id}": no plugin called "${plugin}" is loaded; name its module under "plugins", with --plugin, or for a server in OBELUS_PLUGINS`;
}

function unknown(what: string, given: string, known: readonly string[]): string {
  const close = nearest(given, known);
  if (known.length === 0) return `there is no ${what} "${given}": there are none here`;
  return `there is no ${what} "${given}"${close ? `; did you mean "${close}"?` : `: one of ${known.join(', ')}`}`;
}
