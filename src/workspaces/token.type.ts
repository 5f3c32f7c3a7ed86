import { Field, ObjectType } from '@nestjs/graphql';
import type { Role } from '../database/codes.js';
import { connectionOf, type Connection } from '../graphql/connection.js';
import { RoleEnum } from '../graphql/enums.js';
import { Node } from '../graphql/node.type.js';
import { DateTime } from '../graphql/scalars.js';

@ObjectType({
  implements: () => Node,
  description: 'A key by which a member calls, or a program of theirs. Its text is shown once, when it is made.',
})
export class Token extends Node {
  @Field({ description: 'What it is for.' })
  name!: string;

  @Field(() => RoleEnum, { description: 'What it may do, as long as its member may: the lesser of the two counts.' })
  role!: Role;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it ends by itself; null: never.' })
  expiresAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was revoked; null: it was not.' })
  revokedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was last used, to the minute; null: never.' })
  lastUsedAt!: Date | null;

  readonly memberUuid!: string;
}

export const TokenConnection = connectionOf(Token, 'Token');
export type TokenConnection = Connection<Token>;
