import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClaimEntity } from '../claims/claim.entity.js';
import { VERDICT, type VerdictValue } from '../database/codes.js';
import { codeColumn } from '../database/columns.js';
import { MemberEntity } from '../workspaces/member.entity.js';

/** What a person concluded about a claim's truth. Rules never set it. */
@Entity('verdict')
@Index('verdict_current', { synchronize: false })
@ForeignKey(() => ClaimEntity, ['workspaceId', 'claimId'], ['workspaceId', 'id'], {
  name: 'verdict_workspace_id_claim_id_fkey',
  onDelete: 'CASCADE',
})
@ForeignKey(() => MemberEntity, ['workspaceId', 'createdBy'], ['workspaceId', 'id'], {
  name: 'verdict_workspace_id_created_by_fkey',
})
export class VerdictEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'verdict_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'verdict_pkey' })
  id!: string;

  @Column('uuid', { name: 'claim_id' })
  claimId!: string;

  @Column(codeColumn(VERDICT))
  value!: VerdictValue;

  @Column('text')
  text!: string;

  @Column('uuid', { name: 'created_by' })
  createdBy!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  /** When another one took its place, or the claim's text changed under it. */
  @Column('timestamptz', { name: 'outdated_at', nullable: true })
  outdatedAt!: Date | null;
}
