import type { Rule } from '../judging/rule.js';
import { pluginOf } from '../judging/plugin.js';
import { nearest } from '../judging/text/nearest.js';
import { rulePage } from '../reporting/sarif.js';
import { shorten } from './layout.js';
import { rulesWith } from '../plugins/load-plugins.js';
import { sharedPlugins } from './plugins.js';
import { UsageError, type Terminal } from './terminal.js';

export interface RulesOptions {
  /** Modules with further rules, as `obelus check --plugin` takes them. */
  readonly plugin: readonly string[];
  readonly format: 'pretty' | 'json';
}

/**
 * Lists the rules with their defaults, those of plugins too, or explains one.
 *
 * @throws UsageError for an unknown id, with the nearest known one, and for a plugin that cannot be loaded
 */
export async function rules(id: string | undefined, options: RulesOptions, terminal: Terminal): Promise<void> {
  const { format } = options;
  const all = rulesWith(await sharedPlugins(options.plugin));
  const chosen = id === undefined ? all : [ruleCalled(id, all)];
  if (format === 'json') terminal.out(JSON.stringify({ rules: chosen.map(described) }, null, 2));
  else if (id !== undefined) for (const rule of chosen) terminal.out(rulePage(rule));
  else {
    const longest = Math.max(24, ...chosen.map(({ meta }) => meta.id.length));
    for (const rule of chosen) terminal.out(line(rule, longest, terminal.width));
  }
}

function ruleCalled(id: string, rules: readonly Rule[]): Rule {
  const found = rules.find(({ meta }) => meta.id === id);
  if (found) return found;
  const close = nearest(
    id,
    rules.map(({ meta }) => meta.id),
  );
  const hint = close ? `; did you mean "${close}"?` : pluginOf(id) === null ? '' : '; name its plugin with --plugin.';
  throw new UsageError(`no rule is called "${id}"${hint} "obelus rules" lists them`);
}

const line = ({ meta }: Rule, longest: number, width: number): string =>
  shorten(`${meta.id.padEnd(longest)} ${meta.severity.toLowerCase().padEnd(8)} ${meta.title}`, Math.max(60, width));

/** Where a server shows the page of a rule; null when nobody said, and for the rules of plugins, which it does not know. */
export const rulePageAt = (rulePages: string | null, id: string): string | null =>
  rulePages === null || pluginOf(id) !== null ? null : `${rulePages}/${id}`;

const described = ({ meta, scope }: Rule): object => ({
  id: meta.id,
  title: meta.title,
  description: meta.description,
  remedy: meta.remedy,
  scope,
  severity: meta.severity.toLowerCase(),
  bearings: meta.bearings,
  reads: meta.reads,
  thresholds: meta.thresholds ?? {},
  version: meta.version,
});
