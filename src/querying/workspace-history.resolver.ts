import { Context, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../graphql/request-context.js';
import { Workspace } from '../workspaces/workspace.type.js';
import { HistoryLoader } from './history.loader.js';

/** Where a client that follows the workspace begins. */
@Resolver(() => Workspace)
export class WorkspaceHistoryResolver {
  constructor(private readonly histories: HistoryLoader) {}

  @ResolveField(() => String, {
    description:
      'How far its history is. Ask for it in a request of its own, before you read what is there: `claimChanged(after:)` and `history(after:)` then tell all that you did not read.',
  })
  historyCursor(@Context() context: RequestContext): Promise<string> {
    return this.histories.cursor(context);
  }
}
