import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { countColumn } from '../database/columns.js';
import { WorkspaceEntity } from '../workspaces/workspace.entity.js';

/** How many of a workspace's events have their place in its order. */
@Entity('event_counter')
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], {
  name: 'event_counter_workspace_id_fkey',
  onDelete: 'CASCADE',
})
export class EventCounterEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'event_counter_pkey' })
  workspaceId!: string;

  @Column(countColumn())
  last!: number;
}
