import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ROLE, type Role } from '../database/codes.js';
import { codeColumn } from '../database/columns.js';
import { WorkspaceEntity } from './workspace.entity.js';

/** A person, or a program, that works in the workspace. */
@Entity('member')
@Index('member_subject', { synchronize: false })
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'member_workspace_id_fkey', onDelete: 'CASCADE' })
export class MemberEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'member_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'member_pkey' })
  id!: string;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  email!: string | null;

  @Column(codeColumn(ROLE))
  role!: Role;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('integer', { default: 1 })
  version!: number;

  /** Who vouches for them at sign-in, and what they are called there; null for those who come by tokens alone. */
  @Column('text', { nullable: true })
  issuer!: string | null;

  @Column('text', { nullable: true })
  subject!: string | null;

  /** The row stays: what they did keeps their name. */
  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt!: Date | null;
}
