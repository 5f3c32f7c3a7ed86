import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { SourcePayload } from './source.type.js';

@InputType({ description: 'A source that becomes one with another.' })
export class MergedSourceInput {
  @Field(() => ID, { description: 'The source. Its id, address and identifiers lead to the kept one afterwards.' })
  sourceId!: string;

  @Field(() => Int, { nullable: true, description: 'The version of the source that you saw.' })
  expectedVersion?: number | null;
}

@InputType({ description: 'Sources that are one.' })
export class MergeSourcesInput {
  @Field(() => ID, { description: 'The source to keep. What it does not know of itself is taken from the others.' })
  sourceId!: string;

  @Field(() => Int, { nullable: true, description: 'The version of the source to keep that you saw.' })
  expectedVersion?: number | null;

  @Field(() => [MergedSourceInput], { description: 'The sources that become one with it, at most 100.' })
  merged!: MergedSourceInput[];

  @Field(() => String, { nullable: true, description: 'How you know that they are one; it goes to the history.' })
  note?: string | null;
}

@ObjectType({ description: 'What became of merging sources.' })
export class MergeSourcesPayload extends SourcePayload {}
