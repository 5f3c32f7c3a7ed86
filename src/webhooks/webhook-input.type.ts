import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { StandingEnum } from '../graphql/enums.js';
import { UrlScalar } from '../graphql/scalars.js';
import { UserError } from '../graphql/user-error.type.js';
import type { Standing } from '../judging/evidence.js';
import { Webhook } from './webhook.type.js';

const ERRORS = 'Why it was not done; empty when it was.';
const VERSION = 'The version of the webhook that you saw.';
const NAME = 'Whom it tells: “the desk’s chat”.';
const URL = 'Where messages go, by https. Over http, and in private networks, only to hosts that the operator allows.';
const SECRET =
  'What messages are signed with, this once: "whsec_…". Null in an answer that is repeated for an Idempotency-Key: call rotateWebhookSecret then.';

@InputType({ description: 'A program that is to be told of claims that change, from now on.' })
export class CreateWebhookInput {
  @Field({ description: NAME })
  name!: string;

  @Field(() => UrlScalar, { description: URL })
  url!: string;

  @Field(() => ID, { nullable: true, description: 'Only of claims in this article; of all when left out.' })
  articleId?: string | null;

  @Field(() => [StandingEnum], {
    nullable: true,
    description: 'Only of claims that stand so since the change; however they stand when left out.',
  })
  standings?: Standing[] | null;
}

@InputType({ isAbstract: true })
abstract class OfWebhook {
  @Field(() => ID, { description: 'The webhook.' })
  webhookId!: string;

  @Field(() => Int, { nullable: true, description: VERSION })
  expectedVersion?: number | null;
}

@InputType({ description: 'What to change of a webhook; what is left out stays.' })
export class UpdateWebhookInput extends OfWebhook {
  @Field(() => String, { nullable: true, description: NAME })
  name?: string | null;

  @Field(() => UrlScalar, { nullable: true, description: URL })
  url?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only of claims in this article; null: of all.' })
  articleId?: string | null;

  @Field(() => [StandingEnum], {
    nullable: true,
    description: 'Only of claims that stand so since the change; null: however they stand.',
  })
  standings?: Standing[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'False: nothing is sent. True: it goes on where it stopped, with what happened since; `resumeWebhook` leaves that out.',
  })
  enabled?: boolean | null;
}

@InputType({ description: 'A webhook that is to be told no more.' })
export class DeleteWebhookInput extends OfWebhook {}

@InputType({ description: 'A webhook that needs another secret.' })
export class RotateWebhookSecretInput extends OfWebhook {
  @Field(() => Int, {
    nullable: true,
    description:
      'For how many hours messages are signed with the former secret as well, 0 to 168; 24 when left out. 0 when others may know it.',
  })
  formerForHours?: number | null;
}

@InputType({ description: 'A webhook that is to go on from another place.' })
export class ResumeWebhookInput extends OfWebhook {
  @Field(() => String, {
    nullable: true,
    description:
      'The cursor of a delivery, of a change, or of the history of the workspace: it is told again what came after it. When left out, it is told what comes from now on, and what waits is not sent.',
  })
  after?: string | null;
}

@InputType({ description: 'A webhook that is to be tried.' })
export class PingWebhookInput extends OfWebhook {}

@ObjectType({ isAbstract: true })
abstract class WebhookPayload {
  @Field(() => Webhook, { nullable: true, description: 'The webhook as it is now.' })
  webhook!: Webhook | null;

  @Field(() => [UserError], { description: ERRORS })
  userErrors!: UserError[];
}

@ObjectType({ description: 'What became of making a webhook.' })
export class CreateWebhookPayload extends WebhookPayload {
  @Field(() => String, { nullable: true, description: SECRET })
  secret!: string | null;
}

@ObjectType({ description: 'What became of changing a webhook.' })
export class UpdateWebhookPayload extends WebhookPayload {}

@ObjectType({ description: 'What became of deleting a webhook.' })
export class DeleteWebhookPayload {
  @Field(() => ID, { nullable: true, description: 'The id that it had.' })
  deletedWebhookId!: string | null;

  @Field(() => [UserError], { description: ERRORS })
  userErrors!: UserError[];
}

@ObjectType({ description: 'What became of giving a webhook another secret.' })
export class RotateWebhookSecretPayload extends WebhookPayload {
  @Field(() => String, { nullable: true, description: SECRET })
  secret!: string | null;
}

@ObjectType({ description: 'What became of having a webhook go on from another place.' })
export class ResumeWebhookPayload extends WebhookPayload {}

@ObjectType({ description: 'What became of asking for a test.' })
export class PingWebhookPayload extends WebhookPayload {}
