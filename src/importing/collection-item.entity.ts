import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ArticleEntity } from '../articles/article.entity.js';
import { COLLECTION_OUTCOME, type CollectionOutcome } from '../database/codes.js';
import { codeColumn } from '../database/columns.js';
import { JobEntity } from '../jobs/job.entity.js';

/** What became of one article of a collection, or of a file in it that is none. */
@Entity('collection_item')
@Index('collection_item_article', { synchronize: false })
@ForeignKey(() => JobEntity, ['workspaceId', 'jobId'], ['workspaceId', 'id'], {
  name: 'collection_item_workspace_id_job_id_fkey',
  onDelete: 'CASCADE',
})
@ForeignKey(() => ArticleEntity, ['workspaceId', 'articleId'], ['workspaceId', 'id'], {
  name: 'collection_item_workspace_id_article_id_fkey',
  onDelete: 'CASCADE',
})
export class CollectionItemEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'collection_item_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'job_id', primaryKeyConstraintName: 'collection_item_pkey' })
  jobId!: string;

  /** Its place in the collection, from 1. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'collection_item_pkey' })
  ordinal!: number;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  slug!: string | null;

  @Column(codeColumn(COLLECTION_OUTCOME))
  outcome!: CollectionOutcome;

  @Column('text', { array: true })
  messages!: string[];

  @Column('uuid', { name: 'article_id', nullable: true })
  articleId!: string | null;
}
