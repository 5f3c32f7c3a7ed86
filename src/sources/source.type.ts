import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { SnapshotExtent } from '../judging/comparison.js';
import type { Reliability } from '../database/codes.js';
import { connectionOf, type Connection } from '../graphql/connection.js';
import { enumOf } from '../graphql/enum-of.js';
import { ReliabilityEnum } from '../graphql/enums.js';
import { Node } from '../graphql/node.type.js';
import { DateTime, JsonScalar, UrlScalar } from '../graphql/scalars.js';
import type { LinkProblem } from './link.js';

@ObjectType({ implements: () => Node, description: 'Who stands behind a source.' })
export class Publisher extends Node {
  @Field({ description: 'What it is called.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Who owns it: two publishers of one owner are not independent.' })
  owner!: string | null;

  @Field(() => [String], { description: 'The domains that it publishes under.' })
  domains!: string[];

  @Field(() => ReliabilityEnum, { nullable: true, description: 'How far it can be relied on; null: unrated.' })
  reliability!: Reliability | null;

  @Field(() => Int, { description: 'Counts its changes: what `expectedVersion` is compared with.' })
  version!: number;
}

export const SnapshotExtentEnum = enumOf<SnapshotExtent>('SnapshotExtent', 'How much of a source a snapshot holds.', {
  FULL: 'All of it, as far as is known.',
  PARTIAL: 'A part: an excerpt, or what stands before a paywall.',
  SHORT: 'All of it, as far as is known, and so short that it may be a teaser.',
  EMPTY: 'No words, such as a scanned document.',
});

const LinkProblemEnum = enumOf<LinkProblem>('LinkProblem', 'Why an address counts as failing.', {
  HTTP_STATUS: 'Its site answers that it does not give it: see `status`.',
  SAYS_GONE: 'A page is there, and says that what was there is gone.',
  UNKNOWN_NAME: 'The name of its site is not known.',
  UNREACHABLE: 'Its site cannot be reached.',
  UNTRUSTED: 'The certificate of its site cannot be trusted.',
  TIMEOUT: 'Its site did not answer in time.',
  TOO_MANY_REDIRECTS: 'It leads on in a circle, or too often.',
  BAD_RESPONSE: 'What answers is no HTTP that can be read.',
});

@ObjectType({ description: "How a source's address answered when it was tried." })
export class SourceLink {
  @Field(() => DateTime, { description: 'When it was last tried.' })
  checkedAt!: Date;

  @Field(() => Int, { nullable: true, description: 'The HTTP status; null: it did not answer.' })
  status!: number | null;

  @Field(() => UrlScalar, { nullable: true, description: 'Where it led in the end; null when it was not had.' })
  finalUrl!: string | null;

  @Field(() => Int, { description: 'How many times in a row it has failed; 0 when the last time it did not.' })
  failures!: number;

  @Field(() => DateTime, { nullable: true, description: 'When the first of these was; null when there is none.' })
  failingSince!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why the last time counts as a failure; null: it does not.' })
  problem!: string | null;

  @Field(() => LinkProblemEnum, {
    nullable: true,
    description: 'The same for programs; null: it does not, or it was tried before there were codes.',
  })
  problemCode!: LinkProblem | null;
}

@ObjectType({
  implements: () => Node,
  description: 'A bibliographic record of the workspace, shared by all articles that cite it.',
})
export class Source extends Node {
  @Field(() => String, { nullable: true, description: 'Its title.' })
  title!: string | null;

  @Field(() => UrlScalar, { nullable: true, description: 'Where it can be read.' })
  url!: string | null;

  @Field(() => String, { nullable: true, description: 'Its digital object identifier, without "https://doi.org/".' })
  doi!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was published; the start of the year or month where no day is known.',
  })
  publishedAt!: Date | null;

  @Field({ description: 'True when its publisher or authors withdrew it: it supports nothing any more.' })
  retracted!: boolean;

  @Field(() => JsonScalar, {
    description:
      'The whole record, as CSL-JSON. A copy in an archive is `archive_location`, in the archive named by `archive`.',
  })
  csl!: unknown;

  @Field(() => SourceLink, { nullable: true, description: 'How its address answered; null: nobody has tried it.' })
  link!: SourceLink | null;

  @Field(() => Int, { description: 'Counts its changes: what `expectedVersion` is compared with.' })
  version!: number;

  publisherUuid!: string | null;
  /** Undefined until it is loaded. */
  publisher?: Publisher | null;
}

@ObjectType({ implements: () => Node, description: "A source's text as it was captured at one time." })
export class Snapshot extends Node {
  @Field({ description: 'SHA-256 of the text as UTF-8, in hexadecimal.' })
  hash!: string;

  @Field({ description: 'The media type that it was captured as: "text/html".' })
  mediaType!: string;

  @Field(() => String, { nullable: true, description: 'The title that the text gives itself.' })
  title!: string | null;

  @Field({ description: 'False when only a part of the source was captured.' })
  complete!: boolean;

  @Field(() => SnapshotExtentEnum, { description: 'How much of the source it holds.' })
  extent!: SnapshotExtent;

  @Field(() => [String], { description: 'What speaks against its being the whole source, in sentences.' })
  cautions!: string[];

  @Field(() => UrlScalar, { nullable: true, description: 'Where it was fetched from in the end; null: it was given.' })
  finalUrl!: string | null;

  @Field(() => Int, { description: 'Length of the text, in UTF-16 units.' })
  length!: number;

  @Field(() => Int, { description: 'How many words the text has.' })
  wordCount!: number;

  @Field(() => DateTime, { description: 'When it was captured.' })
  capturedAt!: Date;

  @Field(() => DateTime, { description: 'When the same text was last captured.' })
  seenAt!: Date;

  capturedByUuid!: string | null;
}

@ObjectType({ implements: () => Node, description: 'A number that an article cites or lists.' })
export class Reference extends Node {
  @Field(() => Int, { description: 'The label where that is a number, else its place in the order of first citation.' })
  number!: number;

  @Field({ description: 'What markers name: "4", "note", "Okoro 2031".' })
  label!: string;

  @Field(() => String, {
    nullable: true,
    description: "Its entry in the article's list; null: it is cited and not listed.",
  })
  text!: string | null;

  @Field(() => Int, { description: 'How many citations lead to it, not how many markers. Proposals do not count.' })
  citationCount!: number;

  sourceUuid!: string | null;
}

export const PublisherConnection = connectionOf(Publisher, 'Publisher');
export type PublisherConnection = Connection<Publisher>;
export const SourceConnection = connectionOf(Source, 'Source');
export type SourceConnection = Connection<Source>;
export const SnapshotConnection = connectionOf(Snapshot, 'Snapshot');
export type SnapshotConnection = Connection<Snapshot>;

@InputType({ description: 'Which sources. Everything that is given must hold.' })
export class SourceFilter {
  @Field(() => String, { nullable: true, description: 'Part of the title or the address, in any case.' })
  text?: string | null;

  @Field(() => ID, { nullable: true, description: 'Sources of this publisher.' })
  publisherId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Sources that this article cites or lists.' })
  articleId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether they are retracted.' })
  retracted?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether their address failed when it was last tried. False: those that answered, and those that nobody has tried.',
  })
  failing?: boolean | null;
}

export const SourceOrder = enumOf('SourceOrder', 'In which order sources come.', {
  NEWEST: 'What came into the workspace last comes first.',
  TITLE: 'By title, of which the first 500 characters count; those without one come first.',
});
export type SourceOrder = keyof typeof SourceOrder;
