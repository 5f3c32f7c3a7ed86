import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../graphql/request-context.js';
import { JobLoader } from '../jobs/job.loader.js';
import { SourceLoader } from '../sources/source.loader.js';
import { SourceMerges } from './merge.edits.js';
import { MergeSourcesInput, MergeSourcesPayload } from './merge.type.js';

@Resolver()
export class SourceMergeResolver {
  constructor(
    private readonly merges: SourceMerges,
    private readonly sources: SourceLoader,
    private readonly jobs: JobLoader,
  ) {}

  @Mutation(() => MergeSourcesPayload, {
    nullable: true,
    description:
      'Makes several sources one: what cites any of them cites the kept one, and is judged again. Needs EDITOR.',
  })
  async mergeSources(
    @Context() context: RequestContext,
    @Args('input', { description: 'What to do, and to what.' }) input: MergeSourcesInput,
  ): Promise<MergeSourcesPayload> {
    const { done, userErrors } = await this.merges.merge(context.viewer, input);
    const [source, job] = await Promise.all([
      done && this.sources.byId(context, done.id),
      done && this.jobs.byId(context, done.jobId),
    ]);
    return { source, job, userErrors: [...userErrors] };
  }
}
