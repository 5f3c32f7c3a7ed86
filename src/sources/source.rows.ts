import { RELIABILITY, SNAPSHOT_EXTENT } from '../database/codes.js';
import { identity } from '../graphql/ids.js';
import { sqlOrder, textKey, timeKey, uuidKey } from '../graphql/keyset.js';
import { Columns, named, type Needs } from '../graphql/rows.js';
import { toLinkHealth, type StoredLink } from './link.js';
import type { Publisher, Reference, Snapshot, Source, SourceOrder } from './source.type.js';
import { TITLE_START } from './title-start.js';

export interface PublisherRow {
  id: string;
  name: string;
  owner: string | null;
  domains: string[];
  reliability: number | null;
  version: number;
}

/** Of a table `publisher pb`. */
export const PUBLISHER_COLUMNS = new Columns<PublisherRow>('pb_', {
  id: 'pb.id',
  name: 'pb.name',
  owner: 'pb.owner',
  domains: 'pb.domains',
  reliability: 'pb.reliability',
  version: 'pb.version',
});

export const PUBLISHER_NEEDS: Needs<PublisherRow> = {
  name: ['name'],
  owner: ['owner'],
  domains: ['domains'],
  reliability: ['reliability'],
  version: ['version'],
};

export function toPublisher(row: PublisherRow): Publisher {
  return {
    ...identity('Publisher', row.id),
    name: row.name,
    owner: row.owner,
    domains: row.domains,
    reliability: named(RELIABILITY, row.reliability),
    version: row.version,
  };
}

/** By folded name, of which a workspace has each once. */
export const PUBLISHER_ORDER = sqlOrder('publishers', [textKey('pb.key')]);

export interface SourceRow {
  id: string;
  title: string | null;
  url: string | null;
  doi: string | null;
  publisher_id: string | null;
  published_at: Date | null;
  csl: unknown;
  retracted: boolean;
  link: StoredLink | null;
  version: number;
}

/** Of a table `source s`. */
export const SOURCE_COLUMNS = new Columns<SourceRow>('s_', {
  id: 's.id',
  title: 's.title',
  url: 's.url',
  doi: 's.doi',
  publisher_id: 's.publisher_id',
  published_at: 's.published_at',
  csl: 's.csl',
  retracted: '(s.retracted_at IS NOT NULL)',
  link: 's.link',
  version: 's.version',
});

export const SOURCE_NEEDS: Needs<SourceRow> = {
  title: ['title'],
  url: ['url'],
  doi: ['doi'],
  publisher: ['publisher_id'],
  publishedAt: ['published_at'],
  csl: ['csl'],
  retracted: ['retracted'],
  link: ['link'],
  version: ['version'],
};

export function toSource(row: SourceRow): Source {
  return {
    ...identity('Source', row.id),
    title: row.title,
    url: row.url,
    doi: row.doi,
    publishedAt: row.published_at,
    retracted: row.retracted,
    csl: row.csl,
    link: row.link && {
      ...toLinkHealth(row.link),
      finalUrl: row.link.finalUrl,
      problemCode: row.link.problemCode ?? null,
    },
    version: row.version,
    publisherUuid: row.publisher_id,
  };
}

export const SOURCE_ORDERS = {
  // UUIDv7: the order of the ids is the order in which they were made.
  NEWEST: sqlOrder('sources:newest', [uuidKey('s.id')], true),
  TITLE: sqlOrder('sources:title', [
    // Of a cursor that has all of a long title, too.
    { ...textKey('s.title_start'), compared: (at) => `left(${at}::text, ${TITLE_START})` },
    uuidKey('s.id'),
  ]),
} as const satisfies Record<SourceOrder, unknown>;

export interface SnapshotRow {
  id: string;
  hash: Buffer;
  media_type: string;
  title: string | null;
  extent: number;
  cautions: string[];
  final_url: string | null;
  length: number;
  words: number;
  captured_by: string | null;
  captured_at: Date;
  seen_at: Date;
}

/** Of tables `snapshot sn` and `snapshot_text st`. Without the text. */
export const SNAPSHOT_COLUMNS = new Columns<SnapshotRow>('sn_', {
  id: 'sn.id',
  hash: 'sn.hash',
  media_type: 'sn.media_type',
  title: 'sn.title',
  extent: 'sn.extent',
  cautions: 'sn.cautions',
  final_url: 'sn.final_url',
  length: 'st.length',
  words: 'st.words',
  captured_by: 'sn.captured_by',
  captured_at: 'sn.captured_at',
  seen_at: 'sn.seen_at',
});

export const SNAPSHOT_FROM = `snapshot sn
  JOIN snapshot_text st ON st.workspace_id = sn.workspace_id AND st.hash = sn.hash`;

export function toSnapshot(row: SnapshotRow): Snapshot {
  return {
    ...identity('Snapshot', row.id),
    hash: row.hash.toString('hex'),
    mediaType: row.media_type,
    title: row.title,
    complete: row.extent !== SNAPSHOT_EXTENT.toCode.PARTIAL,
    extent: named(SNAPSHOT_EXTENT, row.extent),
    cautions: row.cautions,
    finalUrl: row.final_url,
    length: row.length,
    wordCount: row.words,
    capturedAt: row.captured_at,
    seenAt: row.seen_at,
    capturedByUuid: row.captured_by,
  };
}

/** The newest first. */
export const SNAPSHOT_ORDER = sqlOrder('snapshots', [timeKey('sn.captured_at'), uuidKey('sn.id')], true);

export interface ReferenceRow {
  id: string;
  article_id: string;
  number: number;
  label: string;
  text: string | null;
  citation_count: number;
  source_id: string | null;
}

/**
 * Whether a reference is one that its article cites or lists: not the number that proposals hold for a source, or that
 * what an editor attached had before it was taken away.
 *
 * @param r the table's name in the statement
 */
export const isListed = (r: string): string => `${r}.gone_in IS NULL AND NOT (${r}.added AND ${r}.citation_count = 0)`;

/** Of a table `reference r`. */
export const REFERENCE_COLUMNS = new Columns<ReferenceRow>('r_', {
  id: 'r.id',
  article_id: 'r.article_id',
  number: 'r.number',
  label: 'r.label',
  text: 'r.text',
  citation_count: 'r.citation_count',
  source_id: 'r.source_id',
});

export function toReference(row: ReferenceRow): Reference {
  return {
    ...identity('Reference', row.id),
    number: row.number,
    label: row.label,
    text: row.text,
    citationCount: row.citation_count,
    sourceUuid: row.source_id,
  };
}
