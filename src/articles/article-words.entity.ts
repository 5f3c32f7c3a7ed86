import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ArticleEntity } from './article.entity.js';

/**
 * What an article is looked for by. Apart from the article, whose row every change writes anew: so its keys in the index are
 * written when the title changes, and not before.
 */
@Entity('article_words')
@Index('article_words_title', { synchronize: false })
@ForeignKey(() => ArticleEntity, ['workspaceId', 'articleId'], ['workspaceId', 'id'], {
  name: 'article_words_workspace_id_article_id_fkey',
  onDelete: 'CASCADE',
})
export class ArticleWordsEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'article_words_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'article_id', primaryKeyConstraintName: 'article_words_pkey' })
  articleId!: string;

  /** That of the article. */
  @Column('text')
  title!: string;
}
