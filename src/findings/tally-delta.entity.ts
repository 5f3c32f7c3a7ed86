import { Column, Entity, PrimaryColumn } from 'typeorm';

/** By how much a change of one article changed the totals of a desk; gone when it is folded into them. */
@Entity('tally_delta')
export class TallyDeltaEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'tally_delta_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'tally_delta_pkey' })
  id!: string;

  @Column('text')
  desk!: string;

  /** Differences by measure. */
  @Column('jsonb')
  changes!: Record<string, number>;

  /** When the hour of the change began; null: it mends the totals, and is no change in time. */
  @Column('timestamptz', { nullable: true })
  hour!: Date | null;

  /** How many findings came with the change. */
  @Column('integer', { default: 0 })
  opened!: number;

  /** How many findings went with it. */
  @Column('integer', { default: 0 })
  fixed!: number;
}
