import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { PageArgs, readPage } from '../graphql/connection.js';
import { uuidArgument } from '../graphql/ids.js';
import type { RequestContext } from '../graphql/request-context.js';
import { TOKEN_ORDER, TokenLoader } from './token.loader.js';
import { Token, TokenConnection } from './token.type.js';
import { WorkspaceLoader } from './workspace.loader.js';
import { Member } from './workspace.type.js';

@Resolver(() => Token)
export class TokensResolver {
  constructor(
    private readonly loader: TokenLoader,
    private readonly workspaces: WorkspaceLoader,
  ) {}

  @Query(() => TokenConnection, {
    description: 'Tokens, the newest first, also those that have ended: your own; for ADMIN, those of all members.',
  })
  tokens(
    @Context() context: RequestContext,
    @Args() page: PageArgs,
    @Args('memberId', { type: () => ID, nullable: true, description: 'Only those of this member.' })
    memberId?: string | null,
  ): Promise<TokenConnection> {
    const of = memberId == null ? null : uuidArgument('Member', memberId, ['memberId']);
    return this.loader.page(context, of, readPage(page, TOKEN_ORDER));
  }

  @ResolveField(() => Member, { description: 'Who calls by it.' })
  member(@Context() context: RequestContext, @Parent() { memberUuid }: Token): Promise<Member | null> {
    return this.workspaces.memberById(context, memberUuid);
  }
}
