import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ArticleEntity } from '../articles/article.entity.js';
import { MemberEntity } from '../workspaces/member.entity.js';

/** A person's reason for accepting a finding. */
@Entity('waiver')
@Index('waiver_article', ['workspaceId', 'articleId', 'fingerprint'])
@Index('waiver_expiry', { synchronize: false })
@ForeignKey(() => ArticleEntity, ['workspaceId', 'articleId'], ['workspaceId', 'id'], {
  name: 'waiver_workspace_id_article_id_fkey',
  onDelete: 'CASCADE',
})
@ForeignKey(() => MemberEntity, ['workspaceId', 'createdBy'], ['workspaceId', 'id'], {
  name: 'waiver_workspace_id_created_by_fkey',
})
export class WaiverEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'waiver_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'waiver_pkey' })
  id!: string;

  @Column('uuid', { name: 'article_id' })
  articleId!: string;

  /** Of the finding, so that it survives a revision that does not touch the text. */
  @Column('text')
  fingerprint!: string;

  @Column('text')
  reason!: string;

  @Column('uuid', { name: 'created_by' })
  createdBy!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt!: Date | null;

  /** When it ended: a person took it back, or its time was over and that was noticed. */
  @Column('timestamptz', { name: 'lifted_at', nullable: true })
  liftedAt!: Date | null;
}
