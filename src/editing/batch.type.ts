import type { Type } from '@nestjs/common';
import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { LIMITS } from '../graphql/limits/limits.js';
import { UserError } from '../graphql/user-error.type.js';
import type { UserErrorData } from '../graphql/user-error.js';
import { AttachSourceInput, AttachSourcePayload, ReviewCitationInput, ReviewCitationPayload } from './citation.type.js';
import { AssignClaimInput, AssignClaimPayload } from './claim-mark.type.js';
import type { Outcome } from './editing.js';
import { WaiveFindingInput, WaiveFindingPayload } from './waiver.type.js';

interface Items<T> {
  readonly items: readonly T[];
}

interface Results<T> {
  results: T[];
  userErrors: UserErrorData[];
}

/** The input of a mutation that does one thing several times. */
function itemsInput<T>(item: Type<T>): Type<Items<T>> {
  @InputType({ isAbstract: true })
  class ItemsInput {
    @Field(() => [item], { description: `What to do, at most ${LIMITS.items} times.` })
    items!: T[];
  }
  return ItemsInput;
}

/** Its payload: a result an item. */
function resultsPayload<T>(result: Type<T>): Type<Results<T>> {
  @ObjectType({ isAbstract: true })
  class ResultsPayload {
    @Field(() => [result], { description: 'What became of each item, in their order.' })
    results!: T[];

    @Field(() => [UserError], { description: 'What was wrong with the items as a whole; then none was done.' })
    userErrors!: UserErrorData[];
  }
  return ResultsPayload;
}

@InputType({ description: 'Sources for claims.' })
export class AttachSourcesInput extends itemsInput(AttachSourceInput) {}

@ObjectType({ description: 'What became of attaching sources.' })
export class AttachSourcesPayload extends resultsPayload(AttachSourcePayload) {}

@InputType({ description: 'What a person found who looked at citations.' })
export class ReviewCitationsInput extends itemsInput(ReviewCitationInput) {}

@ObjectType({ description: 'What became of reviewing citations.' })
export class ReviewCitationsPayload extends resultsPayload(ReviewCitationPayload) {}

@InputType({ description: 'Findings to accept, and why.' })
export class WaiveFindingsInput extends itemsInput(WaiveFindingInput) {}

@ObjectType({ description: 'What became of waiving findings.' })
export class WaiveFindingsPayload extends resultsPayload(WaiveFindingPayload) {}

@InputType({ description: 'Claims, and who looks into each.' })
export class AssignClaimsInput extends itemsInput(AssignClaimInput) {}

@ObjectType({ description: 'What became of assigning claims.' })
export class AssignClaimsPayload extends resultsPayload(AssignClaimPayload) {}

/** What a mutation answers that did one thing several times. @param show what became of one item */
export async function resultsOf<D, T>(
  { done, userErrors }: Outcome<Outcome<D>[]>,
  show: (outcome: Outcome<D>) => Promise<T>,
): Promise<Results<T>> {
  return { results: await Promise.all((done ?? []).map(show)), userErrors: [...userErrors] };
}
