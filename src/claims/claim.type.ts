import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import type { Article } from '../articles/article.type.js';
import { connectionOf, type Connection } from '../graphql/connection.js';
import { enumOf } from '../graphql/enum-of.js';
import {
  BasisEnum,
  BlockKindEnum,
  DirectnessEnum,
  PriorityEnum,
  ReviewStateEnum,
  StanceEnum,
  StandingEnum,
  ValueStateEnum,
} from '../graphql/enums.js';
import { Node } from '../graphql/node.type.js';
import type { CitationBasis } from '../database/codes.js';
import type { QuoteResult } from '../judging/comparison.js';
import type {
  BlockKind,
  Directness,
  Priority,
  ReviewState,
  Stance,
  Standing,
  ValueState,
} from '../judging/evidence.js';
import type { Source } from '../sources/source.type.js';

@ObjectType({ description: "Where a text stands in its revision, as the W3C's Web Annotation model says it." })
export class TextQuoteSelector {
  @Field({ description: 'The text as it stands there, markers and all.' })
  exact!: string;

  @Field({ description: 'What stands just before it.' })
  prefix!: string;

  @Field({ description: 'What stands just after it.' })
  suffix!: string;

  @Field(() => Int, { nullable: true, description: 'Where it begins: UTF-16 units into the revision, from 0.' })
  start!: number | null;

  @Field(() => Int, { nullable: true, description: 'Where it ends: the unit after its last.' })
  end!: number | null;

  @Field(() => Int, { nullable: true, description: 'The line in which it begins, from 1.' })
  line!: number | null;
}

@ObjectType({ description: 'A rule that lacked what it needs, or broke. Never a pass.' })
export class NotAssessed {
  @Field({ description: 'The id of the rule.' })
  rule!: string;

  @Field({ description: 'What was not there.' })
  reason!: string;
}

export const SupportLabel = enumOf('SupportLabel', "What a comparison of a claim with a source's text found.", {
  FOUND: 'The source says so.',
  PARTLY_FOUND: 'The source says a part of it.',
  NOT_FOUND: 'The source does not say so.',
  CONTRADICTED: 'The source says otherwise.',
});
export type SupportLabel = keyof typeof SupportLabel;

@ObjectType({
  description: 'A stretch of a snapshot, as the W3C Web Annotation model has it: by its position and by its words.',
})
export class SnapshotPassage {
  @Field(() => Int, { description: "Where it begins in the snapshot's text, in UTF-16 units." })
  start!: number;

  @Field(() => Int, { description: 'Where it ends.' })
  end!: number;

  @Field({ description: 'Its words.' })
  exact!: string;

  @Field({ description: 'What stands just before it.' })
  prefix!: string;

  @Field({ description: 'What stands just after it.' })
  suffix!: string;

  snapshotUuid!: string;
}

@ObjectType({ description: 'How well a snapshot of the source carries the claim, by comparison of their texts.' })
export class SupportScore {
  @Field(() => Float, { description: 'From 0 to 1. For ranking: not a probability.' })
  score!: number;

  @Field(() => SupportLabel, { description: 'The score in a word.' })
  label!: SupportLabel;

  @Field(() => Float, { description: 'How often such an answer agreed with people, from 0 to 1.' })
  confidence!: number;

  @Field(() => [String], { description: "The claim's numbers, dates and names that the text lacks." })
  missing!: string[];

  @Field(() => [SnapshotPassage], { description: 'The best sentences of the source, the best first; at most three.' })
  passages!: SnapshotPassage[];
}

export const QuoteResultEnum = enumOf<QuoteResult>('QuoteResult', 'What became of looking for a quote.', {
  VERBATIM: 'It stands there word for word.',
  NEAR: 'It stands there with few words otherwise.',
  NOT_FOUND: 'It stands in none of the snapshots.',
});

@ObjectType({ description: 'Words of a quote, and what the source has in their place.' })
export class QuoteDifference {
  @Field({ description: 'The words of the quote; empty: the source has more.' })
  quote!: string;

