import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { countColumn } from '../database/columns.js';
import { ArticleEntity } from './article.entity.js';

/** How a row of an article stood before it changed. Triggers write it, and nobody else may. */
@Entity('past_row')
@ForeignKey(() => ArticleEntity, ['workspaceId', 'articleId'], ['workspaceId', 'id'], {
  name: 'past_row_workspace_id_article_id_fkey',
  onDelete: 'CASCADE',
})
export class PastRowEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'past_row_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'article_id', primaryKeyConstraintName: 'past_row_pkey' })
  articleId!: string;

  /** A code of `PAST_KIND`. */
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'past_row_pkey' })
  kind!: number;

  @PrimaryColumn('uuid', { name: 'row_id', primaryKeyConstraintName: 'past_row_pkey' })
  rowId!: string;

  /** The first revision of a claim's text; 0 elsewhere. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'past_row_pkey' })
  part!: number;

  /** The event of the article up to which it stood so. */
  @PrimaryColumn({
    ...countColumn({ name: 'until_seq' }),
    nullable: false,
    primaryKeyConstraintName: 'past_row_pkey',
  })
  untilSeq!: number;

  /** Some of its columns; null: it was not there. */
  @Column('jsonb', { nullable: true })
  state!: Record<string, unknown> | null;
}
