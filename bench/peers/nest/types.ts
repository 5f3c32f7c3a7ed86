import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PRIORITY, SEVERITY, STANCE, STANDING } from '../../../src/database/codes.js';

const enumOf = (name: string, codes: Record<string, number>): Record<string, string> => {
  const values = Object.fromEntries(Object.keys(codes).map((each) => [each, each]));
  registerEnumType(values, { name });
  return values;
};
const Standing = enumOf('Standing', STANDING.toCode);
const Priority = enumOf('Priority', PRIORITY.toCode);
const Stance = enumOf('Stance', STANCE.toCode);
const Severity = enumOf('Severity', SEVERITY.toCode);

@ObjectType('Article')
export class ArticleType {
  @Field(() => ID)
  id!: string;

  @Field()
  title!: string;

  @Field()
  slug!: string;
}

@ObjectType('Source')
export class SourceType {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true })
  title!: string | null;

  @Field(() => String, { nullable: true })
  url!: string | null;
}

@ObjectType('Citation')
export class CitationType {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  number!: number;

  @Field(() => Stance)
  stance!: string;

  sourceId!: string | null;
}

@ObjectType('Rule')
export class RuleType {
  @Field(() => ID)
  id!: string;
}

@ObjectType('Finding')
export class FindingType {
  @Field(() => ID)
  id!: string;

  @Field(() => Severity)
  severity!: string;

  @Field()
  message!: string;

  @Field(() => RuleType)
  rule!: RuleType;
}

@ObjectType('Claim')
export class ClaimType {
  @Field(() => ID)
  id!: string;

  @Field()
  text!: string;

  @Field(() => Standing)
  standing!: string;

  @Field(() => Priority)
  priority!: string;

  @Field(() => String, { nullable: true })
  section!: string | null;

  uuid!: string;
  articleId!: string;
}

@ObjectType('ClaimEdge')
export class ClaimEdge {
  @Field()
  cursor!: string;

  @Field(() => ClaimType)
  node!: ClaimType;
}

@ObjectType('PageInfo')
export class PageInfo {
  @Field()
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true })
  endCursor!: string | null;
}

@ObjectType('ClaimConnection')
export class ClaimConnection {
  @Field(() => [ClaimEdge])
  edges!: ClaimEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}
