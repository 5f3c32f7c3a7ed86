import { Field, ID, InputType } from '@nestjs/graphql';

@InputType({ description: 'Which events. Everything that is given must hold.' })
export class HistoryFilter {
  @Field(() => [String], {
    nullable: true,
    description:
      'Of one of these kinds: "citation.attached". At most 100. One that nothing has is no error: it finds nothing.',
  })
  kinds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Done by this member.' })
  actorId?: string | null;

  @Field({
    nullable: true,
    description: 'True: what happened by itself, as when a waiver ends. False: what a member did.',
  })
  byItself?: boolean;
}
