import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ArticleEntity } from '../articles/article.entity.js';

/** Totals of an article, exact, written in the transaction of each change. */
@Entity('article_tally')
@Index('article_tally_worst', { synchronize: false })
@Check('article_tally_unsupported_check', 'unsupported = refuted + contested + missing + weak')
@ForeignKey(() => ArticleEntity, ['workspaceId', 'articleId'], ['workspaceId', 'id'], {
  name: 'article_tally_workspace_id_article_id_fkey',
  onDelete: 'CASCADE',
})
export class ArticleTallyEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'article_tally_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'article_id', primaryKeyConstraintName: 'article_tally_pkey' })
  articleId!: string;

  @Column('integer')
  claims!: number;

  @Column('integer')
  checkable!: number;

  @Column('integer', { name: 'not_checkable' })
  notCheckable!: number;

  @Column('integer')
  refuted!: number;

  @Column('integer')
  contested!: number;

  @Column('integer')
  missing!: number;

  @Column('integer')
  weak!: number;

  @Column('integer')
  waived!: number;

  @Column('integer')
  cited!: number;

  @Column('integer')
  adequate!: number;

  @Column('integer')
  errors!: number;

  @Column('integer')
  warnings!: number;

  @Column('integer')
  notes!: number;

  @Column('integer', { name: 'not_assessed' })
  notAssessed!: number;

  /** Open findings by rule. */
  @Column('jsonb', { name: 'by_rule' })
  byRule!: Record<string, number>;

  /** Claims that are refuted, contested, missing evidence or weak. */
  @Column('integer')
  unsupported!: number;

  /** The desk in whose totals it is counted, empty for none; null: its article is archived. Set by those who write it. */
  @Column('text', { name: 'counted_in', nullable: true })
  countedIn?: string | null;
}
