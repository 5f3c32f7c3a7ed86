import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Comparison } from '../judging/comparison.js';
import { CitationEntity } from './citation.entity.js';

/** What came of holding a claim and its quote beside the snapshots of the cited source. */
@Entity('citation_comparison')
@Index('citation_comparison_judge_due', { synchronize: false })
@ForeignKey(() => CitationEntity, ['workspaceId', 'citationId'], ['workspaceId', 'id'], {
  name: 'citation_comparison_workspace_id_citation_id_fkey',
  onDelete: 'CASCADE',
})
export class CitationComparisonEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'citation_comparison_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'citation_id', primaryKeyConstraintName: 'citation_comparison_pkey' })
  citationId!: string;

  /** Of the claim's words, the quote and the source's snapshots. One that was made from others is not looked at. */
  @Column('text', { name: 'made_from' })
  madeFrom!: string;

  @Column('jsonb')
  comparison!: Comparison;

  @Column('timestamptz', { name: 'compared_at' })
  comparedAt!: Date;

  /** Since when, or from when on, the second judge is to be asked; null: it is not. */
  @Column('timestamptz', { name: 'judge_due_at', nullable: true })
  judgeDueAt!: Date | null;

  /** How often it was asked in vain. */
  @Column('smallint', { name: 'judge_attempts', default: 0 })
  judgeAttempts!: number;
}
