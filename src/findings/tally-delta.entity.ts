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
}
