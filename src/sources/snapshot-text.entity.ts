import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { WorkspaceEntity } from '../workspaces/workspace.entity.js';

/** A text that was captured, once a workspace: snapshots name it by its hash. */
@Entity('snapshot_text')
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], {
  name: 'snapshot_text_workspace_id_fkey',
  onDelete: 'CASCADE',
})
export class SnapshotTextEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'snapshot_text_pkey' })
  workspaceId!: string;

  /** SHA-256 of the text as UTF-8. */
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'snapshot_text_pkey' })
  hash!: Buffer;

  /** In UTF-16 units, as all positions. */
  @Column('integer')
  length!: number;

  @Column('integer')
  words!: number;

  /** The text as UTF-8, compressed by Brotli. */
  @Column('bytea')
  content!: Buffer;
}
