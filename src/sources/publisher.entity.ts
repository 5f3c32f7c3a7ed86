import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RELIABILITY, type Reliability } from '../database/codes.js';
import { codeColumn } from '../database/columns.js';
import { WorkspaceEntity } from '../workspaces/workspace.entity.js';

/** Who stands behind a source. */
@Entity('publisher')
@Index('publisher_key', ['workspaceId', 'key'], { unique: true })
@Index('publisher_rated', ['workspaceId'], { where: 'reliability IS NOT NULL' })
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], {
  name: 'publisher_workspace_id_fkey',
  onDelete: 'CASCADE',
})
export class PublisherEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'publisher_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'publisher_pkey' })
  id!: string;

  @Column('text')
  name!: string;

  /** The name folded for comparison. */
  @Column('text')
  key!: string;

  @Column('text', { nullable: true })
  owner!: string | null;

  @Column({ type: 'text', array: true, default: () => "'{}'" })
  domains!: string[];

  /** Null: unrated. */
  @Column(codeColumn(RELIABILITY, { nullable: true }))
  reliability!: Reliability | null;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
