import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { countColumn } from '../database/columns.js';

/** Who did what to which thing, when. Append-only. */
@Entity('event')
// By name: events come before articles in the line of features.
@ForeignKey('ArticleEntity', ['workspaceId', 'articleId'], ['workspaceId', 'id'], {
  name: 'event_workspace_id_article_id_fkey',
  onDelete: 'CASCADE',
})
@Index('event_workspace', ['workspaceId', 'workspaceSeq'], { unique: true })
@Index('event_unordered', { synchronize: false })
@Index('event_subject', ['workspaceId', 'subjectId', 'seq'])
export class EventEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'event_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'article_id', primaryKeyConstraintName: 'event_pkey' })
  articleId!: string;

  /** Without a gap within its article; taken under the article's lock. */
  @PrimaryColumn({ ...countColumn(), nullable: false, primaryKeyConstraintName: 'event_pkey' })
  seq!: number;

  /** The order within the workspace, given afterwards to committed events; null until then. */
  @Column(countColumn({ name: 'workspace_seq', nullable: true }))
  workspaceSeq!: number | null;

  @Column('text')
  kind!: string;

  @Column('text', { name: 'subject_type' })
  subjectType!: string;

  @Column('uuid', { name: 'subject_id' })
  subjectId!: string;

  @Column('uuid', { name: 'actor_id', nullable: true })
  actorId!: string | null;

  @Column('jsonb', { nullable: true })
  before!: Record<string, unknown> | null;

  @Column('jsonb', { nullable: true })
  after!: Record<string, unknown> | null;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;
}
