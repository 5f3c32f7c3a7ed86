import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Reliability } from '../database/codes.js';
import { Rule } from '../findings/finding.type.js';
import { ReliabilityEnum, SeverityEnum } from '../graphql/enums.js';
import { JsonScalar } from '../graphql/scalars.js';
import { UserError } from '../graphql/user-error.type.js';
import { Job } from '../jobs/job.type.js';
import type { Severity } from '../judging/evidence.js';
import { Publisher, Source } from '../sources/source.type.js';
import { SourceInput } from './citation.type.js';

@InputType({ description: 'What to change of a source.' })
export class UpdateSourceInput {
  @Field(() => ID, { description: 'The source.' })
  sourceId!: string;

  @Field(() => SourceInput, { description: 'The fields to change; what is left out stays.' })
  source!: SourceInput;

  @Field(() => Int, { nullable: true, description: 'The version of the source that you saw.' })
  expectedVersion?: number | null;
}

@InputType({ description: 'A source that is not to be relied on any more.' })
export class RetractSourceInput {
  @Field(() => ID, { description: 'The source.' })
  sourceId!: string;

  @Field({ description: 'Why, and who says so.' })
  reason!: string;

  @Field(() => Int, { nullable: true, description: 'The version of the source that you saw.' })
  expectedVersion?: number | null;
}

@InputType({ description: 'A source whose retraction is taken back.' })
export class ReinstateSourceInput {
  @Field(() => ID, { description: 'The source.' })
  sourceId!: string;

  @Field(() => Int, { nullable: true, description: 'The version of the source that you saw.' })
  expectedVersion?: number | null;
}

@InputType({ description: 'What to change of a publisher; what is left out stays.' })
export class UpdatePublisherInput {
  @Field(() => ID, { description: 'The publisher.' })
  publisherId!: string;

  @Field(() => String, { nullable: true, description: 'Its name.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Who owns it; null: nobody known.' })
  owner?: string | null;

  @Field(() => [String], { nullable: true, description: 'The domains that it publishes under.' })
  domains?: string[] | null;

  @Field(() => ReliabilityEnum, { nullable: true, description: 'How reliable it is; null: unrated.' })
  reliability?: Reliability | null;

  @Field(() => Int, { nullable: true, description: 'The version of the publisher that you saw.' })
  expectedVersion?: number | null;
}

@InputType({ description: 'How a rule runs in the workspace; what is left out stays.' })
export class ConfigureRuleInput {
  @Field({ description: "The rule's id: dangling-citation." })
  ruleId!: string;

  @Field(() => SeverityEnum, {
    nullable: true,
    description: 'How much its findings matter; null: as the rule itself says.',
  })
  severity?: Severity | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it runs.' })
  enabled?: boolean | null;

  @Field(() => JsonScalar, { nullable: true, description: 'Its thresholds by name, as numbers; null: its own.' })
  thresholds?: unknown;
}

/** Of a change that many articles rest on. */
@ObjectType({ isAbstract: true })
abstract class RipplePayload {
  @Field(() => Job, { nullable: true, description: 'Judges again what rests on it, article by article.' })
  job!: Job | null;

  @Field(() => [UserError], { description: 'What was wrong; then nothing was changed.' })
  userErrors!: UserError[];
}

@ObjectType({ isAbstract: true })
export abstract class SourcePayload extends RipplePayload {
  @Field(() => Source, { nullable: true, description: 'The source.' })
  source!: Source | null;
}

@ObjectType({ description: 'What became of changing a source.' })
export class UpdateSourcePayload extends SourcePayload {}

@ObjectType({ description: 'What became of a retraction.' })
export class RetractSourcePayload extends SourcePayload {}

@ObjectType({ description: 'What became of taking a retraction back.' })
export class ReinstateSourcePayload extends SourcePayload {}

@ObjectType({ description: 'What became of changing a publisher.' })
export class UpdatePublisherPayload extends RipplePayload {
  @Field(() => Publisher, { nullable: true, description: 'The publisher.' })
  publisher!: Publisher | null;
}

@ObjectType({ description: 'What became of configuring a rule.' })
export class ConfigureRulePayload extends RipplePayload {
  @Field(() => Rule, { nullable: true, description: 'The rule as it runs now.' })
  rule!: Rule | null;
}
