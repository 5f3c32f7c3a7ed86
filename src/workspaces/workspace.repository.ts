import type { WorkspaceConnection } from '../database/workspace-connection.js';
import type { RulesetConfig } from '../judging/ruleset.js';

/** What a workspace judges all its articles by. */
export interface JudgingSettings {
  /** The configuration of the rules. */
  readonly ruleset: RulesetConfig;
  /** Whether it has captured any text of a source. */
  readonly keepsSnapshots: boolean;
}

/**
 * Holds what a workspace judges by until the transaction ends, by a lock and not by its row: all its writers would have to
 * write into that, and on a distributed database into each node's copy, waiting for those of all other workspaces.
 */
async function lockSettings(
  connection: WorkspaceConnection,
  workspaceId: string,
  why: 'to judge by them' | 'to change them',
): Promise<void> {
  const shared = why === 'to judge by them' ? '_shared' : '';
  await connection.query(`SELECT pg_advisory_xact_lock${shared}(hashtextextended($1, 0))`, [
    `settings of ${workspaceId}`,
  ]);
}

/** @param hold keeps it as it is until the transaction ends: whoever changes it waits, and then sees what was written */
export async function judgingSettingsOf(
  connection: WorkspaceConnection,
  workspaceId: string,
  hold: 'hold' | 'look' = 'look',
): Promise<JudgingSettings> {
  const [, [row]] = await Promise.all([
    hold === 'hold' ? lockSettings(connection, workspaceId, 'to judge by them') : null,
    connection.queryPrepared<JudgingSettings>(
      'SELECT ruleset, keeps_snapshots AS "keepsSnapshots" FROM workspace WHERE id = $1',
      [workspaceId],
    ),
  ]);
  if (!row) throw new Error(`there is no workspace ${workspaceId}`);
  return row;
}

/**
 * Says that the workspace keeps texts of sources from now on.
 *
 * @returns whether it did not before: then every article is to be judged again
 */
export async function beginSnapshots(connection: WorkspaceConnection, workspaceId: string): Promise<boolean> {
  // It is never taken back: most captures need no lock, which would wait for all that is judged.
  if ((await judgingSettingsOf(connection, workspaceId)).keepsSnapshots) return false;
  await lockSettings(connection, workspaceId, 'to change them');
  const rows = await connection.query(
    'UPDATE workspace SET keeps_snapshots = true WHERE id = $1 AND NOT keeps_snapshots RETURNING 1',
    [workspaceId],
  );
  return rows.length > 0;
}

/** The same, to be changed: whoever judges by it meanwhile waits. */
export async function lockRuleset(connection: WorkspaceConnection, workspaceId: string): Promise<RulesetConfig> {
  const [, [row]] = await Promise.all([
    lockSettings(connection, workspaceId, 'to change them'),
    connection.query<{ ruleset: RulesetConfig }>('SELECT ruleset FROM workspace WHERE id = $1', [workspaceId]),
  ]);
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
