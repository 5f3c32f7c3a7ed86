import { CLAIM_CHANGE, STANDING } from '../../database/codes.js';
import type { Database } from '../../database/database.js';
import type { WorkspaceConnection } from '../../database/workspace-connection.js';
import type { ClaimChange, EventChanges } from './claim-change.js';
import type { Standing } from '../../judging/evidence.js';

/** Events that are read at a time. */
export const EVENTS_AT_ONCE = 100;
/** Claims of one event that are told of, the first ones: an import can bring tens of thousands. */
export const CLAIMS_OF_EVENT = 1_000;

interface Row {
  seq: number;
  kind: string;
  article_id: string;
  article_seq: number;
  at: Date;
  /** Null in the only row of an event that changed no claim; so is all that follows. */
  claim_id: string;
  from_name: Standing | null;
  to_name: Standing | null;
  from_code: number | null;
  to_code: number | null;
  /** By now. */
  standing: number;
  is_new: boolean;
  opened: string[];
  fixed: string[];
  total: number;
}

/**
 * The next events of a workspace in their order, and what they did to claims:
 * - claims that stand otherwise, and those of which findings came or went, as the event says;
 * - the claims that something was done to;
 * - after an import, the claims that are new, read otherwise or stand otherwise. The event does not list them, the revision does.
 *
 * @param after the place of the last event that is known
 */
export async function readEventChanges(
  database: Database,
  workspaceId: string,
  after: number,
): Promise<EventChanges[]> {
  const { rows, moves } = await database.readWorkspace({ workspaceId }, async (connection) => {
    const page = await connection.queryPrepared<Row>(STATEMENT, [workspaceId, after, EVENTS_AT_ONCE, CLAIMS_OF_EVENT]);
    return { rows: page, moves: await laterMoves(connection, workspaceId, page.filter(isUnsaid)) };
  });
  const events: { seq: number; kind: string; articleUuid: string; changes: ClaimChange[] }[] = [];
  rows.forEach((row, i) => {
    if (events.at(-1)?.seq !== row.seq)
      events.push({ seq: row.seq, kind: row.kind, articleUuid: row.article_id, changes: [] });
    if (row.claim_id) events.at(-1)!.changes.push(toChange(row, moves, rows[i + 1]?.seq !== row.seq));
  });
  return events;
}

/** The event changed the claim, and does not say how it stands since. */
const isUnsaid = ({ claim_id, to_name, to_code }: Row): boolean =>
  claim_id !== null && to_name === null && to_code === null;

/** When a claim came to stand otherwise, in the order of its article's events, and how it stood until then. */
interface Move {
  readonly seq: number;
  readonly from: Standing;
}

/**
 * How claims came to stand otherwise since.
 *
 * @param rows changes that do not say how their claims stood then
 * @returns by claim, the first move first
 */
async function laterMoves(
  connection: WorkspaceConnection,
  workspaceId: string,
  rows: readonly Row[],
): Promise<ReadonlyMap<string, readonly Move[]>> {
  if (rows.length === 0) return new Map();
  const first = new Map<string, number>();
  for (const { article_id, article_seq } of rows) {
    first.set(article_id, Math.min(article_seq, first.get(article_id) ?? Infinity));
  }
  const moved = await connection.queryPrepared<MoveRow>(MOVES, [
    workspaceId,
    [...first.keys()],
    [...first.values()],
    [...new Set(rows.map(({ claim_id }) => claim_id))],
  ]);
  const moves = moved.map(({ claim_id, seq, from_name, from_code }) => ({
    claim_id,
    seq,
    from: from_name ?? STANDING.fromCode(from_code!),
  }));
  return Map.groupBy(moves, ({ claim_id }) => claim_id);
}

interface MoveRow {
  claim_id: string;
  seq: number;
  from_name: Standing | null;
  from_code: number | null;
}

