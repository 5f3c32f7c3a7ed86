import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../graphql/request-context.js';
import { SourceLoader } from '../sources/source.loader.js';
import { CitationEdits } from './citation.edits.js';
import {
  AttachSourceInput,
  AttachSourcePayload,
  DefineReferenceInput,
  DefineReferencePayload,
  DetachSourceInput,
  DetachSourcePayload,
  ProposeSourceInput,
  ProposeSourcePayload,
  ReviewCitationInput,
  ReviewCitationPayload,
  UpdateCitationInput,
  UpdateCitationPayload,
} from './citation.type.js';
import {
  AttachSourcesInput,
  AttachSourcesPayload,
  ReviewCitationsInput,
  ReviewCitationsPayload,
  resultsOf,
} from './batch.type.js';
import { EffectLoader } from './effect.loader.js';

const INPUT = 'What to do, and to what.';

@Resolver()
export class CitationEditResolver {
  constructor(
    private readonly edits: CitationEdits,
    private readonly effects: EffectLoader,
    private readonly sources: SourceLoader,
  ) {}

  @Mutation(() => AttachSourcePayload, { nullable: true, description: 'Cites a source for a claim. Needs EDITOR.' })
  async attachSource(
    @Context() context: RequestContext,
    @Args('input', { description: INPUT }) input: AttachSourceInput,
  ): Promise<AttachSourcePayload> {
    return this.effects.citation(context, await this.edits.attach(context.viewer, input));
  }

  @Mutation(() => AttachSourcesPayload, {
    nullable: true,
    description: 'Cites sources for several claims: each is attached or refused on its own. Needs EDITOR.',
  })
  async attachSources(
    @Context() context: RequestContext,
    @Args('input', { description: INPUT }) input: AttachSourcesInput,
  ): Promise<AttachSourcesPayload> {
    const outcome = await this.edits.attachEach(context.viewer, input.items);
    return resultsOf(outcome, (each) => this.effects.citation(context, each));
  }

  @Query(() => AttachSourcePayload, {
    nullable: true,
    description: 'What attaching this source would fix and raise. Writes nothing. Needs CHECKER.',
  })
  async previewAttachSource(
    @Context() context: RequestContext,
    @Args('input', { description: INPUT }) input: AttachSourceInput,
  ): Promise<AttachSourcePayload> {
    let shown: AttachSourcePayload | null = null;
    const { userErrors } = await this.edits.preview(context.viewer, input, async (connection, changed) => {
      shown = await this.effects.within(context, connection, changed);
    });
    return shown ?? { citation: null, claim: null, fixed: [], opened: [], userErrors: [...userErrors] };
  }

  @Mutation(() => ProposeSourcePayload, {
    nullable: true,
    description:
      'Proposes a source for a claim: a citation whose basis is SUGGESTED. It counts for nothing until an editor accepts it by reviewCitation. Needs CHECKER.',
  })
  async proposeSource(
    @Context() context: RequestContext,
    @Args('input', { description: INPUT }) input: ProposeSourceInput,
  ): Promise<ProposeSourcePayload> {
    return this.effects.citation(context, await this.edits.propose(context.viewer, input));
  }

  @Mutation(() => DefineReferencePayload, {
    nullable: true,
    description:
      'Says what a number leads to that the article cites: all claims that cite it are judged again. Needs EDITOR.',
  })
  async defineReference(
    @Context() context: RequestContext,
    @Args('input', { description: INPUT }) input: DefineReferenceInput,
  ): Promise<DefineReferencePayload> {
    const outcome = await this.edits.define(context.viewer, input);
    const [effect, reference] = await Promise.all([
      this.effects.effect(context, outcome),
      outcome.done ? this.sources.referenceById(context, outcome.done.result) : null,
    ]);
    return { ...effect, reference };
  }

  @Mutation(() => DetachSourcePayload, { nullable: true, description: 'Takes a citation away. Needs EDITOR.' })
  async detachSource(
    @Context() context: RequestContext,
    @Args('input', { description: INPUT }) input: DetachSourceInput,
  ): Promise<DetachSourcePayload> {
    return this.effects.citation(context, await this.edits.detach(context.viewer, input));
  }

  @Mutation(() => UpdateCitationPayload, {
    nullable: true,
    description: 'Changes what is said of a citation. Another quote or stance takes a review back. Needs EDITOR.',
  })
  async updateCitation(
    @Context() context: RequestContext,
    @Args('input', { description: INPUT }) input: UpdateCitationInput,
  ): Promise<UpdateCitationPayload> {
    return this.effects.citation(context, await this.edits.update(context.viewer, input));
  }

  @Mutation(() => ReviewCitationPayload, {
    nullable: true,
    description:
      'Records what a person found who looked at a citation. To accept a proposal needs EDITOR. Needs CHECKER.',
  })
  async reviewCitation(
    @Context() context: RequestContext,
    @Args('input', { description: INPUT }) input: ReviewCitationInput,
  ): Promise<ReviewCitationPayload> {
    return this.effects.citation(context, await this.edits.review(context.viewer, input));
  }

  @Mutation(() => ReviewCitationsPayload, {
    nullable: true,
    description:
      'Records what a person found who looked at several citations: each is recorded or refused on its own. Needs CHECKER.',
  })
  async reviewCitations(
    @Context() context: RequestContext,
    @Args('input', { description: INPUT }) input: ReviewCitationsInput,
  ): Promise<ReviewCitationsPayload> {
    const outcome = await this.edits.reviewEach(context.viewer, input.items);
    return resultsOf(outcome, (each) => this.effects.citation(context, each));
  }
}
