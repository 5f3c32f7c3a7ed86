import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Connection, Page } from '../graphql/connection.js';
import type { KeyedRow, PageSource } from '../graphql/keyset.js';
import { readPagesOf, rowsByIds } from '../graphql/load.js';
import { NodeRegistry } from '../graphql/node-registry.js';
import { batched, grouped, inOrder, type RequestContext } from '../graphql/request-context.js';
import { rowsTogether } from '../graphql/rows-together.js';
import { sameSource } from '../sources/leading-source.js';
import type { Source } from '../sources/source.type.js';
import {
  CITATION_COLUMNS,
  CITATION_FROM,
  CITATION_ORDER,
  CLAIM_COLUMNS,
  CLAIM_TEXT_COLUMNS,
  CLAIM_TEXT_JOIN,
  toCitation,
  toClaim,
} from './claim.rows.js';
import type { Citation, Claim } from './claim.type.js';

const CLAIMS_BY_IDS = `SELECT ${[...CLAIM_COLUMNS.list(), ...CLAIM_TEXT_COLUMNS.list()].join(', ')}
  FROM claim c ${CLAIM_TEXT_JOIN} WHERE c.workspace_id = $1 AND c.id = ANY($2::uuid[])`;

/**
 * Citations of the source that a table `p` has all ids of, in `same`. Indexes alone tell which those are and in what order; of a source
 * that many cite, no more than the page's own rows are looked at.
 */
const citing = ({ forward }: Page): PageSource => ({
  alias: 'n',
  from: `(SELECT z.id, z.claim_id FROM reference o JOIN citation z ON z.workspace_id = $1 AND z.reference_id = o.id
      WHERE o.workspace_id = $1 AND o.source_id = ANY (p.same) ORDER BY z.id ${forward ? 'ASC' : 'DESC'} OFFSET 0) ci
    JOIN claim c ON c.workspace_id = $1 AND c.id = ci.claim_id`,
  columns: ['ci.id'],
  where: ['c.gone_in IS NULL'],
  joins: [
    'JOIN citation ci ON ci.workspace_id = $1 AND ci.id = n.id',
    'JOIN reference r ON r.workspace_id = $1 AND r.id = ci.reference_id',
  ],
  select: CITATION_COLUMNS.list(),
});

/** Reads claims and citations, many at a time. Pages of claims are read in `querying`. */
@Injectable()
export class ClaimLoader implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly registry: NodeRegistry,
  ) {}

  onModuleInit(): void {
    this.registry.register('Claim', (context, uuid) => this.byId(context, uuid));
    this.registry.register('Citation', (context, uuid) => this.citationById(context, uuid));
  }

  /** Also one that a later revision no longer has: a link to it still says what it was. */
  byId(context: RequestContext, uuid: string): Promise<Claim | null> {
    return batched<string, Claim | null>(context, 'claim', async (ids) => {
      const rows = await rowsTogether(this.database, context.viewer, CLAIMS_BY_IDS, ids);
      return inOrder(ids, rows, (row) => row[`${CLAIM_COLUMNS.prefix}id`] as string).map(
        (row) => row && toClaim(CLAIM_COLUMNS.read(row), CLAIM_TEXT_COLUMNS.read(row)),
      );
    }).load(uuid);
  }

  citationById(context: RequestContext, uuid: string): Promise<Citation | null> {
    return batched<string, Citation | null>(context, 'citation', async (ids) => {
      const rows = await rowsByIds(this.database, context.viewer, CITATION_COLUMNS, CITATION_FROM, 'ci', ids);
      return rows.map((row) => row && toCitation(row));
    }).load(uuid);
  }

  /** The citations of a claim, in the order of its markers. */
  citationsOf(context: RequestContext, claimUuid: string): Promise<Citation[]> {
    return batched<string, Citation[]>(context, 'citations of a claim', async (ids) => {
      const rows = await this.database.readWorkspace(context.viewer, (client) =>
        client.query<KeyedRow>(
          `SELECT ${CITATION_COLUMNS.list().join(', ')} FROM ${CITATION_FROM}
           WHERE ci.workspace_id = $1 AND ci.claim_id = ANY($2::uuid[]) ORDER BY ci.ordinal, ci.id`,
          [context.viewer.workspaceId, ids],
        ),
      );
      const citations = rows.map((row) => toCitation(CITATION_COLUMNS.read(row)));
      return grouped(ids, citations, (citation) => citation.claimUuid);
    }).load(claimUuid);
  }

  /** Who cites a source. Not citations of claims that are gone. */
  citationsOfSource(context: RequestContext, source: Source, page: Page, place: string): Promise<Connection<Citation>> {
    return batched<string, Connection<Citation>>(context, place, (ids) =>
      readPagesOf(
        this.database,
        context.viewer,
        ids,
        (sources) => ({
          from: `unnest(${sources}) named(id)
            CROSS JOIN LATERAL (SELECT named.id AS parent, ${sameSource('named.id')} AS same OFFSET 0) p`,
          condition: 'TRUE',
        }),
        () => citing(page),
        CITATION_ORDER,
        page,
        (row) => toCitation(CITATION_COLUMNS.read(row)),
      ),
    ).load(source.uuid);
  }
}
