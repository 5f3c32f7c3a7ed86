import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { DELIVERY_STATE, type DeliveryState } from '../database/codes.js';
import { codeColumn, countColumn } from '../database/columns.js';
import { WebhookEntity } from './webhook.entity.js';

/** One attempt to deliver a message. The newest ones of a webhook are kept. */
@Entity('webhook_delivery')
@ForeignKey(() => WebhookEntity, ['workspaceId', 'webhookId'], ['workspaceId', 'id'], {
  name: 'webhook_delivery_workspace_id_webhook_id_fkey',
  onDelete: 'CASCADE',
})
export class WebhookDeliveryEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'webhook_delivery_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'webhook_id', primaryKeyConstraintName: 'webhook_delivery_pkey' })
  webhookId!: string;

  /** Later attempts have greater ones. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'webhook_delivery_pkey' })
  id!: string;

  @Column('text', { name: 'message_id' })
  messageId!: string;

  @Column('text')
  type!: string;

  @Column('integer')
  attempt!: number;

  @Column(codeColumn(DELIVERY_STATE))
  state!: DeliveryState;

  @Column('timestamptz')
  at!: Date;

  @Column('integer', { name: 'duration_ms' })
  durationMs!: number;

  @Column('integer', { nullable: true })
  status!: number | null;

  @Column('text', { nullable: true })
  error!: string | null;

  /** All before the message: a `ChangePlace`, with `placeClaim`. Null for a test. */
  @Column(countColumn({ name: 'place_seq', nullable: true }))
  placeSeq!: number | null;

  @Column('uuid', { name: 'place_claim', nullable: true })
  placeClaim!: string | null;
}
