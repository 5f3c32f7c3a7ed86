import { Injectable } from '@nestjs/common';
import { notArchived } from '../articles/article.rows.js';
import type { ClaimFilter, ClaimOrder } from '../claims/claim-filter.type.js';
import { CLAIM_ORDERS } from '../claims/claim.rows.js';
import type { Claim } from '../claims/claim.type.js';
import { Database, type WorkspaceConnection } from '../database/database.js';
import { toConnection, type Connection, type Page } from '../graphql/connection.js';
import { connectRows, pageStatement, Parameters, type KeyedRow, type PageSource } from '../graphql/keyset.js';
import { grouped, type RequestContext } from '../graphql/request-context.js';
import type { Selection } from '../graphql/selection.js';
import { claimConditions } from './claim-filter.js';
import { attachedStatement, claimColumns, claimOfRow } from './claim-page.js';

export interface ClaimQuery {
  readonly filter: ClaimFilter | null | undefined;
  readonly order: ClaimOrder;
  readonly page: Page;
  /** What is asked of each claim; null: nothing but that it is there. */
  readonly claim: Selection | null;
  readonly unsupported?: boolean;
  /** Only those on which a person's verdict stands. */
  readonly judged?: boolean;
}

/** A claim among the restatements of its article. */
export interface Restated {
  readonly uuid: string;
  readonly articleUuid: string;
  readonly restatementGroup: number | null;
}

/** A claim that was found to belong to another one. */
export interface Chosen {
  readonly parent: string;
  readonly claimUuid: string;
}

const HAS_VERDICT = `EXISTS (SELECT FROM verdict jv
  WHERE jv.workspace_id = $1 AND jv.claim_id = c.id AND jv.outdated_at IS NULL)`;

interface ClaimSource extends PageSource {
  /** See `ClaimConditions`. */
  readonly byValue: boolean;
}

type ParentSource = (parameters: Parameters) => NonNullable<PageSource['parents']>;

/**
 * The claims that a query is about, as a table `c`. `$1` is the workspace's id.
 *
 * @param parentSource null: of the whole workspace
 * @throws RequestError BAD_USER_INPUT for a filter that can never be right
 */
export function claimSource(
  { filter, unsupported, judged }: Pick<ClaimQuery, 'filter' | 'unsupported' | 'judged'>,
  parameters: Parameters,
  parentSource: ParentSource | null,
): ClaimSource {
  const { found, tested, tried, byValue } = claimConditions(filter, parameters);
  const where = [
    'c.workspace_id = $1',
    'c.gone_in IS NULL',
    // As literals: the partial indexes of unsupported claims serve only where the planner sees their condition.
    ...(unsupported ? ['c.standing BETWEEN 1 AND 4'] : []),
  ];
  const further = judged ? [HAS_VERDICT] : [];
  const source = { alias: 'c', from: 'claim c', byValue };
  // The claims of an article are few, and so each is tested. An archived article shows its own; they are in no list of the workspace.
  if (parentSource) return { ...source, parents: parentSource(parameters), where: [...where, ...further, ...tested] };
  further.unshift(notArchived('c.article_id'));
  if (tried === null) return { ...source, where: [...where, ...further, ...found] };
  return {
    ...source,
    where,
    frequent: { tested: [...further, ...tested], found: [...further, ...found], tried },
  };
}

/**
 * Reads pages of claims with all that hangs on them, in two statements: the page with its articles, and then the
 * citations, sources, publishers and findings of its claims.
 */
@Injectable()
export class ClaimPageLoader {
  constructor(private readonly database: Database) {}

  /** A page of the claims of the workspace. */
  page(context: RequestContext, query: ClaimQuery): Promise<Connection<Claim>> {
    return this.database.readWorkspace(context.viewer, async (client) => {
      const [connection] = await this.read(client, context, query, [null], null);
      if (!connection) throw new Error('a page was not read');
      return connection;
    });
  }

  /** The same page of the claims of each of several articles. */
  pagesOfArticles(
    context: RequestContext,
    articles: readonly string[],
    query: ClaimQuery,
  ): Promise<Connection<Claim>[]> {
    return this.database.readWorkspace(context.viewer, (client) =>
      this.read(client, context, query, articles, (parameters) => ({
        from: `unnest(${parameters.add(articles)}::uuid[]) p(parent)`,
        condition: 'c.article_id = p.parent',
      })),
    );
  }

  /** The same page of what restates each of several claims, within its article. */
  pagesOfRestatements(
    context: RequestContext,
    claims: readonly Restated[],
    query: ClaimQuery,
  ): Promise<Connection<Claim>[]> {
    const ids = claims.map(({ uuid }) => uuid);
    return this.database.readWorkspace(context.viewer, (client) =>
      this.read(client, context, query, ids, (parameters) => ({
        from: `unnest(${parameters.add(ids)}::uuid[], ${parameters.add(claims.map((each) => each.articleUuid))}::uuid[],
          ${parameters.add(claims.map((each) => each.restatementGroup))}::integer[]) p(parent, article_id, restated)`,
        condition: 'c.article_id = p.article_id AND c.restatement_group = p.restated AND c.id <> p.parent',
      })),
    );
  }

  /** The same page of chosen claims, which belong to each of several parents. */
  pagesOfChosen(
    context: RequestContext,
    parents: readonly string[],
    chosen: readonly Chosen[],
    query: ClaimQuery,
  ): Promise<Connection<Claim>[]> {
    if (chosen.length === 0) return Promise.resolve(parents.map(() => toConnection<Claim>(query.page, [])));
    const byParent = grouped(parents, chosen, ({ parent }) => parent);
    const lists = byParent.map((own) => JSON.stringify(own.map(({ claimUuid }) => claimUuid)));
    return this.database.readWorkspace(context.viewer, (client) =>
      this.read(client, context, query, parents, (parameters) => ({
        from: `unnest(${parameters.add(parents)}::uuid[], ${parameters.add(lists)}::jsonb[]) p(parent, chosen)`,
        condition: 'c.id IN (SELECT value::uuid FROM jsonb_array_elements_text(p.chosen))',
      })),
    );
  }

  /** @param parents whose claims each row belongs to: `null` alone for those of the whole workspace */
  private async read(
    client: WorkspaceConnection,
    context: RequestContext,
    { filter, order, page, claim, unsupported, judged }: ClaimQuery,
    parents: readonly (string | null)[],
    parentSource: ParentSource | null,
  ): Promise<Connection<Claim>[]> {
    const { workspaceId } = context.viewer;
    const parameters = new Parameters();
    parameters.add(workspaceId);
    const source = {
      ...claimSource({ filter, unsupported, judged }, parameters, parentSource),
      ...claimColumns(claim),
    };
    const sqlOrder = CLAIM_ORDERS[order];
    const statement = pageStatement(source, sqlOrder, page, parameters);
    const rows = await client.query<KeyedRow>(statement, parameters.values);
    const connections = grouped(parents, rows, (row) => (row.parent ?? null) as string | null).map((own) =>
      connectRows(sqlOrder, page, own, (row) => claimOfRow(row, claim)),
    );
    const claims = connections.flatMap(({ edges }) => edges.map(({ node }) => node));
    const attached = attachedStatement(workspaceId, claims, claim);
    if (attached) attached.attach(await client.query<KeyedRow>(attached.sql, attached.values));
    return connections;
  }
}
