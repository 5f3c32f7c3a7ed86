import { Field, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../graphql/enum-of.js';
import { JsonScalar } from '../graphql/scalars.js';
import type * as reading from '../reading/notice.js';

const NoticeCodeEnum = enumOf<reading.NoticeCode>('NoticeCode', 'What an editor should know of a text.', {
  UNCHANGED: 'It was imported with this content before, so nothing was stored.',
  DAMAGED_BYTES: 'Bytes of the page belong to no character; each is read as U+FFFD.',
  UNKNOWN_PARTS:
    "Parts of an editor's document are not known, and only their words are read. `editor`, `parts` with `name` and `count`, and `moreKinds`: of how many kinds there are others.",
  RENUMBERED: 'A reference, `title`, that an editor had given the number `from`, has the number `to`.',
  OVERRULED: 'The article lists `number` as `title`; an editor had said `formerTitle`.',
  OUTDATED:
    'So many `reviews`, `verdicts` and `waivers` are to be looked at again: what is under them says something else.',
});

@ObjectType({ description: 'What an editor should know of a text that was taken in. Nothing is wrong.' })
export class Notice {
  @Field(() => NoticeCodeEnum, { description: 'What it is about.' })
  code!: reading.NoticeCode;

  @Field({ description: 'For people, in English.' })
  message!: string;

  @Field(() => JsonScalar, { description: 'An object with the values that the code names.' })
  values!: unknown;
}

export const NOTICED = 'The same `notices`, with what programs need to say them in another language.';

/** Notices as payloads have them: in sentences, and whole. */
export const withNotices = (notices: readonly reading.Notice[]): { notices: string[]; noticed: Notice[] } => ({
  notices: notices.map(({ message }) => message),
  noticed: notices.map((notice) => ({ ...notice })),
});
