import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { FindingState } from '../database/codes.js';
import { TextQuoteSelector, type Claim } from '../claims/claim.type.js';
import { connectionOf, type Connection } from '../graphql/connection.js';
import { enumOf } from '../graphql/enum-of.js';
import { FindingStateEnum, SeverityEnum, StandingEnum } from '../graphql/enums.js';
import { Node } from '../graphql/node.type.js';
import { DateTime } from '../graphql/scalars.js';
import type { Severity, Standing } from '../judging/evidence.js';

@ObjectType({ description: 'One test of evidence, as the workspace has configured it.' })
export class Rule {
  @Field({ description: 'Its name, which never changes: "uncited-claim".' })
  id!: string;

  @Field({ description: 'What is wrong when it fires, in a line.' })
  title!: string;

  @Field({ description: 'What it looks for and when it stays quiet, as Markdown.' })
  description!: string;

  @Field(() => [StandingEnum], {
    description: 'What its findings can make of the standing of a claim; empty: nothing.',
  })
  bearings!: Standing[];

  @Field(() => Int, { description: 'Raised when the same article can get another answer from it.' })
  version!: number;
}

@ObjectType({ implements: () => Node, description: 'What a rule found: an answer about the article, never an error.' })
export class Finding extends Node {
  @Field(() => SeverityEnum, { description: 'How much it matters.' })
  severity!: Severity;

  @Field(() => StandingEnum, {
    nullable: true,
    description: 'What it makes of the standing of its claim; null: nothing.',
  })
  bearing!: Standing | null;

  @Field(() => FindingStateEnum, { description: 'What became of it.' })
  state!: FindingState;

  @Field(() => TextQuoteSelector, {
    nullable: true,
    description: 'The text that it is about; null: the article as a whole.',
  })
  selector!: TextQuoteSelector | null;

  @Field({ description: 'What is wrong, naming the text.' })
  message!: string;

  @Field({ description: 'What would mend it.' })
  remedy!: string;

  @Field({ description: 'The same for the same finding in every revision that leaves its text alone.' })
  fingerprint!: string;

  @Field(() => DateTime, { description: 'When it was first found.' })
  firstSeenAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When the rule no longer fired.' })
  fixedAt!: Date | null;

  ruleId!: string;
  articleUuid!: string;
  claimUuid!: string | null;
}

/** A claim whose findings were read together with it: by the state that was asked for, null standing for any. */
export interface ClaimWithFindings extends Claim {
  findings?: ReadonlyMap<FindingState | null, Finding[]>;
}

export const FindingConnection = connectionOf(Finding, 'Finding');
export type FindingConnection = Connection<Finding>;

@InputType({ description: 'Which findings. Everything that is given must hold.' })
export class FindingFilter {
  @Field(() => ID, { nullable: true, description: 'In this article.' })
  articleId?: string | null;

  @Field(() => ID, { nullable: true, description: 'About this claim.' })
  claimId?: string | null;

  @Field(() => [String], { nullable: true, description: 'Of these rules, by their ids.' })
  rules?: string[] | null;

  @Field(() => [SeverityEnum], { nullable: true, description: 'Of these severities.' })
  severities?: Severity[] | null;

  @Field(() => [FindingStateEnum], { nullable: true, description: 'In these states; open ones when left out.' })
  states?: FindingState[] | null;

  @Field(() => [StandingEnum], { nullable: true, description: 'Bearing on the standing in one of these ways.' })
  bearings?: Standing[] | null;

  @Field(() => DateTime, { nullable: true, description: 'First found at this time or later.' })
  firstSeenSince?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'First found before this time.' })
  firstSeenBefore?: Date | null;
}

export const FindingOrder = enumOf('FindingOrder', 'In which order findings come.', {
  SEVERITY: 'The most severe first.',
  OLDEST: 'What was found first comes first.',
  NEWEST: 'What was found last comes first.',
});
export type FindingOrder = keyof typeof FindingOrder;

@ObjectType({ description: 'How many claims have one standing.' })
export class StandingCount {
  @Field(() => StandingEnum, { description: 'The standing.' })
  standing!: Standing;

  @Field(() => Int, { description: 'How many claims.' })
  count!: number;
}

@ObjectType({ description: 'How many open findings one rule has.' })
export class RuleCount {
  @Field(() => Int, { description: 'How many open findings.' })
  count!: number;

  ruleId!: string;
}

@ObjectType({ description: 'How many open findings have one severity.' })
export class SeverityCount {
  @Field(() => SeverityEnum, { description: 'The severity.' })
  severity!: Severity;

  @Field(() => Int, { description: 'How many open findings.' })
  count!: number;
}

@ObjectType({ description: 'Totals of claims and open findings.' })
export class EvidenceSummary {
  @Field(() => Int, { description: 'All claims.' })
  claims!: number;

  @Field(() => Int, { description: 'Claims that state a fact.' })
  checkable!: number;

  @Field(() => [StandingCount], { description: 'Claims by standing: every standing, also those without any.' })
  byStanding!: StandingCount[];

  @Field(() => [RuleCount], { description: 'Open findings by rule, the commonest first: rules that found something.' })
  byRule!: RuleCount[];

  @Field(() => [SeverityCount], { description: 'Open findings by severity: every severity.' })
  bySeverity!: SeverityCount[];

  @Field(() => Int, { description: 'Claims on which some rule lacked what it needs.' })
  notAssessed!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Share of the checkable claims that are CITED, WAIVED or ADEQUATE, 0 to 1; null: none is checkable.',
  })
  score!: number | null;

  @Field(() => Float, { nullable: true, description: 'Share of the checkable claims that are ADEQUATE, 0 to 1.' })
  checkedShare!: number | null;
}
