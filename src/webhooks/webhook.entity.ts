import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ArticleEntity } from '../articles/article.entity.js';
import { countColumn } from '../database/columns.js';
import { WorkspaceEntity } from '../workspaces/workspace.entity.js';

/** A program that is told of changes over HTTP, and how far it has been told. */
@Entity('webhook')
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'webhook_workspace_id_fkey', onDelete: 'CASCADE' })
@ForeignKey(() => ArticleEntity, ['workspaceId', 'articleId'], ['workspaceId', 'id'], {
  name: 'webhook_workspace_id_article_id_fkey',
  onDelete: 'CASCADE',
})
export class WebhookEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'webhook_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'webhook_pkey' })
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  url!: string;

  /** The signing key, as `KeyStore` stores it. */
  @Column('bytea')
  key!: Buffer;

  /** The one before, which signs beside it for a while. */
  @Column('bytea', { name: 'former_key', nullable: true })
  formerKey!: Buffer | null;

  @Column('timestamptz', { name: 'former_key_until', nullable: true })
  formerKeyUntil!: Date | null;

  /** Null: changes in all articles. */
  @Column('uuid', { name: 'article_id', nullable: true })
  articleId!: string | null;

  /** Codes of `STANDING`; null: however claims stand. */
  @Column('smallint', { array: true, nullable: true })
  standings!: number[] | null;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt!: Date | null;

  @Column('text', { name: 'disabled_reason', nullable: true })
  disabledReason!: string | null;

  /** What was told of: with `placeClaim`, a `ChangePlace`. */
  @Column(countColumn({ name: 'place_seq' }))
  placeSeq!: number;

  @Column('uuid', { name: 'place_claim', nullable: true })
  placeClaim!: string | null;

  /** Attempts at the next message that failed. */
  @Column('integer', { default: 0 })
  failures!: number;

  /** The first failure since something was delivered. */
  @Column('timestamptz', { name: 'failing_since', nullable: true })
  failingSince!: Date | null;

  @Column('timestamptz', { name: 'next_at', default: () => 'now()' })
  nextAt!: Date;

  @Column('timestamptz', { name: 'last_delivered_at', nullable: true })
  lastDeliveredAt!: Date | null;

  /** A test that was asked for and not yet sent: its message's name. */
  @Column('uuid', { name: 'ping_id', nullable: true })
  pingId!: string | null;

  /** Who delivers just now, and until when nobody else does. */
  @Column('uuid', { nullable: true })
  lease!: string | null;

  @Column('timestamptz', { name: 'leased_until', nullable: true })
  leasedUntil!: Date | null;
}
