import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import { textArgument, uuidArgument } from '../../graphql/ids.js';
import { badInput } from '../../graphql/request-error.js';
import type { RequestContext } from '../../graphql/request-context.js';
import { DateTime } from '../../graphql/scalars.js';
import { MAX_POINTS, type Interval } from './intervals.js';
import { TrendLoader } from './trend.loader.js';
import { EvidenceTrendPoint, TrendInterval } from './trend.type.js';

@Resolver(() => EvidenceTrendPoint)
export class TrendResolver {
  constructor(private readonly trends: TrendLoader) {}

  @Query(() => [EvidenceTrendPoint], {
    description: `One point per interval: how many claims stood where, and how many findings were opened and fixed. The intervals are whole ones, in UTC; the first is that of \`from\`, or the first of which something is known. At most ${MAX_POINTS.toLocaleString('en')}.`,
  })
  async evidenceTrend(
    @Context() context: RequestContext,
    @Args('from', { type: () => DateTime, description: 'From the interval that holds this time.' }) from: Date,
    @Args('to', { type: () => DateTime, description: 'Up to this time; there are no points of the future.' }) to: Date,
    @Args('interval', { type: () => TrendInterval, description: 'How long each interval is.' }) interval: Interval,
    @Args('articleId', {
      type: () => ID,
      nullable: true,
      description: 'Of this article; of all that are not archived when left out.',
    })
    articleId?: string | null,
    @Args('desk', { type: () => String, nullable: true, description: 'Of the articles of this desk, exactly.' })
    desk?: string | null,
  ): Promise<EvidenceTrendPoint[]> {
    if (articleId != null && desk != null) throw badInput(['desk'], 'name an article or a desk, not both');
    const subject = {
      articleUuid: articleId == null ? null : uuidArgument('Article', articleId, ['articleId']),
      desk: desk == null ? null : textArgument(desk, ['desk']),
    };
    return await this.trends.trend(context, interval, { from, to }, subject);
  }
}
