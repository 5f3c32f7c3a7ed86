import { Args, Context, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CLAIM_ORDERS } from '../../../src/claims/claim.rows.js';
import { PRIORITY, STANDING } from '../../../src/database/codes.js';
import { decodeCursor, encodeCursor } from '../../../src/graphql/cursor.js';
import { toGlobalId } from '../../../src/graphql/global-id.js';
import { Claim } from './entities.js';
import type { RequestScope } from './scope.js';
import { ArticleType, CitationType, ClaimConnection, ClaimType, FindingType, SourceType } from './types.js';

const { name: ORDER, kinds: KINDS } = CLAIM_ORDERS.RANK;

@Resolver(() => ClaimType)
export class ClaimResolver {
  @Query(() => ClaimConnection)
  async unsupportedClaims(
    @Context('scope') scope: RequestScope,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<ClaimConnection> {
    const manager = await scope.manager();
    const query = manager
      .getRepository(Claim)
      .createQueryBuilder('claim')
      .innerJoinAndSelect('claim.words', 'words')
      .where('claim.workspaceId = :workspace AND claim.goneIn IS NULL AND claim.standing BETWEEN 1 AND 4', {
        workspace: scope.workspaceId,
      })
      .andWhere(
        `NOT EXISTS (SELECT FROM article ar WHERE ar.workspace_id = :workspace AND ar.id = claim.article_id
          AND ar.archived_at IS NOT NULL)`,
      )
      .orderBy('claim.rank')
      .addOrderBy('claim.id')
      .limit(first + 1);
    const key = after ? decodeCursor(after, ORDER, KINDS) : null;
    if (key) query.andWhere('(claim.rank, claim.id) > (:rank::smallint, :id::uuid)', { rank: key[0], id: key[1] });
    const claims = await query.getMany();
    const edges = claims.slice(0, first).map((claim) => ({
      cursor: encodeCursor(ORDER, [claim.rank, claim.id]),
      node: {
        id: toGlobalId('Claim', claim.id),
        uuid: claim.id,
        articleId: claim.articleId,
        text: claim.words.text,
        section: claim.words.section,
        standing: STANDING.fromCode(claim.standing),
        priority: PRIORITY.fromCode(claim.priority),
      },
    }));
    return { edges, pageInfo: { hasNextPage: claims.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
  }

  @ResolveField(() => ArticleType)
  async article(@Context('scope') scope: RequestScope, @Parent() claim: ClaimType): Promise<ArticleType> {
    const { id, title, slug } = await scope.articles.load(claim.articleId);
    return { id: toGlobalId('Article', id), title, slug };
  }

  @ResolveField(() => [CitationType])
  citations(@Context('scope') scope: RequestScope, @Parent() claim: ClaimType): Promise<CitationType[]> {
    return scope.citations.load(claim.uuid);
  }

  @ResolveField(() => [FindingType])
  findings(@Context('scope') scope: RequestScope, @Parent() claim: ClaimType): Promise<FindingType[]> {
    return scope.findings.load(claim.uuid);
  }
}

@Resolver(() => CitationType)
export class CitationResolver {
  @ResolveField(() => SourceType, { nullable: true })
  async source(@Context('scope') scope: RequestScope, @Parent() citation: CitationType): Promise<SourceType | null> {
    if (citation.sourceId === null) return null;
    const { id, title, url } = await scope.sources.load(citation.sourceId);
    return { id: toGlobalId('Source', id), title, url };
  }
}
