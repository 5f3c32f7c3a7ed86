import { Injectable, type OnModuleInit } from '@nestjs/common';
import { FINDING_STATE, type FindingState } from '../database/codes.js';
import { Database } from '../database/database.js';
import type { Connection, Page } from '../graphql/connection.js';
import type { KeyedRow, Parameters, SqlOrder } from '../graphql/keyset.js';
import { readPageOf, readPagesOf, rowsByIds } from '../graphql/load.js';
import { NodeRegistry } from '../graphql/node-registry.js';
import { batched, grouped, type RequestContext } from '../graphql/request-context.js';
import { findingConditions } from './finding-filter.js';
import { FINDING_COLUMNS, toFinding } from './finding.rows.js';
import type { Finding, FindingFilter } from './finding.type.js';

/** Reads findings, many at a time. */
@Injectable()
export class FindingLoader implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly registry: NodeRegistry,
  ) {}

  onModuleInit(): void {
    this.registry.register('Finding', (context, uuid) => this.byId(context, uuid));
  }

  byId(context: RequestContext, uuid: string): Promise<Finding | null> {
    return batched<string, Finding | null>(context, 'finding', async (ids) => {
      const rows = await rowsByIds(this.database, context.viewer, FINDING_COLUMNS, 'finding f', 'f', ids);
      return rows.map((row) => row && toFinding(row));
    }).load(uuid);
  }

  /** The findings of a claim, the most severe first. @param state null: in any state */
  ofClaim(context: RequestContext, claimUuid: string, state: FindingState | null): Promise<Finding[]> {
    return batched<string, Finding[]>(context, `findings of a claim: ${state}`, async (ids) => {
      const rows = await this.database.readWorkspace(context.viewer, (client) =>
        client.query<KeyedRow>(
          `SELECT ${FINDING_COLUMNS.list().join(', ')} FROM finding f
           WHERE f.workspace_id = $1 AND f.claim_id = ANY($2::uuid[])
             AND ($3::smallint IS NULL OR f.state = $3::smallint)
           ORDER BY f.severity, f.id`,
          [context.viewer.workspaceId, ids, state && FINDING_STATE.toCode[state]],
        ),
      );
      const findings = rows.map((row) => toFinding(FINDING_COLUMNS.read(row)));
      return grouped(ids, findings, (finding) => finding.claimUuid ?? '');
    }).load(claimUuid);
  }

  page(
    context: RequestContext,
    filter: FindingFilter | null | undefined,
    order: SqlOrder,
    page: Page,
  ): Promise<Connection<Finding>> {
    const source = (parameters: Parameters) => ({
      alias: 'f',
      from: 'finding f',
      columns: FINDING_COLUMNS.list(),
      where: ['f.workspace_id = $1', ...findingConditions(filter ?? {}, parameters, 'shown')],
    });
    return readPageOf(this.database, context.viewer, source, order, page, (row) =>
      toFinding(FINDING_COLUMNS.read(row)),
    );
  }

  ofArticle(
    context: RequestContext,
    articleUuid: string,
    filter: FindingFilter | null | undefined,
    order: SqlOrder,
    page: Page,
    place: string,
  ): Promise<Connection<Finding>> {
    return batched<string, Connection<Finding>>(context, place, (ids) =>
      readPagesOf(
        this.database,
        context.viewer,
        ids,
        'f.article_id',
        (parameters) => ({
          alias: 'f',
          from: 'finding f',
          columns: FINDING_COLUMNS.list(),
          where: ['f.workspace_id = $1', ...findingConditions(filter ?? {}, parameters, 'all')],
        }),
        order,
        page,
        (row) => toFinding(FINDING_COLUMNS.read(row)),
      ),
    ).load(articleUuid);
  }
}
