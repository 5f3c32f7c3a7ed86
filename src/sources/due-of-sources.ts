import { DUE_OF_BREAKDOWNS } from '../database/codes.js';

/**
 * A statement that says that what articles have of breakdowns is to be counted anew, of all that cite certain sources. `$1`
 * is the workspace's id.
 *
 * @param which SQL that tells them among `source s`
 */
export const dueOfSources = (which: string): string =>
  `INSERT INTO breakdown_due (workspace_id, kind, subject_id, id)
   SELECT s.workspace_id, ${DUE_OF_BREAKDOWNS.toCode.SOURCE}, s.id, gen_random_uuid() FROM source s
   WHERE s.workspace_id = $1 AND (${which}) RETURNING 1`;
