import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SourceEntity } from './source.entity.js';
import { MemberEntity } from '../workspaces/member.entity.js';

/** A source's text as captured at a time. */
@Entity('snapshot')
@Index('snapshot_source', ['workspaceId', 'sourceId', 'capturedAt'])
@ForeignKey(() => SourceEntity, ['workspaceId', 'sourceId'], ['workspaceId', 'id'], {
  name: 'snapshot_workspace_id_source_id_fkey',
  onDelete: 'CASCADE',
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

  @Column('text')
  content!: string;

  /** False when only a part of the source was captured. */
  @Column('boolean')
  complete!: boolean;

  @Column('uuid', { name: 'captured_by', nullable: true })
  capturedBy!: string | null;

  @Column('timestamptz', { name: 'captured_at' })
  capturedAt!: Date;
}
