import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { RuleLoader } from '../findings/rule.loader.js';
import type { RequestContext } from '../graphql/request-context.js';
import { JobLoader } from '../jobs/job.loader.js';
import { SourceLoader } from '../sources/source.loader.js';
import type { Outcome } from './editing.js';
import { RuleEdits } from './rule.edits.js';
import { SourceEdits, type Rippled } from './source.edits.js';
import {
  ConfigureRuleInput,
  ConfigureRulePayload,
  ReinstateSourceInput,
  ReinstateSourcePayload,
  RetractSourceInput,
  RetractSourcePayload,
  UpdatePublisherInput,
  UpdatePublisherPayload,
  UpdateSourceInput,
  UpdateSourcePayload,
} from './source.type.js';

const INPUT = 'What to do, and to what.';

/** Changes that many articles rest on. */
@Resolver()
export class SourceEditResolver {
  constructor(
    private readonly edits: SourceEdits,
    private readonly rules: RuleEdits,
    private readonly sources: SourceLoader,
    private readonly ruleLoader: RuleLoader,
    private readonly jobs: JobLoader,
  ) {}

  @Mutation(() => UpdateSourcePayload, { nullable: true, description: 'Changes the record of a source. Needs EDITOR.' })
  async updateSource(
    @Context() context: RequestContext,
    @Args('input', { description: INPUT }) input: UpdateSourceInput,
  ): Promise<UpdateSourcePayload> {
    return this.source(context, await this.edits.update(context.viewer, input));
  }

  @Mutation(() => RetractSourcePayload, {
    nullable: true,
    description: 'Says that a source is retracted: every claim that rests on it is judged again. Needs EDITOR.',
  })
  async retractSource(
    @Context() context: RequestContext,
    @Args('input', { description: INPUT }) input: RetractSourceInput,
  ): Promise<RetractSourcePayload> {
    return this.source(context, await this.edits.retract(context.viewer, input));
  }

  @Mutation(() => ReinstateSourcePayload, { nullable: true, description: 'Takes a retraction back. Needs EDITOR.' })
  async reinstateSource(
    @Context() context: RequestContext,
    @Args('input', { description: INPUT }) input: ReinstateSourceInput,
  ): Promise<ReinstateSourcePayload> {
    return this.source(context, await this.edits.reinstate(context.viewer, input));
  }

  @Mutation(() => UpdatePublisherPayload, {
    nullable: true,
    description: "Changes a publisher's name, owner, domains or rating. Needs EDITOR.",
  })
  async updatePublisher(
    @Context() context: RequestContext,
    @Args('input', { description: INPUT }) input: UpdatePublisherInput,
  ): Promise<UpdatePublisherPayload> {
    const { done, userErrors } = await this.edits.updatePublisher(context.viewer, input);
    const [publisher, job] = await Promise.all([
      done && this.sources.publisherById(context, done.id),
      done && this.jobs.byId(context, done.jobId),
    ]);
    return { publisher, job, userErrors: [...userErrors] };
  }

  @Mutation(() => ConfigureRulePayload, {
    nullable: true,
    description: 'Configures a rule of the workspace: all articles are judged again. Needs ADMIN.',
  })
  async configureRule(
    @Context() context: RequestContext,
    @Args('input', { description: INPUT }) input: ConfigureRuleInput,
  ): Promise<ConfigureRulePayload> {
    const { done, userErrors } = await this.rules.configure(context.viewer, input);
    const job = done && (await this.jobs.byId(context, done.jobId));
    return { rule: done && this.ruleLoader.byId(done.ruleId), job, userErrors: [...userErrors] };
  }

  private async source(context: RequestContext, { done, userErrors }: Outcome<Rippled>): Promise<RetractSourcePayload> {
    const [source, job] = await Promise.all([
      done && this.sources.byId(context, done.id),
      done && this.jobs.byId(context, done.jobId),
    ]);
    return { source, job, userErrors: [...userErrors] };
  }
}
