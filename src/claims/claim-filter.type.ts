import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { enumOf } from '../graphql/enum-of.js';
import {
  BasisEnum,
  BlockKindEnum,
  PriorityEnum,
  ReviewStateEnum,
  SeverityEnum,
  StandingEnum,
  ValueStateEnum,
} from '../graphql/enums.js';
import { DateTime } from '../graphql/scalars.js';
import type { CitationBasis } from '../database/codes.js';
import type { BlockKind, Priority, ReviewState, Severity, Standing, ValueState } from '../judging/evidence.js';

@InputType({
  description:
    'Which claims. Everything that is given must hold; a list holds when any of its values does. At most 20 conditions, 4 levels of and, or, not.',
})
export class ClaimFilter {
  @Field(() => [ID], { nullable: true, description: 'Claims of these articles.' })
  articleIds?: string[] | null;

  @Field(() => [StandingEnum], { nullable: true, description: 'With one of these standings.' })
  standings?: Standing[] | null;

  @Field(() => [String], { nullable: true, description: 'With an open finding of one of these rules, by their ids.' })
  rules?: string[] | null;

  @Field(() => [SeverityEnum], {
    nullable: true,
    description: 'With an open finding of one of these severities; together with rules, of the same finding.',
  })
  severities?: Severity[] | null;

  @Field(() => [BlockKindEnum], { nullable: true, description: 'In one of these kinds of place.' })
  blocks?: BlockKind[] | null;

  @Field(() => [ValueStateEnum], { nullable: true, description: 'With one of these value states.' })
  valueStates?: ValueState[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether they can be checked.' })
  checkable?: boolean | null;

  @Field(() => [PriorityEnum], { nullable: true, description: 'With one of these priorities.' })
  priority?: Priority[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'That cite this source. All that is said about citations is about one and the same citation.',
  })
  sourceId?: string | null;

  @Field(() => Int, { nullable: true, description: 'That cite this number of their article.' })
  citedNumber?: number | null;

  @Field(() => ID, { nullable: true, description: 'That cite a source of this publisher.' })
  publisherId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Whose text has these words. "…" keeps words together, - leaves out, or is or. Where those that match are far apart in the order, looks at 10,000 of them at most.',
  })
  text?: string | null;

  @Field(() => ID, { nullable: true, description: 'Given to this member.' })
  assignee?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True: given to nobody. False: given to somebody.' })
  unassigned?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Under this heading, exactly.' })
  section?: string | null;

  @Field(() => String, { nullable: true, description: 'In articles of this desk, exactly.' })
  desk?: string | null;

  @Field(() => [BasisEnum], {
    nullable: true,
    description: 'With a citation that is known in one of these ways; SUGGESTED: with a proposal.',
  })
  bases?: CitationBasis[] | null;

  @Field(() => [ReviewStateEnum], { nullable: true, description: 'With a citation about which this was decided.' })
  reviewStates?: ReviewState[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether a finding of theirs is waived.' })
  waived?: boolean | null;

  @Field(() => DateTime, { nullable: true, description: 'Changed, or judged otherwise, at this time or later.' })
  changedSince?: Date | null;

  @Field(() => [ClaimFilter], { nullable: true, description: 'All of these hold.' })
  and?: ClaimFilter[] | null;

  @Field(() => [ClaimFilter], { nullable: true, description: 'One of these holds.' })
  or?: ClaimFilter[] | null;

  @Field(() => ClaimFilter, { nullable: true, description: 'This does not hold.' })
  not?: ClaimFilter | null;
}

export const ClaimOrder = enumOf('ClaimOrder', 'In which order claims come.', {
  RANK: 'The worst and most important first.',
  READING_ORDER: 'As they stand in their article; one article after the other.',
  CHANGED: 'What changed last comes first.',
});
export type ClaimOrder = keyof typeof ClaimOrder;

export const RestatementScope = enumOf('RestatementScope', 'Where restatements of a claim are looked for.', {
  ARTICLE: 'In its own article: those that rules compare.',
  OTHER_ARTICLES:
    'In the other articles of the workspace that are not archived. Of very common words not all are found: those that share the most come first.',
});
export type RestatementScope = keyof typeof RestatementScope;
