import type { WorkspaceConnection } from '../database/workspace-connection.js';
import { JobEntity } from './job.entity.js';

export async function insertJob(
  connection: WorkspaceConnection,
  job: Pick<JobEntity, 'workspaceId' | 'id' | 'kind' | 'state' | 'total' | 'createdBy'>,
): Promise<void> {
  await connection.manager.insert(JobEntity, job);
}

export async function updateJob(
  connection: WorkspaceConnection,
  workspaceId: string,
  id: string,
  change: Partial<Pick<JobEntity, 'state' | 'done' | 'error'>>,
): Promise<void> {
  await connection.manager.update(JobEntity, { workspaceId, id }, { ...change, updatedAt: new Date() });
}
