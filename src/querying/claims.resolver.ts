import { Args, Context, Extensions, Info, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Article } from '../articles/article.type.js';
import { ClaimFilter, ClaimOrder, RestatementScope } from '../claims/claim-filter.type.js';
import { CLAIM_ORDERS } from '../claims/claim.rows.js';
import { Claim, ClaimConnection } from '../claims/claim.type.js';
import { PageArgs, readPage, toConnection, type Connection } from '../graphql/connection.js';
import { LEAST_OBJECTS, type LeastObjects } from '../graphql/limits/least-objects.js';
import { batched, placeOf, type RequestContext } from '../graphql/request-context.js';
import { Selection } from '../graphql/selection.js';
import { ElsewhereLoader, MOST_COMPARED } from './elsewhere.loader.js';
import { ClaimPageLoader, type ClaimQuery, type Restated } from './claim-page.loader.js';

const FILTER = { type: () => ClaimFilter, nullable: true, description: 'Which of them; all when left out.' };
const SCOPE = {
  type: () => RestatementScope,
  nullable: true,
  defaultValue: 'ARTICLE',
  description: 'Where to look for them.',
};
const ORDER = { type: () => ClaimOrder, nullable: true, description: 'RANK when left out.' };

function queryOf(
  info: GraphQLResolveInfo,
  page: PageArgs,
  filter: ClaimFilter | null | undefined,
  orderBy: ClaimOrder | null | undefined,
): ClaimQuery {
  const order = orderBy ?? 'RANK';
  const claim = Selection.of(info).under('edges')?.under('node') ?? null;
  return { filter, order, page: readPage(page, CLAIM_ORDERS[order]), claim };
}

@Resolver(() => Claim)
export class ClaimsResolver {
  constructor(
    private readonly pages: ClaimPageLoader,
    private readonly elsewhere: ElsewhereLoader,
  ) {}

  @Query(() => ClaimConnection, { name: 'claims', description: 'The claims of all articles of the workspace.' })
  list(
    @Context() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Args() page: PageArgs,
    @Args('filter', FILTER) filter?: ClaimFilter | null,
    @Args('orderBy', ORDER) orderBy?: ClaimOrder | null,
  ): Promise<ClaimConnection> {
    return this.pages.page(context, queryOf(info, page, filter, orderBy));
  }

  @Query(() => ClaimConnection, {
    description: 'Claims whose standing is REFUTED, CONTESTED, MISSING or WEAK: the worst and most important first.',
  })
  unsupportedClaims(
    @Context() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Args() page: PageArgs,
    @Args('filter', FILTER) filter?: ClaimFilter | null,
    @Args('orderBy', ORDER) orderBy?: ClaimOrder | null,
  ): Promise<ClaimConnection> {
    return this.pages.page(context, { ...queryOf(info, page, filter, orderBy), unsupported: true });
  }

  @Extensions({ [LEAST_OBJECTS]: { scope: { OTHER_ARTICLES: MOST_COMPARED } } satisfies LeastObjects })
  @ResolveField(() => ClaimConnection, {
    description: 'Claims that say the same, in these words or in others, in reading order.',
  })
  restatements(
    @Context() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Parent() claim: Claim,
    @Args() page: PageArgs,
    @Args('scope', SCOPE) scope: RestatementScope | null,
  ): ClaimConnection | Promise<ClaimConnection> {
    const query = queryOf(info, page, null, 'READING_ORDER');
    if (scope === 'OTHER_ARTICLES') {
      return batched<string, Connection<Claim>>(context, placeOf(info), (claims) =>
        this.elsewhere.pages(context, claims, query),
      ).load(claim.uuid);
    }
    if (claim.restatementGroup === null) return toConnection<Claim>(query.page, []);
    return batched<Restated, Connection<Claim>>(
      context,
      placeOf(info),
      (claims) => this.pages.pagesOfRestatements(context, claims, query),
      ({ uuid }) => uuid,
    ).load(claim);
  }
}

@Resolver(() => Article)
export class ArticleClaimsResolver {
  constructor(private readonly pages: ClaimPageLoader) {}

  @ResolveField(() => ClaimConnection, { description: 'The claims of its newest revision.' })
  claims(
    @Context() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Parent() article: Article,
    @Args() page: PageArgs,
    @Args('filter', FILTER) filter?: ClaimFilter | null,
    @Args('orderBy', ORDER) orderBy?: ClaimOrder | null,
  ): Promise<ClaimConnection> {
    const query = queryOf(info, page, filter, orderBy);
    return batched<string, Connection<Claim>>(context, placeOf(info), (articles) =>
      this.pages.pagesOfArticles(context, articles, query),
    ).load(article.uuid);
  }
}
