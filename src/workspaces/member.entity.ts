import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ROLE, type Role } from '../database/codes.js';
import { codeColumn } from '../database/columns.js';
import { WorkspaceEntity } from './workspace.entity.js';

/** A person, or a program, that works in the workspace. */
@Entity('member')
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
}
