import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Citation, Claim } from '../claims/claim.type.js';
import { Finding } from '../findings/finding.type.js';
import { DirectnessEnum, ReviewStateEnum, StanceEnum } from '../graphql/enums.js';
import { JsonScalar, UrlScalar } from '../graphql/scalars.js';
import { UserError } from '../graphql/user-error.type.js';
import type { Directness, ReviewState, Stance } from '../judging/evidence.js';
import { Reference } from '../sources/source.type.js';

@InputType({ description: 'A bibliographic record. At least a title, an address or a DOI.' })
export class SourceInput {
  @Field(() => String, { nullable: true, description: 'Its title.' })
  title?: string | null;

  @Field(() => UrlScalar, { nullable: true, description: 'Its address.' })
  url?: string | null;

  @Field(() => String, { nullable: true, description: 'Its DOI, bare or as an address.' })
  doi?: string | null;

  @Field(() => String, { nullable: true, description: "Its publisher's name." })
  publisher?: string | null;

  @Field(() => [String], { nullable: true, description: 'Who wrote it, a name each.' })
  authors?: string[] | null;

  @Field(() => String, { nullable: true, description: 'When it was published: a year, a month or a day.' })
  publishedAt?: string | null;

  @Field(() => JsonScalar, { nullable: true, description: 'CSL-JSON; the other fields go before what it says.' })
  csl?: unknown;
}

@InputType({ description: 'A source for a claim.' })
export class AttachSourceInput {
  @Field(() => ID, { description: 'The claim.' })
  claimId!: string;

  @Field(() => ID, { nullable: true, description: 'A source of the workspace; or describe one in `source`.' })
  sourceId?: string | null;

  @Field(() => SourceInput, { nullable: true, description: 'The source; the workspace’s own record when it has it.' })
  source?: SourceInput | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'A number that the article cites and that leads nowhere yet: it will lead to this source. Left out, the source keeps its number or gets the next free one.',
  })
  number?: number | null;

  @Field(() => StanceEnum, { nullable: true, description: 'Which way it points; SUPPORTS when left out.' })
  stance?: Stance | null;

  @Field(() => DirectnessEnum, { nullable: true, description: 'How directly; UNKNOWN when left out.' })
  directness?: Directness | null;

  @Field(() => String, { nullable: true, description: "The source's own words." })
  quote?: string | null;

  @Field(() => String, { nullable: true, description: 'Where in the source: "p. 12".' })
  locator?: string | null;

  @Field(() => String, { nullable: true, description: 'What the source says of the claim.' })
  note?: string | null;

  @Field(() => Int, { nullable: true, description: 'The version of the claim that you saw.' })
  expectedVersion?: number | null;
}

@InputType({ description: 'A source that an editor might cite for a claim.' })
export class ProposeSourceInput {
  @Field(() => ID, { description: 'The claim.' })
  claimId!: string;

  @Field(() => ID, { nullable: true, description: 'A source of the workspace; or describe one in `source`.' })
  sourceId?: string | null;

  @Field(() => SourceInput, { nullable: true, description: 'The source; the workspace’s own record when it has it.' })
  source?: SourceInput | null;

  @Field(() => StanceEnum, { nullable: true, description: 'Which way it points; SUPPORTS when left out.' })
  stance?: Stance | null;

  @Field(() => DirectnessEnum, { nullable: true, description: 'How directly; UNKNOWN when left out.' })
  directness?: Directness | null;

  @Field(() => String, { nullable: true, description: "The source's own words." })
  quote?: string | null;

  @Field(() => String, { nullable: true, description: 'Where in the source: "p. 12".' })
  locator?: string | null;

  @Field(() => String, { nullable: true, description: 'What the source says of the claim.' })
  note?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What proposes it, when it is no person: the name of a program, for the history.',
  })
  program?: string | null;

  @Field(() => Int, { nullable: true, description: 'The version of the claim that you saw.' })
  expectedVersion?: number | null;
}

@InputType({ description: 'What a number of an article leads to.' })
export class DefineReferenceInput {
  @Field(() => ID, { description: 'The article.' })
  articleId!: string;

