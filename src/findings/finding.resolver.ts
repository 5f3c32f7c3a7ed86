import { Args, Context, Info, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ArticleLoader } from '../articles/article.loader.js';
import { Article } from '../articles/article.type.js';
import { ClaimLoader } from '../claims/claim.loader.js';
import { Claim } from '../claims/claim.type.js';
import { PageArgs, readPage } from '../graphql/connection.js';
import { placeOf, type RequestContext } from '../graphql/request-context.js';
import type { FindingState } from '../database/codes.js';
import { FindingStateEnum, SeverityEnum } from '../graphql/enums.js';
import { UrlScalar } from '../graphql/scalars.js';
import type { Severity } from '../judging/evidence.js';
import { FindingLoader } from './finding.loader.js';
import { FINDING_ORDERS } from './finding.rows.js';
import {
  type ClaimWithFindings,
  Finding,
  FindingConnection,
  FindingFilter,
  FindingOrder,
  Rule,
  RuleCount,
} from './finding.type.js';
import { RuleLoader } from './rule.loader.js';

const WHICH = { type: () => FindingFilter, nullable: true, description: 'Which of them; open ones when left out.' };
const ORDER = { type: () => FindingOrder, nullable: true, description: 'SEVERITY when left out.' };

@Resolver(() => Finding)
export class FindingResolver {
  constructor(
    private readonly findings: FindingLoader,
    private readonly rules: RuleLoader,
    private readonly claims: ClaimLoader,
    private readonly articles: ArticleLoader,
  ) {}

  @Query(() => FindingConnection, { name: 'findings', description: 'What the rules found.' })
  list(
    @Context() context: RequestContext,
    @Args() page: PageArgs,
    @Args('filter', WHICH) filter?: FindingFilter | null,
    @Args('orderBy', ORDER) orderBy?: FindingOrder | null,
  ): Promise<FindingConnection> {
    const order = FINDING_ORDERS[orderBy ?? 'SEVERITY'];
    return this.findings.page(context, filter, order, readPage(page, order));
  }

  @ResolveField(() => Rule, { description: 'The rule that found it.' })
  rule(@Parent() finding: Finding): Rule {
    return this.rules.byId(finding.ruleId);
  }

  @ResolveField(() => Claim, { nullable: true, description: 'The claim that it is about; null: the article.' })
  claim(@Context() context: RequestContext, @Parent() finding: Finding): null | Promise<Claim | null> {
    return finding.claimUuid === null ? null : this.claims.byId(context, finding.claimUuid);
  }

  @ResolveField(() => Article, { description: 'The article that it is about.' })
  article(@Context() context: RequestContext, @Parent() finding: Finding): Promise<Article | null> {
    return this.articles.byId(context, finding.articleUuid);
  }
}

@Resolver(() => Claim)
export class ClaimFindingsResolver {
  constructor(private readonly findings: FindingLoader) {}

  @ResolveField(() => [Finding], {
    name: 'findings',
    description: 'What the rules found about it, the most severe first.',
  })
  list(
    @Context() context: RequestContext,
    @Parent() claim: ClaimWithFindings,
    @Args('state', {
      type: () => FindingStateEnum,
      nullable: true,
      defaultValue: 'OPEN',
      description: 'What became of them; null: whatever became of them.',
    })
    state: FindingState | null,
  ): Finding[] | Promise<Finding[]> {
    return claim.findings?.get(state ?? null) ?? this.findings.ofClaim(context, claim.uuid, state ?? null);
  }
}

@Resolver(() => Article)
export class ArticleFindingsResolver {
  constructor(private readonly findings: FindingLoader) {}

  @ResolveField(() => FindingConnection, {
    name: 'findings',
    description: 'What the rules found in it.',
  })
  list(
    @Context() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Parent() article: Article,
    @Args() page: PageArgs,
    @Args('filter', WHICH) filter?: FindingFilter | null,
    @Args('orderBy', ORDER) orderBy?: FindingOrder | null,
  ): Promise<FindingConnection> {
    const order = FINDING_ORDERS[orderBy ?? 'SEVERITY'];
    return this.findings.ofArticle(context, article.uuid, filter, order, readPage(page, order), placeOf(info));
  }
}

@Resolver(() => Rule)
export class RuleResolver {
  constructor(private readonly loader: RuleLoader) {}

  @Query(() => [Rule], { description: 'All rules, as the workspace has configured them.' })
  rules(): readonly Rule[] {
    return this.loader.all();
  }

  @ResolveField(() => SeverityEnum, { description: 'How much its findings matter here.' })
  async severity(@Context() context: RequestContext, @Parent() rule: Rule): Promise<Severity> {
    return (await this.loader.configured(context, rule)).severity;
  }

  @ResolveField(() => Boolean, { description: 'Whether it runs here.' })
  async enabled(@Context() context: RequestContext, @Parent() rule: Rule): Promise<boolean> {
    return (await this.loader.configured(context, rule)).enabled;
  }

  @ResolveField(() => UrlScalar, { description: 'A page about it, with examples.' })
  documentationUrl(@Context() context: RequestContext, @Parent() rule: Rule): string {
    return `${context.baseUrl}/docs/rules/${rule.id}`;
  }
}

@Resolver(() => RuleCount)
export class RuleCountResolver {
  constructor(private readonly rules: RuleLoader) {}

  @ResolveField(() => Rule, { description: 'The rule.' })
  rule(@Parent() count: RuleCount): Rule {
    return this.rules.byId(count.ruleId);
  }
}
