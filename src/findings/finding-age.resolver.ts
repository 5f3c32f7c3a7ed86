import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../graphql/request-context.js';
import { FindingAgeLoader } from './finding-age.loader.js';
import { FindingAgeCount } from './finding-age.type.js';
import { FindingFilter } from './finding.type.js';

@Resolver(() => FindingAgeCount)
export class FindingAgeResolver {
  constructor(private readonly ages: FindingAgeLoader) {}

  @Query(() => [FindingAgeCount], {
    description: 'How many findings there are by how long ago they were first found: every age, the youngest first.',
  })
  findingsByAge(
    @Context() context: RequestContext,
    @Args('filter', {
      type: () => FindingFilter,
      nullable: true,
      description: 'Which findings; the open ones of articles that are not archived when left out.',
    })
    filter?: FindingFilter | null,
  ): Promise<FindingAgeCount[]> {
    return this.ages.counts(context, filter ?? {});
  }
}
