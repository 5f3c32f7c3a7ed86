import { Field, ObjectType } from '@nestjs/graphql';
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

  @Field(() => RoleEnum, { description: 'What they may do.' })
  role!: Role;
}

export const MemberConnection = connectionOf(Member, 'Member');
export type MemberConnection = Connection<Member>;

@ObjectType('Viewer', { description: 'Who is asking: what the token of the request stands for.' })
export class ViewerType {
  @Field(() => RoleEnum, { description: 'What the token may do.' })
  role!: Role;
}
