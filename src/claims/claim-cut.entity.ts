import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ArticleEntity } from '../articles/article.entity.js';
import { MemberEntity } from '../workspaces/member.entity.js';

/** Where people split a claim, or merged some: done again in each revision in which the same texts stand. */
@Entity('claim_cut')
@Index('claim_cut_article', ['workspaceId', 'articleId', 'id'])
@ForeignKey(() => ArticleEntity, ['workspaceId', 'articleId'], ['workspaceId', 'id'], {
  name: 'claim_cut_workspace_id_article_id_fkey',
  onDelete: 'CASCADE',
})
@ForeignKey(() => MemberEntity, ['workspaceId', 'createdBy'], ['workspaceId', 'id'], {
  name: 'claim_cut_workspace_id_created_by_fkey',
})
export class ClaimCutEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'claim_cut_pkey' })
  workspaceId!: string;

  /** UUIDv7: its order is the order in which cuts were made. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'claim_cut_pkey' })
  id!: string;

  @Column('uuid', { name: 'article_id' })
  articleId!: string;

  /** The claims as they read, without markers: one that was split, or several that became one. */
  @Column('text', { array: true })
  texts!: string[];

  /** Where it was split, in UTF-16 units of its text; null when claims were merged. */
  @Column('integer', { nullable: true })
  at!: number | null;

  /** How many claims before it read like the first of them. */
  @Column('integer')
  twin!: number;

  @Column('uuid', { name: 'created_by' })
  createdBy!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
