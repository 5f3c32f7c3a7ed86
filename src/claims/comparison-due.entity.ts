import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ArticleEntity } from '../articles/article.entity.js';

/** An article some of whose citations are still to be compared with their sources. */
@Entity('comparison_due')
@Index('comparison_due_at', ['workspaceId', 'dueAt'])
@ForeignKey(() => ArticleEntity, ['workspaceId', 'articleId'], ['workspaceId', 'id'], {
  name: 'comparison_due_workspace_id_article_id_fkey',
  onDelete: 'CASCADE',
})
export class ComparisonDueEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'comparison_due_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'article_id', primaryKeyConstraintName: 'comparison_due_pkey' })
  articleId!: string;

  @Column('timestamptz', { name: 'due_at' })
  dueAt!: Date;

  /** How often it was asked for: who has done it takes away what was asked before alone. */
  @Column('integer', { default: 1 })
  asked!: number;

  /** How often it was tried in vain. */
  @Column('integer', { default: 0 })
  attempts!: number;
}
