import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { EvidenceSummary } from '../findings/finding.type.js';
import { tallyRows } from '../findings/tally-rows.js';
import type { Connection, Page } from '../graphql/connection.js';
import { textArgument, uuidArgument } from '../graphql/ids.js';
import { connectRows, pageStatement, Parameters, type KeyedRow } from '../graphql/keyset.js';
import { batched, type RequestContext } from '../graphql/request-context.js';
import { breakdownGroups } from './breakdown.js';
import { TALLY_SUMS, toSummary, type TotalsRow } from './summary.js';
import { totalsOf, type Measures } from './tallies.js';
import type { BreakdownBy, EvidenceBreakdown, SummaryFilter } from './totals.type.js';

/** Adds up what the rules found. */
@Injectable()
export class TotalsLoader {
  constructor(private readonly database: Database) {}

  /** Totals of the workspace or a desk, whatever the number of articles; or of one article. */
  async summary(context: RequestContext, filter: SummaryFilter | null | undefined): Promise<EvidenceSummary> {
    const desk = filter?.desk == null ? null : textArgument(filter.desk, ['filter', 'desk']);
    if (filter?.articleId != null) {
      const article = uuidArgument('Article', filter.articleId, ['filter', 'articleId']);
      return await this.summaryOfOne(context, article, desk);
    }
    const parameters = new Parameters();
    parameters.add(context.viewer.workspaceId);
    const rows = tallyRows(desk === null ? {} : { desk: parameters.add(desk) });
    const sums = await this.database.readWorkspace(context.viewer, (client) =>
      client.query<{ measure: string; value: number }>(
        `SELECT s.measure, sum(s.value)::bigint AS value FROM (${rows}) s GROUP BY 1`,
        parameters.values,
      ),
    );
    return toSummary(totalsOf(Object.fromEntries(sums.map(({ measure, value }) => [measure, value]))));
  }

  private async summaryOfOne(context: RequestContext, article: string, desk: string | null): Promise<EvidenceSummary> {
    const [row] = await this.database.readWorkspace(context.viewer, (client) =>
      client.query<{ measures: Measures }>(
        `SELECT tally_measures(t) AS measures FROM article_tally t
         JOIN article a ON a.workspace_id = $1 AND a.id = t.article_id
         WHERE t.workspace_id = $1 AND t.article_id = $2 AND ($3::text IS NULL OR a.desk = $3::text)`,
        [context.viewer.workspaceId, article, desk],
      ),
    );
    return toSummary(totalsOf(row?.measures ?? {}));
  }

  summaryOf(context: RequestContext, articleUuid: string): Promise<EvidenceSummary> {
    return batched<string, EvidenceSummary>(context, 'summary of an article', async (ids) => {
      const rows = await this.database.readWorkspace(context.viewer, (client) =>
        client.query<TotalsRow & { article_id: string }>(
          `SELECT t.article_id, ${TALLY_SUMS}, t.by_rule AS rules FROM article_tally t
           WHERE t.workspace_id = $1 AND t.article_id = ANY($2::uuid[])
           GROUP BY t.article_id, t.by_rule`,
          [context.viewer.workspaceId, ids],
        ),
      );
      const found = new Map(rows.map((row) => [row.article_id, row]));
      return ids.map((id) => toSummary(found.get(id) ?? NOTHING));
    }).load(articleUuid);
  }

  /** A row an article, desk, publisher, rule or heading. */
  async breakdown(context: RequestContext, by: BreakdownBy, page: Page): Promise<Connection<EvidenceBreakdown>> {
    const { source, order } = breakdownGroups(by);
    const parameters = new Parameters();
    parameters.add(context.viewer.workspaceId);
    const statement = pageStatement(source, order, page, parameters);
    const rows = await this.database.readWorkspace(context.viewer, (client) =>
      client.query<KeyedRow & BreakdownRow>(statement, parameters.values),
    );
    return connectRows(order, page, rows, ({ key, label, unsupported, measures }): EvidenceBreakdown => ({
      by,
      key,
      label,
      unsupported,
      summary: toSummary(totalsOf(measures)),
    }));
  }
}

const NOTHING: TotalsRow = { claims: 0, not_assessed: 0, standings: {}, severities: {}, rules: {} };

interface BreakdownRow {
  readonly key: string;
  readonly label: string;
  readonly unsupported: number;
  readonly measures: Measures;
}
