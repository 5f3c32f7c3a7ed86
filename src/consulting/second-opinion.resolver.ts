import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ClaimLoader } from '../claims/claim.loader.js';
import { Citation } from '../claims/claim.type.js';
import type { RequestContext } from '../graphql/request-context.js';
import { JobLoader } from '../jobs/job.loader.js';
import { WorkspaceLoader } from '../workspaces/workspace.loader.js';
import { Member } from '../workspaces/workspace.type.js';
import { AskSecondJudge } from './ask-second-judge.js';
import { SecondOpinionLoader } from './second-opinion.loader.js';
import { AskSecondJudgeInput, AskSecondJudgePayload, SecondOpinion } from './second-opinion.type.js';

@Resolver(() => Citation)
export class CitationOpinionsResolver {
  constructor(
    private readonly loader: SecondOpinionLoader,
    private readonly wishes: AskSecondJudge,
    private readonly claims: ClaimLoader,
    private readonly jobs: JobLoader,
  ) {}

  @ResolveField(() => [SecondOpinion], {
    description: 'What a second judge says of it, the newest first, at most ten; empty where none was asked.',
  })
  opinions(@Context() context: RequestContext, @Parent() { uuid }: Citation): Promise<SecondOpinion[]> {
    return this.loader.byCitation(context, uuid);
  }

  @Mutation(() => AskSecondJudgePayload, {
    nullable: true,
    description:
      'Has the second judge that the server is set up with say how much of claims stands in the sources that they cite. Needs CHECKER.',
  })
  async askSecondJudge(
    @Context() context: RequestContext,
    @Args('input', { description: 'On what a second opinion is wanted.' }) input: AskSecondJudgeInput,
  ): Promise<AskSecondJudgePayload> {
    const { done, userErrors } = await this.wishes.ask(context.viewer, input);
    const [citations, job] = await Promise.all([
      done && Promise.all(done.citationIds.map((id) => this.claims.citationById(context, id))),
      done?.jobId ? this.jobs.byId(context, done.jobId) : null,
    ]);
    return { citations: citations && citations.filter((each) => each !== null), job, userErrors: [...userErrors] };
  }
}

@Resolver(() => SecondOpinion)
export class SecondOpinionResolver {
  constructor(private readonly workspaces: WorkspaceLoader) {}

  @ResolveField(() => Member, { nullable: true, description: 'Who asked it; null: the program, by itself.' })
  askedBy(@Context() context: RequestContext, @Parent() opinion: SecondOpinion): null | Promise<Member | null> {
    return opinion.askedByUuid === null ? null : this.workspaces.memberById(context, opinion.askedByUuid);
  }
}
