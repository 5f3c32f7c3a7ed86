import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { StoredCsl } from './csl.js';
import type { StoredLink } from './link.js';
import { PublisherEntity } from './publisher.entity.js';
import { WorkspaceEntity } from '../workspaces/workspace.entity.js';

/** A bibliographic record, shared by all articles that cite it. */
@Entity('source')
@Index('source_key', ['workspaceId', 'key'], { unique: true })
@Index('source_publisher', ['workspaceId', 'publisherId', 'id'])
@Index('source_words', { synchronize: false })
@Index('source_title', { synchronize: false })
@Index('source_merged', { synchronize: false })
@Index('source_link_due', { synchronize: false })
@Check('source_title_start_check', `title_start = left(coalesce(title, ''), 500)`)
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'source_workspace_id_fkey', onDelete: 'CASCADE' })
@ForeignKey(() => PublisherEntity, ['workspaceId', 'publisherId'], ['workspaceId', 'id'], {
  name: 'source_workspace_id_publisher_id_fkey',
})
@ForeignKey('SourceEntity', ['workspaceId', 'mergedInto'], ['workspaceId', 'id'], {
  name: 'source_workspace_id_merged_into_fkey',
})
export class SourceEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'source_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'source_pkey' })
  id!: string;

  /** Names the same thing wherever it is cited. */
  @Column('text')
  key!: string;

  @Column('text', { nullable: true })
  title!: string | null;

  /** What an index has of the title; see `titleStart`. */
  @Column('text', { name: 'title_start', default: '' })
  titleStart!: string;

  @Column('text', { nullable: true })
  url!: string | null;

  @Column('text', { nullable: true })
  doi!: string | null;

  @Column('uuid', { name: 'publisher_id', nullable: true })
  publisherId!: string | null;

  /** The first moment of what is known of the date. */
  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt!: Date | null;

  /** Everything that is known, as CSL-JSON. */
  @Column('jsonb')
  csl!: StoredCsl;

  @Column('timestamptz', { name: 'retracted_at', nullable: true })
  retractedAt!: Date | null;

  @Column('text', { name: 'retraction_reason', nullable: true })
  retractionReason!: string | null;

  /** The source that is named in its place; that one was not merged itself. */
  @Column('uuid', { name: 'merged_into', nullable: true })
  mergedInto!: string | null;

  /** How many snapshots of it there are. */
  @Column('integer', { name: 'snapshot_count', default: 0 })
  snapshotCount!: number;

  /** Counts what changed of them: what a comparison was made from. */
  @Column('integer', { name: 'snapshots_version', default: 0 })
  snapshotsVersion!: number;

  /** How its address answered; null when nobody has tried it. */
  @Column('jsonb', { nullable: true })
  link!: StoredLink | null;

  /** When its address is to be tried next. */
  @Column('timestamptz', { name: 'link_due_at', default: () => 'now()' })
  linkDueAt!: Date;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
