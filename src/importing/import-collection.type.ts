import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { CollectionFormat } from '../collections/collected.js';
import type { TableRole } from '../collections/column-roles.js';
import type { CollectionOutcome } from '../database/codes.js';
import { connectionOf } from '../graphql/connection.js';
import { enumOf } from '../graphql/enum-of.js';
import type { UserErrorData } from '../graphql/user-error.js';
import { UserError } from '../graphql/user-error.type.js';
import { Job } from '../jobs/job.type.js';

export const CollectionFormatEnum = enumOf<CollectionFormat>('CollectionFormat', 'What holds several articles.', {
  ZIP: 'A ZIP of files that importArticle takes, and of exports of WordPress.',
  WXR: 'The export of WordPress (Tools → Export), as XML.',
  CSV: 'A table of claims, one a row, with their sources.',
});

export const TableRoleEnum = enumOf<TableRole>('TableRole', 'What a column of a table of claims holds.', {
  CLAIM: 'The claim. One column does, and a table needs it.',
  SOURCES:
    'Sources: addresses, DOIs, references, or numbers such as [2]; several with line breaks, semicolons or bars between them. Several columns may.',
  NOTE: 'What was noted of the evidence. Several columns may.',
  QUOTE: 'The words of the source.',
  LOCATOR: 'The place in the source: a page.',
  SECTION: 'The section of the article.',
  ARTICLE: 'The article of the row, by slug or name: a table may have several.',
  TITLE: "The article's title.",
  URL: 'Where the article is published.',
  DESK: "The article's desk.",
  IGNORED: 'Nothing that is imported.',
});

export const CollectionOutcomeEnum = enumOf<CollectionOutcome>(
  'CollectionOutcome',
  'What became of a part of a collection.',
  {
    IMPORTED: 'It is a new revision of its article.',
    UNCHANGED: 'It was imported with this content before, so nothing was stored.',
    REFUSED: 'It is an article that cannot be read or stored; the messages say why.',
    SKIPPED: 'It is no article, or not one that was asked for; the messages say why.',
  },
);

@InputType({ description: 'What a column of a table holds.' })
export class TableColumnInput {
  @Field({ description: 'The column, as the first row calls it, or by its place: "#3".' })
  column!: string;

  @Field(() => TableRoleEnum, { description: 'What it holds.' })
  role!: TableRole;
}

@InputType({ description: 'A file that holds several articles.' })
export class ImportCollectionInput {
  @Field(() => CollectionFormatEnum, { description: 'What it is.' })
  format!: CollectionFormat;

  @Field(() => String, { nullable: true, description: 'The text of a WXR or CSV file, of at most 20 MiB.' })
  content?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The bytes of the file, of at most 20 MiB, in base64, in the place of content. A ZIP is given so.',
  })
  contentBase64?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What the file is called. A table whose rows name no article is one of this name; a table needs it. Others are slugged by what is in them.',
  })
  name?: string | null;

  @Field(() => [TableColumnInput], {
    nullable: true,
    description: 'What columns of a table hold, where previewTable guesses wrong. The others are guessed.',
  })
  columns?: TableColumnInput[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'The desk of all articles; else what the collection says of each.',
  })
  desk?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Stands before every slug, so that two collections do not meet: "calder-".',
  })
  slugPrefix?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Of WordPress: drafts, private and scheduled posts too.' })
  includeDrafts?: boolean | null;
}

@ObjectType({ description: 'Who imports a collection.' })
export class ImportCollectionPayload {
  @Field(() => Job, { nullable: true, description: 'Who does it; its `items` tell what became of each article.' })
  job!: Job | null;

  @Field(() => [UserError], { description: 'What was wrong; then nothing is imported.' })
  userErrors!: UserErrorData[];
}

@ObjectType({ description: 'A part of a collection, and what became of it.' })
export class CollectionItem {
  @Field({ description: 'Where it stands in the collection: a path, "post 42".' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'The slug of its article; null when it is none.' })
  slug!: string | null;

