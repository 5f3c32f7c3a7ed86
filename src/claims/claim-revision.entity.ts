import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { CLAIM_CHANGE, type ClaimChange, STANDING } from '../database/codes.js';
import { codeColumn } from '../database/columns.js';
import type { Standing } from '../judging/evidence.js';
import { ClaimEntity } from './claim.entity.js';

/** What became of a claim in a revision. Claims that read and stand as before have no row. */
@Entity('claim_revision')
@ForeignKey(() => ClaimEntity, ['workspaceId', 'claimId'], ['workspaceId', 'id'], {
  name: 'claim_revision_workspace_id_claim_id_fkey',
  onDelete: 'CASCADE',
})
export class ClaimRevisionEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'claim_revision_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'article_id', primaryKeyConstraintName: 'claim_revision_pkey' })
  articleId!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'claim_revision_pkey' })
  revision!: number;

  @PrimaryColumn('uuid', { name: 'claim_id', primaryKeyConstraintName: 'claim_revision_pkey' })
  claimId!: string;

  @Column(codeColumn(CLAIM_CHANGE))
  change!: ClaimChange;

  /** Reading order in this revision; in the one before when it is gone. */
  @Column('integer')
  ordinal!: number;

  /** Null: it was not there. So is the next. */
  @Column(codeColumn(STANDING, { name: 'standing_before', nullable: true }))
  standingBefore!: Standing | null;

  @Column(codeColumn(STANDING, { name: 'standing_after', nullable: true }))
  standingAfter!: Standing | null;
}
