import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Claim } from '../claims/claim.type.js';
import type { VerdictValue } from '../database/codes.js';
import { VerdictValueEnum } from '../graphql/enums.js';
import { UserError } from '../graphql/user-error.type.js';
import { Comment, Verdict } from '../reviews/review.type.js';

@InputType({ description: 'A claim, and who looks into it.' })
export class AssignClaimInput {
  @Field(() => ID, { description: 'The claim.' })
  claimId!: string;

  @Field(() => ID, { nullable: true, description: 'The member who looks into it; null: nobody in particular.' })
  memberId?: string | null;

  @Field(() => Int, { nullable: true, description: 'The version of the claim that you saw.' })
  expectedVersion?: number | null;
}

@InputType({ description: "What a person concluded about a claim's truth. It takes the place of the verdict before." })
export class SetVerdictInput {
  @Field(() => ID, { description: 'The claim.' })
  claimId!: string;

  @Field(() => VerdictValueEnum, { description: 'The conclusion in a word.' })
  value!: VerdictValue;

  @Field(() => String, { description: 'What it rests on: 1 to 10,000 characters.' })
  text!: string;

  @Field(() => Int, { nullable: true, description: 'The version of the claim that you saw.' })
  expectedVersion?: number | null;
}

@InputType({ description: 'Something to say about a claim.' })
export class AddCommentInput {
  @Field(() => ID, { description: 'The claim.' })
  claimId!: string;

  @Field(() => String, { description: 'What to say: 1 to 10,000 characters.' })
  text!: string;
}

@ObjectType({ isAbstract: true })
abstract class ClaimPayload {
  @Field(() => Claim, { nullable: true, description: 'The claim as it is now.' })
  claim!: Claim | null;

  @Field(() => [UserError], { description: 'What was wrong; then nothing was changed.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'What became of assigning a claim.' })
export class AssignClaimPayload extends ClaimPayload {}

@ObjectType({ description: 'What became of setting a verdict.' })
export class SetVerdictPayload extends ClaimPayload {
  @Field(() => Verdict, { nullable: true, description: 'The verdict.' })
  verdict!: Verdict | null;
}

@ObjectType({ description: 'What became of a comment.' })
export class AddCommentPayload extends ClaimPayload {
  @Field(() => Comment, { nullable: true, description: 'The comment.' })
  comment!: Comment | null;
}
