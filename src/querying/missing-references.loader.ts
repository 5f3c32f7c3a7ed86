import { Injectable } from '@nestjs/common';
import { notArchived } from '../articles/article.rows.js';
import { Database } from '../database/database.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import type { Connection, Page } from '../graphql/connection.js';
import { uuidArgument } from '../graphql/ids.js';
import {
  bigintKey,
  connectRows,
  pageStatement,
  Parameters,
  sqlOrder,
  uuidKey,
  type KeyedRow,
} from '../graphql/keyset.js';
import type { RequestContext } from '../graphql/request-context.js';
import type { MissingReference } from './totals.type.js';

/** Those that would clear the most findings first. */
export const MISSING_ORDER = sqlOrder('missing references', [bigintKey('m.kept'), uuidKey('m.id')]);

/** How many times as many rows as the page has are looked at before all of them are. */
const TIMES = [2, 20];

interface MissingRow {
  id: string;
  article_id: string;
  number: number;
  label: string;
  citation_count: number;
  cleared: number;
  /** How many rows were looked at, and the last of them: where nothing but the number of citations is known from. */
  looked_at: number;
  last_count: number;
  last_id: string;
}

/** References that lead nowhere, by what mending each would clear. */
@Injectable()
export class MissingReferencesLoader {
  constructor(private readonly database: Database) {}

  async page(
    context: RequestContext,
    articleId: string | null | undefined,
    page: Page,
  ): Promise<Connection<MissingReference>> {
    const article = articleId == null ? null : uuidArgument('Article', articleId, ['articleId']);
    const { workspaceId } = context.viewer;
    const rows = await this.database.readWorkspace(context.viewer, (client) =>
      article === null && page.forward
        ? worst(client, workspaceId, page)
        : looked(client, workspaceId, page, { article, atMost: null }),
    );
    return connectRows(MISSING_ORDER, page, rows, (row) => ({
      number: row.number,
      label: row.label,
      citationCount: row.citation_count,
      findingsCleared: row.cleared,
      articleUuid: row.article_id,
    }));
  }
}

type Row = KeyedRow & MissingRow;

/**
 * A page without a look at all rows, where that can be told. No reference clears more findings than it is cited, so rows are
 * looked at in the order of their citations, from an index: those behind the last of them come behind it in the page's order, too.
 */
async function worst(client: WorkspaceConnection, workspaceId: string, page: Page): Promise<Row[]> {
  for (const times of TIMES) {
    const atMost = (page.size + 1) * times;
    const rows = await looked(client, workspaceId, page, { article: null, atMost });
    const last = rows.at(-1);
    if (!last) break;
    const isAll = last.looked_at < atMost;
    const isSettled = rows.length > page.size && comesUpTo(last);
    if (isAll || isSettled) return rows;
  }
  return await looked(client, workspaceId, page, { article: null, atMost: null });
}

/** Whether the row comes no later than any row that was not looked at. */
const comesUpTo = ({ cleared, id, last_count, last_id }: MissingRow): boolean =>
  cleared > last_count || (cleared === last_count && id <= last_id);

/** @param atMost how many rows are looked at, the most cited first; null: all */
async function looked(
  client: WorkspaceConnection,
  workspaceId: string,
  page: Page,
  { article, atMost }: { readonly article: string | null; readonly atMost: number | null },
): Promise<Row[]> {
  const parameters = new Parameters();
  parameters.add(workspaceId);
  const within = article === null ? notArchived('r.article_id') : `r.article_id = ${parameters.add(article)}::uuid`;
  const references = `SELECT r.id, r.article_id, r.number, r.label, r.citation_count FROM reference r
    WHERE r.workspace_id = $1 AND r.source_id IS NULL AND r.gone_in IS NULL AND r.citation_count > 0 AND ${within}
    ${atMost === null ? '' : `ORDER BY r.citation_count DESC, r.id LIMIT ${parameters.add(atMost)}::integer`}`;
  // A claim has a finding for each number that dangles, at the number's first marker.
  const from = `(SELECT r.*, n.cleared, -n.cleared AS kept,
      (count(*) OVER ())::integer AS looked_at,
      (min(r.citation_count) OVER ()) AS last_count,
      first_value(r.id) OVER (ORDER BY r.citation_count, r.id DESC) AS last_id
    FROM (${references}) r CROSS JOIN LATERAL (
      SELECT count(*)::integer AS cleared FROM citation ci
      JOIN claim c ON c.workspace_id = $1 AND c.id = ci.claim_id AND c.gone_in IS NULL
      WHERE ci.workspace_id = $1 AND ci.reference_id = r.id AND EXISTS (
        SELECT FROM finding f WHERE f.workspace_id = $1 AND f.claim_id = ci.claim_id AND f.state = 1
          AND f.rule = 'dangling-citation'
          AND f.start_offset IS NOT DISTINCT FROM (ci.spans -> 0 ->> 'start')::integer)
    ) n) m`;
  const statement = pageStatement({ alias: 'm', from, where: ['TRUE'] }, MISSING_ORDER, page, parameters);
  return await client.query<Row>(statement, parameters.values);
}