  @Field({ description: 'The words of the source; empty: the quote has more.' })
  source!: string;
}

@ObjectType({ description: 'What became of looking for the quote of a citation in the snapshots of its source.' })
export class QuoteMatch {
  @Field(() => QuoteResultEnum, { description: 'Whether it was found.' })
  result!: QuoteResult;

  @Field(() => SnapshotPassage, { nullable: true, description: 'Where it was found; null: it was not.' })
  place!: SnapshotPassage | null;

  @Field(() => [QuoteDifference], { description: 'What reads otherwise where it was nearly found.' })
  differences!: QuoteDifference[];
}

@ObjectType({
  implements: () => Node,
  description: 'One statement of an article as it stands there: a sentence, a field or a cell.',
})
export class Claim extends Node {
  @Field({ description: 'The statement, without its markers.' })
  text!: string;

  @Field(() => Int, { description: 'Its place in reading order, from 1.' })
  ordinal!: number;

  @Field(() => String, { nullable: true, description: 'The heading that it stands under.' })
  section!: string | null;

  @Field(() => BlockKindEnum, { description: 'What kind of place it stands in.' })
  block!: BlockKind;

  @Field(() => String, { nullable: true, description: "Of a field or cell: the row's label." })
  attribute!: string | null;

  @Field(() => String, { nullable: true, description: "Of a cell: the column's heading." })
  column!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of a field or cell: what stands beside the label; empty when blank.',
  })
  value!: string | null;

  @Field(() => ValueStateEnum, { nullable: true, description: 'Whether there is a value; null for a whole sentence.' })
  valueState!: ValueState | null;

  @Field(() => TextQuoteSelector, { description: 'Where it stands in the newest revision that has it.' })
  selector!: TextQuoteSelector;

  @Field({ description: 'Whether it states a fact that can be checked.' })
  checkable!: boolean;

  @Field(() => PriorityEnum, { description: 'How soon to look at it.' })
  priority!: Priority;

  @Field(() => StandingEnum, { description: 'What its evidence is worth.' })
  standing!: Standing;

  @Field(() => [NotAssessed], { description: 'Rules that lacked what they need to judge it.' })
  notAssessed!: NotAssessed[];

  @Field(() => Int, { description: 'Counts its changes: what `expectedVersion` is compared with.' })
  version!: number;

  articleUuid!: string;
  assigneeUuid!: string | null;
  restatementGroup!: number | null;
  /** Undefined until they are loaded. */
  article?: Article;
  citations?: Citation[];
}

@ObjectType({
  implements: () => Node,
  description: 'One claim to one number: what a marker asserts, or what an editor attached.',
})
export class Citation extends Node {
  @Field(() => Int, { description: 'The number of the reference that it leads to.' })
  number!: number;

  @Field({ description: 'What its marker names.' })
  label!: string;

  @Field(() => StanceEnum, { description: 'Which way it points.' })
  stance!: Stance;

  @Field(() => DirectnessEnum, { description: 'Whether the source says it itself.' })
  directness!: Directness;

  @Field(() => BasisEnum, { description: 'How it is known.' })
  basis!: CitationBasis;

  @Field(() => ReviewStateEnum, { description: 'What a person decided about it.' })
  state!: ReviewState;

  @Field(() => String, { nullable: true, description: 'The words of the source that it rests on.' })
  quote!: string | null;

  @Field(() => String, { nullable: true, description: 'Where in the source: "p. 12".' })
  locator!: string | null;

  @Field(() => String, { nullable: true, description: 'What an editor says about it.' })
  note!: string | null;

  @Field(() => Int, { description: 'Counts its changes: what `expectedVersion` is compared with.' })
  version!: number;

  claimUuid!: string;
  sourceUuid!: string | null;
  /** Undefined until it is loaded. */
  source?: Source | null;
}

export const ClaimConnection = connectionOf(Claim, 'Claim');
export type ClaimConnection = Connection<Claim>;
export const CitationConnection = connectionOf(Citation, 'Citation');
export type CitationConnection = Connection<Citation>;
