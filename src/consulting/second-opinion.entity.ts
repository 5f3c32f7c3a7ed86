import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CitationEntity } from '../claims/citation.entity.js';
import { SUPPORT_LABEL } from '../database/codes.js';
import { codeColumn } from '../database/columns.js';
import type { FoundLabel, SnapshotPlace } from '../judging/comparison.js';
import { MemberEntity } from '../workspaces/member.entity.js';

/** What a second judge answered about a citation. Never changed: another answer is another row. */
@Entity('second_opinion')
@Index('second_opinion_citation', { synchronize: false })
@Check('second_opinion_check', '(label IS NULL) = (rationale IS NULL) AND (label IS NULL) = (problem IS NOT NULL)')
@ForeignKey(() => CitationEntity, ['workspaceId', 'citationId'], ['workspaceId', 'id'], {
  name: 'second_opinion_workspace_id_citation_id_fkey',
  onDelete: 'CASCADE',
})
@ForeignKey(() => MemberEntity, ['workspaceId', 'askedBy'], ['workspaceId', 'id'], {
  name: 'second_opinion_workspace_id_asked_by_fkey',
})
export class SecondOpinionEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'second_opinion_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'second_opinion_pkey' })
  id!: string;

  @Column('uuid', { name: 'citation_id' })
  citationId!: string;

  /** Of the claim's words and the source's snapshots: another one is about something else. */
  @Column('text')
  about!: string;

  /** As it was asked for. */
  @Column('text')
  model!: string;

  /** As the one that answered calls itself. */
  @Column('text', { name: 'answered_by', nullable: true })
  answeredBy!: string | null;

  @Column('integer', { name: 'prompt_version' })
  promptVersion!: number;

  /** Whether it was shown all of the snapshot. */
  @Column('boolean')
  whole!: boolean;

  /** Null: what it answered is no opinion, and `problem` says why. */
  @Column(codeColumn(SUPPORT_LABEL, { nullable: true }))
  label!: FoundLabel | null;

  @Column('real', { nullable: true })
  confidence!: number | null;

  @Column('text', { nullable: true })
  rationale!: string | null;

  @Column('text', { nullable: true })
  problem!: string | null;

  @Column('jsonb', { default: () => "'[]'" })
  quotes!: SnapshotPlace[];

  @Column('integer', { name: 'input_tokens', nullable: true })
  inputTokens!: number | null;

  @Column('integer', { name: 'output_tokens', nullable: true })
  outputTokens!: number | null;

  /** In the currency of the configured prices. */
  @Column('double precision', { nullable: true })
  cost!: number | null;

  /** Null: it was asked by the program. */
  @Column('uuid', { name: 'asked_by', nullable: true })
  askedBy!: string | null;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt!: Date;
}
