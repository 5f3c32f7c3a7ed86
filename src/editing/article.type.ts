import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Article } from '../articles/article.type.js';
import { UserError } from '../graphql/user-error.type.js';

@InputType({ description: 'An article to put away.' })
export class ArchiveArticleInput {
  @Field(() => ID, { description: 'The article.' })
  articleId!: string;

  @Field(() => Int, { nullable: true, description: 'The version of the article that you saw.' })
  expectedVersion?: number | null;
}

@ObjectType({ description: 'What became of putting an article away.' })
export class ArchiveArticlePayload {
  @Field(() => Article, { nullable: true, description: 'The article as it is now.' })
  article!: Article | null;

  @Field(() => [UserError], { description: 'What was wrong; then nothing was changed.' })
  userErrors!: UserError[];
}
