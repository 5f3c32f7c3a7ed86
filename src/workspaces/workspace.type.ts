import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Role } from '../database/codes.js';
import { RoleEnum } from '../graphql/enums.js';
import { connectionOf, type Connection } from '../graphql/connection.js';
import { Node } from '../graphql/node.type.js';
import { DateTime } from '../graphql/scalars.js';

@ObjectType({ implements: () => Node, description: 'A newsroom or a desk: the wall between tenants.' })
export class Workspace extends Node {
  @Field({ description: 'What people call it.' })
  name!: string;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Date;
}

@ObjectType({ implements: () => Node, description: 'A person, or a program, that works in the workspace.' })
export class Member extends Node {
  @Field({ description: 'What people call them.' })
  name!: string;

  @Field(() => RoleEnum, { description: 'What they may do, at most: a token may do less.' })
  role!: Role;

  @Field(() => Int, { description: 'Counts its changes: what `expectedVersion` is compared with.' })
  version!: number;

  @Field(() => DateTime, { description: 'When they were added.' })
  createdAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When they were removed: nobody calls as them since. What they did keeps their name.',
  })
  removedAt!: Date | null;

  /** Not for everybody. */
  readonly address!: string | null;
}

export const MemberConnection = connectionOf(Member, 'Member');
export type MemberConnection = Connection<Member>;

@ObjectType('Viewer', { description: 'Who is asking: what the token of the request stands for.' })
export class ViewerType {
  @Field(() => RoleEnum, { description: 'What the token may do.' })
  role!: Role;
}
