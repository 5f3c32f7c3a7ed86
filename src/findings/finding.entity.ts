import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ArticleEntity } from '../articles/article.entity.js';
import { ClaimEntity } from '../claims/claim.entity.js';
import { FINDING_STATE, type FindingState, SEVERITY, STANDING } from '../database/codes.js';
import { codeColumn } from '../database/columns.js';
import type { Severity, Standing } from '../judging/evidence.js';

/** What a rule found. */
@Entity('finding')
@Index('finding_claim', ['workspaceId', 'claimId', 'state'])
@Index('finding_article', ['workspaceId', 'articleId', 'state', 'severity', 'id'])
@Index('finding_rule', { synchronize: false })
@Index('finding_rule_age', { synchronize: false })
@Index('finding_open', { synchronize: false })
@Index('finding_age', { synchronize: false })
@ForeignKey(() => ArticleEntity, ['workspaceId', 'articleId'], ['workspaceId', 'id'], {
  name: 'finding_workspace_id_article_id_fkey',
  onDelete: 'CASCADE',
})
@ForeignKey(() => ClaimEntity, ['workspaceId', 'claimId'], ['workspaceId', 'id'], {
  name: 'finding_workspace_id_claim_id_fkey',
  onDelete: 'CASCADE',
})
export class FindingEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'finding_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'finding_pkey' })
  id!: string;

  @Column('uuid', { name: 'article_id' })
  articleId!: string;

  /** Null: it is about the article. */
  @Column('uuid', { name: 'claim_id', nullable: true })
  claimId!: string | null;

  @Column('text')
  rule!: string;

  @Column(codeColumn(SEVERITY))
  severity!: Severity;

  /** What it bears on the standing; null when nothing. */
  @Column(codeColumn(STANDING, { nullable: true }))
  bearing!: Standing | null;

  @Column(codeColumn(FINDING_STATE))
  state!: FindingState;

  @Column('text')
  message!: string;

  @Column('text')
  remedy!: string;

  @Column('integer')
  line!: number;

  @Column('integer', { name: 'start_offset', nullable: true })
  startOffset!: number | null;

  @Column('integer', { name: 'end_offset', nullable: true })
  endOffset!: number | null;

  @Column('text', { nullable: true })
  exact!: string | null;

  @Column('text', { nullable: true })
  prefix!: string | null;

  @Column('text', { nullable: true })
  suffix!: string | null;

  @Column('text')
  fingerprint!: string;

  @Column('timestamptz', { name: 'first_seen_at' })
  firstSeenAt!: Date;

  @Column('timestamptz', { name: 'fixed_at', nullable: true })
  fixedAt!: Date | null;
}
