import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { RevisionEntity } from './revision.entity.js';
import type { MarkerProblem } from '../judging/evidence.js';

/** A marker as it stands in a revision. */
@Entity('marker')
@ForeignKey(() => RevisionEntity, ['workspaceId', 'revisionId'], ['workspaceId', 'id'], {
  name: 'marker_workspace_id_revision_id_fkey',
  onDelete: 'CASCADE',
})
export class MarkerEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'marker_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'revision_id', primaryKeyConstraintName: 'marker_pkey' })
  revisionId!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'marker_pkey' })
  ordinal!: number;

  @Column('text')
  raw!: string;

  @Column('integer', { name: 'start_offset' })
  startOffset!: number;

  @Column('integer', { name: 'end_offset' })
  endOffset!: number;

  @Column('integer')
  line!: number;

  @Column({ type: 'text', array: true })
  labels!: string[];

  @Column('text', { nullable: true })
  problem!: MarkerProblem | null;
}
