import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { Outcome } from '../editing/editing.js';
import { toGlobalId } from '../graphql/global-id.js';
import type { RequestContext } from '../graphql/request-context.js';
import type { UserError } from '../graphql/user-error.type.js';
import { WebhookEdits } from './webhook.edits.js';
import {
  CreateWebhookInput,
  CreateWebhookPayload,
  DeleteWebhookInput,
  DeleteWebhookPayload,
  PingWebhookInput,
  PingWebhookPayload,
  ResumeWebhookInput,
  ResumeWebhookPayload,
  RotateWebhookSecretInput,
  RotateWebhookSecretPayload,
  UpdateWebhookInput,
  UpdateWebhookPayload,
} from './webhook-input.type.js';
import { WebhookLoader } from './webhook.loader.js';
import type { Webhook } from './webhook.type.js';

const WHICH = 'Which, and what of it.';

/** Changes of who is told of changes. */
@Resolver()
export class WebhookEditResolver {
  constructor(
    private readonly edits: WebhookEdits,
    private readonly loader: WebhookLoader,
  ) {}

  @Mutation(() => CreateWebhookPayload, {
    nullable: true,
    description: 'Has a program told of claims that change, from now on. A workspace has at most 20. Needs ADMIN.',
  })
  async createWebhook(
    @Context() context: RequestContext,
    @Args('input', { description: 'Whom, and of what.' }) input: CreateWebhookInput,
  ): Promise<CreateWebhookPayload> {
    return this.once(context, await this.edits.create(context.viewer, input));
  }

  @Mutation(() => UpdateWebhookPayload, {
    nullable: true,
    description: 'Changes where messages go and of what they tell, or whether any are sent. Needs ADMIN.',
  })
  async updateWebhook(
    @Context() context: RequestContext,
    @Args('input', { description: WHICH }) input: UpdateWebhookInput,
  ): Promise<UpdateWebhookPayload> {
    return this.webhook(context, await this.edits.update(context.viewer, input));
  }

  @Mutation(() => DeleteWebhookPayload, {
    nullable: true,
    description: 'Ends a webhook; its deliveries are forgotten. A message that is under way still comes. Needs ADMIN.',
  })
  async deleteWebhook(
    @Context() context: RequestContext,
    @Args('input', { description: WHICH }) input: DeleteWebhookInput,
  ): Promise<DeleteWebhookPayload> {
    const { done, userErrors } = await this.edits.delete(context.viewer, input);
    return { deletedWebhookId: done && toGlobalId('Webhook', done.id), userErrors: [...userErrors] };
  }

  @Mutation(() => RotateWebhookSecretPayload, {
    nullable: true,
    description:
      'Gives a webhook another secret. For a while, messages are signed with both: receivers change over without missing any. Needs ADMIN.',
  })
  async rotateWebhookSecret(
    @Context() context: RequestContext,
    @Args('input', { description: WHICH }) input: RotateWebhookSecretInput,
  ): Promise<RotateWebhookSecretPayload> {
    return this.once(context, await this.edits.rotate(context.viewer, input));
  }

  @Mutation(() => ResumeWebhookPayload, {
    nullable: true,
    description:
      'Has a webhook told again what came after a place, with the same message ids; or leaves out what waits. Needs ADMIN.',
  })
  async resumeWebhook(
    @Context() context: RequestContext,
    @Args('input', { description: WHICH }) input: ResumeWebhookInput,
  ): Promise<ResumeWebhookPayload> {
    return this.webhook(context, await this.edits.resume(context.viewer, input));
  }

  @Mutation(() => PingWebhookPayload, {
    nullable: true,
    description:
      'Has a message of type "ping" sent, once, also to a webhook that is disabled; look at its deliveries for what became of it. Needs ADMIN.',
  })
  async pingWebhook(
    @Context() context: RequestContext,
    @Args('input', { description: WHICH }) input: PingWebhookInput,
  ): Promise<PingWebhookPayload> {
    return this.webhook(context, await this.edits.ping(context.viewer, input));
  }

  private async webhook(
    context: RequestContext,
    { done, userErrors }: Outcome<{ readonly id: string }>,
  ): Promise<{ webhook: Webhook | null; userErrors: UserError[] }> {
    return { webhook: done && (await this.loader.byId(context, done.id)), userErrors: [...userErrors] };
  }

  private async once(
    context: RequestContext,
    outcome: Outcome<{ readonly id: string; readonly secret: string }>,
  ): Promise<CreateWebhookPayload> {
    const secret = outcome.done?.secret ?? null;
    if (secret !== null) context.secrets.add(secret);
    return { ...(await this.webhook(context, outcome)), secret };
  }
}
