import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Claim } from '../claims/claim.type.js';
import { Finding } from '../findings/finding.type.js';
import { DateTime } from '../graphql/scalars.js';
import { Waiver } from '../reviews/review.type.js';
import { EvidencePayload } from './citation.type.js';

@InputType({ description: 'A finding to accept, and why.' })
export class WaiveFindingInput {
  @Field(() => ID, { description: 'The finding.' })
  findingId!: string;

  @Field(() => String, { description: 'Why it is accepted: 1 to 2,000 characters.' })
  reason!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when, a time to come; then the finding is open again. For good when left out.',
  })
  expiresAt?: Date | null;
}

@InputType({ description: 'A waiver to take back: named by its own id, or by a finding that it accepts.' })
export class LiftWaiverInput {
  @Field(() => ID, { nullable: true, description: 'The waiver.' })
  waiverId?: string | null;

  @Field(() => ID, { nullable: true, description: 'A finding that it accepts.' })
  findingId?: string | null;
}

@ObjectType({ isAbstract: true })
abstract class WaiverPayload extends EvidencePayload {
  @Field(() => Finding, { nullable: true, description: 'The finding as it is now.' })
  finding!: Finding | null;

  @Field(() => Claim, {
    nullable: true,
    description: 'The claim as it stands now; null for a finding about the article.',
  })
  claim!: Claim | null;
}

@ObjectType({ description: 'What became of waiving a finding.' })
export class WaiveFindingPayload extends WaiverPayload {
  @Field(() => Waiver, { nullable: true, description: 'The waiver.' })
  waiver!: Waiver | null;
}

@ObjectType({ description: 'What became of lifting a waiver.' })
export class LiftWaiverPayload extends WaiverPayload {}
