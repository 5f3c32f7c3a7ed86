import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What a request with an Idempotency-Key was answered, so that the same request gets the same answer. */
@Entity('kept_answer')
@Index('kept_answer_age', ['workspaceId', 'createdAt'])
// By name: the API serves the features, and imports none.
@ForeignKey('MemberEntity', ['workspaceId', 'actorId'], ['workspaceId', 'id'], {
  name: 'kept_answer_workspace_id_actor_id_fkey',
  onDelete: 'CASCADE',
})
export class KeptAnswerEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'kept_answer_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'actor_id', primaryKeyConstraintName: 'kept_answer_pkey' })
  actorId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'kept_answer_pkey' })
  key!: string;

  /** SHA-256 of the request. */
  @Column('bytea', { name: 'request_hash' })
  requestHash!: Buffer;

  /** The body of the answer. */
  @Column('text')
  answer!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
