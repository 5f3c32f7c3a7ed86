import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ArticleLoader } from '../articles/article.loader.js';
import { Article } from '../articles/article.type.js';
import { EvidenceSummary, Rule } from '../findings/finding.type.js';
import { RuleLoader } from '../findings/rule.loader.js';
import { PageArgs, readPage } from '../graphql/connection.js';
import type { RequestContext } from '../graphql/request-context.js';
import { SourceLoader } from '../sources/source.loader.js';
import { Publisher } from '../sources/source.type.js';
import { breakdownGroups } from './breakdown.js';
import { MISSING_ORDER, MissingReferencesLoader } from './missing-references.loader.js';
import { TotalsLoader } from './totals.loader.js';
import {
  BreakdownBy,
  EvidenceBreakdown,
  EvidenceBreakdownConnection,
  MissingReference,
  MissingReferenceConnection,
  SummaryFilter,
} from './totals.type.js';

@Resolver(() => EvidenceSummary)
export class SummaryResolver {
  constructor(private readonly totals: TotalsLoader) {}

  @Query(() => EvidenceSummary, {
    description: 'Totals for dashboards, kept up to date: as quick for a million claims as for one.',
  })
  evidenceSummary(
    @Context() context: RequestContext,
    @Args('filter', { type: () => SummaryFilter, nullable: true, description: 'Of what; the workspace when left out.' })
    filter?: SummaryFilter | null,
  ): Promise<EvidenceSummary> {
    return this.totals.summary(context, filter);
  }
}

@Resolver(() => Article)
export class ArticleSummaryResolver {
  constructor(private readonly totals: TotalsLoader) {}

  @ResolveField(() => EvidenceSummary, { description: 'Its totals.' })
  summary(@Context() context: RequestContext, @Parent() article: Article): Promise<EvidenceSummary> {
    return this.totals.summaryOf(context, article.uuid);
  }
}

@Resolver(() => MissingReference)
export class MissingReferenceResolver {
  constructor(
    private readonly missing: MissingReferencesLoader,
    private readonly articles: ArticleLoader,
  ) {}

  @Query(() => MissingReferenceConnection, {
    description: 'Numbers that are cited and resolve to nothing: those that would clear the most findings first.',
  })
  missingReferences(
    @Context() context: RequestContext,
    @Args() page: PageArgs,
    @Args('articleId', { type: () => ID, nullable: true, description: 'Of this article; of all when left out.' })
    articleId?: string | null,
  ): Promise<MissingReferenceConnection> {
    return this.missing.page(context, articleId, readPage(page, MISSING_ORDER));
  }

  @ResolveField(() => Article, { description: 'The article that cites it.' })
  article(@Context() context: RequestContext, @Parent() reference: MissingReference): Promise<Article | null> {
    return this.articles.byId(context, reference.articleUuid);
  }
}

@Resolver(() => EvidenceBreakdown)
export class BreakdownResolver {
  constructor(
    private readonly totals: TotalsLoader,
    private readonly articles: ArticleLoader,
    private readonly sources: SourceLoader,
    private readonly rules: RuleLoader,
  ) {}

  @Query(() => EvidenceBreakdownConnection, {
    description: 'Totals told apart by article, desk, publisher, rule or heading: the most unsupported claims first.',
  })
  evidenceBreakdown(
    @Context() context: RequestContext,
    @Args('by', { type: () => BreakdownBy, description: 'What to tell apart.' }) by: BreakdownBy,
    @Args() page: PageArgs,
  ): Promise<EvidenceBreakdownConnection> {
    return this.totals.breakdown(context, by, readPage(page, breakdownGroups(by).order));
  }

  @ResolveField(() => Article, { nullable: true, description: 'The article, when told apart by article.' })
  article(@Context() context: RequestContext, @Parent() row: EvidenceBreakdown): null | Promise<Article | null> {
    return row.by === 'ARTICLE' ? this.articles.byId(context, row.key) : null;
  }

  @ResolveField(() => Publisher, { nullable: true, description: 'The publisher, when told apart by publisher.' })
  publisher(@Context() context: RequestContext, @Parent() row: EvidenceBreakdown): null | Promise<Publisher | null> {
    return row.by === 'PUBLISHER' ? this.sources.publisherById(context, row.key) : null;
  }

  @ResolveField(() => Rule, { nullable: true, description: 'The rule, when told apart by rule.' })
  rule(@Parent() row: EvidenceBreakdown): Rule | null {
    return row.by === 'RULE' ? this.rules.byId(row.key) : null;
  }
}
