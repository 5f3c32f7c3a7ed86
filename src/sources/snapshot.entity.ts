import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SNAPSHOT_EXTENT } from '../database/codes.js';
import { codeColumn } from '../database/columns.js';
import type { SnapshotExtent } from '../judging/comparison.js';
import { SnapshotTextEntity } from './snapshot-text.entity.js';
import { SourceEntity } from './source.entity.js';
import { MemberEntity } from '../workspaces/member.entity.js';

/** A source's text as captured at a time. */
@Entity('snapshot')
@Index('snapshot_source', ['workspaceId', 'sourceId', 'capturedAt'])
@ForeignKey(() => SourceEntity, ['workspaceId', 'sourceId'], ['workspaceId', 'id'], {
  name: 'snapshot_workspace_id_source_id_fkey',
  onDelete: 'CASCADE',
})
@ForeignKey(() => SnapshotTextEntity, ['workspaceId', 'hash'], ['workspaceId', 'hash'], {
  name: 'snapshot_workspace_id_hash_fkey',
})
@ForeignKey(() => MemberEntity, ['workspaceId', 'capturedBy'], ['workspaceId', 'id'], {
  name: 'snapshot_workspace_id_captured_by_fkey',
})
export class SnapshotEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'snapshot_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'snapshot_pkey' })
  id!: string;

  @Column('uuid', { name: 'source_id' })
  sourceId!: string;

  /** SHA-256 of the text as UTF-8. */
  @Column('bytea')
  hash!: Buffer;

  @Column('text', { name: 'media_type' })
  mediaType!: string;

  @Column('text', { nullable: true })
  title!: string | null;

  @Column(codeColumn(SNAPSHOT_EXTENT))
  extent!: SnapshotExtent;

  /** Where it was in the end, when it was fetched. */
  @Column('text', { name: 'final_url', nullable: true })
  finalUrl!: string | null;

  @Column('text', { nullable: true })
  etag!: string | null;

  /** As the site writes it. */
  @Column('text', { name: 'last_modified', nullable: true })
  lastModified!: string | null;

  /** What speaks against its being the whole source, in sentences. */
  @Column('text', { array: true, default: () => "'{}'" })
  cautions!: string[];

  @Column('uuid', { name: 'captured_by', nullable: true })
  capturedBy!: string | null;

  @Column('timestamptz', { name: 'captured_at' })
  capturedAt!: Date;

  /** When the same text was last captured again; at first as `capturedAt`. */
  @Column('timestamptz', { name: 'seen_at' })
  seenAt!: Date;
}
