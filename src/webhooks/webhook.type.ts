import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { DeliveryState } from '../database/codes.js';
import { connectionOf, type Connection } from '../graphql/connection.js';
import { enumOf } from '../graphql/enum-of.js';
import { StandingEnum } from '../graphql/enums.js';
import { Node } from '../graphql/node.type.js';
import { DateTime, UrlScalar } from '../graphql/scalars.js';
import type { Standing } from '../judging/evidence.js';
import type { DisabledCause } from './disabled-cause.js';

export const DisabledCauseEnum = enumOf('WebhookDisabledCause', 'Why a webhook is disabled by itself.', {
  GONE: 'The receiver answered 410 Gone: it wants no more messages.',
  FAILING: 'Nothing came through for three days.',
  SECRET_LOST:
    'Its secret cannot be read, for OBELUS_WEBHOOK_KEY is another one than when it was stored. Set it back, or call `rotateWebhookSecret`.',
} satisfies Record<DisabledCause, string>);

@ObjectType({
  implements: () => Node,
  description:
    'A program that is told over HTTP of claims that change, by signed messages as Standard Webhooks has them. Only ADMIN sees webhooks.',
})
export class Webhook extends Node {
  @Field({ description: 'Whom it tells.' })
  name!: string;

  @Field(() => UrlScalar, { description: 'Where messages go.' })
  url!: string;

  @Field(() => [StandingEnum], {
    nullable: true,
    description: 'It is told of claims that stand so since the change; null: however they stand.',
  })
  standings!: Standing[] | null;

  @Field({ description: 'False: nothing is sent. What happens meanwhile waits.' })
  enabled!: boolean;

  @Field(() => DateTime, { nullable: true, description: 'When it was disabled; null: it is not.' })
  disabledAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was disabled by itself; null: it was not, or by somebody.',
  })
  disabledReason!: string | null;

  @Field(() => DisabledCauseEnum, {
    nullable: true,
    description: 'The same for programs; null: it was not disabled, or by somebody.',
  })
  disabledCause!: DisabledCause | null;

  @Field(() => Int, { description: 'Counts its changes: what `expectedVersion` is compared with.' })
  version!: number;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when messages are signed with the former secret as well; null: they are not.',
  })
  formerSecretUntil!: Date | null;

  @Field(() => Int, {
    description:
      'How many events of the workspace it has not been told of yet, also those that it will not be told of for its filter.',
  })
  behind!: number;

  @Field(() => DateTime, { nullable: true, description: 'When the oldest of them happened; null: there are none.' })
  behindSince!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When a message last came through; null: never.' })
  lastDeliveredAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the first attempt failed since a message last came through; null: none did.',
  })
  failingSince!: Date | null;

  @Field(() => Int, { description: 'How many attempts at the next message have failed.' })
  failures!: number;

  @Field(() => DateTime, { nullable: true, description: 'When the next message is tried again; null: none failed.' })
  nextAttemptAt!: Date | null;

  articleUuid!: string | null;
}

export const WebhookConnection = connectionOf(Webhook, 'Webhook');
export type WebhookConnection = Connection<Webhook>;

export const DeliveryStateEnum = enumOf<DeliveryState>(
  'WebhookDeliveryState',
  'What became of an attempt to deliver a message.',
  {
    DELIVERED: 'The receiver answered with a status from 200 to 299.',
    FAILED: 'It did not. A change is tried again, a test is not.',
    GIVEN_UP: 'The receiver said several times that the message is wrong; the next one is sent.',
  },
);

@ObjectType({ description: 'One attempt to deliver a message to a webhook.' })
export class WebhookDelivery {
  @Field({ description: 'The name of the message, its header webhook-id: the same at each attempt.' })
  messageId!: string;

  @Field({ description: 'What the message is: "claim.changed" or "ping".' })
  type!: string;

  @Field(() => Int, { description: 'Which attempt at the message it was, from 1.' })
  attempt!: number;

  @Field(() => DeliveryStateEnum, { description: 'What became of it.' })
  state!: DeliveryState;

  @Field(() => DateTime, { description: 'When it began.' })
  at!: Date;

  @Field(() => Int, { description: 'How long it took, in milliseconds.' })
  durationMs!: number;

  @Field(() => Int, { nullable: true, description: 'The HTTP status of the answer; null: there was none.' })
  status!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it failed, with the beginning of what the receiver answered; null: it did not.',
  })
  error!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'For `resumeWebhook(after:)`: the message and all that follow are sent again. Null for a test.',
  })
  cursor!: string | null;
}

export const WebhookDeliveryConnection = connectionOf(WebhookDelivery, 'WebhookDelivery');
export type WebhookDeliveryConnection = Connection<WebhookDelivery>;
