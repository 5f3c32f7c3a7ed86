import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../graphql/enum-of.js';
import { UserError } from '../graphql/user-error.type.js';
import type { UserErrorData } from '../graphql/user-error.js';
import type { RecordFormat } from '../sources/formats/record-format.js';
import { Source } from '../sources/source.type.js';

export const RecordFormatEnum = enumOf('RecordFormat', 'In which format bibliographic records are passed on.', {
  CSL_JSON: 'A JSON list of items, as Zotero, Pandoc and citeproc have it.',
  BIBTEX: 'BibTeX or BibLaTeX, UTF-8.',
  RIS: 'RIS, as Zotero, EndNote and libraries write it, UTF-8.',
});

@InputType({ description: 'A file of bibliographic records.' })
export class ImportSourcesInput {
  @Field({ description: 'The text of the file: at most 1,000 entries, at most a million characters.' })
  content!: string;

  @Field(() => RecordFormatEnum, { description: 'In which format it is.' })
  format!: RecordFormat;
}

@ObjectType({ description: 'What became of a file of records.' })
export class ImportSourcesPayload {
  @Field(() => [Source], {
    nullable: true,
    description: 'The sources of its entries, each once, in their order; null when anything was wrong.',
  })
  sources!: Source[] | null;

  @Field(() => Int, { description: 'How many of them the workspace did not have before.' })
  added!: number;

  @Field(() => [UserError], { description: 'What was wrong, naming the entries; then nothing was stored.' })
  userErrors!: UserErrorData[];
}
