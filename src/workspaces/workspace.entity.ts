import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RulesetConfig } from '../judging/ruleset.js';

/** A newsroom or a desk: the wall between tenants. */
@Entity('workspace')
export class WorkspaceEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'workspace_pkey' })
  id!: string;

  @Column('text')
  name!: string;

  @Column('jsonb', { default: () => "'{}'" })
  ruleset!: RulesetConfig;

  /** Whether any text of a source was ever captured: from then on claims are compared with their sources. */
  @Column('boolean', { name: 'keeps_snapshots', default: false })
  keepsSnapshots!: boolean;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
