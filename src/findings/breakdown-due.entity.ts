import { Entity, PrimaryColumn } from 'typeorm';

/** A change after which an article's share of breakdowns is to be counted anew. Until then it is counted by whoever reads. */
@Entity('breakdown_due')
export class BreakdownDueEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'breakdown_due_pkey' })
  workspaceId!: string;

  /** A code of `DUE_OF_BREAKDOWNS`: the article that changed, or a source; then it is those that cite the source. */
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'breakdown_due_pkey' })
  kind!: number;

  @PrimaryColumn('uuid', { name: 'subject_id', primaryKeyConstraintName: 'breakdown_due_pkey' })
  subjectId!: string;

  /** One a change: what is counted is what changed before, and a later change is due by itself. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'breakdown_due_pkey' })
  id!: string;
}
