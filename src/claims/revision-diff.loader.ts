import { Injectable } from '@nestjs/common';
import type { Article } from '../articles/article.type.js';
import { CLAIM_CHANGE, STANDING } from '../database/codes.js';
import { Database } from '../database/database.js';
import type { Connection, Page } from '../graphql/connection.js';
import {
  connectRows,
  integerKey,
  pageStatement,
  Parameters,
  sqlOrder,
  uuidKey,
  type KeyedRow,
} from '../graphql/keyset.js';
import { badInput } from '../graphql/request-error.js';
import { batched, grouped, type RequestContext } from '../graphql/request-context.js';
import { named } from '../graphql/rows.js';
import type { RevisionDiff } from './revision-diff.type.js';

/** In reading order; what is gone, where it stood. */
export const DIFF_ORDER = sqlOrder('revision diff', [integerKey('d.ordinal'), uuidKey('d.claim_id')]);

/** Revisions of one article, both included: what changed after `from`, up to `to`. */
export interface RevisionRange {
  /** Null: the one before `to`. */
  readonly from: number | null;
  /** Null: the newest. */
  readonly to: number | null;
}

interface DiffRow {
  claim_id: string;
  change: number;
  text_before: string | null;
  text_after: string | null;
  standing_before: number | null;
  standing_after: number | null;
}

const { KEPT, REWORDED, MOVED, ADDED, GONE } = CLAIM_CHANGE.toCode;

/** How a claim read in a revision: a table of one row, or none where it was not there. */
const textIn = (revision: string): string => `LEFT JOIN LATERAL (
  SELECT ct.text, row(ct.text, ct.attribute, ct.column_heading, ct.value, ct.value_state) AS words FROM claim_text ct
  WHERE ct.workspace_id = $1 AND ct.claim_id = n.claim_id AND ct.first_revision <= ${revision}
    AND (ct.last_revision IS NULL OR ct.last_revision >= ${revision})
  ORDER BY ct.first_revision DESC LIMIT 1)`;

/**
 * What became of each claim of the article `p.parent` after revision `p.since`, up to `p.until`: what several revisions
 * did, in one row. What came and went in between, or was taken back, is in none.
 */
const NET = `(SELECT n.claim_id, n.ordinal, n.standing_before, n.standing_after, b.text AS text_before,
    a.text AS text_after,
    CASE WHEN b.text IS NULL THEN ${ADDED} WHEN a.text IS NULL THEN ${GONE}
      WHEN n.reworded AND b.words IS DISTINCT FROM a.words THEN ${REWORDED}
      WHEN n.moved THEN ${MOVED} ELSE ${KEPT} END AS change
  FROM (
    SELECT cr.claim_id, (array_agg(cr.ordinal ORDER BY cr.revision DESC))[1] AS ordinal,
      (array_agg(cr.standing_before ORDER BY cr.revision))[1] AS standing_before,
      (array_agg(cr.standing_after ORDER BY cr.revision DESC))[1] AS standing_after,
      bool_or(cr.change = ${REWORDED}) AS reworded, bool_or(cr.change = ${MOVED}) AS moved
    FROM claim_revision cr
    WHERE cr.workspace_id = $1 AND cr.article_id = p.parent AND cr.revision > p.since AND cr.revision <= p.until
    GROUP BY cr.claim_id) n
  ${textIn('p.since')} b ON true ${textIn('p.until')} a ON true
  WHERE b.text IS NOT NULL OR a.text IS NOT NULL) d`;

/** Reads what became of claims from revision to revision. */
@Injectable()
export class RevisionDiffLoader {
  constructor(private readonly database: Database) {}

  /**
   * @param place where in the query, so that one page of many articles is one batch
   * @throws RequestError BAD_USER_INPUT for revisions that there are not, or in the wrong order
   */
  diffOf(
    context: RequestContext,
    article: Article,
    range: RevisionRange,
    page: Page,
    place: string,
  ): Promise<Connection<RevisionDiff>> {
    return batched<Article, Connection<RevisionDiff>>(
      context,
      place,
      (articles) => this.diffs(context, articles, range, page),
      ({ uuid }) => uuid,
    ).load(article);
  }

  private async diffs(
    context: RequestContext,
    articles: readonly Article[],
    range: RevisionRange,
    page: Page,
  ): Promise<Connection<RevisionDiff>[]> {
    const ids = articles.map(({ uuid }) => uuid);
    const ranges = articles.map((article) => checked(range, article.revisionNumber));
    const parameters = new Parameters();
    parameters.add(context.viewer.workspaceId);
    const [parents, since, until] = [ids, ranges.map(({ from }) => from), ranges.map(({ to }) => to)].map((values) =>
      parameters.add(values),
    );
    const source = {
      alias: 'd',
      from: NET,
      where: [`(d.change <> ${KEPT} OR d.standing_before IS DISTINCT FROM d.standing_after)`],
      columns: ['d.*'],
      parents: {
        from: `unnest(${parents}::uuid[], ${since}::integer[], ${until}::integer[]) p(parent, since, until)`,
        condition: 'p.parent IS NOT NULL',
      },
    };
    const statement = pageStatement(source, DIFF_ORDER, page, parameters);
    const rows = await this.database.readWorkspace(context.viewer, (client) =>
      client.query<KeyedRow & DiffRow>(statement, parameters.values),
    );
    return grouped(ids, rows, ({ parent }) => parent as string).map((own) =>
      connectRows(DIFF_ORDER, page, own, toDiff),
    );
  }
}

function checked({ from, to }: RevisionRange, newest: number): { from: number; to: number } {
  const until = to ?? newest;
  const since = from ?? Math.max(1, until - 1);
  const has = newest === 1 ? 'one revision' : `the revisions 1 to ${newest}`;
  if (until < 1 || until > newest) throw badInput(['to'], `the article has ${has}`);
  if (since < 1 || since > newest) throw badInput(['from'], `the article has ${has}`);
  if (since > until) throw badInput(['from'], `must be the earlier one; ${since} came after ${until}`);
  return { from: since, to: until };
}

function toDiff(row: DiffRow): RevisionDiff {
  return {
    change: named(CLAIM_CHANGE, row.change),
    textBefore: row.text_before,
    textAfter: row.text_after,
    standingBefore: named(STANDING, row.standing_before),
    standingAfter: named(STANDING, row.standing_after),
    claimUuid: row.claim_id,
  };
}
