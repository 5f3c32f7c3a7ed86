import { Field, ObjectType } from '@nestjs/graphql';
import type { ClaimChange } from '../database/codes.js';
import { connectionOf, type Connection } from '../graphql/connection.js';
import { enumOf } from '../graphql/enum-of.js';
import { StandingEnum } from '../graphql/enums.js';
import type { Standing } from '../judging/evidence.js';

export const RevisionChange = enumOf<ClaimChange>(
  'RevisionChange',
  'What became of a claim from one revision to another.',
  {
    KEPT: 'It reads as before, and stands otherwise.',
    REWORDED: 'It reads otherwise.',
    MOVED: 'It reads as before, elsewhere among the others.',
    ADDED: 'It was not there.',
    GONE: 'It is there no longer.',
  },
);

@ObjectType({ description: 'What became of one claim from one revision to another.' })
export class RevisionDiff {
  @Field(() => RevisionChange, { description: 'In a word.' })
  change!: ClaimChange;

  @Field(() => String, { nullable: true, description: 'How it read; null: it was not there.' })
  textBefore!: string | null;

  @Field(() => String, { nullable: true, description: 'How it reads; null: it is there no longer.' })
  textAfter!: string | null;

  @Field(() => StandingEnum, { nullable: true, description: 'How it stood just before the text changed.' })
  standingBefore!: Standing | null;

  @Field(() => StandingEnum, { nullable: true, description: 'How it stood when the text had changed.' })
  standingAfter!: Standing | null;

  claimUuid!: string;
}

export const RevisionDiffConnection = connectionOf(RevisionDiff, 'RevisionDiff');
export type RevisionDiffConnection = Connection<RevisionDiff>;
