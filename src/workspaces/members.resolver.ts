import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { PageArgs, readPage } from '../graphql/connection.js';
import type { RequestContext } from '../graphql/request-context.js';
import { MEMBER_ORDER, WorkspaceLoader } from './workspace.loader.js';
import { Member, MemberConnection } from './workspace.type.js';

@Resolver(() => Member)
export class MembersResolver {
  constructor(private readonly workspaces: WorkspaceLoader) {}

  @Query(() => MemberConnection, {
    description: 'Who works in the workspace, by name: whom claims can be assigned to.',
  })
  members(@Context() context: RequestContext, @Args() page: PageArgs): Promise<MemberConnection> {
    return this.workspaces.members(context, readPage(page, MEMBER_ORDER));
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'Where they are written to; shown to themselves and to ADMIN.',
  })
  email(@Context() { viewer }: RequestContext, @Parent() { uuid, address }: Member): string | null {
    return viewer.role === 'ADMIN' || viewer.memberId === uuid ? address : null;
  }
}
