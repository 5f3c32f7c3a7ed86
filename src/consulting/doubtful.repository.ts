import type { Database } from '../database/database.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';

/** A citation whose comparison leaves doubt. UUIDs. */
export interface Doubtful {
  readonly workspaceId: string;
  readonly citationId: string;
}

/** So often it is tried to ask about a citation. */
const ATTEMPTS = 5;

/**
 * Takes citations about which the second judge is to be asked, in whatever workspace. Who does not settle them by `leaseSeconds`
 * leaves them to others.
 */
export const takeDoubtful = (
  database: Database,
  { at, atMost, leaseSeconds }: { readonly at: Date; readonly atMost: number; readonly leaseSeconds: number },
): Promise<Doubtful[]> =>
  database.outsideWorkspaces<Doubtful>(
    'SELECT workspace_id AS "workspaceId", citation_id AS "citationId" FROM take_doubtful($1, $2, $3)',
    [at, atMost, leaseSeconds],
  );

/**
 * Nothing more is to be asked about a citation, until it is compared again.
 *
 * @param madeFrom of the comparison that was asked about: one that was made since has doubts of its own; null: there was none
 */
export async function settleDoubt(
  connection: WorkspaceConnection,
  { workspaceId, citationId }: Doubtful,
  madeFrom: string | null,
): Promise<void> {
  await connection.query(
    `UPDATE citation_comparison SET judge_due_at = NULL
     WHERE workspace_id = $1 AND citation_id = $2 AND judge_due_at IS NOT NULL AND made_from = $3`,
    [workspaceId, citationId, madeFrom],
  );
}

/** What a citation's comparison was made from; null: there is none. */
export async function comparedFrom(
  connection: WorkspaceConnection,
  { workspaceId, citationId }: Doubtful,
): Promise<string | null> {
  const [row] = await connection.query<{ madeFrom: string }>(
    'SELECT made_from AS "madeFrom" FROM citation_comparison WHERE workspace_id = $1 AND citation_id = $2',
    [workspaceId, citationId],
  );
  return row?.madeFrom ?? null;
}

/** Puts a citation back as it was. */
export async function putBack(
  connection: WorkspaceConnection,
  { workspaceId, citationId }: Doubtful,
  at: Date,
): Promise<void> {
  await connection.query(
    `UPDATE citation_comparison SET judge_due_at = $3
     WHERE workspace_id = $1 AND citation_id = $2 AND judge_due_at IS NOT NULL`,
    [workspaceId, citationId, at],
  );
}

/** Puts it off after an attempt in vain: two minutes, then twice as long each time; after five it is given up. */
export async function postponeDoubt(
  connection: WorkspaceConnection,
  { workspaceId, citationId }: Doubtful,
): Promise<void> {
  // Moments and not intervals: Citus takes no sum that depends on a time zone; and not an array, for it ends the server
  // where one is subscripted in an UPDATE.
  const moments = Array.from({ length: ATTEMPTS - 1 }, (_, i) => new Date(Date.now() + 120_000 * 2 ** i));
  await connection.query(
    `UPDATE citation_comparison SET judge_attempts = judge_attempts + 1,
       judge_due_at = CASE ${moments.map((_, i) => `WHEN judge_attempts = ${i} THEN $${i + 3}::timestamptz`).join(' ')} END
     WHERE workspace_id = $1 AND citation_id = $2 AND judge_due_at IS NOT NULL`,
    [workspaceId, citationId, ...moments],
  );
}
