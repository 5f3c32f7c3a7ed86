import { Injectable } from '@nestjs/common';
import type { NodeType } from './global-id.js';
import type { Node } from './node.type.js';
import type { RequestContext } from './request-context.js';

export type NodeFinder = (context: RequestContext, uuid: string) => Promise<Node | null>;

/** Who can find an object again by its id. Each feature names its own types when it starts. */
@Injectable()
export class NodeRegistry {
  private readonly finders = new Map<NodeType, NodeFinder>();

  register(type: NodeType, find: NodeFinder): void {
    this.finders.set(type, find);
  }

  /** Types whose objects `node` can find. */
  types(): NodeType[] {
    return [...this.finders.keys()];
  }

  find(context: RequestContext, type: NodeType, uuid: string): Promise<Node | null> {
    return this.finders.get(type)?.(context, uuid) ?? Promise.resolve(null);
  }
}
