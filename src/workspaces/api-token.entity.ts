import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ROLE, type Role } from '../database/codes.js';
import { codeColumn } from '../database/columns.js';
import { MemberEntity } from './member.entity.js';

/** A key by which a member calls. */
@Entity('api_token')
@Index('api_token_hash', ['hash'], { unique: true })
@Index('api_token_member', ['workspaceId', 'memberId', 'createdAt', 'id'])
@ForeignKey(() => MemberEntity, ['workspaceId', 'memberId'], ['workspaceId', 'id'], {
  name: 'api_token_workspace_id_member_id_fkey',
  onDelete: 'CASCADE',
})
export class ApiTokenEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'api_token_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'api_token_pkey' })
  id!: string;

  @Column('uuid', { name: 'member_id' })
  memberId!: string;

  @Column('text')
  name!: string;

  /** SHA-256 of the token. */
  @Column('bytea')
  hash!: Buffer;

  @Column(codeColumn(ROLE))
  role!: Role;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt!: Date | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;

  /** To the minute. */
  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt!: Date | null;
}
