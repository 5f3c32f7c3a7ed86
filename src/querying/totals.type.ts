import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { EvidenceSummary } from '../findings/finding.type.js';
import { connectionOf, type Connection } from '../graphql/connection.js';
import { enumOf } from '../graphql/enum-of.js';

@ObjectType({ description: 'A number that an article cites and that resolves to nothing.' })
export class MissingReference {
  @Field(() => Int, { description: 'The label where that is a number, else its place in the order of first citation.' })
  number!: number;

  @Field({ description: 'What markers name.' })
  label!: string;

  @Field(() => Int, { description: 'How many claims cite it.' })
  citationCount!: number;

  @Field(() => Int, { description: 'How many open findings go when the number gets a source.' })
  findingsCleared!: number;

  articleUuid!: string;
}

export const MissingReferenceConnection = connectionOf(MissingReference, 'MissingReference');
export type MissingReferenceConnection = Connection<MissingReference>;

@InputType({ description: 'What to add up: the whole workspace when nothing is given.' })
export class SummaryFilter {
  @Field(() => ID, { nullable: true, description: 'This article.' })
  articleId?: string | null;

  @Field(() => String, { nullable: true, description: 'The articles of this desk, exactly.' })
  desk?: string | null;
}

export const BreakdownBy = enumOf('BreakdownBy', 'What totals are told apart by.', {
  ARTICLE: 'A row an article.',
  DESK: 'A row a desk; articles without one have a row together.',
  PUBLISHER: 'A row a publisher: the claims that cite a source of it.',
  RULE: 'A row a rule: the claims of which it has open findings.',
  SECTION: 'A row a heading: the claims under headings that read the same.',
});
export type BreakdownBy = keyof typeof BreakdownBy;

@ObjectType({ description: 'Totals of one article, desk, publisher, rule or heading.' })
export class EvidenceBreakdown {
  @Field({
    description: 'What the row is about, for people: a title, a name. Empty: no desk, or before the first heading.',
  })
  label!: string;

  @Field(() => Int, { description: 'Claims that are REFUTED, CONTESTED, MISSING or WEAK: the order of the rows.' })
  unsupported!: number;

  @Field(() => EvidenceSummary, { description: 'The totals.' })
  summary!: EvidenceSummary;

  by!: BreakdownBy;
  /** A UUID, a desk, a rule's id or a heading, after `by`. */
  key!: string;
}

export const EvidenceBreakdownConnection = connectionOf(EvidenceBreakdown, 'EvidenceBreakdown');
export type EvidenceBreakdownConnection = Connection<EvidenceBreakdown>;
