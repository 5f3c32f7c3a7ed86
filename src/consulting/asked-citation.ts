import { createHash } from 'node:crypto';
import { claimOfRow, COMPARED_COLUMNS, comparedJoins, madeFromRow, type ComparedRow } from '../claims/compared-row.js';
import { BASIS, REVIEW_STATE } from '../database/codes.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import { readComparison } from '../judging/comparison-check.js';
import { claimText } from '../judging/comparing/claim-text.js';
import type { Span } from '../judging/evidence.js';
import { newestSnapshots, snapshotWithText } from '../sources/snapshot.repository.js';
import type { Asked } from './second-judge.js';
import { shownPassages } from './shown-passages.js';

/** A citation that a second judge may be asked about. */
export interface AskedCitation {
  readonly id: string;
  /** What an opinion of it is about, as it stands: the claim's words and the source's snapshots, as a short text. */
  readonly about: string;
  /**
   * READY: it can be asked about. PENDING: it is still to be compared. NO_SNAPSHOT: there is nothing to hold it beside. SUGGESTED:
   * it is a proposal, which is not compared. GONE: the claim is not in the article any more.
   */
  readonly state: 'READY' | 'PENDING' | 'NO_SNAPSHOT' | 'SUGGESTED' | 'GONE';
  /** A person reviewed it, or nobody works on its article any more. */
  readonly isSettled: boolean;
  /** Of its comparison; null: there is none. */
  readonly madeFrom: string | null;
  readonly title: string;
  readonly section: string | null;
  readonly claim: string;
  readonly sourceId: string;
  /** Where the comparison found most of the claim: a snapshot, and sentences of it. */
  readonly best: { readonly snapshotId: string; readonly spans: readonly Span[] } | null;
}

interface Row extends ComparedRow {
  id: string;
  made_from: string | null;
  comparison: unknown;
  state: number;
  basis: number;
  gone: boolean;
  archived: boolean;
  title: string;
  section: string | null;
  snapshot_count: number;
}

/** What an opinion is about: neither the quote nor the method of the comparison is part of it. */
export function aboutOf(row: ComparedRow): string {
  const { block, attribute, column_heading, text, source_id, snapshots_version } = row;
  const from = [source_id, snapshots_version, block, attribute, column_heading, text];
  return createHash('sha256').update(JSON.stringify(from)).digest('base64url');
}

/** Those of these citations that there are, by their ids. One that dangles has no snapshot. */
export async function askedCitations(
  connection: WorkspaceConnection,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, AskedCitation | null>> {
  const [known, rows] = await Promise.all([
    connection.query<{ id: string }>('SELECT id FROM citation WHERE workspace_id = $1 AND id = ANY ($2::uuid[])', [
      workspaceId,
      ids,
    ]),
    connection.query<Row>(
      `SELECT ci.id, ci.state, ci.basis, m.made_from, m.comparison, c.gone_in IS NOT NULL AS gone, a.archived_at IS NOT NULL AS archived,
         a.title, t.section, s.snapshot_count, ${COMPARED_COLUMNS}
       FROM citation ci ${comparedJoins()}
       LEFT JOIN citation_comparison m ON m.workspace_id = $1 AND m.citation_id = ci.id
       WHERE ci.workspace_id = $1 AND ci.id = ANY ($2::uuid[])`,
      [workspaceId, ids],
    ),
  ]);
  const found = new Map<string, AskedCitation | null>(known.map(({ id }) => [id, null]));
  for (const row of rows) found.set(row.id, toAsked(row));
  return found;
}

function toAsked(row: Row): AskedCitation {
  const comparison = row.made_from === madeFromRow(row) ? readComparison(row.comparison) : null;
  const passages = comparison?.state === 'COMPARED' ? (comparison.support?.passages ?? []) : [];
  const snapshotId = passages[0]?.snapshot;
  return {
    id: row.id,
    about: aboutOf(row),
    state: row.gone
      ? 'GONE'
      : BASIS.fromCode(row.basis) === 'SUGGESTED'
        ? 'SUGGESTED'
        : row.snapshot_count === 0
          ? 'NO_SNAPSHOT'
          : comparison?.state === 'COMPARED'
            ? 'READY'
            : 'PENDING',
    isSettled: row.archived || REVIEW_STATE.fromCode(row.state) !== 'PROPOSED',
    madeFrom: row.made_from,
    title: row.title,
    section: row.section,
    claim: claimText(claimOfRow(row)),
    sourceId: row.source_id,
    best:
      snapshotId === undefined
        ? null
        : {
            snapshotId,
            spans: passages.filter(({ snapshot }) => snapshot === snapshotId).map(({ position }) => position),
          },
  };
}

/** What is asked about a citation, and in which snapshot its answer's quotes are looked up. */
export interface ReadyQuestion {
  readonly asked: Asked;
  readonly snapshotId: string;
}

/**
 * What is asked about a citation that is READY.
 *
 * @returns null when its source's text is long, and nothing tells where to look
 */
export async function questionOf(
  connection: WorkspaceConnection,
  workspaceId: string,
  citation: AskedCitation,
): Promise<ReadyQuestion | null> {
  const [newest] = citation.best ? [] : await newestSnapshots(connection, workspaceId, [citation.sourceId], 1);
  const snapshotId = citation.best?.snapshotId ?? newest?.id;
  const snapshot = snapshotId === undefined ? null : await snapshotWithText(connection, workspaceId, snapshotId);
  const shown = snapshot && shownPassages(snapshot.text, citation.best?.spans ?? []);
  if (!shown) return null;
  const { title, section, claim } = citation;
  return { snapshotId: snapshot.id, asked: { title, section, claim, text: snapshot.text, ...shown } };
}
