import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Comparison } from '../judging/comparison.js';
import { CitationEntity } from './citation.entity.js';

/** What came of holding a claim and its quote beside the snapshots of the cited source. */
@Entity('citation_comparison')
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
}
