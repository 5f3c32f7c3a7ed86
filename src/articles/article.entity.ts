import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { countColumn } from '../database/columns.js';
import { WorkspaceEntity } from '../workspaces/workspace.entity.js';

/** A published or draft text that makes claims. */
@Entity('article')
@Index('article_archived', { synchronize: false })
@Index('article_slug', ['workspaceId', 'slug'], { unique: true })
@Index('article_title', ['workspaceId', 'title', 'id'])
@Index('article_updated', ['workspaceId', 'updatedAt', 'id'])
@Index('article_desk', ['workspaceId', 'desk', 'id'])
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'article_workspace_id_fkey', onDelete: 'CASCADE' })
export class ArticleEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'article_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'article_pkey' })
  id!: string;

  @Column('text')
  slug!: string;

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  url!: string | null;

  /** BCP 47 tag. */
  @Column('text', { nullable: true })
  language!: string | null;

  @Column('text', { nullable: true })
  desk!: string | null;

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt!: Date | null;

  /** Counts changes, for optimistic concurrency. */
  @Column('integer', { default: 1 })
  version!: number;

  /** The number of the newest revision. */
  @Column('integer')
  revision!: number;

  /** The sequence number of its newest event; taken under the lock on this row. */
  @Column(countColumn({ name: 'event_seq', default: 0 }))
  eventSeq!: number;

  /** The event from which on it is kept how it stood; 0: from the first. */
  @Column(countColumn({ name: 'past_since', default: 0 }))
  pastSince!: number;

  /** The version of the method by which its claims were related; 0: they were not. See `RELATIONS_VERSION`. */
  @Column('smallint', { name: 'relations_version', default: 0 })
  relationsVersion!: number;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt!: Date | null;
}
