import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { JobEntity } from './job.entity.js';

/** What a job works on; gone when the job has ended. */
@Entity('job_input')
@ForeignKey(() => JobEntity, ['workspaceId', 'jobId'], ['workspaceId', 'id'], {
  name: 'job_input_workspace_id_job_id_fkey',
  onDelete: 'CASCADE',
})
export class JobInputEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'job_input_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'job_id', primaryKeyConstraintName: 'job_input_pkey' })
  jobId!: string;

  @Column('json')
  payload!: unknown;
}
