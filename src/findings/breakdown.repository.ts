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

/**
 * Counts articles anew: JSON of their shares, by article, and of how much the totals change by them. Both of one moment: what is
 * written of the ones must be what is added to the others.
 */
const COUNT = `WITH former AS MATERIALIZED (${keptShares(given)}),
  fresh AS MATERIALIZED (${sharesOf(given)})
  SELECT written.shares::text AS shares, changed.totals::text AS totals FROM (
    SELECT coalesce(jsonb_object_agg(a.id, coalesce(s.shares, '{}')), '{}') AS shares FROM article a LEFT JOIN (
      SELECT article_id, jsonb_object_agg(breakdown, shares) AS shares FROM (
        SELECT article_id, breakdown, jsonb_object_agg(key, measures) AS shares FROM fresh GROUP BY 1, 2
      ) b GROUP BY 1
    ) s ON s.article_id = a.id WHERE a.workspace_id = $1 AND ${given('a.id')}
  ) written CROSS JOIN (
    SELECT coalesce(jsonb_agg(to_jsonb(d)), '[]') AS totals FROM (${sumOf(
      `SELECT breakdown, key, measures, 1 AS sign FROM fresh
       UNION ALL SELECT breakdown, key, measures, -1 FROM former`,
    )}) d
  ) changed`;

/*
 * What was counted is written by statements of its own: a part of a statement that writes by what other parts of it found
 * Citus lets any worker do, also one that is away.
 */

const WRITE = `INSERT INTO breakdown_share (workspace_id, article_id, shares)
  SELECT $1::uuid, s.key::uuid, s.value FROM jsonb_each($2::jsonb) s
  ON CONFLICT (workspace_id, article_id) DO UPDATE SET shares = excluded.shares RETURNING 1`;

/** What of a total is nothing has no measures. */
const ADD = `INSERT INTO breakdown_total AS t (workspace_id, breakdown, hash, key, supported, measures)
  SELECT $1::uuid, d.breakdown, sha256(convert_to(d.key, 'UTF8')), d.key,
    -coalesce((d.measures ->> 'unsupported')::bigint, 0), d.measures
  FROM jsonb_to_recordset($2::jsonb) AS d (breakdown smallint, key text, measures jsonb)
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
  const [counted] = await connection.queryPrepared<{ shares: string; totals: string }>(COUNT, [workspaceId, articles]);
  await connection.queryPrepared(WRITE, [workspaceId, counted!.shares]);
  const totals = await connection.queryPrepared<{ breakdown: number; hash: Buffer; empty: boolean }>(ADD, [
    workspaceId,
    counted!.totals,
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
