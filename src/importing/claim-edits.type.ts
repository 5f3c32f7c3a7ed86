import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Revision } from '../articles/article.type.js';
import { Claim } from '../claims/claim.type.js';
import { EvidencePayload } from '../editing/citation.type.js';
import { BlockKindEnum, PriorityEnum } from '../graphql/enums.js';
import type { BlockKind, Priority } from '../judging/evidence.js';
import { Notice, NOTICED } from './notice.type.js';

@InputType({ description: 'What to change of a claim. What is left out stays.' })
export class UpdateClaimInput {
  @Field(() => ID, { description: 'The claim.' })
  claimId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'What a sentence should read, without its markers, which stay. It is written into the article: a new revision.',
  })
  text?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What should stand in a field or cell. It is written into the article: a new revision.',
  })
  value?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it states a fact; null: as the reader says.' })
  checkable?: boolean | null;

  @Field(() => PriorityEnum, { nullable: true, description: 'How soon to look at it; null: as the reader says.' })
  priority?: Priority | null;

  @Field(() => BlockKindEnum, {
    nullable: true,
    description: 'What kind of place it stands in, among those of its sort; null: as the reader says.',
  })
  block?: BlockKind | null;

  @Field(() => Int, { nullable: true, description: 'The version of the claim that you saw.' })
  expectedVersion?: number | null;
}

@InputType({ description: 'A sentence that states two things, and where the second begins.' })
export class SplitClaimInput {
  @Field(() => ID, { description: 'The claim.' })
  claimId!: string;

  @Field(() => Int, { description: 'Where its text is cut, between two words: UTF-16 units from its beginning.' })
  at!: number;

  @Field(() => Int, { nullable: true, description: 'The version of the claim that you saw.' })
  expectedVersion?: number | null;
}

@InputType({ description: 'Sentences that state one thing together.' })
export class MergeClaimsInput {
  @Field(() => [ID], { description: 'Neighbours in one paragraph, two at least.' })
  claimIds!: string[];

  @Field(() => Int, { nullable: true, description: 'The version that you saw of the claim that is named first.' })
  expectedVersion?: number | null;
}

@ObjectType({ description: 'What became of changing a claim.' })
export class UpdateClaimPayload extends EvidencePayload {
  @Field(() => Claim, { nullable: true, description: 'The claim as it is now.' })
  claim!: Claim | null;

  @Field(() => Revision, { nullable: true, description: 'The new revision; null: the text stayed.' })
  revision!: Revision | null;

  @Field(() => [String], { description: 'What editors of the article should know: reviews that no longer hold.' })
  notices!: string[];

  @Field(() => [Notice], { description: NOTICED })
  noticed!: Notice[];
}

@ObjectType({ description: 'What became of splitting a claim.' })
export class SplitClaimPayload extends EvidencePayload {
  @Field(() => [Claim], { description: 'The two, in reading order; the first is the one that was there. Empty: none.' })
  claims!: Claim[];
}

@ObjectType({ description: 'What became of merging claims.' })
export class MergeClaimsPayload extends EvidencePayload {
  @Field(() => Claim, { nullable: true, description: 'The one that they are now: the first of them.' })
  claim!: Claim | null;
}
