import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { JOB_STATE, type JobState } from '../database/codes.js';
import { codeColumn } from '../database/columns.js';

/** Work that goes on after the call that asked for it. */
@Entity('job')
@Index('job_key', { synchronize: false })
// By name: jobs serve the features, and import none.
@ForeignKey('WorkspaceEntity', ['workspaceId'], ['id'], { name: 'job_workspace_id_fkey', onDelete: 'CASCADE' })
@ForeignKey('MemberEntity', ['workspaceId', 'createdBy'], ['workspaceId', 'id'], {
  name: 'job_workspace_id_created_by_fkey',
})
export class JobEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'job_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'job_pkey' })
  id!: string;

  @Column('text')
  kind!: string;

  @Column(codeColumn(JOB_STATE))
  state!: JobState;

  @Column('integer', { default: 0 })
  done!: number;

  @Column('integer', { nullable: true })
  total!: number | null;

  @Column('text', { nullable: true })
  error!: string | null;

  /** Of several with the same key, one waits at most; null: each is done. */
  @Column('text', { nullable: true })
  key!: string | null;

  /** Not before this. */
  @Column('timestamptz', { name: 'run_at', default: () => 'now()' })
  runAt!: Date;

  /** How often it was begun. Who works on it knows the number, and may write while it is the newest. */
  @Column('integer', { default: 0 })
  attempt!: number;

  /** Where another attempt goes on, in words of the job's own; null: at the start. */
  @Column('text', { nullable: true })
  position!: string | null;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;
}
