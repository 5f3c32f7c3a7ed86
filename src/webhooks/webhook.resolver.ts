import { Args, Context, Info, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ArticleLoader } from '../articles/article.loader.js';
import { Article } from '../articles/article.type.js';
import { needRole } from '../graphql/need-role.js';
import { PageArgs, readPage } from '../graphql/connection.js';
import { placeOf, type RequestContext } from '../graphql/request-context.js';
import { DELIVERY_ORDER, WEBHOOK_ORDER, WebhookLoader } from './webhook.loader.js';
import { Webhook, WebhookConnection, WebhookDeliveryConnection } from './webhook.type.js';

@Resolver(() => Webhook)
export class WebhookResolver {
  constructor(
    private readonly loader: WebhookLoader,
    private readonly articles: ArticleLoader,
  ) {}

  @Query(() => WebhookConnection, {
    description: 'Programs that are told of changes, the oldest first, and how well that goes. Needs ADMIN.',
  })
  async webhooks(@Context() context: RequestContext, @Args() page: PageArgs): Promise<WebhookConnection> {
    const { viewer } = context;
    needRole(viewer, 'readWebhooks', 'webhooks');
    return await this.loader.page(context, readPage(page, WEBHOOK_ORDER));
  }

  @ResolveField(() => Article, {
    nullable: true,
    description: 'It is told of claims in this article; null: in all.',
  })
  article(@Context() context: RequestContext, @Parent() { articleUuid }: Webhook): null | Promise<Article | null> {
    return articleUuid === null ? null : this.articles.byId(context, articleUuid);
  }

  @ResolveField(() => WebhookDeliveryConnection, {
    description: 'Attempts to deliver messages, the newest first: the last 200 are kept, and some more for a while.',
  })
  deliveries(
    @Context() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Parent() { uuid }: Webhook,
    @Args() page: PageArgs,
  ): Promise<WebhookDeliveryConnection> {
    return this.loader.deliveriesOf(context, uuid, readPage(page, DELIVERY_ORDER), placeOf(info));
  }
}
