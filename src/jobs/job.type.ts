import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { JobState } from '../database/codes.js';
import { JobStateEnum } from '../graphql/enums.js';
import { Node } from '../graphql/node.type.js';

@ObjectType({ implements: () => Node, description: 'Work that goes on after the answer.' })
export class Job extends Node {
  @Field({ description: 'What it does: "import", "import-collection".' })
  kind!: string;

  @Field(() => JobStateEnum, { description: 'How far it is.' })
  state!: JobState;

  @Field(() => Int, { description: 'Steps that are done.' })
  done!: number;

  @Field(() => Int, { nullable: true, description: 'Steps in all; null until that is known.' })
  total!: number | null;

  @Field(() => String, { nullable: true, description: 'Why it failed.' })
  error!: string | null;
}
