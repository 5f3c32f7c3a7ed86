import { Context, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../graphql/request-context.js';
import { WorkspaceLoader } from './workspace.loader.js';
import { Member, ViewerType, Workspace } from './workspace.type.js';

@Resolver(() => ViewerType)
export class ViewerResolver {
  constructor(private readonly workspaces: WorkspaceLoader) {}

  @Query(() => ViewerType, { nullable: true, description: 'Who is asking.' })
  viewer(@Context() context: RequestContext): Pick<ViewerType, 'role'> {
    return { role: context.viewer.role };
  }

  @ResolveField(() => Member, { description: 'The member whose token it is.' })
  member(@Context() context: RequestContext): Promise<Member | null> {
    return this.workspaces.memberById(context, context.viewer.memberId);
  }

  @ResolveField(() => Workspace, { description: 'The workspace that all answers are about.' })
  workspace(@Context() context: RequestContext): Promise<Workspace> {
    return this.workspaces.workspace(context);
  }
}