  @Field(() => CollectionOutcomeEnum, { description: 'What became of it.' })
  outcome!: CollectionOutcome;

  @Field(() => [String], { description: 'Why, or what editors of the article should know.' })
  messages!: string[];

  articleUuid!: string | null;
}

@ObjectType({ description: 'A page of CollectionItem objects.' })
export class CollectionItemConnection extends connectionOf(CollectionItem, 'CollectionItem') {}

@InputType({ description: 'A table of claims to look at.' })
export class PreviewTableInput {
  @Field(() => String, { nullable: true, description: 'The text of the CSV file, of at most 20 MiB.' })
  content?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The bytes of the file, of at most 20 MiB, in base64, in the place of content.',
  })
  contentBase64?: string | null;

  @Field(() => String, { nullable: true, description: 'What the file is called, as importCollection is told.' })
  name?: string | null;

  @Field(() => [TableColumnInput], { nullable: true, description: 'What columns hold; the others are guessed.' })
  columns?: TableColumnInput[] | null;
}

@ObjectType({ description: 'A column of a table.' })
export class PreviewedColumn {
  @Field({ description: 'What the first row calls it.' })
  name!: string;

  @Field(() => TableRoleEnum, { description: 'What it holds.' })
  role!: TableRole;

  @Field({ description: 'Whether the role was guessed; false: the caller gave it.' })
  guessed!: boolean;

  @Field(() => [String], { description: 'Some of its cells.' })
  samples!: string[];
}

@ObjectType({ description: 'A citation of a claim in a table.' })
export class PreviewedCitation {
  @Field(() => Int, { description: 'The number that its marker gets.' })
  number!: number;

  @Field(() => String, { nullable: true, description: 'The entry of the list of references; null: it leads nowhere.' })
  entry!: string | null;

  @Field({ description: 'False for one that the table says does not support the claim: it is only listed.' })
  isCited!: boolean;
}

@ObjectType({ description: 'A row of a table as the claim that it would become.' })
export class PreviewedClaim {
  @Field(() => Int, { description: 'The line of the file on which its row begins.' })
  line!: number;

  @Field(() => String, { nullable: true, description: 'The section under which it would stand.' })
  section!: string | null;

  @Field({ description: 'What it says.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'The note of its evidence.' })
  note!: string | null;

  @Field(() => [PreviewedCitation], { description: 'Its sources.' })
  citations!: PreviewedCitation[];
}

@ObjectType({ description: 'An article that a table would become.' })
export class PreviewedArticle {
  @Field({ description: 'Its slug.' })
  slug!: string;

  @Field({ description: 'Its title.' })
  title!: string;

  @Field(() => Int, { description: 'Its claims.' })
  claimCount!: number;

  @Field(() => Int, { description: 'The entries of its list of references.' })
  referenceCount!: number;

  @Field(() => [PreviewedClaim], { description: 'The first of its claims.' })
  claims!: PreviewedClaim[];
}

@ObjectType({ description: 'What a table would become.' })
export class TablePreview {
  @Field({ description: 'What divides its cells.' })
  delimiter!: string;

  @Field(() => Int, { description: 'Its rows, without the first one.' })
  rowCount!: number;

  @Field(() => [PreviewedColumn], { description: 'Its columns, in order.' })
  columns!: PreviewedColumn[];

  @Field(() => Int, { description: 'The articles that it would become.' })
  articleCount!: number;

  @Field(() => Int, { description: 'The claims of all of them.' })
  claimCount!: number;

  @Field(() => [PreviewedArticle], { description: 'The first of the articles.' })
  articles!: PreviewedArticle[];

  @Field(() => [String], { description: 'What to look at before it is imported, with lines.' })
  warnings!: string[];
}

@ObjectType({ description: 'A look at a table.' })
export class PreviewTablePayload {
  @Field(() => TablePreview, { nullable: true, description: 'What it would become; null when it cannot be read.' })
  preview!: TablePreview | null;

  @Field(() => [UserError], { description: 'What was wrong.' })
  userErrors!: UserErrorData[];
}
