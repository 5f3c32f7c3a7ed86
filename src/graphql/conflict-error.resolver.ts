import { Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { NodeRegistry } from './node-registry.js';
import { Node } from './node.type.js';
import type { RequestContext } from './request-context.js';
import { ConflictError } from './user-error.type.js';

@Resolver(() => ConflictError)
export class ConflictErrorResolver {
  constructor(private readonly registry: NodeRegistry) {}

  @ResolveField(() => Int, { description: 'The version that there is: what to expect when you ask again.' })
  version(@Parent() { current }: ConflictError): number {
    return current.version;
  }

  @ResolveField(() => Node, { nullable: true, description: 'The object as it is now.' })
  current(@Context() context: RequestContext, @Parent() { current }: ConflictError): Promise<Node | null> {
    return this.registry.find(context, current.type, current.uuid);
  }
}
