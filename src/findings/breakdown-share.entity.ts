import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ArticleEntity } from '../articles/article.entity.js';

/** What of the totals of publishers, rules and headings an article has, as it was counted last. */
@Entity('breakdown_share')
@ForeignKey(() => ArticleEntity, ['workspaceId', 'articleId'], ['workspaceId', 'id'], {
  name: 'breakdown_share_workspace_id_article_id_fkey',
  onDelete: 'CASCADE',
})
export class BreakdownShareEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'breakdown_share_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'article_id', primaryKeyConstraintName: 'breakdown_share_pkey' })
  articleId!: string;

  /**
   * By code of `BREAKDOWN`, and by key, the counts: claims, unsupported ones, those of each standing, and open findings by
   * severity and by "rule:" and the rule's id. What is 0 is left out.
   */
  @Column('jsonb')
  shares!: Record<string, Record<string, Record<string, number>>>;
}
