import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClaimEntity } from './claim.entity.js';
import { BLOCK, PRIORITY, VALUE_STATE } from '../database/codes.js';
import { codeColumn } from '../database/columns.js';
import type { BlockKind, EditorTag, Hole, NotCheckable, Priority, ValueState } from '../judging/evidence.js';

/** How a claim reads, over the revisions in which it reads so. */
@Entity('claim_text')
@Index('claim_text_search', { synchronize: false })
@Index('claim_text_alike', { synchronize: false })
@ForeignKey(() => ClaimEntity, ['workspaceId', 'claimId'], ['workspaceId', 'id'], {
  name: 'claim_text_workspace_id_claim_id_fkey',
  onDelete: 'CASCADE',
})
export class ClaimTextEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'claim_text_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'claim_id', primaryKeyConstraintName: 'claim_text_pkey' })
  claimId!: string;

  @PrimaryColumn('integer', { name: 'first_revision', primaryKeyConstraintName: 'claim_text_pkey' })
  firstRevision!: number;

  /** The last revision that reads so; null while it is current. */
  @Column('integer', { name: 'last_revision', nullable: true })
  lastRevision!: number | null;

  @Column('text')
  text!: string;

  @Column('text', { nullable: true })
  section!: string | null;

  @Column('text', { nullable: true })
  attribute!: string | null;

  @Column('text', { name: 'column_heading', nullable: true })
  columnHeading!: string | null;

  @Column('text', { nullable: true })
  value!: string | null;

  @Column(codeColumn(VALUE_STATE, { name: 'value_state', nullable: true }))
  valueState!: ValueState | null;

  @Column('text', { name: 'evidence_note', nullable: true })
  evidenceNote!: string | null;

  @Column('text', { name: 'not_checkable', nullable: true })
  notCheckable!: NotCheckable | null;

  @Column('boolean')
  lede!: boolean;

  /** As the reader read it: the claim's own row has what people said over it. So is the next. */
  @Column(codeColumn(BLOCK))
  block!: BlockKind;

  @Column(codeColumn(PRIORITY))
  priority!: Priority;

  @Column('integer')
  line!: number;

  @Column('integer', { name: 'start_offset' })
  startOffset!: number;

  @Column('integer', { name: 'end_offset' })
  endOffset!: number;

  /** With prefix and suffix: a W3C TextQuoteSelector. */
  @Column('text')
  exact!: string;

  @Column('text')
  prefix!: string;

  @Column('text')
  suffix!: string;

  @Column('jsonb', { default: () => "'[]'" })
  holes!: Hole[];

  @Column('jsonb', { default: () => "'[]'" })
  tags!: EditorTag[];
}
