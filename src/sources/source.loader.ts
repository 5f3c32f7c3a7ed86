import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Connection, Page } from '../graphql/connection.js';
import { textArgument, uuidArgument } from '../graphql/ids.js';
import type { KeyedRow, Parameters } from '../graphql/keyset.js';
import { readPageOf, readPagesOf, rowsByIds } from '../graphql/load.js';
import { NodeRegistry } from '../graphql/node-registry.js';
import { partFilter, type SearchedWords } from '../graphql/part-filter.js';
import { batched, grouped, type RequestContext } from '../graphql/request-context.js';
import { leadingSource } from './leading-source.js';
import {
  isListed,
  PUBLISHER_COLUMNS,
  PUBLISHER_ORDER,
  REFERENCE_COLUMNS,
  SNAPSHOT_COLUMNS,
  SNAPSHOT_FROM,
  SNAPSHOT_ORDER,
  SOURCE_COLUMNS,
  SOURCE_ORDERS,
  toPublisher,
  toReference,
  toSnapshot,
  toSource,
} from './source.rows.js';
import type { Publisher, Reference, Snapshot, Source, SourceFilter, SourceOrder } from './source.type.js';

/** Reads sources and what belongs to them, many at a time. */
@Injectable()
export class SourceLoader implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly registry: NodeRegistry,
  ) {}

  onModuleInit(): void {
    this.registry.register('Source', (context, uuid) => this.byId(context, uuid));
    this.registry.register('Publisher', (context, uuid) => this.publisherById(context, uuid));
    this.registry.register('Snapshot', (context, uuid) => this.snapshotById(context, uuid));
    this.registry.register('Reference', (context, uuid) => this.referenceById(context, uuid));
  }

  /** The source that an id leads to: of one that was merged, the one that was kept. */
  byId(context: RequestContext, uuid: string): Promise<Source | null> {
    return batched<string, Source | null>(context, 'source', async (ids) => {
      const rows = await this.database.readWorkspace(context.viewer, (client) =>
        client.query<KeyedRow & { named: string }>(
          `SELECT n.id AS named, ${SOURCE_COLUMNS.list().join(', ')}
           FROM (SELECT unnest($2::uuid[]) AS id) n ${leadingSource('n.id')}`,
          [context.viewer.workspaceId, ids],
        ),
      );
      const sources = new Map(rows.map((row) => [row.named, toSource(SOURCE_COLUMNS.read(row))]));
      return ids.map((id) => sources.get(id) ?? null);
    }).load(uuid);
  }

  publisherById(context: RequestContext, uuid: string): Promise<Publisher | null> {
    return batched<string, Publisher | null>(context, 'publisher', async (ids) => {
      const rows = await rowsByIds(this.database, context.viewer, PUBLISHER_COLUMNS, 'publisher pb', 'pb', ids);
      return rows.map((row) => row && toPublisher(row));
    }).load(uuid);
  }

  snapshotById(context: RequestContext, uuid: string): Promise<Snapshot | null> {
    return batched<string, Snapshot | null>(context, 'snapshot', async (ids) => {
      const rows = await rowsByIds(this.database, context.viewer, SNAPSHOT_COLUMNS, SNAPSHOT_FROM, 'sn', ids);
      return rows.map((row) => row && toSnapshot(row));
    }).load(uuid);
  }

  referenceById(context: RequestContext, uuid: string): Promise<Reference | null> {
    return batched<string, Reference | null>(context, 'reference', async (ids) => {
      const rows = await rowsByIds(this.database, context.viewer, REFERENCE_COLUMNS, 'reference r', 'r', ids);
      return rows.map((row) => row && toReference(row));
    }).load(uuid);
  }

  /** The references of an article's newest revision, in number order. */
  referencesOf(context: RequestContext, articleUuid: string): Promise<Reference[]> {
    return batched<string, Reference[]>(context, 'references of an article', async (ids) => {
      const rows = await this.database.readWorkspace(context.viewer, (client) =>
        client.query<KeyedRow>(
          `SELECT ${REFERENCE_COLUMNS.list().join(', ')} FROM reference r
           WHERE r.workspace_id = $1 AND r.article_id = ANY($2::uuid[]) AND ${isListed('r')}
           ORDER BY r.number, r.label`,
          [context.viewer.workspaceId, ids],
        ),
      );
      const read = rows.map((row) => REFERENCE_COLUMNS.read(row));
      return grouped(ids, read, (row) => row.article_id).map((own) => own.map(toReference));
    }).load(articleUuid);
  }

  snapshotsOf(context: RequestContext, source: Source, page: Page, place: string): Promise<Connection<Snapshot>> {
    return batched<string, Connection<Snapshot>>(context, place, (ids) =>
      readPagesOf(
        this.database,
        context.viewer,
        ids,
        'sn.source_id',
        () => ({
          alias: 'sn',
          from: SNAPSHOT_FROM,
          columns: SNAPSHOT_COLUMNS.list(),
          where: ['sn.workspace_id = $1'],
        }),
        SNAPSHOT_ORDER,
        page,
        (row) => toSnapshot(SNAPSHOT_COLUMNS.read(row)),
      ),
    ).load(source.uuid);
  }

  async page(
    context: RequestContext,
    filter: SourceFilter | null | undefined,
    order: SourceOrder,
    page: Page,
  ): Promise<Connection<Source>> {
    const text = filter?.text == null ? null : textArgument(filter.text, ['filter', 'text']);
    const hasText = text === null ? null : await partFilter(this.database, context.viewer, WORDS, text);
    const source = (parameters: Parameters) => ({
      alias: 's',
      from: 'source s',
      columns: SOURCE_COLUMNS.list(),
      where: [
        's.workspace_id = $1',
        's.merged_into IS NULL',
        ...conditions(filter ?? {}, parameters),
        ...(hasText ? [hasText(parameters)] : []),
      ],
    });
    return await readPageOf(this.database, context.viewer, source, SOURCE_ORDERS[order], page, (row) =>
      toSource(SOURCE_COLUMNS.read(row)),
    );
  }

  publishers(context: RequestContext, page: Page): Promise<Connection<Publisher>> {
    const source = () => ({
      alias: 'pb',
      from: 'publisher pb',
      columns: PUBLISHER_COLUMNS.list(),
      where: ['pb.workspace_id = $1'],
    });
    return readPageOf(this.database, context.viewer, source, PUBLISHER_ORDER, page, (row) =>
      toPublisher(PUBLISHER_COLUMNS.read(row)),
    );
  }
}

const WORDS: SearchedWords = {
  search: 'search_sources',
  id: 's.id',
  words: "concat_ws(' ', s.title, s.url)",
};

/** All but that of the words. */
function conditions(filter: SourceFilter, parameters: Parameters): string[] {
  const where: string[] = [];
  if (filter.publisherId != null) {
    const publisher = uuidArgument('Publisher', filter.publisherId, ['filter', 'publisherId']);
    where.push(`s.publisher_id = ${parameters.add(publisher)}::uuid`);
  }
  if (filter.articleId != null) {
    const article = parameters.add(uuidArgument('Article', filter.articleId, ['filter', 'articleId']));
    where.push(`s.id IN (SELECT c.id FROM reference r ${leadingSource('r.source_id', 'INNER', 'c')}
      WHERE r.workspace_id = $1 AND r.article_id = ${article}::uuid AND ${isListed('r')})`);
  }
  if (filter.retracted != null) where.push(`s.retracted_at IS ${filter.retracted ? 'NOT NULL' : 'NULL'}`);
  if (filter.failing != null) {
    where.push(`coalesce((s.link->>'failures')::int, 0) ${filter.failing ? '>' : '='} 0`);
  }
  return where;
}
