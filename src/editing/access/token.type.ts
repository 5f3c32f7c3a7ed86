import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { Role } from '../../database/codes.js';
import { RoleEnum } from '../../graphql/enums.js';
import { DateTime } from '../../graphql/scalars.js';
import { UserError } from '../../graphql/user-error.type.js';
import { Token } from '../../workspaces/token.type.js';

const ERRORS = 'Why it was not done; empty when it was.';

@InputType({ description: 'A token that is to be made.' })
export class CreateTokenInput {
  @Field(() => ID, { nullable: true, description: 'Who is to call by it: yourself when left out; others for ADMIN.' })
  memberId?: string | null;

  @Field({ description: 'What it is for: “dashboard in the newsroom”.' })
  name!: string;

  @Field(() => RoleEnum, {
    nullable: true,
    description: 'What it may do: no more than its member may, nor than you. The most when left out.',
  })
  role?: Role | null;

  @Field(() => DateTime, { nullable: true, description: 'When it ends: in 90 days when left out; null: never.' })
  expiresAt?: Date | null;
}

@ObjectType({ description: 'What became of making a token.' })
export class CreateTokenPayload {
  @Field(() => Token, { nullable: true, description: 'The token, without its text.' })
  token!: Token | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The text of the token, this once: it is stored nowhere. Null in an answer that is repeated for an Idempotency-Key: revoke the token then, and make another.',
  })
  secret!: string | null;

  @Field(() => [UserError], { description: ERRORS })
  userErrors!: UserError[];
}

@InputType({ description: 'A token that is to work no longer.' })
export class RevokeTokenInput {
  @Field(() => ID, { description: 'The token.' })
  tokenId!: string;
}

@ObjectType({ description: 'What became of revoking a token.' })
export class RevokeTokenPayload {
  @Field(() => Token, { nullable: true, description: 'The token as it is now.' })
  token!: Token | null;

  @Field(() => [UserError], { description: ERRORS })
  userErrors!: UserError[];
}
