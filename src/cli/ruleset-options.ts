import { readFileSync } from 'node:fs';
import {
  createRuleset,
  RulesetError,
  type RuleConfig,
  type Ruleset,
  type RulesetConfig,
  type RulesetProblem,
} from '../judging/ruleset.js';
import { whyUnreadable } from './input.js';
import { UsageError } from './terminal.js';

/** What `--config` and `--rule` said. */
export interface RulesetOptions {
  readonly config?: string;
  /** As given: "numbering-gap=off". */
  readonly rule: readonly string[];
}

const SEVERITY_NAMES = 'off, note, warning or error';

/**
 * The defaults, changed by a configuration file, changed by `--rule`.
 *
 * @throws UsageError with a line per mistake, each naming the option or the file
 */
export function rulesetOf({ config, rule }: RulesetOptions): Ruleset {
  const fromFile = config === undefined ? {} : readConfig(config);
  check(fromFile, ({ path, message }) => `--config ${config}: ${path.join('.')}: ${message}`);
  const fromOptions = ruleOptions(rule);
  check({ rules: fromOptions }, ({ message }) => `--rule: ${message}`);
  const rules: Record<string, RuleConfig> = { ...fromFile.rules };
  for (const [id, { severity }] of Object.entries(fromOptions)) rules[id] = { ...rules[id], severity };
  return createRuleset({ rules });
}

function ruleOptions(given: readonly string[]): Record<string, RuleConfig> {
  return Object.fromEntries(
    given.map((each) => {
      const [, id, severity] = /^([^=]+)=(off|note|warning|error)$/i.exec(each) ?? [];
      if (!id || !severity) throw new UsageError(`--rule ${each}: write ID=SEVERITY; severities are ${SEVERITY_NAMES}`);
      return [id, { severity: severity.toUpperCase() as NonNullable<RuleConfig['severity']> }];
    }),
  );
}

function readConfig(path: string): RulesetConfig {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new UsageError(`--config ${path}: ${whyUnreadable(error)}`, { cause: error });
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    const why = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ');
    throw new UsageError(`--config ${path}: no valid JSON: ${why}`, { cause: error });
  }
  const example = '{"rules": {"numbering-gap": {"severity": "off"}}}';
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new UsageError(`--config ${path}: must hold an object such as ${example}`);
  }
  const unknown = Object.keys(parsed).filter((key) => key !== 'rules' && key !== '$schema');
  if (unknown.length > 0) {
    throw new UsageError(
      `--config ${path}: unknown key ${unknown.map((key) => `"${key}"`).join(', ')}; write ${example}`,
    );
  }
  return parsed;
}

/** @throws UsageError with a line per mistake, as `told` words it */
function check(config: RulesetConfig, told: (problem: RulesetProblem) => string): void {
  try {
    createRuleset(config);
  } catch (error) {
    if (!(error instanceof RulesetError)) throw error;
    throw new UsageError(error.problems.map(told).join('\n'), { cause: error });
  }
}
