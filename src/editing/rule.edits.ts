import { Inject, Injectable } from '@nestjs/common';
import type { UserErrorData } from '../graphql/user-error.js';
import { createRuleset, RulesetError, type RuleConfig, type RulesetConfig } from '../judging/ruleset.js';
import { installedRules } from '../plugins/installed-rules.js';
import { lockRuleset, setRuleset } from '../workspaces/workspace.repository.js';
import { Editing, type EditorViewer, type Outcome } from './editing.js';
import { Ripples } from './ripples.js';
import type { ConfigureRuleInput } from './source.type.js';
import { fault, UserFault } from './user-fault.js';

/** Changes of how the rules run in a workspace. */
@Injectable()
export class RuleEdits {
  constructor(
    @Inject(Editing) private readonly editing: Editing,
    @Inject(Ripples) private readonly ripples: Ripples,
  ) {}

  configure(viewer: EditorViewer, input: ConfigureRuleInput): Promise<Outcome<{ ruleId: string; jobId: string }>> {
    const { workspaceId } = viewer;
    return this.editing.transact(viewer, 'configureRule', async (connection) => {
      const before = await lockRuleset(connection, workspaceId);
      const own = before.rules?.[input.ruleId] ?? {};
      const config = configured(own, input);
      const after: RulesetConfig = { ...before, rules: { ...before.rules, [input.ruleId]: config } };
      checkRuleset({ rules: { [input.ruleId]: config } });
      await setRuleset(connection, workspaceId, after);
      const jobId = await this.ripples.start(connection, viewer, {
        of: 'rules',
        happening: {
          kind: 'rule.configured',
          subjectType: 'Workspace',
          subjectId: workspaceId,
          before: { rule: input.ruleId, ...own },
          after: { rule: input.ruleId, ...config },
        },
      });
      return { ruleId: input.ruleId, jobId };
    });
  }
}

function configured(own: RuleConfig, { severity, enabled, thresholds }: ConfigureRuleInput): RuleConfig {
  if (severity === undefined && enabled === undefined && thresholds === undefined) {
    throw fault('EMPTY', 'say what to change: severity, enabled or thresholds', 'ruleId');
  }
  const wasOff = own.severity === 'OFF';
  const chosen = severity === undefined ? (wasOff ? null : (own.severity ?? null)) : severity;
  const off = enabled === undefined || enabled === null ? wasOff && !severity : !enabled;
  const limits = thresholds === undefined ? own.thresholds : ((thresholds ?? undefined) as RuleConfig['thresholds']);
  return {
    ...(off ? { severity: 'OFF' as const } : chosen ? { severity: chosen } : {}),
    ...(limits === undefined ? {} : { thresholds: limits }),
  };
}

/** @throws UserFault for an unknown rule or threshold, and for a value out of bounds */
function checkRuleset(config: RulesetConfig): void {
  try {
    createRuleset(config, installedRules());
  } catch (error) {
    if (!(error instanceof RulesetError)) throw error;
    const [first, ...more] = error.problems.map(({ path, message }): UserErrorData => ({
      code: path.length === 2 ? 'NOT_FOUND' : 'INVALID_INPUT',
      message,
      field: path.length === 2 ? ['ruleId'] : path.slice(2).map(String),
    }));
    throw first ? new UserFault(first, ...more) : error;
  }
}
