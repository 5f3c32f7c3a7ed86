import { Field, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../graphql/enum-of.js';
import { DateTime } from '../graphql/scalars.js';
import { RuleCount, SeverityCount } from './finding.type.js';

export const FindingAge = enumOf('FindingAge', 'How long ago something was first found.', {
  UNDER_A_DAY: 'Less than 24 hours ago.',
  UNDER_A_WEEK: 'At least 24 hours ago, and less than 7 days.',
  UNDER_A_MONTH: 'At least 7 days ago, and less than 30.',
  OLDER: 'At least 30 days ago.',
});
export type FindingAge = keyof typeof FindingAge;

@ObjectType({ description: 'How many findings are of one age.' })
export class FindingAgeCount {
  @Field(() => FindingAge, { description: 'How old they are.' })
  age!: FindingAge;

  @Field(() => Int, { description: 'How many findings.' })
  count!: number;

  @Field(() => [SeverityCount], { description: 'The same by severity: every severity.' })
  bySeverity!: SeverityCount[];

  @Field(() => [RuleCount], { description: 'The same by rule, the commonest first: rules that found something.' })
  byRule!: RuleCount[];

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the oldest of them was first found; null: there is none.',
  })
  oldest!: Date | null;
}
