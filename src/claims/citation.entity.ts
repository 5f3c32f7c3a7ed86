import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClaimEntity } from './claim.entity.js';
import { BASIS, DIRECTNESS, REVIEW_STATE, STANCE, type CitationBasis } from '../database/codes.js';
import { codeColumn } from '../database/columns.js';
import type { Directness, ReviewState, Span, Stance } from '../judging/evidence.js';
import { ReferenceEntity } from '../sources/reference.entity.js';
import { MemberEntity } from '../workspaces/member.entity.js';

/** One claim → one number. */
@Entity('citation')
@Index('citation_claim_reference', ['workspaceId', 'claimId', 'referenceId'], { unique: true })
@Index('citation_quoted', ['workspaceId', 'articleId'], { where: 'quote IS NOT NULL' })
@Index('citation_reference', { synchronize: false })
@ForeignKey(() => ClaimEntity, ['workspaceId', 'claimId'], ['workspaceId', 'id'], {
  name: 'citation_workspace_id_claim_id_fkey',
  onDelete: 'CASCADE',
})
@ForeignKey(() => ReferenceEntity, ['workspaceId', 'referenceId'], ['workspaceId', 'id'], {
  name: 'citation_workspace_id_reference_id_fkey',
})
@ForeignKey(() => MemberEntity, ['workspaceId', 'createdBy'], ['workspaceId', 'id'], {
  name: 'citation_workspace_id_created_by_fkey',
})
export class CitationEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'citation_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'citation_pkey' })
  id!: string;

  @Column('uuid', { name: 'article_id' })
  articleId!: string;

  @Column('uuid', { name: 'claim_id' })
  claimId!: string;

  @Column('uuid', { name: 'reference_id' })
  referenceId!: string;

  /** Order within the claim, from 1. */
  @Column('integer')
  ordinal!: number;

  @Column(codeColumn(STANCE))
  stance!: Stance;

  @Column(codeColumn(DIRECTNESS))
  directness!: Directness;

  @Column(codeColumn(BASIS))
  basis!: CitationBasis;

  @Column(codeColumn(REVIEW_STATE))
  state!: ReviewState;

  @Column('text', { nullable: true })
  quote!: string | null;

  @Column('text', { nullable: true })
  locator!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;

  /** Of its markers in the revision; empty for one that an editor attached. */
  @Column('jsonb', { default: () => "'[]'" })
  spans!: Span[];

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('integer', { default: 1 })
  version!: number;
}
