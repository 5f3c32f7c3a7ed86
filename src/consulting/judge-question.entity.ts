import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { WorkspaceEntity } from '../workspaces/workspace.entity.js';

/** That a second judge was asked, written before it is: what is counted and paid for, whatever comes of it. */
@Entity('judge_question')
@Index('judge_question_asked', ['askedAt'])
@Index('judge_question_open', { synchronize: false })
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], {
  name: 'judge_question_workspace_id_fkey',
  onDelete: 'CASCADE',
})
export class JudgeQuestionEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'judge_question_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'judge_question_pkey' })
  id!: string;

  /** Which may be gone since. */
  @Column('uuid', { name: 'citation_id' })
  citationId!: string;

  @Column('text')
  about!: string;

  @Column('text')
  model!: string;

  @Column('integer', { name: 'prompt_version' })
  promptVersion!: number;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt!: Date;

  /** Nobody asks the same until then, unless it has ended. */
  @Column('timestamptz', { name: 'held_until' })
  heldUntil!: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column('integer', { name: 'input_tokens', nullable: true })
  inputTokens!: number | null;

  @Column('integer', { name: 'output_tokens', nullable: true })
  outputTokens!: number | null;

  @Column('double precision', { nullable: true })
  cost!: number | null;
}
