import { Field, ObjectType } from '@nestjs/graphql';
import type { VerdictValue } from '../database/codes.js';
import { VerdictValueEnum } from '../graphql/enums.js';
import { connectionOf, type Connection } from '../graphql/connection.js';
import { Node } from '../graphql/node.type.js';
import { DateTime } from '../graphql/scalars.js';

@ObjectType({ implements: () => Node, description: "A person's reason for accepting a finding." })
export class Waiver extends Node {
  @Field({ description: 'Why the finding is accepted.' })
  reason!: string;

  @Field(() => DateTime, { description: 'Since when.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'Until when; null: for good.' })
  expiresAt!: Date | null;

  createdByUuid!: string;
}

@ObjectType({ implements: () => Node, description: "What a person concluded about a claim's truth." })
export class Verdict extends Node {
  @Field(() => VerdictValueEnum, { description: 'The conclusion in a word.' })
  value!: VerdictValue;

  @Field({ description: 'The reasons.' })
  text!: string;

  @Field(() => DateTime, { description: 'When it was reached.' })
  createdAt!: Date;

  createdByUuid!: string;
}

@ObjectType({ implements: () => Node, description: 'What a person said about a claim.' })
export class Comment extends Node {
  @Field({ description: 'What was said.' })
  text!: string;

  @Field(() => DateTime, { description: 'When it was said.' })
  createdAt!: Date;

  createdByUuid!: string;
  claimUuid!: string;
}

export const CommentConnection = connectionOf(Comment, 'Comment');
export type CommentConnection = Connection<Comment>;
