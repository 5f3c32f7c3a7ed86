import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ArticleEntity } from '../articles/article.entity.js';

/** How an article's tally stood at the end of an hour in which it changed. */
@Entity('tally_hour')
@ForeignKey(() => ArticleEntity, ['workspaceId', 'articleId'], ['workspaceId', 'id'], {
  name: 'tally_hour_workspace_id_article_id_fkey',
  onDelete: 'CASCADE',
})
export class TallyHourEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'tally_hour_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'article_id', primaryKeyConstraintName: 'tally_hour_pkey' })
  articleId!: string;

  /** When it began. */
  @PrimaryColumn('timestamptz', { primaryKeyConstraintName: 'tally_hour_pkey' })
  hour!: Date;

  /** By the names of `workspace_tally.measure`; what is 0 is left out. */
  @Column('jsonb')
  measures!: Record<string, number>;

  /** How many findings came in it. */
  @Column('integer')
  opened!: number;

  /** How many findings went in it. */
  @Column('integer')
  fixed!: number;
}