  @Field(() => Int, { description: 'A number that it cites and that leads nowhere.' })
  number!: number;

  @Field(() => ID, { nullable: true, description: 'A source of the workspace; or describe one in `source`.' })
  sourceId?: string | null;

  @Field(() => SourceInput, { nullable: true, description: 'The source.' })
  source?: SourceInput | null;

  @Field(() => Int, { nullable: true, description: 'The version of the reference that you saw.' })
  expectedVersion?: number | null;
}

@InputType({ description: 'A citation to take away.' })
export class DetachSourceInput {
  @Field(() => ID, { description: 'The citation.' })
  citationId!: string;

  @Field(() => Int, { nullable: true, description: 'The version of the citation that you saw.' })
  expectedVersion?: number | null;
}

@InputType({ description: 'What to change of a citation; what is left out stays, null empties.' })
export class UpdateCitationInput {
  @Field(() => ID, { description: 'The citation.' })
  citationId!: string;

  @Field(() => StanceEnum, { nullable: true, description: 'Which way it points.' })
  stance?: Stance | null;

  @Field(() => DirectnessEnum, { nullable: true, description: 'How directly.' })
  directness?: Directness | null;

  @Field(() => String, { nullable: true, description: "The source's own words." })
  quote?: string | null;

  @Field(() => String, { nullable: true, description: 'Where in the source.' })
  locator?: string | null;

  @Field(() => String, { nullable: true, description: 'What the source says of the claim.' })
  note?: string | null;

  @Field(() => Int, { nullable: true, description: 'The version of the citation that you saw.' })
  expectedVersion?: number | null;
}

@InputType({ description: 'What a person found who looked at a citation.' })
export class ReviewCitationInput {
  @Field(() => ID, { description: 'The citation.' })
  citationId!: string;

  @Field(() => ReviewStateEnum, {
    description: 'Whether it stands. PROPOSED takes a review back. To accept a proposal needs EDITOR.',
  })
  state!: ReviewState;

  @Field(() => StanceEnum, { nullable: true, description: 'Which way it points, if otherwise than it says.' })
  stance?: Stance | null;

  @Field(() => DirectnessEnum, { nullable: true, description: 'How directly.' })
  directness?: Directness | null;

  @Field(() => String, { nullable: true, description: 'Why.' })
  note?: string | null;

  @Field(() => Int, { nullable: true, description: 'The version of the citation that you saw.' })
  expectedVersion?: number | null;
}

/** What a change of a claim's evidence answers with. */
@ObjectType({ isAbstract: true })
export abstract class EvidencePayload {
  @Field(() => [Finding], { description: 'Findings that this cleared.' })
  fixed!: Finding[];

  @Field(() => [Finding], { description: 'Findings that this raised.' })
  opened!: Finding[];

  @Field(() => [UserError], { description: 'What was wrong; then nothing was changed.' })
  userErrors!: UserError[];
}

@ObjectType({ isAbstract: true })
abstract class CitationPayload extends EvidencePayload {
  @Field(() => Citation, { nullable: true, description: 'The citation.' })
  citation!: Citation | null;

  @Field(() => Claim, { nullable: true, description: 'The claim as it stands now.' })
  claim!: Claim | null;
}

@ObjectType({ description: 'What became of attaching a source.' })
export class AttachSourcePayload extends CitationPayload {}

@ObjectType({ description: 'What became of proposing a source.' })
export class ProposeSourcePayload extends CitationPayload {}

@ObjectType({ description: 'What became of changing a citation.' })
export class UpdateCitationPayload extends CitationPayload {}

@ObjectType({ description: 'What became of reviewing a citation.' })
export class ReviewCitationPayload extends CitationPayload {}

@ObjectType({ description: 'What became of taking a citation away.' })
export class DetachSourcePayload extends EvidencePayload {
  @Field(() => Claim, { nullable: true, description: 'The claim as it stands now.' })
  claim!: Claim | null;
}

@ObjectType({ description: 'What became of defining a number.' })
export class DefineReferencePayload extends EvidencePayload {
  @Field(() => Reference, { nullable: true, description: 'The number, with its source.' })
  reference!: Reference | null;
}
