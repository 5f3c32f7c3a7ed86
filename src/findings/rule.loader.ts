import { Injectable } from '@nestjs/common';
import { batched, type RequestContext } from '../graphql/request-context.js';
import { pluginOf } from '../judging/plugin.js';
import type { Rule as JudgingRule } from '../judging/rule.js';
import type { ConfiguredRule } from '../judging/ruleset.js';
import { installedRule, installedRules } from '../plugins/installed-rules.js';
import { WorkspaceLoader } from '../workspaces/workspace.loader.js';
import type { Rule } from './finding.type.js';

const toRule = ({ meta }: JudgingRule): Rule => ({
  id: meta.id,
  title: meta.title,
  description: meta.description,
  bearings: [...meta.bearings],
  version: meta.version,
});

/** What is left to say of a rule whose plugin this server was not started with, and which findings still name. */
const absent = (id: string): Rule => ({
  id,
  title: `A rule of the plugin "${pluginOf(id)}", which this server does not have`,
  description:
    'The server was started without the plugin that brought it. What it found goes when its article is judged again.',
  bearings: [],
  version: 0,
});

/** The rules, and how the caller's workspace has configured them. */
@Injectable()
export class RuleLoader {
  constructor(private readonly workspaces: WorkspaceLoader) {}

  all(): readonly Rule[] {
    return installedRules().map(toRule);
  }

  /** @throws Error for a rule that this version of the program does not have */
  byId(id: string): Rule {
    const rule = installedRule(id);
    if (rule) return toRule(rule);
    if (pluginOf(id) !== null) return absent(id);
    throw new Error(`a finding names the rule "${id}", which this version does not have`);
  }

  /** What the workspace may have changed of a rule: read only when it is asked for. */
  async configured(context: RequestContext, rule: Rule): Promise<Pick<ConfiguredRule, 'severity' | 'enabled'>> {
    const byId = await batched<string, ReadonlyMap<string, ConfiguredRule>>(context, 'ruleset', async () => {
      const { rules } = await this.workspaces.ruleset(context);
      return [new Map(rules.map((each) => [each.rule.meta.id, each]))];
    }).load('ruleset');
    const configured = byId.get(rule.id);
    if (!configured && pluginOf(rule.id) !== null) return { severity: 'NOTE', enabled: false };
    if (!configured) throw new Error(`the ruleset lacks the rule "${rule.id}"`);
    return configured;
  }
}
