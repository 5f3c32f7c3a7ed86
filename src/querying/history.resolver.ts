import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ArticleLoader } from '../articles/article.loader.js';
import { Article } from '../articles/article.type.js';
import { Event, EventConnection } from '../events/event.type.js';
import { PageArgs } from '../graphql/connection.js';
import { fromGlobalId } from '../graphql/global-id.js';
import { badInput } from '../graphql/request-error.js';
import type { RequestContext } from '../graphql/request-context.js';
import { WorkspaceLoader } from '../workspaces/workspace.loader.js';
import { Member } from '../workspaces/workspace.type.js';
import { HistoryFilter } from './history-filter.type.js';
import { HistoryLoader } from './history.loader.js';

@Resolver(() => Event)
export class HistoryResolver {
  constructor(
    private readonly histories: HistoryLoader,
    private readonly articles: ArticleLoader,
    private readonly workspaces: WorkspaceLoader,
  ) {}

  @Query(() => EventConnection, {
    description:
      'What happened, the oldest first: in the workspace, in an article, to a claim and what was found about it, or to another thing. `after` takes the cursor of a `ClaimChange` as well.',
  })
  history(
    @Context() context: RequestContext,
    @Args('subjectId', { type: () => ID, description: 'Whose history: the id of any object.' }) subjectId: string,
    @Args('filter', { type: () => HistoryFilter, nullable: true, description: 'Which events; all when left out.' })
    filter: HistoryFilter | null,
    @Args() page: PageArgs,
  ): Promise<EventConnection> {
    const subject = fromGlobalId(subjectId);
    if (!subject) throw badInput(['subjectId'], 'not the id of an object; take ids from answers of this API');
    return this.histories.page(context, subject, filter, page);
  }

  @ResolveField(() => Member, { nullable: true, description: 'Who did it; null: it happened by itself.' })
  actor(@Context() context: RequestContext, @Parent() event: Event): null | Promise<Member | null> {
    return event.actorUuid === null ? null : this.workspaces.memberById(context, event.actorUuid);
  }

  @ResolveField(() => Article, {
    nullable: true,
    description: 'The article in which it happened; null: in none, as with members and tokens.',
  })
  article(@Context() context: RequestContext, @Parent() event: Event): null | Promise<Article | null> {
    return event.articleUuid === context.viewer.workspaceId ? null : this.articles.byId(context, event.articleUuid);
  }
}
