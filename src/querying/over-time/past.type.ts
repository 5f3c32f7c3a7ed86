import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import type { CitationBasis, FindingState } from '../../database/codes.js';
import { StandingCount } from '../../findings/finding.type.js';
import { connectionOf, type Connection } from '../../graphql/connection.js';
import {
  BasisEnum,
  BlockKindEnum,
  DirectnessEnum,
  FindingStateEnum,
  PriorityEnum,
  ReviewStateEnum,
  SeverityEnum,
  StanceEnum,
  StandingEnum,
  ValueStateEnum,
} from '../../graphql/enums.js';
import { DateTime } from '../../graphql/scalars.js';
import type {
  BlockKind,
  Directness,
  Priority,
  ReviewState,
  Severity,
  Stance,
  Standing,
  ValueState,
} from '../../judging/evidence.js';

/** An article up to one of its events. */
export interface PastMoment {
  readonly articleUuid: string;
  /** The sequence number of the last event that had happened. */
  readonly seq: number;
}

@ObjectType({ description: 'An article as it stood at a time, exactly: after the last of its events until then.' })
export class PastArticle {
  @Field(() => DateTime, { description: 'The time.' })
  at!: Date;

  @Field(() => Int, { description: 'How many of its events had happened: `seq` of the last one.' })
  seq!: number;

  @Field({ description: 'Its title then.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Its desk then.' })
  desk!: string | null;

  @Field({ description: 'Whether it was archived then.' })
  archived!: boolean;

  moment!: PastMoment;
  revisionUuid!: string;
}

@ObjectType({ description: 'How the claims of an article stood at a time.' })
export class PastStandings {
  @Field(() => Int, { description: 'All claims.' })
  claims!: number;

  @Field(() => Int, { description: 'Claims that state a fact.' })
  checkable!: number;

  @Field(() => [StandingCount], { description: 'Claims by standing: every standing, also those without any.' })
  byStanding!: StandingCount[];

  @Field(() => Float, {
    nullable: true,
    description: 'Share of the checkable claims that were CITED, WAIVED or ADEQUATE, 0 to 1; null: none was checkable.',
  })
  score!: number | null;

  @Field(() => Float, { nullable: true, description: 'Share of the checkable claims that were ADEQUATE, 0 to 1.' })
  checkedShare!: number | null;
}

@ObjectType({ description: 'A claim as it stood at a time.' })
export class PastClaim {
  @Field({ description: 'The statement, without its markers.' })
  text!: string;

  @Field(() => Int, { description: 'Its place in reading order, from 1.' })
  ordinal!: number;

  @Field(() => String, { nullable: true, description: 'The heading that it stood under.' })
  section!: string | null;

  @Field(() => BlockKindEnum, { description: 'What kind of place it stood in.' })
  block!: BlockKind;

  @Field(() => String, { nullable: true, description: "Of a field or cell: the row's label." })
  attribute!: string | null;

  @Field(() => String, { nullable: true, description: "Of a cell: the column's heading." })
  column!: string | null;

  @Field(() => String, { nullable: true, description: 'Of a field or cell: what stood beside the label.' })
  value!: string | null;

  @Field(() => ValueStateEnum, { nullable: true, description: 'Whether there was a value; null for a whole sentence.' })
  valueState!: ValueState | null;

  @Field({ description: 'Whether it stated a fact that can be checked.' })
  checkable!: boolean;

  @Field(() => PriorityEnum, { description: 'How soon to look at it.' })
  priority!: Priority;

  @Field(() => StandingEnum, { description: 'What its evidence was worth.' })
  standing!: Standing;

  moment!: PastMoment;
  claimUuid!: string;
}

@ObjectType({ description: 'A citation as it stood at a time.' })
export class PastCitation {
  @Field(() => Int, { description: 'The number of the reference that it led to.' })
  number!: number;

  @Field({ description: 'What its marker named.' })
  label!: string;

  @Field(() => StanceEnum, { description: 'Which way it pointed.' })
  stance!: Stance;

  @Field(() => DirectnessEnum, { description: 'Whether the source says it itself.' })
  directness!: Directness;

  @Field(() => BasisEnum, { description: 'How it was known.' })
  basis!: CitationBasis;

  @Field(() => ReviewStateEnum, { description: 'What a person had decided about it.' })
  state!: ReviewState;

  @Field(() => String, { nullable: true, description: 'The words of the source that it rested on.' })
  quote!: string | null;

  @Field(() => String, { nullable: true, description: 'Where in the source: "p. 12".' })
  locator!: string | null;

  @Field(() => String, { nullable: true, description: 'What an editor had said about it.' })
  note!: string | null;

  sourceUuid!: string | null;
}

@ObjectType({ description: 'What a rule had found, and was not fixed, at a time.' })
export class PastFinding {
  @Field(() => SeverityEnum, { description: 'How much it mattered.' })
  severity!: Severity;

  @Field(() => StandingEnum, {
    nullable: true,
    description: 'What it made of the standing of its claim; null: nothing.',
  })
  bearing!: Standing | null;

  @Field(() => FindingStateEnum, { description: 'OPEN or WAIVED.' })
  state!: FindingState;

  @Field({ description: 'What was wrong, naming the text.' })
  message!: string;

  @Field({ description: 'What would have mended it.' })
  remedy!: string;

  @Field(() => DateTime, { description: 'When it was first found.' })
  firstSeenAt!: Date;

  ruleId!: string;
  findingUuid!: string;
}

export const PastClaimConnection = connectionOf(PastClaim, 'PastClaim');
export type PastClaimConnection = Connection<PastClaim>;
