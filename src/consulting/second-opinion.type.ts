import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Citation, SnapshotPassage, SupportLabel } from '../claims/claim.type.js';
import { DateTime } from '../graphql/scalars.js';
import { UserError } from '../graphql/user-error.type.js';
import { Job } from '../jobs/job.type.js';

@ObjectType({
  description:
    'What a second judge, a language model, found of a claim in the source that it cites. No rule and no standing goes by it.',
})
export class SecondOpinion {
  @Field(() => SupportLabel, {
    description: 'What it found, in a word. None of them means that the claim is true, or false.',
  })
  label!: SupportLabel;

  @Field(() => Float, { nullable: true, description: 'How sure it says it is, from 0 to 1. Nobody has checked that.' })
  confidence!: number | null;

  @Field({ description: 'Its reason, in its own words.' })
  rationale!: string;

  @Field(() => [SnapshotPassage], {
    description: 'Words of the source that it rests on. They were looked up: each stands there word for word.',
  })
  quotes!: SnapshotPassage[];

  @Field({ description: 'Whether it was shown all of the snapshot, not only what stands around the best sentences.' })
  isOfWhole!: boolean;

  @Field({ description: 'The model that was asked.' })
  model!: string;

  @Field(() => String, { nullable: true, description: 'As the model that answered calls itself.' })
  answeredBy!: string | null;

  @Field(() => Int, { description: 'The version of the words in which it was asked.' })
  promptVersion!: number;

  @Field(() => Int, { nullable: true, description: 'Tokens that were sent, as it counts them.' })
  inputTokens!: number | null;

  @Field(() => Int, { nullable: true, description: 'Tokens that it answered with.' })
  outputTokens!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'What the answer cost, in the currency of the configured prices; null: that is not known.',
  })
  cost!: number | null;

  @Field(() => DateTime, { description: 'When it was asked.' })
  askedAt!: Date;

  @Field({ description: "Whether the claim's words, its source or the source's snapshots are others since." })
  isOutdated!: boolean;

  askedByUuid!: string | null;
}

@InputType({ description: 'Citations on which a second opinion is wanted.' })
export class AskSecondJudgeInput {
  @Field(() => [ID], { description: 'The citations, at most 100.' })
  citationIds!: string[];
}

@ObjectType({ description: 'What was asked.' })
export class AskSecondJudgePayload {
  @Field(() => [Citation], {
    nullable: true,
    description: 'The citations, as they were named; null when nothing was asked.',
  })
  citations!: Citation[] | null;

  @Field(() => Job, {
    nullable: true,
    description: 'Asks about them, one after the other; null when there is an opinion on each already.',
  })
  job!: Job | null;

  @Field(() => [UserError], { description: 'Why nothing was asked; empty otherwise.' })
  userErrors!: UserError[];
}
