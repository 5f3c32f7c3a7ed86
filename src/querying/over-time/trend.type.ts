import { Field, Int, ObjectType } from '@nestjs/graphql';
import { EvidenceSummary } from '../../findings/finding.type.js';
import { enumOf } from '../../graphql/enum-of.js';
import { DateTime } from '../../graphql/scalars.js';
import type { Interval } from './intervals.js';

export const TrendInterval = enumOf<Interval>('TrendInterval', 'How long the intervals of a trend are, in UTC.', {
  HOUR: 'From each full hour.',
  DAY: 'From each midnight.',
  WEEK: 'From the midnight before each Monday.',
  MONTH: 'From the first of each month.',
});

@ObjectType({
  description:
    'Totals as they stood at the end of an interval, and what came and went in it. Of the interval that it is now: as they stand now.',
})
export class EvidenceTrendPoint extends EvidenceSummary {
  @Field(() => DateTime, { description: 'When the interval begins.' })
  from!: Date;

  @Field(() => DateTime, { description: 'When the interval ends: the moment that the totals are of.' })
  to!: Date;

  @Field({ description: 'Whether the interval is over. False: the totals are those of now, and may change yet.' })
  complete!: boolean;

  @Field(() => Int, {
    description: 'How many findings came in it, as `opened` of events counts them: those of a new article, too.',
  })
  opened!: number;

  @Field(() => Int, {
    description:
      'How many findings were fixed in it: the rule no longer fires, or the claim is gone. Waived is not fixed.',
  })
  fixed!: number;
}
