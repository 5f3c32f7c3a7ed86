import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Role } from '../../database/codes.js';
import { RoleEnum } from '../../graphql/enums.js';
import { UserError } from '../../graphql/user-error.type.js';
import { Member } from '../../workspaces/workspace.type.js';

const ERRORS = 'Why it was not done; empty when it was.';
const VERSION = 'The version of the member that you saw.';

@InputType({ description: 'Somebody who is to work in the workspace.' })
export class AddMemberInput {
  @Field({ description: 'What people call them.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Where they are written to.' })
  email?: string | null;

  @Field(() => RoleEnum, { description: 'What they may do.' })
  role!: Role;
}

@InputType({ description: 'What to change of a member; what is left out stays.' })
export class UpdateMemberInput {
  @Field(() => ID, { description: 'The member.' })
  memberId!: string;

  @Field(() => String, { nullable: true, description: 'What people call them.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Where they are written to; null: nowhere.' })
  email?: string | null;

  @Field(() => RoleEnum, {
    nullable: true,
    description: 'What they may do. Tokens of theirs that may do more do less.',
  })
  role?: Role | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'False: one who was removed is back. Their former tokens stay revoked.',
  })
  removed?: boolean | null;

  @Field(() => Int, { nullable: true, description: VERSION })
  expectedVersion?: number | null;
}

@InputType({ description: 'A member who is to work here no longer.' })
export class RemoveMemberInput {
  @Field(() => ID, { description: 'The member.' })
  memberId!: string;

  @Field(() => Int, { nullable: true, description: VERSION })
  expectedVersion?: number | null;
}

@ObjectType({ isAbstract: true })
abstract class MemberPayload {
  @Field(() => Member, { nullable: true, description: 'The member as it is now.' })
  member!: Member | null;

  @Field(() => [UserError], { description: ERRORS })
  userErrors!: UserError[];
}

@ObjectType({ description: 'What became of adding a member.' })
export class AddMemberPayload extends MemberPayload {}

@ObjectType({ description: 'What became of changing a member.' })
export class UpdateMemberPayload extends MemberPayload {}

@ObjectType({ description: 'What became of removing a member.' })
export class RemoveMemberPayload extends MemberPayload {}
