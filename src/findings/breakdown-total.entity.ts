import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { countColumn } from '../database/columns.js';
import { WorkspaceEntity } from '../workspaces/workspace.entity.js';

/** The claims of a publisher, rule or heading added up: the sum of the shares of articles. */
@Entity('breakdown_total')
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], {
  name: 'breakdown_total_workspace_id_fkey',
  onDelete: 'CASCADE',
})
export class BreakdownTotalEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'breakdown_total_pkey' })
  workspaceId!: string;

  /** A code of `BREAKDOWN`. */
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'breakdown_total_pkey' })
  breakdown!: number;

  /** SHA-256 of the key: headings can be longer than what an index takes. */
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'breakdown_total_pkey' })
  hash!: Buffer;

  /** A publisher's id, a rule's, or a heading; empty for claims under none. */
  @Column('text')
  key!: string;

  /** Its unsupported claims, below 0: the most come first. */
  @Column(countColumn())
  supported!: number;

  /** As those of an article's share. */
  @Column('jsonb')
  measures!: Record<string, number>;
}
