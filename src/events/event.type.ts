import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, type Connection } from '../graphql/connection.js';
import { DateTime, JsonScalar } from '../graphql/scalars.js';

@ObjectType({ description: 'Something that happened: who did what to which thing, when. It never changes.' })
export class Event {
  @Field({ description: 'What was done: "citation.attached". More kinds come with more mutations.' })
  kind!: string;

  @Field(() => DateTime, { description: 'When.' })
  at!: Date;

  @Field({ description: 'The type of the thing that it was done to: "Claim".' })
  subjectType!: string;

  @Field(() => ID, { description: 'The thing that it was done to.' })
  subjectId!: string;

  @Field(() => JsonScalar, {
    nullable: true,
    description:
      'What was there before, as far as it changed; null: nothing. Keys that end in Id or Ids, and `opened` and `fixed`, hold ids of this API.',
  })
  before!: unknown;

  @Field(() => JsonScalar, {
    nullable: true,
    description:
      'What is there since, in the same form; null: nothing. `standings` are the claims that stand otherwise for it, `opened` and `fixed` the findings that came and went.',
  })
  after!: unknown;

  @Field(() => Int, {
    description:
      'Its place among the events of its article, or of no article, from 1 and without a gap: with the article, its name.',
  })
  seq!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'Its place among all events of the workspace, from 1 and without a gap; null for some tenths of a second after it happened.',
  })
  position!: number | null;

  actorUuid!: string | null;
  articleUuid!: string;
}

export const EventConnection = connectionOf(Event, 'Event');
export type EventConnection = Connection<Event>;
