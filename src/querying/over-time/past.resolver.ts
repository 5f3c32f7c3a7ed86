import { Args, Context, Info, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ArticleLoader } from '../../articles/article.loader.js';
import { Article, Revision } from '../../articles/article.type.js';
import { ClaimLoader } from '../../claims/claim.loader.js';
import { Claim } from '../../claims/claim.type.js';
import { FindingLoader } from '../../findings/finding.loader.js';
import { Finding, Rule } from '../../findings/finding.type.js';
import { RuleLoader } from '../../findings/rule.loader.js';
import { PageArgs, readPage } from '../../graphql/connection.js';
import { placeOf, type RequestContext } from '../../graphql/request-context.js';
import { DateTime } from '../../graphql/scalars.js';
import { SourceLoader } from '../../sources/source.loader.js';
import { Source } from '../../sources/source.type.js';
import { PastEvidenceLoader } from './past-evidence.loader.js';
import { PAST_CLAIM_ORDER, PastLoader } from './past.loader.js';
import { PastArticle, PastCitation, PastClaim, PastClaimConnection, PastFinding, PastStandings } from './past.type.js';

@Resolver(() => Article)
export class ArticlePastResolver {
  constructor(private readonly past: PastLoader) {}

  @ResolveField(() => PastArticle, {
    nullable: true,
    description: 'How it stood at a time; null: it was not there yet. Of a time to come: how it stands now.',
  })
  asOf(
    @Context() context: RequestContext,
    @Parent() article: Article,
    @Args('at', { type: () => DateTime, description: 'The time.' }) at: Date,
  ): Promise<PastArticle | null> {
    return this.past.articleAt(context, article, at);
  }
}

@Resolver(() => PastArticle)
export class PastArticleResolver {
  constructor(
    private readonly past: PastLoader,
    private readonly evidence: PastEvidenceLoader,
    private readonly articles: ArticleLoader,
  ) {}

  @ResolveField(() => Revision, { description: 'Its newest revision then.' })
  revision(@Context() context: RequestContext, @Parent() { revisionUuid }: PastArticle): Promise<Revision | null> {
    return this.articles.revisionById(context, revisionUuid);
  }

  @ResolveField(() => PastStandings, { description: 'How many of its claims stood where.' })
  standings(@Context() context: RequestContext, @Parent() { moment }: PastArticle): Promise<PastStandings> {
    return this.past.standingsOf(context, moment);
  }

  @ResolveField(() => PastClaimConnection, { description: 'Its claims, in reading order.' })
  claims(
    @Context() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Parent() { moment }: PastArticle,
    @Args() page: PageArgs,
  ): Promise<PastClaimConnection> {
    return this.past.claimsOf(context, moment, readPage(page, PAST_CLAIM_ORDER), placeOf(info));
  }

  @ResolveField(() => [PastFinding], {
    description: 'What had been found in it as a whole and was not fixed, the most severe first.',
  })
  findings(@Context() context: RequestContext, @Parent() { moment }: PastArticle): Promise<PastFinding[]> {
    return this.evidence.findingsOf(context, moment, null);
  }
}

@Resolver(() => PastClaim)
export class PastClaimResolver {
  constructor(
    private readonly evidence: PastEvidenceLoader,
    private readonly claims: ClaimLoader,
  ) {}

  @ResolveField(() => Claim, { description: 'The claim as it is now, or was when it went.' })
  claim(@Context() context: RequestContext, @Parent() { claimUuid }: PastClaim): Promise<Claim | null> {
    return this.claims.byId(context, claimUuid);
  }

  @ResolveField(() => [PastCitation], { description: 'What it cited, in the order of its markers.' })
  citations(@Context() context: RequestContext, @Parent() { moment, claimUuid }: PastClaim): Promise<PastCitation[]> {
    return this.evidence.citationsOf(context, moment, claimUuid);
  }

  @ResolveField(() => [PastFinding], {
    description: 'What had been found about it and was not fixed, the most severe first.',
  })
  findings(@Context() context: RequestContext, @Parent() { moment, claimUuid }: PastClaim): Promise<PastFinding[]> {
    return this.evidence.findingsOf(context, moment, claimUuid);
  }
}

@Resolver(() => PastCitation)
export class PastCitationResolver {
  constructor(private readonly sources: SourceLoader) {}

  @ResolveField(() => Source, {
    nullable: true,
    description: 'The source that it led to, with what is known of it now; null: none, it dangled.',
  })
  source(@Context() context: RequestContext, @Parent() { sourceUuid }: PastCitation): null | Promise<Source | null> {
    return sourceUuid === null ? null : this.sources.byId(context, sourceUuid);
  }
}

@Resolver(() => PastFinding)
export class PastFindingResolver {
  constructor(
    private readonly rules: RuleLoader,
    private readonly findings: FindingLoader,
  ) {}

  @ResolveField(() => Rule, { description: 'The rule that found it, as it is configured now.' })
  rule(@Parent() { ruleId }: PastFinding): Rule {
    return this.rules.byId(ruleId);
  }

  @ResolveField(() => Finding, { description: 'The finding as it is now, or was when it was fixed.' })
  finding(@Context() context: RequestContext, @Parent() { findingUuid }: PastFinding): Promise<Finding | null> {
    return this.findings.byId(context, findingUuid);
  }
}
