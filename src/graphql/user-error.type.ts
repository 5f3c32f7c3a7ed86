import { Field, InterfaceType, ObjectType } from '@nestjs/graphql';
import { UserErrorCodeEnum } from './enums.js';
import type { CurrentState, UserErrorCode, UserErrorData } from './user-error.js';

@InterfaceType('UserError', {
  description: 'Why a mutation did not do what was asked, and what to do about it.',
  resolveType: ({ current }: UserErrorData) => (current ? 'ConflictError' : 'InputError'),
})
export abstract class UserError {
  @Field(() => UserErrorCodeEnum, { description: 'Stable, for programs.' })
  code!: UserErrorCode;

  @Field({ description: 'What is wrong and what to do, for people.' })
  message!: string;

  @Field(() => [String], { nullable: true, description: 'The field of the input that it is about, outermost first.' })
  field!: string[] | null;
}

@ObjectType('InputError', {
  implements: () => UserError,
  description: 'Something about the input, or about who gave it.',
})
export class InputError extends UserError implements UserErrorData {}

@ObjectType('ConflictError', {
  implements: () => UserError,
  description: 'Somebody else has changed the object since the caller saw it.',
})
export class ConflictError extends UserError implements UserErrorData {
  /** Of which its other fields are made. */
  readonly current!: CurrentState;
}
