import { Injectable } from '@nestjs/common';
import { batched, type RequestContext } from '../graphql/request-context.js';
import { BUILT_IN_RULES } from '../judging/rules/index.js';
import type { ConfiguredRule } from '../judging/ruleset.js';
import { WorkspaceLoader } from '../workspaces/workspace.loader.js';
import type { Rule } from './finding.type.js';

const RULES: readonly Rule[] = BUILT_IN_RULES.map(({ meta }) => ({
  id: meta.id,
  title: meta.title,
  description: meta.description,
  bearings: [...meta.bearings],
  version: meta.version,
}));
const BY_ID = new Map(RULES.map((rule) => [rule.id, rule]));

/** The rules, and how the caller's workspace has configured them. */
@Injectable()
export class RuleLoader {
  constructor(private readonly workspaces: WorkspaceLoader) {}

  all(): readonly Rule[] {
    return RULES;
  }

  /** @throws Error for a rule that this version of the program does not have */
  byId(id: string): Rule {
    const rule = BY_ID.get(id);
    if (!rule) throw new Error(`a finding names the rule "${id}", which this version does not have`);
    return rule;
  }

  /** What the workspace may have changed of a rule: read only when it is asked for. */
  async configured(context: RequestContext, rule: Rule): Promise<Pick<ConfiguredRule, 'severity' | 'enabled'>> {
    const byId = await batched<string, ReadonlyMap<string, ConfiguredRule>>(context, 'ruleset', async () => {
      const { rules } = await this.workspaces.ruleset(context);
      return [new Map(rules.map((each) => [each.rule.meta.id, each]))];
    }).load('ruleset');
    const configured = byId.get(rule.id);
    if (!configured) throw new Error(`the ruleset lacks the rule "${rule.id}"`);
    return configured;
  }
}
