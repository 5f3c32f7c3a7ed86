import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClaimEntity } from '../claims/claim.entity.js';
import { MemberEntity } from '../workspaces/member.entity.js';

/** What a person said about a claim. */
@Entity('comment')
@Index('comment_claim', ['workspaceId', 'claimId', 'createdAt'])
@ForeignKey(() => ClaimEntity, ['workspaceId', 'claimId'], ['workspaceId', 'id'], {
  name: 'comment_workspace_id_claim_id_fkey',
  onDelete: 'CASCADE',
})
@ForeignKey(() => MemberEntity, ['workspaceId', 'createdBy'], ['workspaceId', 'id'], {
  name: 'comment_workspace_id_created_by_fkey',
})
export class CommentEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'comment_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'comment_pkey' })
  id!: string;

  @Column('uuid', { name: 'claim_id' })
  claimId!: string;

  @Column('text')
  text!: string;

  @Column('uuid', { name: 'created_by' })
  createdBy!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
