import { ruleDocumentation } from '../judging/documentation.js';
import type { Rule } from '../judging/rule.js';
import { BUILT_IN_RULES } from '../judging/rules/index.js';
import { nearest } from '../judging/text/nearest.js';
import { shorten } from './layout.js';
import { UsageError, type Terminal } from './terminal.js';

export interface RulesOptions {
  readonly format: 'pretty' | 'json';
}

/**
 * Lists the rules with their defaults, or explains one.
 *
 * @throws UsageError for an unknown id, with the nearest known one
 */
export function rules(id: string | undefined, { format }: RulesOptions, terminal: Terminal): void {
  const chosen = id === undefined ? BUILT_IN_RULES : [ruleCalled(id)];
  if (format === 'json') terminal.out(JSON.stringify({ rules: chosen.map(described) }, null, 2));
  else if (id !== undefined) for (const rule of chosen) terminal.out(rulePage(rule));
  else for (const rule of chosen) terminal.out(line(rule, terminal.width));
}

function ruleCalled(id: string): Rule {
  const found = BUILT_IN_RULES.find(({ meta }) => meta.id === id);
  if (found) return found;
  const ids = BUILT_IN_RULES.map(({ meta }) => meta.id);
  const close = nearest(id, ids);
  throw new UsageError(
    `no rule is called "${id}"${close ? `; did you mean "${close}"?` : ''} "obelus rules" lists them`,
  );
}

const line = ({ meta }: Rule, width: number): string =>
  shorten(`${meta.id.padEnd(24)} ${meta.severity.toLowerCase().padEnd(8)} ${meta.title}`, Math.max(60, width));

/** The page as in docs/rules, without the remark that it is generated. */
export function rulePage(rule: Rule): string {
  return ruleDocumentation(rule)
    .replace(/^<!--.*-->\s*/, '')
    .trimEnd();
}

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
