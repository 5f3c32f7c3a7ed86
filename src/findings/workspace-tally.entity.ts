import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { countColumn } from '../database/columns.js';
import { WorkspaceEntity } from '../workspaces/workspace.entity.js';

/** A total of a desk, up to the differences that are not folded yet. */
@Entity('workspace_tally')
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], {
  name: 'workspace_tally_workspace_id_fkey',
  onDelete: 'CASCADE',
})
export class WorkspaceTallyEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'workspace_tally_pkey' })
  workspaceId!: string;

  /** Empty for articles without one. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'workspace_tally_pkey' })
  desk!: string;

  /** A column of `article_tally`, "rule:" and a rule's id, or "articles". */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'workspace_tally_pkey' })
  measure!: string;

  @Column(countColumn())
  value!: number;
}
