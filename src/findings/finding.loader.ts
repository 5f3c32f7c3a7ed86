import { Injectable, type OnModuleInit } from '@nestjs/common';
import { notArchived } from '../articles/article.rows.js';
import { FINDING_STATE, SEVERITY, STANDING, type FindingState } from '../database/codes.js';
import { Database } from '../database/database.js';
import type { Connection, Page } from '../graphql/connection.js';
import { textArgument, uuidArgument } from '../graphql/ids.js';
import type { KeyedRow, Parameters } from '../graphql/keyset.js';
import { readPageOf, readPagesOf, rowsByIds } from '../graphql/load.js';
import { NodeRegistry } from '../graphql/node-registry.js';
import { badInput } from '../graphql/request-error.js';
import { batched, grouped, type RequestContext } from '../graphql/request-context.js';
import { FINDING_COLUMNS, FINDING_ORDER, toFinding } from './finding.rows.js';
import type { Finding, FindingFilter } from './finding.type.js';

const MAX_VALUES = 100;

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

  page(context: RequestContext, filter: FindingFilter | null | undefined, page: Page): Promise<Connection<Finding>> {
    const source = (parameters: Parameters) => ({
      alias: 'f',
      from: 'finding f',
      columns: FINDING_COLUMNS.list(),
      where: [
        'f.workspace_id = $1',
        ...(filter?.articleId == null && filter?.claimId == null ? [notArchived('f.article_id')] : []),
        ...conditions(filter ?? {}, parameters),
      ],
    });
    return readPageOf(this.database, context.viewer, source, FINDING_ORDER, page, (row) =>
      toFinding(FINDING_COLUMNS.read(row)),
    );
  }

  ofArticle(
    context: RequestContext,
    articleUuid: string,
    filter: FindingFilter | null | undefined,
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
          where: ['f.workspace_id = $1', ...conditions(filter ?? {}, parameters)],
        }),
        FINDING_ORDER,
        page,
        (row) => toFinding(FINDING_COLUMNS.read(row)),
      ),
    ).load(articleUuid);
  }
}

function conditions(filter: FindingFilter, parameters: Parameters): string[] {
  const where: string[] = [];
  if (filter.articleId != null) {
    const article = uuidArgument('Article', filter.articleId, ['filter', 'articleId']);
    where.push(`f.article_id = ${parameters.add(article)}::uuid`);
  }
  if (filter.claimId != null) {
    const claim = uuidArgument('Claim', filter.claimId, ['filter', 'claimId']);
    where.push(`f.claim_id = ${parameters.add(claim)}::uuid`);
  }
  if (filter.rules != null) {
    const rules = values(filter.rules, 'rules').map((rule) => textArgument(rule, ['filter', 'rules']));
    where.push(`f.rule = ANY(${parameters.add(rules)}::text[])`);
  }
  if (filter.severities != null) {
    const codes = values(filter.severities, 'severities').map((severity) => SEVERITY.toCode[severity]);
    where.push(`f.severity = ANY(${parameters.add(codes)}::smallint[])`);
  }
  if (filter.bearings != null) {
    const codes = values(filter.bearings, 'bearings').map((bearing) => STANDING.toCode[bearing]);
    where.push(`f.bearing = ANY(${parameters.add(codes)}::smallint[])`);
  }
  const states = filter.states == null ? null : values(filter.states, 'states');
  // The literal lets PostgreSQL use the index of open findings.
  if (!states || (states.length === 1 && states[0] === 'OPEN')) where.push('f.state = 1');
  else where.push(`f.state = ANY(${parameters.add(states.map((state) => FINDING_STATE.toCode[state]))}::smallint[])`);
  return where;
}

function values<T>(list: T[], name: string): T[] {
  if (list.length === 0) throw badInput(['filter', name], 'the list is empty; name a value, or leave it out');
  if (list.length > MAX_VALUES) throw badInput(['filter', name], `${list.length} values; the limit is ${MAX_VALUES}`);
  return list;
}
