import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { OwnerConnection } from '../database/owner-connection.js';
import { pluginVersions } from '../plugins/installed-rules.js';
import { lockRuleset, setRuleset } from '../workspaces/workspace.repository.js';
import { Ripples } from './ripples.js';

/** Workspaces whose articles were judged by other rules of plugins than this process has; all workspaces are seen by the owner. */
export async function workspacesJudgedOtherwise(owner: OwnerConnection): Promise<string[]> {
  const rows = await owner.query<{ id: string }>(
    `SELECT id FROM workspace WHERE coalesce(ruleset -> 'pluginRules', '{}') <> $1::jsonb ORDER BY id`,
    [JSON.stringify(pluginVersions())],
  );
  return rows.map(({ id }) => id);
}

/** Sees to it that articles are judged by the rules that there are: plugins come, go, and get other versions. */
@Injectable()
export class RuleChanges {
  private readonly log = new Logger(RuleChanges.name);

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Ripples) private readonly ripples: Ripples,
  ) {}

  /** Does so for several. What fails in one is logged, and tried again at the next start. */
  async adoptIn(workspaceIds: readonly string[]): Promise<void> {
    for (const workspaceId of workspaceIds) {
      try {
        const jobId = await this.adopt(workspaceId);
        if (jobId) this.log.log(`workspace ${workspaceId}: its rules of plugins are others now; all is judged again`);
      } catch (error) {
        this.log.error(
          `workspace ${workspaceId} is not judged by the rules that there are now`,
          error instanceof Error ? error.stack : error,
        );
      }
    }
  }

  /**
   * Has all articles of a workspace judged again when its rules of plugins are others than at the last time. Several processes
   * that start at once ask for it once.
   *
   * @returns the job's id; null when nothing has changed
   */
  adopt(workspaceId: string): Promise<string | null> {
    const now = pluginVersions();
    return this.database.withWorkspace({ workspaceId }, async (connection) => {
      const ruleset = await lockRuleset(connection, workspaceId);
      const before = ruleset.pluginRules ?? {};
      if (isDeepStrictEqual(before, now)) return null;
      await setRuleset(connection, workspaceId, { ...ruleset, pluginRules: now });
      return this.ripples.start(
        connection,
        { workspaceId, memberId: null },
        {
          of: 'rules',
          happening: {
            kind: 'rules.changed',
            subjectType: 'Workspace',
            subjectId: workspaceId,
            before: { pluginRules: before },
            after: { pluginRules: now },
          },
        },
      );
    });
  }
}
