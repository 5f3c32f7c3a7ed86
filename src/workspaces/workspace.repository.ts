import type { WorkspaceConnection } from '../database/workspace-connection.js';
import type { RulesetConfig } from '../judging/ruleset.js';

/** What a workspace judges all its articles by. */
export interface JudgingSettings {
  /** The configuration of the rules. */
  readonly ruleset: RulesetConfig;
  /** Whether it has captured any text of a source. */
  readonly keepsSnapshots: boolean;
}

/** @param hold keeps it as it is until the transaction ends: whoever changes it waits, and then sees what was written */
export async function judgingSettingsOf(
  connection: WorkspaceConnection,
  workspaceId: string,
  hold: 'hold' | 'look' = 'look',
): Promise<JudgingSettings> {
  const [row] = await connection.query<JudgingSettings>(
    `SELECT ruleset, keeps_snapshots AS "keepsSnapshots" FROM workspace
     WHERE id = $1${hold === 'hold' ? ' FOR SHARE' : ''}`,
    [workspaceId],
  );
  if (!row) throw new Error(`there is no workspace ${workspaceId}`);
  return row;
}

/**
 * Says that the workspace keeps texts of sources from now on.
 *
 * @returns whether it did not before: then every article is to be judged again
 */
export async function beginSnapshots(connection: WorkspaceConnection, workspaceId: string): Promise<boolean> {
  const rows = await connection.query(
    'UPDATE workspace SET keeps_snapshots = true WHERE id = $1 AND NOT keeps_snapshots RETURNING 1',
    [workspaceId],
  );
  return rows.length > 0;
}

/** The same, to be changed: whoever judges by it meanwhile waits. */
export async function lockRuleset(connection: WorkspaceConnection, workspaceId: string): Promise<RulesetConfig> {
  const [row] = await connection.query<{ ruleset: RulesetConfig }>(
    'SELECT ruleset FROM workspace WHERE id = $1 FOR NO KEY UPDATE',
    [workspaceId],
  );
  if (!row) throw new Error(`there is no workspace ${workspaceId}`);
  return row.ruleset;
}

export async function setRuleset(
  connection: WorkspaceConnection,
  workspaceId: string,
  ruleset: RulesetConfig,
): Promise<void> {
  await connection.query('UPDATE workspace SET ruleset = $2 WHERE id = $1', [workspaceId, ruleset]);
}

/** Whether there is such a workspace. */
export async function isWorkspace(connection: WorkspaceConnection, workspaceId: string): Promise<boolean> {
  return (await connection.query('SELECT 1 FROM workspace WHERE id = $1', [workspaceId])).length > 0;
}

/** Whether somebody is a member of the workspace, and was not removed. */
export async function isMember(connection: WorkspaceConnection, workspaceId: string, id: string): Promise<boolean> {
  const rows = await connection.query(
    'SELECT 1 FROM member WHERE workspace_id = $1 AND id = $2 AND removed_at IS NULL',
    [workspaceId, id],
  );
  return rows.length > 0;
}
