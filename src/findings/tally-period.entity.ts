import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { countColumn } from '../database/columns.js';
import { WorkspaceEntity } from '../workspaces/workspace.entity.js';

/** By how much the totals of a desk changed in an hour, a day, a month, up to the differences that are not folded yet. */
@Entity('tally_period')
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], {
  name: 'tally_period_workspace_id_fkey',
  onDelete: 'CASCADE',
})
export class TallyPeriodEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'tally_period_pkey' })
  workspaceId!: string;

  /** A code of `PERIOD`. */
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'tally_period_pkey' })
  length!: number;

  /** In UTC. */
  @PrimaryColumn('timestamptz', { name: 'begins_at', primaryKeyConstraintName: 'tally_period_pkey' })
  beginsAt!: Date;

  /** Empty for articles without one. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'tally_period_pkey' })
  desk!: string;

  /** Differences by measure. */
  @Column('jsonb')
  changes!: Record<string, number>;

  /** How many findings came in it. */
  @Column(countColumn())
  opened!: number;

  /** How many findings went in it. */
  @Column(countColumn())
  fixed!: number;
}
