import { Field, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, type Connection } from '../graphql/connection.js';
import { enumOf } from '../graphql/enum-of.js';
import type { TextBlockKind } from '../reading/text-blocks.js';

export const TextBlockKindEnum = enumOf('TextBlockKind', 'What a block of a text is.', {
  HEADING: 'A heading.',
  PARAGRAPH: 'A paragraph.',
  ITEM: 'An item of a list.',
  TERM: 'A term, whose definition follows.',
  DEFINITION: 'The definition of the term before it.',
  CAPTION: 'What stands over a table.',
  HEADER_ROW: 'A row of a table that names its columns.',
  ROW: 'A row of a table.',
  CODE: 'Code, with its lines and the white space in them. It holds no claims.',
  FORMULA: 'A formula, or code, that stands in a line of its own. It holds no claims.',
  BESIDE: 'What stands beside the text: the caption of a picture, who is quoted. It holds no claims.',
} satisfies Record<TextBlockKind, string>);

@ObjectType({ description: 'A marker, where it stands in the text of its cell.' })
export class TextMarker {
  @Field(() => Int, { description: 'Where it begins: UTF-16 units into the text of the cell, from 0.' })
  start!: number;

  @Field(() => Int, { description: 'Where it ends: the unit after its last.' })
  end!: number;

  @Field(() => [String], { description: 'What it names, lists and ranges expanded: "1", "2".' })
  labels!: string[];
}

@ObjectType({ description: 'A stretch of text, and where in the revision each part of it stands.' })
export class TextCell {
  @Field({ description: 'As it reads, markers and all.' })
  text!: string;

  @Field(() => Int, {
    description: 'Where it begins: UTF-16 units into the revision, from 0, as in `TextQuoteSelector`.',
  })
  start!: number;

  @Field(() => Int, { description: 'Where it ends.' })
  end!: number;

  @Field(() => [Int], {
    description:
      'Pairs: a position in `text`, and the position in the revision that it was read from. From one pair to the next both go on in step.',
  })
  positions!: number[];

  @Field(() => [TextMarker], { description: 'Its markers, in order.' })
  markers!: TextMarker[];

  @Field(() => Int, { description: 'How many columns of its row it covers.' })
  columns!: number;

  @Field({ description: 'Whether it stands in a row above already, and covers this one too.' })
  repeats!: boolean;
}

@ObjectType({ description: "A block of an article's text. A table is several: its caption and its rows." })
export class TextBlock {
  @Field(() => TextBlockKindEnum, { description: 'What it is.' })
  kind!: TextBlockKind;

  @Field(() => Int, {
    nullable: true,
    description: 'Of a heading 1 to 6, of an item the depth of its list from 0; else null.',
  })
  level!: number | null;

  @Field(() => Int, { nullable: true, description: 'Of an item in an ordered list; else null.' })
  number!: number | null;

  @Field({ description: 'Whether it is inside a block quote.' })
  quoted!: boolean;

  @Field(() => Int, { nullable: true, description: 'Items of one list and rows of one table share it; else null.' })
  group!: number | null;

  @Field(() => Int, { description: 'Of a row: how many cells at its beginning name it.' })
  labels!: number;

  @Field(() => [TextCell], { description: 'Its text: one cell, but for rows.' })
  cells!: TextCell[];
}

export const TextBlockConnection = connectionOf(TextBlock, 'TextBlock');
export type TextBlockConnection = Connection<TextBlock>;
