import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import { fromGlobalId } from './global-id.js';
import { NodeRegistry } from './node-registry.js';
import { Node } from './node.type.js';
import { badInput } from './request-error.js';
import type { RequestContext } from './request-context.js';

const MAX_IDS = 100;

@Resolver(() => Node)
export class NodeResolver {
  constructor(private readonly registry: NodeRegistry) {}

  @Query(() => Node, { nullable: true, description: 'The object with this id; null when there is none.' })
  node(
    @Context() context: RequestContext,
    @Args('id', { type: () => ID, description: 'An id from an earlier answer.' }) id: string,
  ): Promise<Node | null> {
    return this.find(context, id);
  }

  @Query(() => [Node], {
    nullable: 'items',
    description: 'The objects with these ids, in the same order; null where there is none.',
  })
  nodes(
    @Context() context: RequestContext,
    @Args('ids', { type: () => [ID], description: `At most ${MAX_IDS} ids from earlier answers.` }) ids: string[],
  ): Promise<(Node | null)[]> {
    if (ids.length > MAX_IDS)
      throw badInput(['ids'], `${ids.length} ids; the limit is ${MAX_IDS}: ask in several requests`);
    return Promise.all(ids.map((id) => this.find(context, id)));
  }

  private async find(context: RequestContext, id: string): Promise<Node | null> {
    const decoded = fromGlobalId(id);
    return decoded && this.registry.find(context, decoded.type, decoded.uuid);
  }
}
