import { BASIS } from '../database/codes.js';
import { wellFormedJson } from '../database/well-formed.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import type { Comparison } from '../judging/comparison.js';
import { isDoubtful } from '../judging/doubt.js';
import type { Basis } from '../judging/evidence.js';

/** What came of comparing a citation, and by what it is known then. */
export interface ComparedCitation {
  readonly citationId: string;
  readonly madeFrom: string;
  readonly comparison: Comparison;
  readonly basis: Basis;
}

/** Stores comparisons in place of former ones. Call it under the article's lock. */
export async function storeComparisons(
  connection: WorkspaceConnection,
  workspaceId: string,
  compared: readonly ComparedCitation[],
  at: Date,
): Promise<void> {
  if (compared.length === 0) return;
  await Promise.all([
    connection.query(
      `INSERT INTO citation_comparison (workspace_id, citation_id, made_from, comparison, compared_at, judge_due_at)
       SELECT $1, u.id, u.made_from, u.comparison, $5, CASE WHEN u.doubtful THEN $5::timestamptz END
       FROM unnest($2::uuid[], $3::text[], $4::jsonb[], $6::boolean[]) AS u (id, made_from, comparison, doubtful)
       ON CONFLICT (workspace_id, citation_id) DO UPDATE
         SET made_from = excluded.made_from, comparison = excluded.comparison, compared_at = excluded.compared_at,
           judge_due_at = excluded.judge_due_at, judge_attempts = 0`,
      [
        workspaceId,
        compared.map(({ citationId }) => citationId),
        compared.map(({ madeFrom }) => madeFrom),
        compared.map(({ comparison }) => wellFormedJson(comparison)),
        at,
        compared.map(({ comparison }) => isDoubtful(comparison)),
      ],
    ),
    setBases(connection, workspaceId, compared),
  ]);
}

/** Says by what citations are known. That is no change that a person made: their versions stay. */
export async function setBases(
  connection: WorkspaceConnection,
  workspaceId: string,
  citations: readonly Pick<ComparedCitation, 'citationId' | 'basis'>[],
): Promise<void> {
  if (citations.length === 0) return;
  await connection.query(
    `UPDATE citation c SET basis = u.basis FROM unnest($2::uuid[], $3::smallint[]) AS u (id, basis)
     WHERE c.workspace_id = $1 AND c.id = u.id AND c.basis <> u.basis`,
    [workspaceId, citations.map(({ citationId }) => citationId), citations.map(({ basis }) => BASIS.toCode[basis])],
  );
}

/** Asks that what of an article was not compared yet is compared soon, when the transaction has ended. */
export async function askToCompare(
  connection: WorkspaceConnection,
  workspaceId: string,
  articleId: string,
): Promise<void> {
  await connection.query(
    `INSERT INTO comparison_due (workspace_id, article_id, due_at) VALUES ($1, $2, now())
     ON CONFLICT (workspace_id, article_id) DO UPDATE
       SET due_at = excluded.due_at, asked = comparison_due.asked + 1, attempts = 0`,
    [workspaceId, articleId],
  );
}

/** The same for all articles that cite or list any of these sources. */
export async function askToCompareCiting(
  connection: WorkspaceConnection,
  workspaceId: string,
  sourceIds: readonly string[],
): Promise<void> {
  await connection.query(
    `INSERT INTO comparison_due (workspace_id, article_id, due_at)
     SELECT $1, a.id, now() FROM (SELECT DISTINCT article_id AS id FROM reference
       WHERE workspace_id = $1 AND source_id = ANY ($2::uuid[]) AND gone_in IS NULL ORDER BY 1) a
     ON CONFLICT (workspace_id, article_id) DO UPDATE
       SET due_at = excluded.due_at, asked = comparison_due.asked + 1, attempts = 0`,
    [workspaceId, sourceIds],
  );
}

/** An article that is to be compared. */
export interface AskedArticle {
  readonly workspaceId: string;
  readonly articleId: string;
  readonly asked: number;
}

/** Takes an article off the list, unless it was asked for again meanwhile. */
export async function comparedArticle(
  connection: WorkspaceConnection,
  { workspaceId, articleId, asked }: AskedArticle,
): Promise<void> {
  await connection.query('DELETE FROM comparison_due WHERE workspace_id = $1 AND article_id = $2 AND asked = $3', [
    workspaceId,
    articleId,
    asked,
  ]);
}

/** Puts it off: a minute after the first attempt in vain, twice as long after each other, a day at most. */
export async function postponeComparison(
  connection: WorkspaceConnection,
  { workspaceId, articleId }: AskedArticle,
): Promise<void> {
  // In UTC: with a time zone, what a column is added to depends on a setting, and Citus refuses it.
  await connection.query(
    `UPDATE comparison_due SET attempts = attempts + 1, due_at =
       (now() AT TIME ZONE 'UTC' + least(interval '1 day', interval '1 minute' * power(2, least(attempts, 12)))) AT TIME ZONE 'UTC'
     WHERE workspace_id = $1 AND article_id = $2`,
    [workspaceId, articleId],
  );
}
