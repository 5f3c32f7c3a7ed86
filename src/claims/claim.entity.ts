import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ArticleEntity } from '../articles/article.entity.js';
import { BLOCK, PRIORITY, STANDING } from '../database/codes.js';
import { codeColumn } from '../database/columns.js';
import type { BlockKind, Priority, Standing } from '../judging/evidence.js';
import type { RuleNotAssessed } from '../judging/judge.js';
import { MemberEntity } from '../workspaces/member.entity.js';

/** One statement of an article: its identity and its state. Its text stands in claim_text. */
@Entity('claim')
@Index('claim_rank', { synchronize: false })
@Index('claim_article_rank', { synchronize: false })
@Index('claim_unsupported', { synchronize: false })
@Index('claim_article_unsupported', { synchronize: false })
@Index('claim_reading_order', { synchronize: false })
@Index('claim_assignee', { synchronize: false })
@Index('claim_due', { synchronize: false })
@Index('claim_changed', { synchronize: false })
@Index('claim_restatements', { synchronize: false })
@Index('claim_block', { synchronize: false })
@ForeignKey(() => ArticleEntity, ['workspaceId', 'articleId'], ['workspaceId', 'id'], {
  name: 'claim_workspace_id_article_id_fkey',
  onDelete: 'CASCADE',
})
@ForeignKey(() => MemberEntity, ['workspaceId', 'assigneeId'], ['workspaceId', 'id'], {
  name: 'claim_workspace_id_assignee_id_fkey',
})
export class ClaimEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'claim_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'claim_pkey' })
  id!: string;

  @Column('uuid', { name: 'article_id' })
  articleId!: string;

  /** Reading order in the newest revision that has it, from 1. */
  @Column('integer')
  ordinal!: number;

  /** The first revision of its current text: names the row of claim_text. */
  @Column('integer', { name: 'text_revision' })
  textRevision!: number;

  @Column(codeColumn(BLOCK))
  block!: BlockKind;

  /** Claims of the article with the same number stand in one paragraph, list item or table row. */
  @Column('integer', { name: 'block_index' })
  blockIndex!: number;

  @Column('boolean')
  checkable!: boolean;

  @Column(codeColumn(PRIORITY))
  priority!: Priority;

  /** What people said over the reader; null where they said nothing. So are the next two. */
  @Column(codeColumn(BLOCK, { name: 'block_override', nullable: true }))
  blockOverride!: BlockKind | null;

  @Column('boolean', { name: 'checkable_override', nullable: true })
  checkableOverride!: boolean | null;

  @Column(codeColumn(PRIORITY, { name: 'priority_override', nullable: true }))
  priorityOverride!: Priority | null;

  @Column(codeColumn(STANDING))
  standing!: Standing;

  /** Worst and most important first; see src/judging/rank.ts. */
  @Column('smallint')
  rank!: number;

  /** Restatements in the article share it; null for a claim that nothing restates. */
  @Column('integer', { name: 'restatement_group', nullable: true })
  restatementGroup!: number | null;

  /** How many earlier claims of the article read the same. */
  @Column('integer', { default: 0 })
  twin!: number;

  @Column('jsonb', { name: 'not_assessed', default: () => "'[]'" })
  notAssessed!: RuleNotAssessed[];

  @Column('uuid', { name: 'assignee_id', nullable: true })
  assigneeId!: string | null;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz', { name: 'judged_at' })
  judgedAt!: Date;

  /** When time alone may change its standing. */
  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt!: Date | null;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;

  /** The revision that first lacked it; null while it stands. */
  @Column('integer', { name: 'gone_in', nullable: true })
  goneIn!: number | null;
}
