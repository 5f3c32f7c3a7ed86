import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ArticleEntity } from '../articles/article.entity.js';
import { SourceEntity } from './source.entity.js';

/** A number that an article cites or lists. */
@Entity('reference')
@Index('reference_source', { synchronize: false })
@Index('reference_label', { synchronize: false })
@Index('reference_missing', { synchronize: false })
@Index('reference_clearing', { synchronize: false })
@ForeignKey(() => ArticleEntity, ['workspaceId', 'articleId'], ['workspaceId', 'id'], {
  name: 'reference_workspace_id_article_id_fkey',
  onDelete: 'CASCADE',
})
@ForeignKey(() => SourceEntity, ['workspaceId', 'sourceId'], ['workspaceId', 'id'], {
  name: 'reference_workspace_id_source_id_fkey',
})
export class ReferenceEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'reference_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reference_pkey' })
  id!: string;

  @Column('uuid', { name: 'article_id' })
  articleId!: string;

  @Column('text')
  label!: string;

  @Column('integer')
  number!: number;

  /** Its entry in the article's list; null when it is cited and not listed. */
  @Column('text', { nullable: true })
  text!: string | null;

  @Column('integer', { name: 'start_offset', nullable: true })
  startOffset!: number | null;

  @Column('integer', { name: 'end_offset', nullable: true })
  endOffset!: number | null;

  @Column('integer', { nullable: true })
  line!: number | null;

  /** Where in the source it points: "p. 12". Sources are shared, places in them are not. */
  @Column('text', { nullable: true })
  locator!: string | null;

  @Column('uuid', { name: 'source_id', nullable: true })
  sourceId!: string | null;

  /** An editor said what it leads to, rather than the article's list. */
  @Column('boolean', { default: false })
  defined!: boolean;

  /** Its number is an editor's, too: the text does not have it. */
  @Column('boolean', { default: false })
  added!: boolean;

  @Column('integer', { name: 'marker_count', default: 0 })
  markerCount!: number;

  @Column('integer', { name: 'citation_count', default: 0 })
  citationCount!: number;

  /** How many of them a person rejected. */
  @Column('integer', { name: 'rejected_count', default: 0 })
  rejectedCount!: number;

  /**
   * Where it has no source: how many open findings one would clear, below 0, so that those that clear the most come first. Kept by
   * `countCleared`.
   */
  @Column('integer', { default: 0 })
  clears!: number;

  @Column('integer', { default: 1 })
  version!: number;

  /** The revision that first lacked it; null while it stands. */
  @Column('integer', { name: 'gone_in', nullable: true })
  goneIn!: number | null;
}
