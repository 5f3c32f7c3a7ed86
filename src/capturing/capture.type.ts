import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { UserError } from '../graphql/user-error.type.js';
import { Job } from '../jobs/job.type.js';
import { Snapshot, Source } from '../sources/source.type.js';

@InputType({
  description:
    "The text of a source as it is now: give `content`, or `contentBase64`, or neither: then the source's address is fetched by a job.",
})
export class CaptureSnapshotInput {
  @Field(() => ID, { description: 'The source.' })
  sourceId!: string;

  @Field(() => String, { nullable: true, description: 'Its text, or a page (HTML), of which the main text is taken.' })
  content?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A file, as base64: a PDF, a Word document (.docx), the JSON of an editor, a page, or plain text.',
  })
  contentBase64?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What it is, "text/html" or "application/pdf"; when left out, what it looks like.',
  })
  mediaType?: string | null;

  @Field(() => String, { nullable: true, description: 'Its title; when left out, the one that it gives itself.' })
  title?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether it is all of the source: false for an excerpt. When left out, it is, unless a paywall seems to hide the rest.',
  })
  complete?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'The version of the source that you saw.' })
  expectedVersion?: number | null;
}

@ObjectType({ description: 'A captured text.' })
export class CaptureSnapshotPayload {
  @Field(() => Snapshot, {
    nullable: true,
    description: 'The snapshot; null when a job fetches it, and when nothing was captured.',
  })
  snapshot!: Snapshot | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'False: its text is that of the newest snapshot, which was seen again.',
  })
  isNew!: boolean | null;

  @Field(() => Source, { nullable: true, description: 'The source.' })
  source!: Source | null;

  @Field(() => Job, {
    nullable: true,
    description:
      'Compares the claims that cite the source with the text, and judges them again; of an address, the job that fetches it.',
  })
  job!: Job | null;

  @Field(() => [UserError], { description: 'Why it was not captured; empty when it was.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'A stretch that reads otherwise in the later of two texts. Positions are UTF-16 units.' })
export class ChangedText {
  @Field({ description: 'How it read, at most 1,000 characters; empty: it was added.' })
  before!: string;

  @Field({ description: 'How it reads, at most 1,000 characters; empty: it was taken out.' })
  after!: string;

  @Field(() => Int, { description: 'Where it begins in the earlier text.' })
  beforeStart!: number;

  @Field(() => Int, { description: 'Where it ends there.' })
  beforeEnd!: number;

  @Field(() => Int, { description: 'Where it begins in the later text.' })
  afterStart!: number;

  @Field(() => Int, { description: 'Where it ends there.' })
  afterEnd!: number;
}

@ObjectType({ description: 'What changed between two snapshots of a source, sentence by sentence.' })
export class SnapshotChanges {
  @Field(() => Snapshot, { description: 'The earlier snapshot.' })
  since!: Snapshot;

  @Field(() => [ChangedText], { description: 'What changed, in the order of the later text; at most 100.' })
  changes!: ChangedText[];

  @Field(() => Int, { description: 'How many changes there are, those beyond the first 100 among them.' })
  total!: number;

  @Field({
    description: 'False: so much is another that the texts were not followed beyond their common start and end.',
  })
  isFine!: boolean;
}
