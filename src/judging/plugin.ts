import { isRecord } from './is-record.js';
import type { Rule } from './rule.js';
import { KEBAB, ruleProblems } from './rule-check.js';

/** What is put between the name of a plugin and the id of its rule. No id of a built-in rule has it. */
export const PLUGIN_SEPARATOR = '/';

/** Rules from outside the program: the default export of a plugin's module. */
export interface Plugin {
  readonly meta: PluginMeta;
  /** Their ids are their own: the program puts the plugin's name before them. In the order in which they are asked. */
  readonly rules: readonly Rule[];
}

export interface PluginMeta {
  /** kebab-case, stable for ever: its rules are known as `name/id`. */
  readonly name: string;
  /** Of the plugin, as in its package.json: "1.2.0". */
  readonly version: string;
}

/** One mistake in what a plugin exports. */
export interface PluginProblem {
  /** Where: `rules[0].meta.severity`. */
  readonly place: string;
  /** What is wrong, and what is allowed. */
  readonly message: string;
}

/** Thrown for a module whose default export is no plugin: all mistakes at once, so that they are mended in one go. */
export class PluginError extends Error {
  readonly code = 'INVALID_PLUGIN';

  constructor(readonly problems: readonly PluginProblem[]) {
    super(problems.map(({ place, message }) => `${place}: ${message}`).join('\n'));
    this.name = 'PluginError';
  }
}

const EXAMPLE = '{ meta: { name: "money", version: "1.0.0" }, rules: [rule] }';

/**
 * A plugin whose rules have ids that meet no others: "amount" of "money" becomes "money/amount".
 *
 * @param given the default export of a module: anything
 * @throws PluginError with every mistake
 */
export function pluginFrom(given: unknown): Plugin {
  if (!isRecord(given)) {
    throw new PluginError([{ place: 'default export', message: `must be an object such as ${EXAMPLE}` }]);
  }
  const problems = [...metaProblems(given.meta), ...rulesProblems(given.rules)];
  if (problems.length > 0) throw new PluginError(problems);
  const { meta, rules } = given as unknown as Plugin;
  return { meta: { name: meta.name, version: meta.version }, rules: rules.map((rule) => named(rule, meta.name)) };
}

/** The plugin that a rule's id names; null for a built-in rule. */
export function pluginOf(id: string): string | null {
  const end = id.indexOf(PLUGIN_SEPARATOR);
  return end < 0 ? null : id.slice(0, end);
}

function named(rule: Rule, plugin: string): Rule {
  const full = (id: string): string => `${plugin}${PLUGIN_SEPARATOR}${id}`;
  const { id, replaces } = rule.meta;
  const meta = { ...rule.meta, id: full(id), ...(replaces === undefined ? {} : { replaces: full(replaces) }) };
  // The rule may be of a class: its methods want their own object.
  if (rule.scope === 'article') return { scope: 'article', meta, judge: (context) => rule.judge(context) };
  return {
    scope: 'claim',
    meta,
    judge: (claim, context) => rule.judge(claim, context),
    ...(rule.dueAt ? { dueAt: (claim, context) => rule.dueAt!(claim, context) } : {}),
  };
}

function metaProblems(meta: unknown): PluginProblem[] {
  if (!isRecord(meta)) return [{ place: 'meta', message: 'must be an object with "name" and "version"' }];
  const problems: PluginProblem[] = [];
  if (typeof meta.name !== 'string' || !KEBAB.test(meta.name)) {
    problems.push({ place: 'meta.name', message: 'must be a name in kebab-case such as "money"' });
  }
  if (typeof meta.version !== 'string' || meta.version.trim() === '') {
    problems.push({ place: 'meta.version', message: 'must be the version of the plugin, such as "1.0.0"' });
  }
  return problems;
}

function rulesProblems(rules: unknown): PluginProblem[] {
  if (!Array.isArray(rules) || rules.length === 0) {
    return [{ place: 'rules', message: 'must be a list of at least one rule' }];
  }
  const all: readonly unknown[] = rules;
  const ids = all.map(idOf);
  return all.flatMap((rule, i) => {
    const place = `rules[${i}]`;
    const own = ruleProblems(rule).map((each) => ({
      place: each.place === '' ? place : `${place}.${each.place}`,
      message: each.message,
    }));
    const first = ids.indexOf(ids[i]!);
    if (ids[i] !== null && first < i) {
      own.push({
        place: `${place}.meta.id`,
        message: `"${ids[i]}" is the id of rules[${first}], too; each needs its own`,
      });
    }
    return own.length > 0 ? own : replacingProblems(rule as Rule, all.slice(i + 1), place);
  });
}

/** The milder rule must be asked afterwards, and about the same claims when something changes. */
function replacingProblems({ meta }: Rule, later: readonly unknown[], place: string): PluginProblem[] {
  if (meta.replaces === undefined) return [];
  const milder = later.find((rule) => idOf(rule) === meta.replaces) as Rule | undefined;
  if (!milder) {
    return [
      {
        place: `${place}.meta.replaces`,
        message: `no later rule of this plugin has the id "${meta.replaces}"; list it after`,
      },
    ];
  }
  const reads = (rule: Rule): string => [...rule.meta.reads].sort().join(', ');
  if (!Array.isArray(milder.meta.reads) || reads(milder) === reads({ meta } as Rule)) return [];
  return [{ place: `${place}.meta.reads`, message: `must be as those of "${meta.replaces}", which it replaces` }];
}

function idOf(rule: unknown): string | null {
  const id = isRecord(rule) && isRecord(rule.meta) ? rule.meta.id : null;
  return typeof id === 'string' ? id : null;
}