/** @param isLast of its event */
function toChange(row: Row, moves: ReadonlyMap<string, readonly Move[]>, isLast: boolean): ClaimChange {
  const next = isUnsaid(row) ? moves.get(row.claim_id)?.find(({ seq }) => seq > row.article_seq) : undefined;
  const standing = row.to_name ?? next?.from ?? STANDING.fromCode(row.to_code ?? row.standing);
  const before = row.from_name ?? (row.from_code === null ? standing : STANDING.fromCode(row.from_code));
  return {
    claimUuid: row.claim_id,
    articleUuid: row.article_id,
    previousStanding: row.is_new ? null : before,
    standing,
    opened: row.opened,
    fixed: row.fixed,
    at: row.at,
    position: row.seq,
    omitted: Math.max(0, row.total - CLAIMS_OF_EVENT),
    place: isLast ? { seq: row.seq, claim: null } : { seq: row.seq - 1, claim: row.claim_id },
  };
}

const elements = (data: string): string =>
  `jsonb_array_elements(CASE WHEN jsonb_typeof(${data}) = 'array' THEN ${data} ELSE '[]' END)`;

/** A claim's findings that an import opened or fixed: the moment is the import's. */
const atImport = (column: string): string =>
  `ARRAY(SELECT f.id FROM finding f WHERE f.workspace_id = $1 AND f.claim_id = x.claim_id AND f.${column} = p.at ORDER BY f.id)`;

/*
 * `parts` are claims that people split off since: they stand in the rows of a revision that came without them.
 *
 * Each LATERAL with a LIMIT or OFFSET is read by key, a row at a time: left to itself, the planner guesses that events
 * list far more than they do, and reads whole tables.
 */
const STATEMENT = `
  WITH page AS MATERIALIZED (
    SELECT e.workspace_seq AS seq, e.kind, e.seq AS article_seq, e.article_id, e.at, e.subject_type, e.subject_id, e.before, e.after,
      CASE WHEN e.kind = 'article.imported' THEN (e.after ->> 'revision')::integer END AS revision
    FROM event e WHERE e.workspace_id = $1 AND e.workspace_seq > $2 ORDER BY e.workspace_seq LIMIT $3
  ), parts AS (
    SELECT p.seq, (c.value #>> '{}')::uuid AS claim_id
    FROM page p CROSS JOIN LATERAL (
      SELECT v.before, v.after FROM event v WHERE v.workspace_id = $1 AND v.article_id = p.article_id
        AND v.seq > p.article_seq AND v.kind = 'claim.split' AND p.revision IS NOT NULL OFFSET 0
    ) s CROSS JOIN LATERAL ${elements("s.after -> 'claimIds'")} c
    WHERE NOT coalesce(s.before -> 'claimIds' ? (c.value #>> '{}'), false)
  ), touched AS (
    SELECT p.seq, (s.value ->> 'claimId')::uuid AS claim_id, s.value ->> 'from' AS from_name, s.value ->> 'to' AS to_name,
      NULL::smallint AS from_code, NULL::smallint AS to_code, false AS is_new, NULL::uuid AS opened, NULL::uuid AS fixed
    FROM page p CROSS JOIN LATERAL ${elements("p.after -> 'standings'")} s
    UNION ALL
    SELECT p.seq, f.claim_id, NULL, NULL, NULL, NULL, false,
      CASE WHEN l.is_opened THEN f.id END, CASE WHEN NOT l.is_opened THEN f.id END
    FROM page p CROSS JOIN LATERAL (
      SELECT o.value, true AS is_opened FROM ${elements("p.after -> 'opened'")} o
      UNION ALL SELECT o.value, false FROM ${elements("p.after -> 'fixed'")} o
    ) l CROSS JOIN LATERAL (
      SELECT g.id, g.claim_id FROM finding g WHERE g.workspace_id = $1 AND g.id = (l.value #>> '{}')::uuid LIMIT 1
    ) f WHERE f.claim_id IS NOT NULL
    UNION ALL
    SELECT p.seq, p.subject_id, NULL, NULL, NULL, NULL, false, NULL, NULL FROM page p WHERE p.subject_type = 'Claim'
    UNION ALL
    SELECT p.seq, (c.value #>> '{}')::uuid, NULL, NULL, NULL, NULL,
      coalesce(NOT (p.before -> 'claimIds') ? (c.value #>> '{}'), false), NULL, NULL
    FROM page p CROSS JOIN LATERAL ${elements("p.after -> 'claimIds'")} c
    UNION ALL
    SELECT p.seq, r.claim_id, NULL, NULL, r.standing_before, r.standing_after, r.standing_before IS NULL, NULL, NULL
    FROM page p CROSS JOIN LATERAL (
      SELECT v.claim_id, v.standing_before, v.standing_after FROM claim_revision v
      WHERE v.workspace_id = $1 AND v.article_id = p.article_id AND v.revision = p.revision
        AND v.standing_after IS NOT NULL
        AND (v.standing_before IS DISTINCT FROM v.standing_after OR v.change = ${CLAIM_CHANGE.toCode.REWORDED}) OFFSET 0
    ) r WHERE p.revision > 1 AND NOT EXISTS (SELECT FROM parts x WHERE x.seq = p.seq AND x.claim_id = r.claim_id)
    UNION ALL
    SELECT p.seq, n.id, NULL, NULL, NULL, NULL, true, NULL, NULL
    FROM page p CROSS JOIN LATERAL (
      SELECT c.id FROM claim c WHERE c.workspace_id = $1 AND c.article_id = p.article_id AND EXISTS (
        SELECT FROM claim_text t WHERE t.workspace_id = $1 AND t.claim_id = c.id AND t.first_revision = 1) OFFSET 0
    ) n WHERE p.revision = 1 AND NOT EXISTS (SELECT FROM parts x WHERE x.seq = p.seq AND x.claim_id = n.id)
  ), changed AS (
    SELECT t.seq, t.claim_id, max(t.from_name) AS from_name, max(t.to_name) AS to_name, max(t.from_code) AS from_code,
      max(t.to_code) AS to_code, bool_or(t.is_new) AS is_new,
      array_remove(array_agg(t.opened ORDER BY t.opened), NULL) AS opened,
      array_remove(array_agg(t.fixed ORDER BY t.fixed), NULL) AS fixed,
      row_number() OVER (PARTITION BY t.seq ORDER BY t.claim_id) AS nth,
      count(*) OVER (PARTITION BY t.seq)::integer AS total
    FROM touched t GROUP BY t.seq, t.claim_id
  )
  SELECT p.seq, p.kind, p.article_id, p.article_seq, p.at, x.claim_id, x.from_name, x.to_name, x.from_code, x.to_code, c.standing,
    x.is_new, x.total,
    CASE WHEN p.revision IS NULL THEN x.opened ELSE ${atImport('first_seen_at')} END AS opened,
    CASE WHEN p.revision IS NULL THEN x.fixed ELSE ${atImport('fixed_at')} END AS fixed
  FROM page p
  LEFT JOIN changed x ON x.seq = p.seq AND x.nth <= $4
  LEFT JOIN LATERAL (
    SELECT d.standing FROM claim d WHERE d.workspace_id = $1 AND d.id = x.claim_id LIMIT 1
  ) c ON true
  ORDER BY p.seq, x.claim_id`;

