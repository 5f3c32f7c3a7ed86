import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { countColumn } from '../database/columns.js';

/** Who did what to which thing, when. Append-only. */
@Entity('event')
@Index('event_workspace', ['workspaceId', 'workspaceSeq'], { unique: true })
@Index('event_unordered', { synchronize: false })
@Index('event_kind', { synchronize: false })
@Index('event_actor', { synchronize: false })
@Index('event_subject', ['workspaceId', 'subjectId', 'seq'])
export class EventEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'event_pkey' })
  workspaceId!: string;

  /** Where it happened: an article, or the workspace itself. A trigger takes the events of one that goes. */
  @PrimaryColumn('uuid', { name: 'article_id', primaryKeyConstraintName: 'event_pkey' })
  articleId!: string;

  /** Without a gap within its article, or the workspace; taken under the article's lock, or that of `recordInWorkspace`. */
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
