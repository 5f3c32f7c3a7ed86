import type { Severity } from './evidence.js';
import type { Rule } from './rule.js';

/** A workspace's configuration, as a lint configuration is: what is left out keeps the rule's own default. */
export interface RulesetConfig {
  readonly rules?: Readonly<Record<string, RuleConfig>>;
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
