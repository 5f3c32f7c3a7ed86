import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { ArticleFormat } from '../judging/evidence.js';
import { connectionOf, type Connection } from '../graphql/connection.js';
import { enumOf } from '../graphql/enum-of.js';
import { ArticleFormatEnum } from '../graphql/enums.js';
import { Node } from '../graphql/node.type.js';
import { DateTime, UrlScalar } from '../graphql/scalars.js';

@ObjectType({ implements: () => Node, description: 'A published or draft text that makes claims.' })
export class Article extends Node {
  @Field({ description: 'Its name in the workspace, as in an address.' })
  slug!: string;

  @Field({ description: 'The title of its newest revision.' })
  title!: string;

  @Field(() => UrlScalar, { nullable: true, description: 'Where it is published.' })
  url!: string | null;

  @Field(() => String, { nullable: true, description: 'The language that it is written in, as a BCP 47 tag: "en".' })
  language!: string | null;

  @Field(() => String, { nullable: true, description: 'The label under which the workspace groups it.' })
  desk!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was published.' })
  publishedAt!: Date | null;

  @Field(() => DateTime, { description: 'When it, or what was found in it, last changed.' })
  updatedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'Since when it is archived; null: it is not.' })
  archivedAt!: Date | null;

  @Field(() => Int, { description: 'Counts its changes: what `expectedVersion` is compared with.' })
  version!: number;

  /** The number of its newest revision. */
  revisionNumber!: number;
}

@ObjectType({ implements: () => Node, description: 'The text of an article at one time. Never changed afterwards.' })
export class Revision extends Node {
  @Field(() => Int, { description: 'Counts from 1 within the article.' })
  number!: number;

  @Field({ description: 'Its title.' })
  title!: string;

  @Field(() => ArticleFormatEnum, { description: 'What it was read from.' })
  format!: ArticleFormat;

  @Field(() => DateTime, { description: 'When it was imported.' })
  createdAt!: Date;
}

export const ArticleConnection = connectionOf(Article, 'Article');
export type ArticleConnection = Connection<Article>;
export const RevisionConnection = connectionOf(Revision, 'Revision');
export type RevisionConnection = Connection<Revision>;

@InputType('ArticleFilter', { description: 'Which articles. Everything that is given must hold.' })
export class ArticleFilter {
  @Field(() => String, { nullable: true, description: 'Part of the title, in any case.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'The desk, exactly.' })
  desk?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Changed at this time or later.' })
  changedSince?: Date | null;

  @Field(() => Boolean, { nullable: true, description: 'Those that are archived, instead of those that are not.' })
  archived?: boolean | null;
}

export const ArticleOrder = enumOf('ArticleOrder', 'In which order articles come.', {
  UPDATED: 'What changed last comes first.',
  TITLE: 'By title.',
});
export type ArticleOrder = keyof typeof ArticleOrder;