/** Moves of some claims after an event of their article: as events say, and as the rows of the revisions that they made do. */
const MOVES = `
  WITH later AS MATERIALIZED (
    SELECT v.article_id, v.seq, v.after FROM unnest($2::uuid[], $3::bigint[]) a (id, seq) CROSS JOIN LATERAL (
      SELECT e.article_id, e.seq, e.after FROM event e
      WHERE e.workspace_id = $1 AND e.article_id = a.id AND e.seq > a.seq AND (e.after ? 'standings' OR e.after ? 'revision')
      OFFSET 0
    ) v
  )
  SELECT (s.value ->> 'claimId')::uuid AS claim_id, l.seq, s.value ->> 'from' AS from_name, NULL::smallint AS from_code
  FROM later l CROSS JOIN LATERAL ${elements("l.after -> 'standings'")} s
  WHERE (s.value ->> 'claimId')::uuid = ANY($4::uuid[])
  UNION ALL
  SELECT r.claim_id, l.seq, NULL, r.standing_before
  FROM later l CROSS JOIN LATERAL (
    SELECT v.claim_id, v.standing_before FROM claim_revision v
    WHERE v.workspace_id = $1 AND v.article_id = l.article_id AND v.revision = (l.after ->> 'revision')::integer
      AND v.standing_before IS DISTINCT FROM v.standing_after OFFSET 0
  ) r WHERE l.after ? 'revision' AND r.standing_before IS NOT NULL AND r.claim_id = ANY($4::uuid[])
  ORDER BY 2`;
