import { Field, ID, InterfaceType } from '@nestjs/graphql';
import type { NodeType } from './global-id.js';

/** What every object with an id is to the API. The program's own objects carry the type's name and the row's UUID beside. */
@InterfaceType('Node', {
  description: 'An object with an id of its own, which `node` finds again.',
  resolveType: (value: Node) => value.__typename,
})
export abstract class Node {
  __typename!: NodeType;
  uuid!: string;

  @Field(() => ID, { description: 'Names this object among all objects of all types. Opaque: do not take it apart.' })
  id!: string;
}
