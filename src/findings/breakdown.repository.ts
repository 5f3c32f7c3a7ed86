import { DUE_OF_BREAKDOWNS } from '../database/codes.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import { keptShares, sharesOf, sumOf, type Which } from './breakdown-shares.js';

/** "obelus b" in ASCII, as a 64-bit key: with it a workspace's id is hashed, so that one transaction at a time folds there. */
const FOLD_LOCK = BigInt('0x6f62656c75732062');
const LOCK = `hashtextextended($1::text, ${FOLD_LOCK})`;

/** Articles that cite the source of a change, which are due in its stead. */
const CITING = `INSERT INTO breakdown_due (workspace_id, kind, subject_id, id)
  SELECT $1, ${DUE_OF_BREAKDOWNS.toCode.ARTICLE}, a.article_id, gen_random_uuid() FROM (
    SELECT r.article_id FROM reference r WHERE r.workspace_id = $1 AND r.source_id = ANY ($2::uuid[])
    UNION
    SELECT r.article_id FROM source s JOIN reference r ON r.workspace_id = $1 AND r.source_id = s.id
    WHERE s.workspace_id = $1 AND s.merged_into = ANY ($2::uuid[])
  ) a ON CONFLICT DO NOTHING`;

const given: Which = (id) => `${id} = ANY ($2::uuid[])`;

type Asked = Pick<WorkspaceConnection, 'query' | 'queryPrepared'>;

/** Counts articles anew, and adds to the totals by how much their shares changed. What of a total is nothing has no measures. */
const COUNT = `WITH former AS MATERIALIZED (${keptShares(given)}),
  fresh AS MATERIALIZED (${sharesOf(given)}),
  written AS (
    INSERT INTO breakdown_share (workspace_id, article_id, shares)
    SELECT $1, a.id, coalesce(jsonb_object_agg(s.breakdown, s.shares) FILTER (WHERE s.breakdown IS NOT NULL), '{}')
    FROM article a LEFT JOIN (
      SELECT article_id, breakdown, jsonb_object_agg(key, measures) AS shares FROM fresh GROUP BY 1, 2
    ) s ON s.article_id = a.id
    WHERE a.workspace_id = $1 AND ${given('a.id')} GROUP BY a.id
    ON CONFLICT (workspace_id, article_id) DO UPDATE SET shares = excluded.shares
  )
  INSERT INTO breakdown_total AS t (workspace_id, breakdown, hash, key, supported, measures)
  SELECT $1, d.breakdown, sha256(convert_to(d.key, 'UTF8')), d.key,
    -coalesce((d.measures ->> 'unsupported')::bigint, 0), d.measures
  FROM (${sumOf(
    `SELECT breakdown, key, measures, 1 AS sign FROM fresh
     UNION ALL SELECT breakdown, key, measures, -1 FROM former`,
  )}) d
  ON CONFLICT (workspace_id, breakdown, hash) DO UPDATE SET supported = t.supported + excluded.supported,
    measures = sum_measures('[]' || t.measures || excluded.measures)
  RETURNING t.breakdown, t.hash, t.measures = '{}' AS empty`;

/**
 * Counts articles anew that are due, and takes them off the list. Each statement sees what was committed before it: what
 * changes between that which takes them and that which counts is due by itself, and counting it twice changes nothing.
 *
 * @param atMost changes
 * @returns how many there were; 0 as well when another transaction is at it
 */
export async function foldBreakdowns(connection: Asked, workspaceId: string, atMost: number): Promise<number> {
  const [lock] = await connection.query<{ taken: boolean }>(`SELECT pg_try_advisory_xact_lock(${LOCK}) AS taken`, [
    workspaceId,
  ]);
  if (!lock!.taken) return 0;
  const sources = await take(connection, workspaceId, 'SOURCE', atMost);
  if (sources.length > 0) await connection.query(CITING, [workspaceId, sources]);
  const articles = await take(connection, workspaceId, 'ARTICLE', atMost);
  if (articles.length > 0) await count(connection, workspaceId, [...new Set(articles)]);
  return Math.max(sources.length, articles.length);
}

/** @returns a subject a change */
async function take(
  connection: Asked,
  workspaceId: string,
  kind: keyof typeof DUE_OF_BREAKDOWNS.toCode,
  atMost: number,
): Promise<string[]> {
  const changes = await connection.query<{ subject: string; id: string }>(
    `SELECT subject_id AS subject, id FROM breakdown_due WHERE workspace_id = $1 AND kind = $2 ORDER BY subject_id, id LIMIT $3`,
    [workspaceId, DUE_OF_BREAKDOWNS.toCode[kind], atMost],
  );
  if (changes.length === 0) return [];
  const subjects = changes.map(({ subject }) => subject);
  await connection.query(
    `DELETE FROM breakdown_due
     WHERE workspace_id = $1 AND kind = $2 AND subject_id = ANY ($3::uuid[]) AND id = ANY ($4::uuid[])`,
    [workspaceId, DUE_OF_BREAKDOWNS.toCode[kind], [...new Set(subjects)], changes.map(({ id }) => id)],
  );
  return subjects;
}

async function count(connection: Asked, workspaceId: string, articles: string[]): Promise<void> {
  const totals = await connection.queryPrepared<{ breakdown: number; hash: Buffer; empty: boolean }>(COUNT, [
    workspaceId,
    articles,
  ]);
  const empty = totals.filter((each) => each.empty);
  if (empty.length === 0) return;
  await connection.query(
    `DELETE FROM breakdown_total t USING unnest($2::smallint[], $3::bytea[]) AS e (breakdown, hash)
     WHERE t.workspace_id = $1 AND t.breakdown = e.breakdown AND t.hash = e.hash`,
    [workspaceId, empty.map(({ breakdown }) => breakdown), empty.map(({ hash }) => hash)],
  );
}

/** Forgets what is kept, and says that all articles are due. Nobody folds meanwhile. */
export async function forgetBreakdowns(connection: Asked, workspaceId: string): Promise<void> {
  await connection.query(`SELECT pg_advisory_xact_lock(${LOCK})`, [workspaceId]);
  await connection.query('DELETE FROM breakdown_total WHERE workspace_id = $1', [workspaceId]);
  await connection.query('DELETE FROM breakdown_share WHERE workspace_id = $1', [workspaceId]);
  await connection.query(
    `INSERT INTO breakdown_due (workspace_id, kind, subject_id, id)
     SELECT $1, ${DUE_OF_BREAKDOWNS.toCode.ARTICLE}, id, gen_random_uuid() FROM article
     WHERE workspace_id = $1 AND archived_at IS NULL ON CONFLICT DO NOTHING`,
    [workspaceId],
  );
}
