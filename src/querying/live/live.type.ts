import { Field, Int, ObjectType } from '@nestjs/graphql';
import { StandingEnum } from '../../graphql/enums.js';
import { DateTime } from '../../graphql/scalars.js';
import type { Standing } from '../../judging/evidence.js';
import type { ClaimChange as Change, ChangePlace } from './claim-change.js';

@ObjectType('ClaimChange', { description: 'What one event did to one claim.' })
export class ClaimChangeType implements Change {
  @Field(() => StandingEnum, { nullable: true, description: 'How it stood before; null: it was not there.' })
  previousStanding!: Standing | null;

  @Field(() => StandingEnum, {
    description: 'How it stands since the event. `claim` is the claim as it is by now, which may be newer.',
  })
  standing!: Standing;

  @Field(() => DateTime, { description: 'When.' })
  at!: Date;

  @Field(() => Int, {
    description:
      'How many more claims the same event changed than are told: of each event, the first 1,000 claims are. When it is not 0, read the article anew.',
  })
  omitted!: number;

  @Field(() => Int, {
    description:
      'The place of the event among those of the workspace, as `Event.position` tells it: it never falls, and with the claim it names the change.',
  })
  position!: number;

  claimUuid!: string;
  articleUuid!: string;
  opened!: readonly string[];
  fixed!: readonly string[];
  place!: ChangePlace;
}

@ObjectType({ description: 'How far the history of the workspace is.' })
export class HistoryPlace {
  @Field(() => Int, {
    description:
      'The place of the newest event that was asked for, as `Event.position` tells it; what is told first may be the place of a later one of another kind. 0 when nothing has happened.',
  })
  position!: number;
}
