import { Injectable } from '@nestjs/common';
import { batched, type RequestContext } from '../graphql/request-context.js';
import { WorkspaceLoader } from '../workspaces/workspace.loader.js';
import type { Rule } from './finding.type.js';

/** The rules as the caller's workspace has configured them. */
@Injectable()
export class RuleLoader {
  constructor(private readonly workspaces: WorkspaceLoader) {}

  all(context: RequestContext): Promise<readonly Rule[]> {
    return batched<string, readonly Rule[]>(context, 'rules', async () => {
      const { rules } = await this.workspaces.ruleset(context);
      const all = rules.map(({ rule: { meta }, severity, enabled }): Rule => ({
        id: meta.id,
        title: meta.title,
        description: meta.description,
        severity,
        enabled,
        bearings: [...meta.bearings],
        version: meta.version,
      }));
      return [all];
    }).load('all');
  }

  /** @throws Error for a rule that this version of the program does not have */
  async byId(context: RequestContext, id: string): Promise<Rule> {
    const rule = (await this.all(context)).find((each) => each.id === id);
    if (!rule) throw new Error(`a finding names the rule "${id}", which this version does not have`);
    return rule;
  }
}
