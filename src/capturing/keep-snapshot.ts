import { v7 as uuid } from 'uuid';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import type { Actor } from '../editing/change-article.js';
import { fault } from '../editing/user-fault.js';
import { recordInWorkspace } from '../events/event.repository.js';
import { addSnapshot, newestSnapshots, seeAgain } from '../sources/snapshot.repository.js';
import { packText } from '../sources/snapshot-texts.js';
import type { KnownSource } from '../sources/source.repository.js';
import { lockAccess } from '../workspaces/access.repository.js';
import type { TakenText } from './taken-text.js';

/** Snapshots of one source. */
const MOST_SNAPSHOTS = 200;

/** Where and how it was fetched; left out for a text that was given. */
export interface Fetching {
  readonly finalUrl: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export interface KeptSnapshot {
  readonly id: string;
  /** False: the newest snapshot has this text, and was seen again. */
  readonly isNew: boolean;
}

/** A text with what is stored of it. It is packed before a transaction, and beside the main thread. */
export interface PackedText extends TakenText {
  readonly packed: Buffer;
}

export const pack = async (taken: TakenText): Promise<PackedText> => ({ ...taken, packed: await packText(taken.text) });

/**
 * Keeps the text of a source that is held to be changed. The same text as that of the newest snapshot, of the same extent, is
 * no other snapshot: that one was seen again.
 *
 * @throws UserFault when there are too many
 */
export async function keepSnapshot(
  connection: WorkspaceConnection,
  actor: Actor,
  source: KnownSource,
  { text, packed, hash, words, mediaType, title, extent, cautions }: PackedText,
  fetching: Fetching | null,
  at: Date,
): Promise<KeptSnapshot> {
  const { workspaceId, memberId } = actor;
  const [newest] = await newestSnapshots(connection, workspaceId, [source.id], 1);
  if (newest?.hash.equals(hash) && newest.extent === extent) {
    await seeAgain(connection, workspaceId, newest.id, at);
    return { id: newest.id, isNew: false };
  }
  if (source.snapshotCount >= MOST_SNAPSHOTS) {
    throw fault(
      'NOT_POSSIBLE',
      `the source has ${MOST_SNAPSHOTS} snapshots, the most that are kept of one`,
      'sourceId',
    );
  }
  const id = uuid();
  const { finalUrl = null, etag = null, lastModified = null } = fetching ?? {};
  await addSnapshot(
    connection,
    {
      workspaceId,
      id,
      sourceId: source.id,
      hash,
      mediaType,
      title,
      extent,
      finalUrl,
      etag,
      lastModified,
      cautions: [...cautions],
      capturedBy: memberId,
      capturedAt: at,
    },
    { length: text.length, words, content: packed },
  );
  await lockAccess(connection, workspaceId);
  await recordInWorkspace(connection, workspaceId, [
    {
      kind: 'snapshot.captured',
      subjectType: 'Source',
      subjectId: source.id,
      actorId: memberId,
      before: newest ? { snapshotId: newest.id, hash: newest.hash.toString('hex') } : null,
      after: { snapshotId: id, hash: hash.toString('hex'), extent, mediaType, length: text.length, finalUrl },
      at,
    },
  ]);
  return { id, isNew: true };
}
