import { isDeepStrictEqual } from 'node:util';
import { askToCompareCiting } from '../claims/comparison.repository.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import { mergeInto } from '../sources/merged-sources.js';
import type { KnownSource } from '../sources/source.repository.js';
import type { Merge } from './merge-article.js';
import type { RippleHappening } from './ripples.js';
import { toEvidence } from './settle-sources.js';
import { completedRecord, writeRecord } from './source-record.js';

/**
 * Makes sources that are held lead to one of them, which learns what it lacks. The articles that cite them come after, in
 * transactions of their own.
 *
 * @param note why, for the history
 */
export async function mergeHeld(
  connection: WorkspaceConnection,
  workspaceId: string,
  kept: KnownSource,
  merged: readonly KnownSource[],
  note: string | null,
): Promise<Merge & { readonly happening: RippleHappening }> {
  const formerIds = merged.map(({ id }) => id);
  const record = completedRecord(toEvidence(kept), merged.map(toEvidence));
  const completed = !isDeepStrictEqual(record, toEvidence(kept));
  const csl = await writeRecord(connection, workspaceId, kept, record);
  const movesSnapshots = await mergeInto(connection, workspaceId, formerIds, kept.id);
  if (movesSnapshots) await askToCompareCiting(connection, workspaceId, [kept.id, ...formerIds]);
  const happening: RippleHappening = {
    kind: 'source.merged',
    subjectType: 'Source',
    subjectId: kept.id,
    before: { sourceIds: formerIds, ...(completed ? { csl: kept.csl } : {}) },
    after: { sourceId: kept.id, note, ...(completed ? { csl } : {}) },
  };
  // That it has texts now is something that it learnt.
  return { keptId: kept.id, formerIds, completed: completed || movesSnapshots, happening };
}

/** Whether one of two sources is retracted and the other is not: neither may become the other unsaid. */
export const differInRetraction = (a: KnownSource, b: KnownSource): boolean =>
  (a.retractedAt === null) !== (b.retractedAt === null);
