import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClaimEntity } from './claim.entity.js';

/** One statement of a claim that other claims of its article make, too, or are near: see `src/judging/relations.ts`. */
@Entity('claim_part')
@Index('claim_part_group', ['workspaceId', 'articleId', 'groupNumber', 'claimId'])
@ForeignKey(() => ClaimEntity, ['workspaceId', 'claimId'], ['workspaceId', 'id'], {
  name: 'claim_part_workspace_id_claim_id_fkey',
  onDelete: 'CASCADE',
})
export class ClaimPartEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'claim_part_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'claim_id', primaryKeyConstraintName: 'claim_part_pkey' })
  claimId!: string;

  @PrimaryColumn('integer', { name: 'group_number', primaryKeyConstraintName: 'claim_part_pkey' })
  groupNumber!: number;

  @Column('uuid', { name: 'article_id' })
  articleId!: string;

  /** False: it only says the same as the group, in words less like its own; then the rest says nothing. */
  @Column('boolean')
  member!: boolean;

  /** The claim as a whole says it, rather than one of its clauses. */
  @Column('boolean')
  whole!: boolean;

  /** The claim is judged by it. */
  @Column('boolean')
  judged!: boolean;

  /** The condition or exception that it makes, as written. */
  @Column('text', { nullable: true })
  qualifier!: string | null;

  /** Groups that this statement is near. */
  @Column('integer', { array: true, default: () => "'{}'" })
  near!: number[];
}
